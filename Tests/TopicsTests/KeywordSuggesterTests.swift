import Testing
import Topics

@Suite struct KeywordSuggesterTests {
  // By hand: 10 of 20 against 5 of 80, expected shares 15/100:
  // 2(10 ln(10/3) + 5 ln(5/12) + 10 ln(10/17) + 75 ln(75/68)).
  @Test("the log-likelihood ratio of a worked table")
  func ratio() {
    let expected = 2 * (12.039_728_043 - 4.377_343_686_7 - 5.306_282_510_6 + 7.348_530_627_0)
    #expect(abs(KeywordSuggester.logLikelihoodRatio(10, 20, 5, 80) - expected) < 1e-6)
    #expect(abs(KeywordSuggester.logLikelihoodRatio(5, 50, 10, 100)) < 1e-9)
  }

  @Test("words commoner inside are proposed, strongest first; rare and commoner outside are not")
  func suggestions() {
    var suggester = KeywordSuggester()
    for i in 0..<20 {
      suggester.add(i < 15 ? ["gorong", "warga"] : ["warga"], isInside: true)
      suggester.add(
        i < 2 ? ["gorong", "makasih", "warga"] : ["makasih", "warga"], isInside: false)
    }
    suggester.add(["sekali"], isInside: true)
    #expect(suggester.suggestions().map(\.word) == ["gorong"])
    #expect(KeywordSuggester().suggestions() == [])
  }
}

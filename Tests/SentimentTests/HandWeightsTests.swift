import Lexicons
import Testing

@testable import Sentiment

@Suite struct HandWeightsTests {
  @Test("a negator turns praise to complaint and a defect to support")
  func negation() {
    let praise = HandWeights.effect(.praise, size: 3, .negated, [])
    #expect(praise.x > 0 && praise.y == 0)
    let defect = HandWeights.effect(.defect, size: 3, .negated, [])
    #expect(defect.y > 0 && defect.x == 0)
  }

  @Test(
    "a repair is support when done, complaint when due",
    arguments: [Mood.presupposing, .request, .obligation])
  func remedy(mood: Mood) {
    #expect(HandWeights.effect(.remedy, size: 3, .plain, []).y > 0)
    #expect(HandWeights.effect(.remedy, size: 3, .plain, mood).x > 0)
  }

  @Test("a stronger valence weighs more, whatever the kind", arguments: Kind.allCases)
  func monotone(kind: Kind) {
    let (weak, strong) = (
      HandWeights.effect(kind, size: 1, .plain, []), HandWeights.effect(kind, size: 5, .plain, [])
    )
    #expect((strong - weak).min() >= 0)
  }
}

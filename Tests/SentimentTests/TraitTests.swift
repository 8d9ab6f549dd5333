import Testing

@testable import Sentiment

@Suite struct TraitTests {
  @Test("a trait's name is its case's")
  func names() {
    #expect(Trait.names == Trait.allCases.map { "\($0)" })
    #expect(Trait.names.count == Trait.count)
  }
}

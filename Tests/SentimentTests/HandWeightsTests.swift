import Lexicons
import Testing

@testable import Sentiment

@Suite struct HandWeightsTests {
  private func effect(_ kind: Kind, size: Float, _ turn: Turn, _ mood: Mood) -> Effect {
    let (factor, constant) = HandWeights.effect(kind, turn, mood)
    return factor * HandWeights.weight(size) + constant
  }

  @Test("a negator turns praise to complaint and a defect to support")
  func negation() {
    let praise = effect(.praise, size: 3, .negated, [])
    #expect(praise.x > 0 && praise.y == 0)
    let defect = effect(.defect, size: 3, .negated, [])
    #expect(defect.y > 0 && defect.x == 0)
  }

  @Test(
    "a repair is support when done, complaint when due",
    arguments: [Mood.presupposing, .request, .obligation])
  func remedy(mood: Mood) {
    #expect(effect(.remedy, size: 3, .plain, []).y > 0)
    #expect(effect(.remedy, size: 3, .plain, mood).x > 0)
  }

  @Test("a stronger valence weighs more, whatever the kind", arguments: Kind.allCases)
  func monotone(kind: Kind) {
    let (weak, strong) = (
      effect(kind, size: 1, .plain, []), effect(kind, size: 5, .plain, [])
    )
    #expect((strong - weak).min() >= 0)
  }

  @Test("a mood's traits are those of its names, and its ordinal gives back what acts on words")
  func moods() {
    let named: [(Mood, Sentiment.Trait)] = [
      (.questionMark, .questionMark), (.presupposing, .presupposing), (.asking, .asking),
      (.request, .request), (.hope, .hope), (.obligation, .obligation), (.breach, .breach),
      (.again, .again), (.hearsay, .hearsay), (.duration, .duration), (.negation, .negation),
      (.unmet, .unmet), (.change, .change),
    ]
    for (mood, trait) in named { #expect(mood.traits == [trait]) }
    #expect(Mood.restriction.traits == [])
    for ordinal in 0..<Mood.ordinals { #expect(Mood(ordinal: ordinal).ordinal == ordinal) }
  }
}

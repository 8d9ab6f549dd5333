import Lexicons
import Wording

/// What the whole comment says beside its words.
extension StanceScorer {
  private static let applause: Traits = [.praise, .clap]
  private static let endsOfLacks: Traits = [.past, .remedy]
  private static let reasonsForPraise: Traits = [
    .contrast, .concession, .past, .gratitude, .request, .unmet, .presupposing, .questionMark,
    .hope, .blessing,
  ]

  /// The signs of the last comment, some of which only its stance tells.
  ///
  /// Changes nothing; mutating, since a scorer that is only lent would be copied bit by bit.
  package mutating func signs(complains: Bool, supports: Bool) -> StanceSigns {
    var signs = signs
    if complains {
      // Praise that nothing else accounts for, in a comment that complains all the same.
      if traits.contains(anyOf: Self.applause), !traits.contains(anyOf: Self.reasonsForPraise) {
        signs.insert(.sarcasm)
      }
    } else if supports, !traits.contains(.hope) {
      // A lack that is denied, or that was.
      if traits.contains(.negatedDefect)
        || traits.contains(.change) && traits.contains(anyOf: Self.endsOfLacks)
      {
        signs.insert(.resolved)
      }
    }
    return signs
  }

  mutating func noteLength() {
    traits.insert(
      wordsSeen == 0 ? .wordless : wordsSeen <= 3 ? .brief : wordsSeen <= 8 ? .short : .long)
    if unknownSeen * 2 > wordsSeen { traits.insert(.unknownWords) }
  }

  /// "dulu banjir, sekarang aman": a lack of the past, and none of now.
  mutating func noteResolution() {
    guard let pastAt, let presentAt else { return }
    var lacked = false
    for i in pastAt..<presentAt {
      if case (.plain, true) = (hits[i].turn, hits[i].kind.isAdverse) { lacked = true }
    }
    for i in presentAt..<hits.count where lacked {
      switch (hits[i].kind, hits[i].turn) {
      case (.praise, .plain), (.remedy, .plain), (.defect, .negated), (.critique, .negated):
        signs.insert(.resolved)
      default: break
      }
    }
  }

  mutating func judgeWhole() {
    addCue(.bias)
    noteLength()
    noteResolution()
    if wordsSeen == 0, hits.count == 1 { addCue(.empty) }
    // Praise beside a defect with nothing that parts them is mockery: "hebat, jalan kayak kolam lele".
    if hasDefect, praise > 0, !signs.contains(.thanks), mocks, presentAt == nil,
      !traits.contains(.contrast), !traits.contains(.concession)
    {
      addCue(.sarcasm)
      hits[hits.count - 1].effect += Effect(praise * 0.5, -praise * 0.8, 0, 0)
      signs.insert(.sarcasm)
    }
  }
}

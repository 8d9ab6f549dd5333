import Lexicons

/// A word or pattern that counted, where it stands and what it added.
package struct Hit: Sendable, BitwiseCopyable {
  package var start: UInt32
  package var end: UInt32
  /// The lexicon's entry, or `UInt32.max` for a pattern.
  package var entry: UInt32
  /// The entry's |valence| times what intensifies it; for a pattern, how much of it.
  package var size: Float
  /// The clause it stands in, counted from 0 over the comment.
  package var clause: UInt32
  package var cue: Cue
  package var turn: Turn
  /// The entry's kind.
  package var kind: Kind = .neutral
  /// What its sentence does.
  package var mood: MoodKind = .plain
  /// The place of its kind and turn among the weights: see `StanceWeights.place(_:_:)`.
  var place: UInt8
  /// What it added, before its clause was weighed; until its sentence ends, what was learned of it.
  package var effect: Effect
}

/// What the scorer found out about a comment, besides its score.
package struct StanceSigns: OptionSet, Sendable, BitwiseCopyable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package static let question = StanceSigns(rawValue: 1)
  package static let request = StanceSigns(rawValue: 2)
  package static let thanks = StanceSigns(rawValue: 4)
  package static let sarcasm = StanceSigns(rawValue: 8)
  package static let resolved = StanceSigns(rawValue: 16)
  package static let toxic = StanceSigns(rawValue: 32)
}

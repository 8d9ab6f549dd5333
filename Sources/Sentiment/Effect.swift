import Lexicons

extension Effect {
  package static func complaint(_ weight: Float) -> Effect { Effect(weight, 0, 0, 0) }
  package static func support(_ weight: Float) -> Effect { Effect(0, weight, 0, 0) }
  package static func neutral(_ weight: Float) -> Effect { Effect(0, 0, weight, 0) }
}

/// What the sentence around a word does.
///
/// Most bits are those of the traits of the same name, so that a comment's traits take a sentence's moods whole.
package struct Mood: OptionSet, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(_ trait: Trait) { rawValue = 1 &<< UInt64(trait.rawValue) }

  /// Ends in a question mark.
  package static let questionMark = Mood(.questionMark)
  /// Asks for what is due: *kapan*, *kok*.
  package static let presupposing = Mood(.presupposing)
  /// Asks for information.
  package static let asking = Mood(.asking)
  package static let request = Mood(.request)
  package static let hope = Mood(.hope)
  package static let obligation = Mood(.obligation)
  package static let breach = Mood(.breach)
  package static let again = Mood(.again)
  package static let hearsay = Mood(.hearsay)
  package static let duration = Mood(.duration)
  /// A negator or *belum* stands in the sentence.
  package static let negation = Mood(.negation)
  package static let unmet = Mood(.unmet)
  package static let change = Mood(.change)
  /// A negator that does not negate: *bukan cuma*; no trait.
  package static let restriction = Mood(rawValue: 1 << 63)

  /// The traits of the same names.
  var traits: Traits { Traits(bits: rawValue & ~Mood.restriction.rawValue) }

  var asks: Bool { !isDisjoint(with: [.questionMark, .asking]) }

  /// The mood's class for learning: of several, the one that says most.
  var kind: MoodKind {
    if contains(.presupposing) { return .presupposing }
    if contains(.obligation) { return .obligation }
    if contains(.request) { return .request }
    if asks { return .asked }
    if contains(.hope) { return .hope }
    return contains(.change) ? .change : .plain
  }

  /// How many moods can act on a word differently: see `ordinal`.
  static let ordinals = 128

  /// The part of a mood that acts on a word, as one number below `ordinals`.
  @inline(__always)
  var ordinal: Int {
    let change = UInt64(Trait.change.rawValue)
    return Int(truncatingIfNeeded: rawValue & 63 | (rawValue &>> change & 1) &<< 6)
  }

  /// The mood with the ordinal `ordinal` and nothing else.
  init(ordinal: Int) {
    rawValue = UInt64(ordinal & 63) | UInt64(ordinal >> 6) << UInt64(Trait.change.rawValue)
  }
}

/// What a sentence does, as one name.
package enum MoodKind: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case plain, asked, presupposing, request, obligation, hope, change

  package var name: String {
    ["plain", "asked", "presupposing", "request", "obligation", "hope", "change"][Int(rawValue)]
  }
}

/// The hand-set weights: what a word of a kind adds, as it was turned and as its sentence is.
///
/// A word weighs half a logit and a third of one more for each unit of valence; the factors say how much of it
/// remains. They were set by reading comments and are the prior of learning.
package enum HandWeights {
  static let bias = Effect(0, 0, 0.45, 0)

  /// What a word with |valence| `size` weighs.
  @inline(__always)
  static func weight(_ size: Float) -> Float { size > 0 ? 0.3 + 0.4 * size : 0 }

  /// The effect of a word of `kind`: a part for its weight, and one that it has whatever it weighs.
  static func effect(_ kind: Kind, _ turn: Turn, _ mood: Mood) -> (factor: Effect, constant: Effect)
  {
    if case .laugh = kind { return (.zero, .neutral(0.15)) }
    let asked = mood.asks && !mood.contains(.presupposing)
    if !asked, case .remedy = kind, turn != .plain { return (.complaint(1), .complaint(0.3)) }
    return (factor(kind, turn, mood, asked: asked), .zero)
  }

  private static func factor(_ kind: Kind, _ turn: Turn, _ mood: Mood, asked: Bool) -> Effect {
    switch (kind, turn) {
    case (.defect, .plain): return .complaint(asked ? 0.6 : 1)
    case (.defect, .forbidden), (.critique, .forbidden): return .complaint(0.8)
    case (.defect, .negated):
      if mood.contains(.hope) { return .neutral(0.5) }
      return asked ? .neutral(0.2) : .support(0.6)
    case (.defect, .unmet): return .neutral(0.2)
    case (.critique, .plain): return .complaint(1)
    case (.critique, _): return .support(0.4)
    case (.insult, _): return Effect(0.5, 0, 0.1, 0)
    case (.distress, .plain): return Effect(0.5, 0, 0.3, 0)
    case (.distress, _): return .support(0.3)
    case (.praise, .plain): return .support(asked ? 0.35 : 1)
    case (.praise, _): return .complaint(asked ? 0.4 : 1)
    case (.gratitude, .plain): return .support(mood.asks || mood.contains(.request) ? 0.35 : 1)
    case (.gratitude, _): return .complaint(0.5)
    case (.blessing, .plain): return .support(mood.asks ? 0.5 : 1)
    case (.blessing, _): return .complaint(0.2)
    case (.remedy, .plain):
      if mood.contains(.presupposing) || mood.contains(.obligation) { return .complaint(0.8) }
      if mood.contains(.request) { return Effect(0.6, 0, 0.2, 0) }
      if asked { return .neutral(0.4) }
      // Done at last: *sudah diperbaiki* says more than *diperbaiki*.
      return .support(mood.contains(.change) ? 1.1 : 0.6)
    case (.remedy, _): return .complaint(0.5)
    case (.clap, _): return .support(0.9)
    case (.sarcasm, _): return .complaint(1)
    case (.pray, _), (.laugh, _), (.neutral, _): return .zero
    }
  }
}

import Lexicons

extension Effect {
  package static func complaint(_ weight: Float) -> Effect { Effect(weight, 0, 0, 0) }
  package static func support(_ weight: Float) -> Effect { Effect(0, weight, 0, 0) }
  package static func neutral(_ weight: Float) -> Effect { Effect(0, 0, weight, 0) }
}

/// What the sentence around a word does.
package struct Mood: OptionSet, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Ends in a question mark.
  package static let questionMark = Mood(rawValue: 1)
  /// Asks for what is due: *kapan*, *kok*.
  package static let presupposing = Mood(rawValue: 2)
  /// Asks for information.
  package static let asking = Mood(rawValue: 4)
  package static let request = Mood(rawValue: 8)
  package static let hope = Mood(rawValue: 16)
  package static let obligation = Mood(rawValue: 32)
  package static let breach = Mood(rawValue: 64)
  package static let again = Mood(rawValue: 128)
  package static let hearsay = Mood(rawValue: 256)
  package static let duration = Mood(rawValue: 512)
  /// A negator or *belum* stands in the sentence.
  package static let negation = Mood(rawValue: 1024)
  package static let unmet = Mood(rawValue: 2048)
  package static let change = Mood(rawValue: 4096)
  /// A negator that does not negate: *bukan cuma*.
  package static let restriction = Mood(rawValue: 8192)

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

  /// The effect of a word of `kind` with |valence| `size`.
  static func effect(_ kind: Kind, size: Float, _ turn: Turn, _ mood: Mood) -> Effect {
    let m = size > 0 ? 0.3 + 0.4 * size : 0
    let asked = mood.asks && !mood.contains(.presupposing)
    switch (kind, turn) {
    case (.defect, .plain): return .complaint(asked ? 0.6 * m : m)
    case (.defect, .forbidden), (.critique, .forbidden): return .complaint(0.8 * m)
    case (.defect, .negated):
      if mood.contains(.hope) { return .neutral(0.5 * m) }
      return asked ? .neutral(0.2 * m) : .support(0.6 * m)
    case (.defect, .unmet): return .neutral(0.2 * m)
    case (.critique, .plain): return .complaint(m)
    case (.critique, _): return .support(0.4 * m)
    case (.insult, _): return Effect(0.5 * m, 0, 0.1 * m, 0)
    case (.distress, .plain): return Effect(0.5 * m, 0, 0.3 * m, 0)
    case (.distress, _): return .support(0.3 * m)
    case (.praise, .plain): return .support(asked ? 0.35 * m : m)
    case (.praise, _): return asked ? .complaint(0.4 * m) : .complaint(m)
    case (.gratitude, .plain): return .support(mood.asks || mood.contains(.request) ? 0.35 * m : m)
    case (.gratitude, _): return .complaint(0.5 * m)
    case (.blessing, .plain): return .support(mood.asks ? 0.5 * m : m)
    case (.blessing, _): return .complaint(0.2 * m)
    case (.remedy, .plain):
      if mood.contains(.presupposing) || mood.contains(.obligation) { return .complaint(0.8 * m) }
      if mood.contains(.request) { return Effect(0.6 * m, 0, 0.2 * m, 0) }
      if asked { return .neutral(0.4 * m) }
      // Done at last: *sudah diperbaiki* says more than *diperbaiki*.
      return .support(mood.contains(.change) ? 1.1 * m : 0.6 * m)
    case (.remedy, _): return asked ? .complaint(0.5 * m) : .complaint(m + 0.3)
    case (.laugh, _): return .neutral(0.15)
    case (.pray, _): return .neutral(0)
    case (.clap, _): return .support(0.9 * m)
    case (.sarcasm, _): return .complaint(m)
    case (.neutral, _): return .zero
    }
  }
}

import Lexicons
/// A pattern of a whole sentence or comment, beside its single words.
package enum Cue: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case bias
  /// An information question.
  case question
  /// A question that presupposes an unmet duty.
  case dueQuestion
  /// A question word of that kind without any sign of a lack.
  case openQuestion
  /// A request for what is lacking.
  case request
  /// A request that names no lack.
  case openRequest
  /// *belum* with nothing valenced in its reach.
  case unmet
  /// A negator with nothing valenced in its reach.
  case negation
  /// *jangan* with nothing valenced in its reach.
  case prohibition
  case breach
  case obligation
  case hearsay
  case again
  case duration
  case hope
  /// A hope that implies a lack: *semoga ga cuma di atas kertas*, *semoga ga mangkrak lagi*.
  case doubtfulHope
  /// Praise beside a defect, or mocking emoji beside one.
  case sarcasm
  /// Nothing but names, marks and unknown words.
  case empty

  /// The hand-set effect: see `HandWeights`.
  package var effect: Effect {
    switch self {
    case .bias: HandWeights.bias
    case .question: .neutral(0.8)
    case .dueQuestion: .complaint(1.1)
    case .openQuestion: .neutral(0.5)
    case .request: .complaint(0.8)
    case .openRequest: Effect(0.3, 0, 0.5, 0)
    case .unmet: .complaint(0.8)
    case .negation: .complaint(0.5)
    case .prohibition: .complaint(0.4)
    case .breach: .complaint(0.7)
    case .obligation: .complaint(0.4)
    case .hearsay: .complaint(0.5)
    case .again: .complaint(0.35)
    case .duration: .complaint(0.4)
    case .hope: .support(0.5)
    case .doubtfulHope: .complaint(1.4)
    case .sarcasm: .complaint(1.0)
    case .empty: .neutral(0.5)
    }
  }

  /// The pattern's name in explanations and in `weights.tsv`.
  package var name: String { Self.names[Int(rawValue)] }

  private static let names = [
    "bias", "question", "due-question", "open-question", "request", "open-request", "unmet",
    "negation", "prohibition", "breach", "obligation", "hearsay", "again", "duration", "hope",
    "doubtful-hope", "sarcasm", "empty",
  ]
}

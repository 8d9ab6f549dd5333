import Sentiment

/// What a comment does toward the service, the official or the government.
public enum Stance: String, CaseIterable, Sendable, Hashable {
  /// An expectation is not met: stated, asked, begged for or mocked (*keluhan*).
  case complaint
  /// Approval, thanks, prayer, solidarity or hope (*dukungan*).
  case support
  /// Neither (*netral*).
  case neutral
}

/// Signs of a comment beside its stance.
public struct Flags: OptionSet, Sendable, Hashable {
  /// One bit a flag.
  public let rawValue: UInt8
  /// The flags of these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Asks something.
  public static let question = Flags(rawValue: 1)
  /// Requests something.
  public static let request = Flags(rawValue: 2)
  /// Thanks literally.
  public static let thanks = Flags(rawValue: 4)
  /// Praises what it blames.
  public static let sarcasm = Flags(rawValue: 8)
  /// Tells that a problem is solved or denies one.
  public static let resolved = Flags(rawValue: 16)
  /// Advertises.
  public static let spam = Flags(rawValue: 32)
  /// Abuses.
  public static let toxic = Flags(rawValue: 64)

  /// The flags of what the scorer found: all but spam, in the same order.
  init(_ signs: StanceSigns) {
    rawValue = signs.rawValue & 31 | (signs.rawValue & 32) &<< 1
  }

  /// The flags' names in machine output, in the order of their bits.
  public static let names = [
    "question", "request", "thanks", "sarcasm", "resolved", "spam", "toxic",
  ]

  /// The names of the flags that are set.
  public var names: [String] {
    Self.names.indices.filter { rawValue & 1 << UInt8($0) != 0 }.map { Self.names[$0] }
  }
}

/// What one comment says: its stance, how surely, about which issues, with which signs.
public struct Verdict: Sendable {
  /// The likeliest stance.
  public let stance: Stance
  /// P(support) − P(complaint), −1…1.
  public let score: Double
  /// The probability of the stance, 0…1.
  public let confidence: Double
  /// Signs beside the stance.
  public let flags: Flags
  /// The probabilities of complaint, support and neutral.
  package let probabilities: SIMD4<Float>
  package var issues = IssueList()
}

/// Up to eight issues of a comment, strongest first, held in place.
package struct IssueList: Sendable {
  private var places = InlineArray<8, UInt8>(repeating: 0)
  package private(set) var count = 0

  package init() {}

  package subscript(position: Int) -> Int { Int(places[position]) }

  mutating func append(_ issue: Int) {
    guard count < 8 else { return }
    places[count] = UInt8(issue)
    count += 1
  }

  /// One bit for each issue, by its place in the lexicon.
  package var bits: UInt64 {
    var bits: UInt64 = 0
    for i in 0..<count { bits |= 1 << UInt64(places[i]) }
    return bits
  }
}

import Classification
import Lexicons
import Times
import Trends

/// What comments' verdicts tell a trend, found when it is first asked for.
///
/// Who wrote what where and when follows from a comment's place: twenty officials, as many authors as a fifth of the
/// comments, a year of days.
final class Observations {
  private let inputs: Inputs
  private let lexicon: Lexicon
  private var found: [[Observation]]?

  init(_ inputs: Inputs, _ lexicon: Lexicon) {
    self.inputs = inputs
    self.lexicon = lexicon
  }

  /// By official.
  private static func observations(_ inputs: Inputs, _ lexicon: Lexicon) -> [[Observation]] {
    var all: [[Observation]] = Array(repeating: [], count: 20)
    var classifier = Classifier(lexicon)
    let bytes = inputs.text.span
    for (place, range) in inputs.ranges.enumerated() {
      let verdict = classifier.verdict(of: bytes.extracting(range))
      let mood: Mood =
        switch verdict.stance {
        case .complaint: .complaint
        case .support: .support
        case .neutral: .neutral
        }
      all[place % 20].append(
        Observation(
          official: place % 20, day: Int32(20_000 + place &* 31 % 365),
          post: UInt64(place &* 17 % 400 + 1),
          author: UInt64(place &* 7919 % (inputs.ranges.count / 5 + 1) + 1), mood: mood,
          issues: verdict.issues.bits, platform: 1, seconds: Int64(place),
          text: range.count > 40 ? UInt64(place + 1) : 0))
    }
    return all
  }

  /// How many weeks the officials' curves have.
  func weeks() -> Int {
    let all = found ?? Self.observations(inputs, lexicon)
    found = all
    var tally = TrendTally()
    for (official, comments) in all.enumerated() { tally.add(comments, official: Int32(official)) }
    return tally.curves(every: .week).reduce(0) { $0 + $1.points.count }
  }
}

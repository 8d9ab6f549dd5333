/// Corrects shares for the classifier's own errors, from comments whose true mood people labelled.
///
/// The adjusted count: what is counted is *q* = *M p*, with *M* the chance of each verdict given the true mood, so *p* = *M*⁻¹*q*
/// (Rogan & Gladen 1978, *Am. J. Epidemiol.* 107; Forman 2008, *Data Min. Knowl. Discov.* 17), brought back to shares of 0 to 1
/// that sum to 1. It holds as long as the labelled comments are mistaken for each other as the dump's are.
///
/// Labels drawn with unlike chances, as `suara sample` draws them, weigh by one over the chance: a sample by verdict would
/// otherwise bend *M*.
package struct ErrorCorrection: Sendable {
  /// Labelled comments by true mood, then by verdict, by weight.
  private var weights = Array(repeating: Array(repeating: 0.0, count: 3), count: 3)
  private var squares = 0.0
  /// How many comments were labelled.
  package private(set) var labels = 0

  package init() {}

  /// - Parameter weight: One over the chance that the comment was drawn.
  package mutating func add(truth: Mood, given: Mood, weight: Double = 1) {
    weights[truth.rawValue][given.rawValue] += weight
    squares += weight * weight
    labels += 1
  }

  /// Labels by true mood, then by verdict: as many in all as equally weighted ones would be worth (Kish 1965).
  package var counts: [[Double]] {
    let sum = weights.joined().reduce(0, +)
    guard sum > 0 else { return weights }
    return weights.map { $0.map { $0 * sum / squares } }
  }

  /// How much errors of the counts are blown up: the largest absolute row sum of *M* times that of its inverse; `nil`
  /// where verdicts tell nothing of the truth, or a mood has no label.
  package var conditionNumber: Double? {
    guard let matrix = Self.matrix(weights), let inverse = Self.inverse(of: matrix) else {
      return nil
    }
    func norm(_ m: [[Double]]) -> Double {
      m.map { $0.reduce(0) { $0 + abs($1) } }.max() ?? 0
    }
    return norm(matrix) * norm(inverse)
  }

  /// A share of complaints among opinions, corrected, with its 95 % interval.
  package struct Estimate: Equatable, Sendable {
    package let share: Double
    package let interval: ClosedRange<Double>

    package init(share: Double, interval: ClosedRange<Double>) {
      self.share = share
      self.interval = interval
    }
  }

  /// The true shares of complaint, support and neutral behind what was counted, by the adjusted count.
  ///
  /// - Returns: `nil` where `conditionNumber` is, or there is no comment.
  package func adjusted(_ counts: MoodCounts) -> [Double]? {
    guard counts.total > 0, let matrix = Self.matrix(weights),
      let inverse = Self.inverse(of: matrix)
    else { return nil }
    return Self.solved(inverse, Mood.allCases.map { Double(counts[$0]) / Double(counts.total) })
  }

  /// The corrected shares of two windows and of their difference.
  ///
  /// Intervals are of 1,000 redrawings of the labels and of as many comments as the windows' are worth.
  ///
  /// - Parameters:
  ///   - effective: How many independent comments each window is worth.
  /// - Returns: `nil` where `conditionNumber` is, or a window has no comment.
  package func corrected(
    _ then: (counts: MoodCounts, effective: Double), _ now: (counts: MoodCounts, effective: Double),
    seed: UInt64 = 17
  ) -> (then: Estimate, now: Estimate, change: Estimate)? {
    func shares(_ counts: MoodCounts) -> [Double]? {
      counts.total == 0 ? nil : Mood.allCases.map { Double(counts[$0]) / Double(counts.total) }
    }
    guard let matrix = Self.matrix(weights), let inverse = Self.inverse(of: matrix),
      let before = shares(then.counts), let after = shares(now.counts)
    else { return nil }
    let best = (Self.complaints(inverse, before), Self.complaints(inverse, after))
    var random = Draws(seed: seed)
    let counts = counts
    var draws: [(Double, Double)] = []
    for _ in 0..<1000 {
      let labels = counts.map { row in
        random.multinomial(row, max(1, Int(row.reduce(0, +).rounded()))).map(Double.init)
      }
      guard let matrix = Self.matrix(labels), let inverse = Self.inverse(of: matrix) else {
        continue
      }
      func complaints(_ shares: [Double], _ effective: Double) -> Double {
        let drawn = random.multinomial(shares, max(1, Int(effective.rounded())))
        let all = Double(drawn.reduce(0, +))
        return Self.complaints(inverse, drawn.map { Double($0) / all })
      }
      draws.append((complaints(before, then.effective), complaints(after, now.effective)))
    }
    guard draws.count > 500 else { return nil }
    return (
      Self.estimate(best.0, draws.map(\.0)), Self.estimate(best.1, draws.map(\.1)),
      Self.estimate(best.1 - best.0, draws.map { $1 - $0 })
    )
  }

  /// A value, and the middle 95 % of its draws.
  static func estimate(_ value: Double, _ draws: [Double]) -> Estimate {
    let sorted = draws.sorted()
    let (low, high) = (sorted[sorted.count / 40], sorted[sorted.count - 1 - sorted.count / 40])
    return Estimate(share: value, interval: min(low, value)...max(high, value))
  }

  /// The chance of a verdict (row) given a mood (column).
  private static func matrix(_ counts: [[Double]]) -> [[Double]]? {
    let sums = counts.map { $0.reduce(0, +) }
    guard sums.allSatisfy({ $0 > 0 }) else { return nil }
    return (0..<3).map { given in (0..<3).map { counts[$0][given] / sums[$0] } }
  }

  /// By cofactors.
  private static func inverse(of m: [[Double]]) -> [[Double]]? {
    func minor(_ r: Int, _ c: Int) -> Double {
      let (a, b) = ((r + 1) % 3, (r + 2) % 3)
      let (d, e) = ((c + 1) % 3, (c + 2) % 3)
      return m[a][d] * m[b][e] - m[a][e] * m[b][d]
    }
    let determinant = (0..<3).reduce(0) { $0 + m[0][$1] * minor(0, $1) }
    guard abs(determinant) > 1e-3 else { return nil }
    return (0..<3).map { r in (0..<3).map { c in minor(c, r) / determinant } }
  }

  private static func solved(_ inverse: [[Double]], _ shares: [Double]) -> [Double] {
    onSimplex(inverse.map { row in zip(row, shares).reduce(0) { $0 + $1.0 * $1.1 } })
  }

  /// The share of complaints among opinions, once corrected and brought back to shares.
  private static func complaints(_ inverse: [[Double]], _ shares: [Double]) -> Double {
    let p = solved(inverse, shares)
    return p[0] + p[1] > 0 ? p[0] / (p[0] + p[1]) : 0.5
  }

  /// The nearest point whose parts are not negative and sum to 1 (Duchi and others 2008, ICML).
  private static func onSimplex(_ point: [Double]) -> [Double] {
    let sorted = point.sorted(by: >)
    var (sum, shift) = (0.0, 0.0)
    for (i, value) in sorted.enumerated() {
      sum += value
      let candidate = (sum - 1) / Double(i + 1)
      if value - candidate > 0 { shift = candidate }
    }
    return point.map { max(0, $0 - shift) }
  }
}

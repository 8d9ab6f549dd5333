/// Corrects shares for the classifier's own errors, from comments whose true mood people labelled.
///
/// The adjusted count: what is counted is *q* = *M p*, with *M* the chance of each verdict given the true mood, so *p* = *M*⁻¹*q*
/// (Rogan & Gladen 1978, *Am. J. Epidemiol.* 107; Forman 2008, *Data Min. Knowl. Discov.* 17), brought back to shares of 0 to 1
/// that sum to 1. It holds as long as the labelled comments are mistaken for each other as the dump's are.
package struct ErrorCorrection: Sendable {
  /// Labelled comments by true mood, then by verdict.
  package private(set) var counts = Array(repeating: Array(repeating: 0, count: 3), count: 3)

  package init() {}

  package mutating func add(truth: Mood, given: Mood) {
    counts[truth.rawValue][given.rawValue] += 1
  }

  /// How many comments were labelled.
  package var labels: Int { counts.joined().reduce(0, +) }

  /// How much errors of the counts are blown up: the largest absolute row sum of *M* times that of its inverse; `nil`
  /// where verdicts tell nothing of the truth, or a mood has no label.
  package var conditionNumber: Double? {
    guard let matrix = Self.matrix(counts), let inverse = Self.inverse(of: matrix) else {
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
    guard let matrix = Self.matrix(counts), let inverse = Self.inverse(of: matrix),
      let before = shares(then.counts), let after = shares(now.counts)
    else { return nil }
    let best = (Self.complaints(inverse, before), Self.complaints(inverse, after))
    var state = seed
    var draws: [(Double, Double)] = []
    for _ in 0..<1000 {
      let labels = counts.map { row in
        Self.drawn(row.map(Double.init), Double(row.reduce(0, +)), &state)
      }
      guard let matrix = Self.matrix(labels), let inverse = Self.inverse(of: matrix) else {
        continue
      }
      func complaints(_ shares: [Double], _ effective: Double) -> Double {
        let drawn = Self.drawn(shares, max(1, effective), &state)
        let all = Double(drawn.reduce(0, +))
        return Self.complaints(inverse, drawn.map { Double($0) / all })
      }
      draws.append((complaints(before, then.effective), complaints(after, now.effective)))
    }
    guard draws.count > 500 else { return nil }
    func estimate(_ value: Double, _ draws: [Double]) -> Estimate {
      let sorted = draws.sorted()
      let (low, high) = (sorted[sorted.count / 40], sorted[sorted.count - 1 - sorted.count / 40])
      return Estimate(share: value, interval: min(low, value)...max(high, value))
    }
    return (
      estimate(best.0, draws.map(\.0)), estimate(best.1, draws.map(\.1)),
      estimate(best.1 - best.0, draws.map { $1 - $0 })
    )
  }

  /// The chance of a verdict (row) given a mood (column).
  private static func matrix(_ counts: [[Int]]) -> [[Double]]? {
    let sums = counts.map { $0.reduce(0, +) }
    guard sums.allSatisfy({ $0 > 0 }) else { return nil }
    return (0..<3).map { given in (0..<3).map { Double(counts[$0][given]) / Double(sums[$0]) } }
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

  /// The share of complaints among opinions, once corrected and brought back to shares.
  private static func complaints(_ inverse: [[Double]], _ shares: [Double]) -> Double {
    let raw = inverse.map { row in zip(row, shares).reduce(0) { $0 + $1.0 * $1.1 } }
    let p = onSimplex(raw)
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

  /// A multinomial draw of `count` by `weights`.
  private static func drawn(_ weights: [Double], _ count: Double, _ state: inout UInt64) -> [Int] {
    let all = weights.reduce(0, +)
    var drawn = Array(repeating: 0, count: weights.count)
    for _ in 0..<max(1, Int(count.rounded())) {
      var rest = Double(SplitMix.next(&state) >> 11) * 0x1p-53 * all
      var place = 0
      while place < weights.count - 1, rest >= weights[place] {
        rest -= weights[place]
        place += 1
      }
      drawn[place] += 1
    }
    return drawn
  }
}

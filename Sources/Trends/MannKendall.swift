#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The Mann-Kendall test for a monotone trend in evenly spaced values, with Sen's slope beside it.
///
/// Each value counts alike whatever it rests on, so it is a check on `TrendTest`, which weighs them, and not a substitute.
/// The variance is corrected for ties and, after Hamed & Rao (*J. Hydrology* 204, 1998), for autocorrelation: of the ranks of
/// the values less Sen's slope, at every lag where it lies beyond its 95 % limits.
///
/// - Complexity: O(*n*²) in time, and in memory for the slopes.
package struct MannKendall: Equatable, Sendable {
  /// Pairs that rise less pairs that fall.
  package let score: Int
  /// Kendall's tau, −1 to 1.
  package let tau: Double
  package let variance: Double
  /// Two-sided, from the normal distribution; 1 where the score is 0.
  package let p: Double
  /// Sen's slope (*JASA* 63, 1968), the median of all pairs' slopes: per step.
  package let slope: Double

  /// Below this the normal distribution does not serve (METHODS.md: "needs ≥ 8–10 points").
  package static let least = 8

  /// - Returns: `nil` with fewer than `least` values, or where the corrected variance is not positive.
  package init?(_ values: [Double]) {
    let n = values.count
    guard n >= Self.least else { return nil }
    var score = 0
    var slopes: [Double] = []
    slopes.reserveCapacity(n * (n - 1) / 2)
    for i in 0..<n {
      for j in i + 1..<n {
        if values[j] > values[i] { score += 1 } else if values[j] < values[i] { score -= 1 }
        slopes.append((values[j] - values[i]) / Double(j - i))
      }
    }
    let slope = median(slopes)
    let m = Double(n)
    let ties = Dictionary(grouping: values) { $0 }.values.reduce(0.0) { sum, tied in
      let t = Double(tied.count)
      return sum + t * (t - 1) * (2 * t + 5)
    }
    let plain = (m * (m - 1) * (2 * m + 5) - ties) / 18
    let limit = normalQuantile(0.975) / m.squareRoot()
    let ranks = midranks(values.enumerated().map { $0.element - Double($0.offset + 1) * slope })
    var sum = 0.0
    for (lag, correlation) in autocorrelations(ranks).enumerated() where lag > 0 {
      guard abs(correlation) > limit else { continue }
      let k = m - Double(lag)
      sum += k * (k - 1) * (k - 2) * correlation
    }
    variance = plain * (1 + 2 / (m * (m - 1) * (m - 2)) * sum)
    guard variance > 0 else { return nil }
    // One less in size, for continuity.
    let z = Double(score - score.signum()) / variance.squareRoot()
    self.score = score
    tau = Double(score) / (m * (m - 1) / 2)
    p = erfc(abs(z) / 2.0.squareRoot())
    self.slope = slope
  }
}

/// The middle value, or the mean of the middle two; 0 without any.
func median(_ values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// Ranks from 1; equal values share the mean of theirs.
private func midranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = values
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
    for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
    start = end
  }
  return ranks
}

/// The correlations of a series with itself, by lag from 0; none where it does not vary.
private func autocorrelations(_ values: [Double]) -> [Double] {
  let mean = values.reduce(0, +) / Double(max(1, values.count))
  let centred = values.map { $0 - mean }
  let variance = centred.reduce(0) { $0 + $1 * $1 }
  guard variance > 0 else { return [] }
  return centred.indices.map { lag in
    zip(centred, centred.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 } / variance
  }
}

/// Probabilities of chance, adjusted for how many were looked at: the share of false findings among those at or below each.
///
/// Benjamini & Hochberg, *J. R. Statist. Soc. B* 57 (1995).
///
/// - Complexity: O(*n* log *n*).
package func benjaminiHochberg(_ probabilities: [Double]) -> [Double] {
  let order = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
  var adjusted = probabilities
  var least = 1.0
  for (place, i) in order.enumerated() {
    least = min(least, probabilities[i] * Double(order.count) / Double(order.count - place))
    adjusted[i] = least
  }
  return adjusted
}

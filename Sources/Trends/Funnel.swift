/// Shares of several groups held against what they have in common: limits instead of a league table.
///
/// A small group's share swings by chance, so ranks tell mostly who is small. Here a group is told apart only where its share
/// lies beyond limits that widen as it shrinks (Spiegelhalter 2005, *Stat. Med.* 24, doi 10.1002/sim.1970), widened again by
/// how far groups differ anyhow: an additive random effect (DerSimonian & Laird 1986) from *z* scores winsorised at 10 %.
///
/// - Complexity: O(*k* log *k*) in the groups.
package struct Funnel: Sendable {
  /// A group's share, with how many independent comments it is worth.
  package struct Group: Equatable, Sendable {
    package let share: Double
    package let effective: Double
    /// The share drawn toward the common one by how little it rests on.
    package let shrunk: Double
    /// Where 95 % of groups lie that are like the others.
    package let usual: ClosedRange<Double>
    /// Where 99.8 % of them lie.
    package let wide: ClosedRange<Double>

    /// Whether it lies beyond the 99.8 % limits.
    package var isOutside: Bool { !wide.contains(share) }
  }

  /// The common share, by effective counts.
  package let mean: Double
  /// The standard deviation of groups beyond chance.
  package let spread: Double
  package let groups: [Group]

  /// - Returns: `nil` below three groups, or where all shares are 0 or all are 1.
  package init?(_ shares: [(share: Double, effective: Double)]) {
    guard shares.count >= 3, shares.allSatisfy({ $0.effective > 0 }) else { return nil }
    let all = shares.reduce(0) { $0 + $1.effective }
    let mean = shares.reduce(0) { $0 + $1.share * $1.effective } / all
    guard mean > 0, mean < 1 else { return nil }
    let variances = shares.map { mean * (1 - mean) / $0.effective }
    let scores = zip(shares, variances).map { ($0.share - mean) / $1.squareRoot() }
    let sorted = scores.sorted()
    let cut = Int(Double(sorted.count) * 0.1)
    let (low, high) = (sorted[cut], sorted[sorted.count - 1 - cut])
    let winsorised = scores.map { max(low, min(high, $0)) }
    let spread = Self.between(winsorised, variances).squareRoot()
    // Shrinking needs the whole spread: a winsorised one would draw in the very groups that stand apart.
    let between = Self.between(scores, variances)
    groups = zip(shares, variances).map { one, variance in
      func limits(_ quantile: Double) -> ClosedRange<Double> {
        let reach = quantile * (variance + spread * spread).squareRoot()
        return max(0, mean - reach)...min(1, mean + reach)
      }
      return Group(
        share: one.share, effective: one.effective,
        shrunk: mean + between / (between + variance) * (one.share - mean),
        usual: limits(1.959_963_984_540_054), wide: limits(3.090_232_306_167_813))
    }
    self.mean = mean
    self.spread = spread
  }

  /// The variance between groups beyond chance.
  private static func between(_ scores: [Double], _ variances: [Double]) -> Double {
    let k = Double(scores.count)
    let square = scores.reduce(0) { $0 + $1 * $1 }
    let weights = variances.map { 1 / $0 }
    let (sum, squares) = (weights.reduce(0, +), weights.reduce(0) { $0 + $1 * $1 })
    let room = sum - squares / sum
    return room > 0 ? max(0, (square - (k - 1)) / room) : 0
  }
}

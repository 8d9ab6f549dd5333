import Glibc

/// A logistic regression of complaint against support on time, with errors that respect clusters.
///
/// The slope's error is the sandwich over clusters with the factor *m*/(*m* − 1) (Liang & Zeger, Biometrika 73, 1986), and it
/// is held to Student's *t* on *m* − 1 degrees; for that, comments under one post count for less than as many apart.
package struct TrendTest: Equatable, Sendable {
  /// The change of the log odds of a complaint in a year.
  package let slope: Double
  package let slopeError: Double
  /// Two-sided.
  package let p: Double
  package let clusters: Int
  /// The day on which the curve crosses one half, with 95 % confidence; `nil` where it does not between the first
  /// and the last day, or the slope is not sure to have a sign.
  package let crossing: Crossing?

  /// Where the slope lies with 95 % confidence.
  package var interval: ClosedRange<Double> {
    let reach = studentQuantile(0.975, degrees: max(1, clusters - 1)) * slopeError
    return slope - reach...slope + reach
  }

  /// How many times as many complaints come on one support after a change of the log odds.
  package static func factor(_ logOdds: Double) -> Double { exp(logOdds) }

  package struct Crossing: Equatable, Sendable {
    package let day: Double
    package let interval: ClosedRange<Double>
  }

  /// - Returns: `nil` with fewer than four clusters, comments of one side alone, or one day.
  package init?(_ days: [ClusterDay]) {
    let days = days.filter { $0.counts.opinions.total > 0 }
    guard let first = days.map(\.day).min(), let last = days.map(\.day).max(), first < last else {
      return nil
    }
    let middle = (Double(first) + Double(last)) / 2
    let rows = days.map {
      (
        x: (Double($0.day) - middle) / 365.25, y: Double($0.counts.complaint),
        n: Double($0.counts.opinions.total), cluster: $0.cluster
      )
    }
    let (complaints, all) = (rows.reduce(0) { $0 + $1.y }, rows.reduce(0) { $0 + $1.n })
    guard complaints > 0, complaints < all else { return nil }
    var (a, b) = (log(complaints / (all - complaints)), 0.0)
    var (haa, hab, hbb) = (0.0, 0.0, 0.0)
    // Newton's method; the likelihood is concave.
    for _ in 0..<50 {
      var (ga, gb) = (0.0, 0.0)
      (haa, hab, hbb) = (0, 0, 0)
      for row in rows {
        let p = 1 / (1 + exp(-(a + b * row.x)))
        let (residual, weight) = (row.y - row.n * p, row.n * p * (1 - p))
        ga += residual
        gb += residual * row.x
        haa += weight
        hab += weight * row.x
        hbb += weight * row.x * row.x
      }
      let determinant = haa * hbb - hab * hab
      guard determinant > 1e-12 else { return nil }
      let (da, db) = ((hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant)
      a += da
      b += db
      guard abs(a) < 50, abs(b) < 500 else { return nil }
      if abs(da) + abs(db) < 1e-12 { break }
    }
    var scores: [Int: SIMD2<Double>] = [:]
    for row in rows {
      let residual = row.y - row.n / (1 + exp(-(a + b * row.x)))
      scores[row.cluster, default: .zero] += SIMD2(residual, residual * row.x)
    }
    let m = Double(scores.count)
    guard scores.count >= 4 else { return nil }
    var (maa, mab, mbb) = (0.0, 0.0, 0.0)
    for (_, score) in scores.sorted(by: { $0.key < $1.key }) {
      maa += score.x * score.x
      mab += score.x * score.y
      mbb += score.y * score.y
    }
    let determinant = haa * hbb - hab * hab
    let (iaa, iab, ibb) = (hbb / determinant, -hab / determinant, haa / determinant)
    let factor = m / (m - 1)
    let vaa = factor * (iaa * iaa * maa + 2 * iaa * iab * mab + iab * iab * mbb)
    let vab = factor * (iaa * iab * maa + (iaa * ibb + iab * iab) * mab + iab * ibb * mbb)
    let vbb = factor * (iab * iab * maa + 2 * iab * ibb * mab + ibb * ibb * mbb)
    slope = b
    slopeError = vbb.squareRoot()
    p = vbb > 0 ? studentTails(b / vbb.squareRoot(), degrees: scores.count - 1) : 1
    clusters = scores.count
    let day = middle - a / b * 365.25
    guard p < 0.05, day >= Double(first), day <= Double(last) else {
      crossing = nil
      return
    }
    // The delta method on −a/b.
    let ratio = a / b
    let variance = (vaa - 2 * ratio * vab + ratio * ratio * vbb) / (b * b)
    let reach =
      studentQuantile(0.975, degrees: scores.count - 1) * max(0, variance).squareRoot() * 365.25
    crossing = Crossing(day: day, interval: day - reach...day + reach)
  }
}

/// How many comments a comparison needs.
package enum Power {
  /// The comments on each side that show a change from `before` to `after` with 80 % power at 5 %, two-sided.
  ///
  /// As independent ones would (Fleiss, Levin & Paik, *Statistical Methods for Rates and Proportions*, 2003, § 4.2), times
  /// the design effect.
  package static func comments(before: Double, after: Double, designEffect: Double) -> Int {
    guard before != after else { return .max }
    let mean = (before + after) / 2
    let root =
      1.959_963_984_540_054 * (2 * mean * (1 - mean)).squareRoot()
      + 0.841_621_233_572_914 * (before * (1 - before) + after * (1 - after)).squareRoot()
    let difference = after - before
    return Int((root * root / (difference * difference) * designEffect).rounded(.up))
  }
}

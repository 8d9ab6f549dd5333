#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Random draws that a seed repeats on every machine.
package struct Draws: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func bits() -> UInt64 { SplitMix.next(&state) }

  /// From 0 to below 1.
  package mutating func uniform() -> Double { Double(bits() >> 11) * 0x1p-53 }

  /// A standard normal variable.
  ///
  /// Box & Muller 1958, *Ann. Math. Statist.* 29.
  package mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * cos(2 * .pi * uniform())
  }

  /// A gamma variable of scale 1 (Marsaglia & Tsang 2000, *ACM TOMS* 26).
  package mutating func gamma(_ shape: Double) -> Double {
    // Below 1, that of one more, times a power of a uniform one.
    if shape < 1 { return gamma(shape + 1) * pow(1 - uniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = 1 + c * x
      guard v > 0 else { continue }
      let cube = v * v * v
      if log(1 - uniform()) < x * x / 2 + d - d * cube + d * log(cube) { return d * cube }
    }
  }

  package mutating func beta(_ a: Double, _ b: Double) -> Double {
    let x = gamma(a)
    return x / (x + gamma(b))
  }

  package mutating func dirichlet(_ weights: [Double]) -> [Double] {
    let parts = weights.map { gamma($0) }
    let sum = parts.reduce(0, +)
    return parts.map { sum > 0 ? $0 / sum : 1 / Double(parts.count) }
  }

  /// How many of `count` come out, each with chance `p`: counted below 1,000, else by the median of a beta variable, which
  /// halves them (Devroye 1986, *Non-Uniform Random Variate Generation*, X.4.3).
  package mutating func binomial(_ count: Int, _ p: Double) -> Int {
    if p <= 0 || count <= 0 { return 0 }
    if p >= 1 { return count }
    if count < 1000 { return (0..<count).reduce(0) { sum, _ in uniform() < p ? sum + 1 : sum } }
    let i = (count + 1) / 2
    let middle = beta(Double(i), Double(count + 1 - i))
    return middle <= p
      ? i + binomial(count - i, (p - middle) / (1 - middle)) : binomial(i - 1, p / middle)
  }

  /// How `count` fall on parts of these weights.
  package mutating func multinomial(_ weights: [Double], _ count: Int) -> [Int] {
    var (left, rest) = (count, weights.reduce(0, +))
    return weights.enumerated().map { place, weight in
      let drawn =
        place == weights.count - 1 ? left : rest > 0 ? binomial(left, min(1, weight / rest)) : 0
      left -= drawn
      rest -= weight
      return drawn
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The regularised incomplete beta function Iₓ(a, b), by which Student's *t* is reckoned.
///
/// By the continued fraction DLMF 8.17.22, evaluated as Lentz does (Press et al., *Numerical Recipes*, § 5.2 and § 6.4); it
/// converges fast below the mean, and the mirror image I₁₋ₓ(b, a) serves above it. `complement` is 1 − x, given by those
/// who know it without loss.
///
/// - Precondition: `a` and `b` are positive and `x` lies in 0...1.
/// - Complexity: O(√max(a, b)).
package func incompleteBeta(_ x: Double, complement: Double, a: Double, b: Double) -> Double {
  precondition(a > 0 && b > 0 && x >= 0 && complement >= 0, "outside the beta function's domain")
  guard x > 0 else { return 0 }
  guard complement > 0 else { return 1 }
  let front = exp(a * logarithm(x, complement) + b * logarithm(complement, x) - logBeta(a, b))
  if x < (a + 1) / (a + b + 2) {
    return front / a * betaFraction(x, a, b)
  }
  return 1 - front / b * betaFraction(complement, b, a)
}

/// ln x, from its complement when x is near 1.
private func logarithm(_ x: Double, _ complement: Double) -> Double {
  complement < 0.5 ? log1p(-complement) : log(x)
}

/// The continued fraction of DLMF 8.17.22 by Lentz's method.
private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  // Stands in for a zero that would be divided by (Numerical Recipes, § 5.2).
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var fraction = d
  // Convergence takes O(√max(a, b)) steps; `studentQuantile` asks for a ≤ 50,000, which takes under 1,000.
  for i in 1...10_000 {
    let m = Double(i)
    for numerator in [
      m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
      -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
    ] {
      d = 1 / kept(1 + numerator * d)
      c = kept(1 + numerator / c)
      fraction *= c * d
    }
    if abs(c * d - 1) < 1e-15 { break }
  }
  return fraction
}

/// ln B(a, b).
///
/// For large arguments ln Γ(a) − ln Γ(a + b) loses digits, so Stirling's series is subtracted term by term instead
/// (as in Didonato & Morris, ACM Algorithm 708, TOMS 18, 1992).
func logBeta(_ first: Double, _ second: Double) -> Double {
  let b = min(first, second)
  let a = max(first, second)
  // From 10 on the series below is exact to 1e-15.
  guard a >= 10 else { return lgamma(a) + lgamma(b) - lgamma(a + b) }
  let difference =
    b - b * log(a) - (a + b - 0.5) * log1p(b / a) + stirlingRest(a) - stirlingRest(a + b)
  return lgamma(b) + difference
}

/// What Stirling's formula leaves out: ln Γ(x) − (x − ½) ln x + x − ½ ln 2π (DLMF 5.11.1).
private func stirlingRest(_ x: Double) -> Double {
  let y = 1 / (x * x)
  return (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1_260 - y * (1.0 / 1_680 - y / 1_188)))) / x
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The point below which Student's *t* falls with a given probability.
///
/// One and two degrees have closed forms. From 100,000 on, Fisher's expansion around the normal quantile is exact to the
/// last bits (Abramowitz & Stegun 26.7.5); between, that expansion or Hill's (ACM Algorithm 396, CACM 13, 1970) starts
/// Newton's method on the incomplete beta function.
///
///     studentQuantile(0.975, degrees: 6)   // 2.446911851144969
///
/// - Precondition: `probability` lies strictly between 0 and 1, and `degrees` is at least 1.
/// - Complexity: O(√degrees), and O(1) from 100,000 on.
package func studentQuantile(_ probability: Double, degrees: Int) -> Double {
  precondition(probability > 0 && probability < 1, "a quantile is of a probability inside 0...1")
  precondition(degrees >= 1, "Student's t has at least one degree of freedom")
  if probability == 0.5 { return 0 }
  if probability < 0.5 { return -upperQuantile(tail: probability, degrees: degrees) }
  return upperQuantile(tail: 1 - probability, degrees: degrees)
}

/// The point above which *t* lies with probability `tail`, which is below ½.
private func upperQuantile(tail: Double, degrees: Int) -> Double {
  let n = Double(degrees)
  if degrees == 1 { return 1 / tan(.pi * tail) }
  if degrees == 2 { return (1 - 2 * tail) / (2 * tail * (1 - tail)).squareRoot() }
  if degrees >= 100_000 { return fisherExpansion(-normalQuantile(tail), n) }
  var t = hillStart(tail: tail, degrees: n)
  // ln of the density's constant, Γ((n+1)/2) / (√(nπ) Γ(n/2)) = 1 / (√n B(n/2, ½)).
  let constant = -logBeta(n / 2, 0.5) - 0.5 * log(n)
  // Hill's start is good to some 4 digits and Newton doubles them; the bound is for the far tail.
  for _ in 0..<50 {
    let density = exp(constant - (n + 1) / 2 * log1p(t * t / n))
    let step = (upperTail(t, degrees: n) - tail) / density
    t += step
    if abs(step) <= 1e-15 * abs(t) { break }
  }
  return t
}

/// The probability that Student's *t* lies at least as far from 0 as `t`: a two-sided p-value.
package func studentTails(_ t: Double, degrees: Int) -> Double {
  2 * upperTail(abs(t), degrees: Double(degrees))
}

/// The probability that *t* lies above `t` ≥ 0 (DLMF 8.17, A&S 26.7.1).
private func upperTail(_ t: Double, degrees n: Double) -> Double {
  let square = t * t
  return 0.5
    * incompleteBeta(n / (n + square), complement: square / (n + square), a: n / 2, b: 0.5)
}

/// A&S 26.7.5, four terms: the next is below 1e-15 for n ≥ 100,000 and |x| ≤ 8.
private func fisherExpansion(_ x: Double, _ n: Double) -> Double {
  let y = x * x
  let first = x * (y + 1) / 4
  let second = x * ((5 * y + 16) * y + 3) / 96
  let third = x * (((3 * y + 19) * y + 17) * y - 15) / 384
  return x + (first + (second + third / n) / n) / n
}

/// Hill's first guess, without his refinement for few degrees, which Newton makes up for.
///
/// In the far tail *t* behaves as a power of the tail, and Hill's y = (d·2·tail)^(2/n) follows it there.
private func hillStart(tail: Double, degrees n: Double) -> Double {
  let a = 1 / (n - 0.5)
  let b = 48 / (a * a)
  let c = ((20_700 * a / b - 98) * a - 16) * a + 96.36
  let d = ((94.5 / (b + c) - 3) / b + 1) * (a * Double.pi / 2).squareRoot() * n
  var y = pow(d * 2 * tail, 2 / n)
  if y > 0.05 + a {
    let x = normalQuantile(tail)
    y = x * x
    return (n * expm1(a * y * (1 + (y + 3) / (4 * n * n)))).squareRoot()
  }
  y = (1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1
  y = y * (n + 1) / (n + 2) + 1 / pow(d * 2 * tail, 2 / n)
  return (n * max(y, 0)).squareRoot()
}

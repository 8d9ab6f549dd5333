#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The point below which a standard normal variable falls with a given probability.
///
/// Starts from Hastings' rational approximation (Abramowitz & Stegun 26.2.23, error < 4.5e-4) and refines it by Halley's
/// method on `erfc`, which triples the correct digits a step.
///
///     normalQuantile(0.975)   // 1.959963984540054
///
/// - Precondition: `probability` lies strictly between 0 and 1.
/// - Complexity: O(1).
package func normalQuantile(_ probability: Double) -> Double {
  precondition(probability > 0 && probability < 1, "a quantile is of a probability inside 0...1")
  let tail = min(probability, 1 - probability)
  let t = (-2 * log(tail)).squareRoot()
  var x =
    t - (2.515517 + t * (0.802853 + t * 0.010328))
    / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  // From 4.5e-4 two steps reach the last bit; a third is for the far tail, where Hastings is at its worst.
  for _ in 0..<3 {
    // Upper tail, less what it should be, over the density.
    let error = 0.5 * erfc(x / 2.0.squareRoot()) - tail
    let step = error * (2 * Double.pi).squareRoot() * exp(x * x / 2)
    x += step / (1 - x * step / 2)
  }
  return probability < 0.5 ? -x : x
}

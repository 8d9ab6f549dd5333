import Glibc
import Lexicons

/// The maximum a posteriori fit of a multinomial log-linear model with a Gaussian prior.
///
/// Logits are `prior + Σ value × weight`; the weights' prior is centred on 0, hence the model's on the hand-set
/// weights. Found by L-BFGS (Liu & Nocedal 1989, *Mathematical Programming* 45) with a backtracking line search;
/// sums run in one order, so the same examples give the same bits.
struct LogLinearFit {
  private let examples: [Example]
  /// Precision of the prior, by feature.
  private let precision: [Double]
  private let size: Int
  private(set) var weights: [Double]

  init(_ examples: [Example], precision: [Double]) {
    self.examples = examples
    self.precision = precision
    size = precision.count * 3
    weights = Array(repeating: 0, count: size)
  }

  /// The logits of `example`.
  func logits(of example: Example) -> SIMD4<Double> { Self.logits(of: example, weights) }

  private static func logits(of example: Example, _ weights: [Double]) -> SIMD4<Double> {
    var z = SIMD4<Double>(example.prior)
    z.w = 0
    for (number, value) in example.features {
      let at = Int(number) * 3
      let x = Double(value)
      z.x += x * weights[at]
      z.y += x * weights[at + 1]
      z.z += x * weights[at + 2]
    }
    return z
  }

  /// The negative log posterior at `point`, and its gradient.
  private func loss(at point: [Double], _ gradient: inout [Double]) -> Double {
    var loss = 0.0
    for feature in precision.indices {
      for lane in 0..<3 {
        let w = point[feature * 3 + lane]
        loss += 0.5 * precision[feature] * w * w
        gradient[feature * 3 + lane] = precision[feature] * w
      }
    }
    for example in examples {
      let z = Self.logits(of: example, point)
      let top = max(z.x, max(z.y, z.z))
      let e = SIMD3(exp(z.x - top), exp(z.y - top), exp(z.z - top))
      let sum = e.x + e.y + e.z
      let weight = Double(example.weight)
      var residual = SIMD3<Double>()
      for lane in 0..<3 {
        let target = Double(example.target[lane])
        let p = e[lane] / sum
        if target > 0 { loss -= weight * target * (z[lane] - top - log(sum)) }
        residual[lane] = weight * (p - target)
      }
      for (number, value) in example.features {
        let at = Int(number) * 3
        let x = Double(value)
        gradient[at] += x * residual.x
        gradient[at + 1] += x * residual.y
        gradient[at + 2] += x * residual.z
      }
    }
    return loss
  }

  /// Fits; returns after `steps` or when a step gains next to nothing.
  mutating func fit(steps: Int = 120) {
    var gradient = Array(repeating: 0.0, count: size)
    var value = loss(at: weights, &gradient)
    var pairs: [(s: [Double], y: [Double], rho: Double)] = []
    for _ in 0..<steps {
      let direction = Self.direction(gradient, pairs)
      let slope = dot(direction, gradient)
      guard slope < -1e-9 else { return }
      var step = pairs.isEmpty ? 1 / max(1, dot(gradient, gradient).squareRoot()) : 1.0
      var next = weights
      var nextGradient = gradient
      var nextValue = value
      while true {
        for i in 0..<size { next[i] = weights[i] + step * direction[i] }
        nextValue = loss(at: next, &nextGradient)
        if nextValue <= value + 1e-4 * step * slope { break }
        step *= 0.5
        if step < 1e-10 { return }
      }
      var s = next
      var y = nextGradient
      for i in 0..<size {
        s[i] -= weights[i]
        y[i] -= gradient[i]
      }
      let curvature = dot(s, y)
      if curvature > 1e-12 {
        pairs.append((s, y, 1 / curvature))
        if pairs.count > 8 { pairs.removeFirst() }
      }
      let gain = value - nextValue
      weights = next
      gradient = nextGradient
      value = nextValue
      if gain < 1e-5 * max(1, value) { return }
    }
  }

  /// The two-loop recursion.
  private static func direction(
    _ gradient: [Double], _ pairs: [(s: [Double], y: [Double], rho: Double)]
  ) -> [Double] {
    var q = gradient
    var alphas: [Double] = []
    for (s, y, rho) in pairs.reversed() {
      let alpha = rho * dot(s, q)
      alphas.append(alpha)
      for i in q.indices { q[i] -= alpha * y[i] }
    }
    if let (s, y, _) = pairs.last {
      let scale = dot(s, y) / dot(y, y)
      for i in q.indices { q[i] *= scale }
    }
    for ((s, y, rho), alpha) in zip(pairs, alphas.reversed()) {
      let beta = rho * dot(y, q)
      for i in q.indices { q[i] += (alpha - beta) * s[i] }
    }
    for i in q.indices { q[i] = -q[i] }
    return q
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}

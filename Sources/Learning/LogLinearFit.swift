import Glibc
import Lexicons

/// The maximum a posteriori fit of a multinomial log-linear model with a Gaussian prior.
///
/// Logits are `prior + Σ value × weight`; the weights' prior is centred on 0, hence the model's on the hand-set
/// weights. Found by L-BFGS (Liu & Nocedal 1989, *Mathematical Programming* 45) with a backtracking line search;
/// sums run in one order, so the same examples give the same bits.
struct LogLinearFit {
  /// Weights of complaint, support and neutral for one feature; the fourth lane stays 0.
  typealias Lanes = SIMD4<Double>

  private let examples: [Example]
  /// The examples' features, one example after the other; `ends` says where each one's end.
  private var numbers: [Int32] = []
  private var values: [Double] = []
  private var ends: [Int] = []
  /// Precision of the prior, by feature.
  private let precision: [Double]
  private(set) var weights: [Lanes]

  init(_ examples: [Example], precision: [Double]) {
    self.examples = examples
    self.precision = precision
    weights = Array(repeating: .zero, count: precision.count)
    for example in examples {
      for (number, value) in example.features {
        numbers.append(number)
        values.append(Double(value))
      }
      ends.append(numbers.count)
    }
  }

  /// The logits of `example`.
  func logits(of example: Example) -> Lanes {
    var z = Lanes(example.prior)
    z.w = 0
    for (number, value) in example.features { z += Double(value) * weights[Int(number)] }
    return z
  }

  /// The negative log posterior at `point`, and its gradient.
  private func loss(at point: [Lanes], _ gradient: inout [Lanes]) -> Double {
    var loss = 0.0
    for feature in precision.indices {
      let w = point[feature]
      loss += 0.5 * precision[feature] * (w * w).sum()
      gradient[feature] = precision[feature] * w
    }
    var start = 0
    for (place, example) in examples.enumerated() {
      let end = ends[place]
      var z = Lanes(example.prior)
      z.w = 0
      for i in start..<end { z += values[i] * point[Int(numbers[i])] }
      let top = max(z.x, max(z.y, z.z))
      let e = Lanes(exp(z.x - top), exp(z.y - top), exp(z.z - top), 0)
      let sum = e.sum()
      let target = Lanes(example.target)
      let weight = Double(example.weight)
      loss += weight * (top + log(sum) - (target * z).sum())
      let residual = weight * (e / sum - target)
      for i in start..<end { gradient[Int(numbers[i])] += values[i] * residual }
      start = end
    }
    return loss
  }

  /// Fits; returns after `steps` or when a step gains next to nothing.
  mutating func fit(steps: Int = 120) {
    var gradient = weights
    var value = loss(at: weights, &gradient)
    var pairs: [(s: [Lanes], y: [Lanes], rho: Double)] = []
    for _ in 0..<steps {
      let direction = Self.direction(gradient, pairs)
      let slope = dot(direction, gradient)
      guard slope < -1e-9 else { return }
      var step = pairs.isEmpty ? 1 / max(1, dot(gradient, gradient).squareRoot()) : 1.0
      var next = weights
      var nextGradient = gradient
      var nextValue = value
      while true {
        for i in next.indices { next[i] = weights[i] + step * direction[i] }
        nextValue = loss(at: next, &nextGradient)
        if nextValue <= value + 1e-4 * step * slope { break }
        step *= 0.5
        if step < 1e-10 { return }
      }
      var s = next
      var y = nextGradient
      for i in s.indices {
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
    _ gradient: [Lanes], _ pairs: [(s: [Lanes], y: [Lanes], rho: Double)]
  ) -> [Lanes] {
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

private func dot(_ a: [SIMD4<Double>], _ b: [SIMD4<Double>]) -> Double {
  var sum = SIMD4<Double>.zero
  for i in a.indices { sum += a[i] * b[i] }
  return sum.sum()
}

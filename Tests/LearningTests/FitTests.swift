import Lexicons
import Testing

@testable import Learning

@Suite struct FitTests {
  /// Two features, one of them telling complaint from support.
  private func examples(_ count: Int) -> [Example] {
    (0..<count).map { i in
      let isComplaint = i % 2 == 0
      return Example(
        prior: .zero, target: isComplaint ? Effect(1, 0, 0, 0) : Effect(0, 1, 0, 0), weight: 1,
        fold: i % 5, features: [(0, isComplaint ? 1 : -1), (1, 1)])
    }
  }

  // With n comments of each side, the optimum of 2n log(1 + e^(-2w)) + λw² is where 2n σ(-2w)·2 = 2λw.
  @Test("the fit is where the gradient of the posterior is zero", arguments: [4, 40, 400])
  func optimum(count: Int) {
    var fit = LogLinearFit(examples(count), precision: [1, 1])
    fit.fit()
    let w = fit.weights[0]
    // Neutral has its share too; by symmetry complaint and support mirror each other.
    #expect(abs(w.x + w.y) < 1e-3)
    #expect(w.x > 0)
    var sum = SIMD4<Double>.zero
    for example in examples(count) {
      let z = fit.logits(of: example)
      let e = SIMD3(exponential(z.x), exponential(z.y), exponential(z.z))
      let p = e / (e.x + e.y + e.z)
      let value = Double(example.features[0].value)
      sum.x += value * (p.x - Double(example.target.x))
      sum.y += value * (p.y - Double(example.target.y))
      sum.z += value * (p.z - Double(example.target.z))
    }
    sum += w
    #expect(abs(sum.x) < 0.02 * Double(count) && abs(sum.y) < 0.02 * Double(count))
  }

  @Test("a stronger prior keeps weights nearer to the hand-set ones")
  func shrinkage() {
    let sizes = [0.1, 1, 10, 100].map { precision in
      var fit = LogLinearFit(examples(40), precision: [precision, precision])
      fit.fit()
      return fit.weights[0].x
    }
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test("without examples the weights stay at their prior")
  func nothing() {
    var fit = LogLinearFit([], precision: [1, 1])
    fit.fit()
    #expect(fit.weights == [.zero, .zero])
  }
}

/// e to the power of `x`, by its series.
private func exponential(_ x: Double) -> Double {
  var (sum, term) = (1.0, 1.0)
  for n in 1..<100 {
    term *= x / Double(n)
    sum += term
  }
  return sum
}

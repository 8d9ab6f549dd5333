/// One verdict beside its gold label.
package struct Judgement: Sendable {
  package let gold: Int
  /// The probability of each class; they sum to 1.
  package let probabilities: SIMD4<Float>

  package init(gold: Int, probabilities: SIMD4<Float>) {
    self.gold = gold
    self.probabilities = probabilities
  }

  /// The likeliest class.
  package var given: Int {
    let p = probabilities
    return p.x > p.y && p.x > p.z ? 0 : p.y > p.z ? 1 : 2
  }

  package var isRight: Bool { given == gold }
  package var confidence: Double { Double(probabilities[given]) }
}

/// How far confidence means what it says.
package struct Calibration: Sendable {
  /// Verdicts whose confidence lies in one tenth of 0…1.
  package struct Bin: Sendable {
    package let low: Double
    package let count: Int
    /// The mean confidence, and the share that is right.
    package let confidence: Double
    package let accuracy: Double
  }

  /// The mean squared distance of the probabilities from the label, 0…2 (Brier 1950).
  package let brier: Double
  /// The expected calibration error: the mean distance of accuracy from confidence over the bins, 0…1
  /// (Naeini and others 2015).
  package let expectedError: Double
  package let bins: [Bin]

  /// - Precondition: `judgements` is not empty.
  package init(_ judgements: [Judgement]) {
    var counts = Array(repeating: 0, count: 10)
    var confidences = Array(repeating: 0.0, count: 10)
    var right = counts
    var squares = 0.0
    for one in judgements {
      for lane in 0..<3 {
        let distance = Double(one.probabilities[lane]) - (one.gold == lane ? 1 : 0)
        squares += distance * distance
      }
      let bin = min(9, Int(one.confidence * 10))
      counts[bin] += 1
      confidences[bin] += one.confidence
      right[bin] += one.isRight ? 1 : 0
    }
    brier = squares / Double(judgements.count)
    bins = (0..<10).filter { counts[$0] > 0 }.map { bin in
      let n = Double(counts[bin])
      return Bin(
        low: Double(bin) / 10, count: counts[bin], confidence: confidences[bin] / n,
        accuracy: Double(right[bin]) / n)
    }
    expectedError = bins.reduce(0) {
      $0 + Double($1.count) / Double(judgements.count) * abs($1.accuracy - $1.confidence)
    }
  }
}

extension [Judgement] {
  package var confusion: Confusion {
    var confusion = Confusion(classes: ["complaint", "support", "neutral"])
    for one in self { confusion.add(gold: one.gold, given: one.given) }
    return confusion
  }

  /// The 95 % interval of macro-F1 by the percentile bootstrap over comments (Efron 1979), with a fixed seed.
  ///
  /// - Complexity: O(rounds × *n*).
  package func macroF1Interval(rounds: Int = 1000) -> (low: Double, high: Double)? {
    guard count > 1 else { return nil }
    var seed: UInt64 = 20_261_124
    var found: [Double] = []
    for _ in 0..<rounds {
      var sample = Confusion(classes: ["complaint", "support", "neutral"])
      for _ in indices {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let one = self[Int((seed >> 33) % UInt64(count))]
        sample.add(gold: one.gold, given: one.given)
      }
      if let value = sample.macroF1 { found.append(value) }
    }
    found.sort()
    guard !found.isEmpty else { return nil }
    return (
      found[found.count * 25 / 1000], found[Swift.min(found.count - 1, found.count * 975 / 1000)]
    )
  }

  /// The accuracy over the surest share of the verdicts.
  package func accuracy(ofSurest share: Double) -> Double? {
    let kept = sorted { $0.confidence > $1.confidence }.prefix(
      Int((Double(count) * share).rounded()))
    guard !kept.isEmpty else { return nil }
    return Double(kept.count(where: \.isRight)) / Double(kept.count)
  }
}

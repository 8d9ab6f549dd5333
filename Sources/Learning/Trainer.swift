import Glibc
import Lexicons
import Sentiment
import Wording

/// Fits the weights of the log-linear model to labelled comments, the hand-set weights being the prior.
///
///     var trainer = Trainer(untrained)
///     trainer.add(comment, Label(.complaint))
///     let result = trainer.train()
///     // result.file is `weights.tsv`
package struct Trainer: ~Copyable {
  /// How far weights may leave their prior: the precision of the Gaussian prior of each feature, and how many
  /// comments must have it.
  package struct Priors: Sendable {
    package var precision: [LearnedWeights.Feature: Double] = [
      .cue: 0.1, .group: 1, .trait: 1, .traits: 4, .entry: 1.5, .word: 2, .pair: 4, .gram: 8,
      .reviewWord: 0.7, .reviewTrait: 0.3, .calibration: 20,
    ]
    package var least: [LearnedWeights.Feature: Int] = [
      .entry: 2, .word: 3, .pair: 4, .gram: 6, .traits: 8, .reviewWord: 4,
    ]
    /// Weights whose every lane is nearer to 0 are left out of the file.
    package var cutoff: [LearnedWeights.Feature: Double] = [
      .word: 0.03, .pair: 0.04, .gram: 0.06, .reviewWord: 0.05,
    ]

    package init() {}
  }

  /// What training gave.
  package struct Result: Sendable {
    /// The bytes of `weights.tsv`.
    package let file: String
    package let features: Int
    /// Verdicts on the fully labelled comments, each from a fit that had not seen it.
    package let heldOut: Confusion
    package let temperature: Double
  }

  package var priors = Priors()
  private let lexicon: Lexicon
  private var reading: Reading
  private var scorer: StanceScorer
  private var space = FeatureSpace()
  private var examples: [Example] = []
  /// How many examples have a full label, by which the fit is judged.
  private var goldCount = 0

  /// - Parameter lexicon: The lexicon without learned weights.
  package init(_ lexicon: Lexicon) {
    precondition(lexicon.weights.isEmpty, "training starts from the hand-set weights")
    self.lexicon = lexicon
    reading = Reading(lexicon)
    scorer = StanceScorer(lexicon)
  }

  package var count: Int { examples.count }

  /// Adds a labelled comment.
  ///
  /// - Parameters:
  ///   - bytes: The comment in UTF-8.
  ///   - target: The share of complaint, support and neutral in its label.
  ///   - weight: How many comments it counts as.
  ///   - source: Where a label that is no stance is from. What such labels mean differs by source, so each
  ///     has changes of its own to the traits' weights, which are fitted and left out of the model: the feature
  ///     augmentation of Daumé III 2007.
  ///   - isReview: Whether it is a review or a news item rather than a comment.
  package mutating func add(
    _ bytes: Span<UInt8>, target: Effect, weight: Float, source: Int? = nil,
    isReview: Bool = false
  ) {
    reading.read(bytes)
    let prior = scorer.score(&reading)
    var sums: [Int: Float] = [:]
    var gated: [Int: Float] = [:]
    var values: [FeatureValue] = []
    scorer.forEachFeature(of: reading, in: bytes) { values.append($0) }
    for value in values {
      func number(_ feature: LearnedWeights.Feature) -> Int {
        space.number(.init(feature: feature, code: value.code)) {
          StanceScorer.name(of: value, lexicon, in: bytes)
        }
      }
      sums[number(value.feature), default: 0] += value.value
      switch value.feature {
      case .word: gated[number(.reviewWord), default: 0] += value.value
      case .trait: gated[number(.reviewTrait), default: 0] += value.value
      default: break
      }
      if let source, value.feature == .trait { sums[own(source, value.code)] = 1 }
    }
    let bias = UInt64(Trait.allCases.count)
    gated[space.number(.init(feature: .reviewTrait, code: bias)) { "bias" }] = 1
    if let source { sums[own(source, bias)] = 1 }
    for number in sums.keys { space.count(number) }
    if isReview { for number in gated.keys { space.count(number) } }
    let sorted = { (all: [Int: Float]) in
      all.sorted { $0.key < $1.key }.map { (number: Int32($0.key), value: $0.value) }
    }
    examples.append(
      Example(
        prior: prior, target: target, weight: weight,
        fold: source == nil ? goldCount % 5 : -1,
        features: sorted(sums), gated: sorted(gated), isReview: isReview))
    if source == nil { goldCount += 1 }
  }

  /// The number of a source's own change to a trait.
  private mutating func own(_ source: Int, _ trait: UInt64) -> Int {
    let code = UInt64(source) << 32 | trait
    return space.number(.init(feature: .calibration, code: code)) { "" }
  }

  /// Fits the weights, and judges the fit by five-fold cross-validation on the gold comments.
  package mutating func train(folds: Int = 5) -> Result {
    let precision = prune()
    let genre = fitGenre(precision.count)
    var heldOut = Confusion(classes: ["complaint", "support", "neutral"])
    var judged: [(logits: SIMD4<Double>, gold: Int)] = []
    for fold in 0..<(goldCount < folds ? 0 : folds) {
      var fit = LogLinearFit(examples.filter { $0.fold != fold }, precision: precision)
      fit.fit()
      for example in examples where example.fold == fold {
        let logits = fit.logits(of: example)
        let gold = Self.best(SIMD4<Double>(example.target))
        heldOut.add(gold: gold, given: Self.best(logits))
        judged.append((logits, gold))
      }
    }
    var fit = LogLinearFit(examples, precision: precision)
    fit.fit()
    let temperature = Self.temperature(judged)
    return Result(
      file: file(fit.weights, genre, temperature), features: precision.count, heldOut: heldOut,
      temperature: temperature)
  }

  /// Drops features that too few comments have, and returns the precision of the others.
  private mutating func prune() -> [Double] {
    var kept: [Int32] = Array(repeating: -1, count: space.keys.count)
    var pruned = FeatureSpace()
    var precision: [Double] = []
    for (number, key) in space.keys.enumerated() {
      guard space.counts[number] >= priors.least[key.feature, default: 1] else { continue }
      kept[number] = Int32(pruned.number(key) { space.names[number] })
      precision.append(priors.precision[key.feature, default: 1])
    }
    for i in examples.indices {
      examples[i].features = examples[i].features.compactMap { number, value in
        kept[Int(number)] < 0 ? nil : (kept[Int(number)], value)
      }
      examples[i].gated = examples[i].gated.compactMap { number, value in
        kept[Int(number)] < 0 ? nil : (kept[Int(number)], value)
      }
    }
    space = pruned
    return precision
  }

  /// Fits how far each word speaks for a review, by binary logistic regression over words, and opens each example's
  /// gated features as far as it reads as one.
  ///
  /// - Returns: The genre of each word and of no word, in logits; `nil` where all examples are of one genre.
  private mutating func fitGenre(_ count: Int) -> (words: [Int: Double], bias: Double)? {
    guard examples.contains(where: \.isReview), examples.contains(where: { !$0.isReview }) else {
      return nil
    }
    let bias = Int32(count)
    let plain = examples.map { one in
      // The second class can't win: it is regression on two.
      Example(
        prior: Effect(0, -60, 0, 0), target: one.isReview ? Effect(1, 0, 0, 0) : Effect(0, 0, 1, 0),
        weight: 1, fold: 0,
        features: one.features.filter { space.keys[Int($0.number)].feature == .word } + [(bias, 1)],
        gated: [], isReview: one.isReview)
    }
    var fit = LogLinearFit(plain, precision: Array(repeating: 0.5, count: count + 1))
    fit.fit()
    for (i, example) in plain.enumerated() {
      let z = fit.logits(of: example)
      let share = Float(1 / (1 + exp(z.z - z.x)))
      examples[i].features += examples[i].gated.map { ($0.number, $0.value * share) }
      examples[i].gated = []
    }
    var words: [Int: Double] = [:]
    for (number, key) in space.keys.enumerated() where key.feature == .word {
      words[number] = fit.weights[number].x - fit.weights[number].z
    }
    return (words, fit.weights[count].x - fit.weights[count].z)
  }

  private static func best(_ scores: SIMD4<Double>) -> Int {
    scores.x > scores.y && scores.x > scores.z ? 0 : scores.y > scores.z ? 1 : 2
  }

  /// The temperature under which the held-out comments' labels are likeliest: Guo and others 2017.
  private static func temperature(_ judged: [(logits: SIMD4<Double>, gold: Int)]) -> Double {
    guard !judged.isEmpty else { return 1 }
    func loss(_ temperature: Double) -> Double {
      judged.reduce(0) { sum, one in
        let z = one.logits / temperature
        let top = max(z.x, max(z.y, z.z))
        return sum + top + log(exp(z.x - top) + exp(z.y - top) + exp(z.z - top)) - z[one.gold]
      }
    }
    return stride(from: 0.4, through: 3, by: 0.02).min { loss($0) < loss($1) } ?? 1
  }

  private func file(
    _ weights: [SIMD4<Double>], _ genre: (words: [Int: Double], bias: Double)?,
    _ temperature: Double
  ) -> String {
    var rows: [String] = []
    func round(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    if let genre {
      rows.append("genre\t<bias>\t\(round(genre.bias))\t0\t0")
      for (number, value) in genre.words where abs(value) >= 0.25 {
        rows.append("genre\t\(space.names[number])\t\(round(value))\t0\t0")
      }
    }
    for (number, key) in space.keys.enumerated() where key.feature != .calibration {
      let lanes = (0..<3).map { (weights[number][$0] * 100).rounded() / 100 }
      guard lanes.contains(where: { abs($0) >= priors.cutoff[key.feature, default: 0.03] }) else {
        continue
      }
      rows.append(
        "\(key.feature.rawValue)\t\(space.names[number])\t"
          + lanes.map { $0 == 0 ? "0" : "\($0)" }.joined(separator: "\t"))
    }
    rows.append("calibration\ttemperature\t\((temperature * 100).rounded() / 100)\t0\t0")
    return """
      # Learned changes to the hand-set weights, written by `suara train`.
      # Source: Corpus/README.md names the data and their licences. Licence: Apache-2.0.
      feature\tkey\tcomplaint\tsupport\tneutral

      """
        + rows.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.joined(
          separator: "\n") + "\n"
  }
}

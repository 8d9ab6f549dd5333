/// Comments of a dump whose true mood people told, and how the classifier judged them.
package struct LabelledSample: Sendable {
  /// One of them.
  package struct Label: Sendable {
    /// By place in the tally's list; `nil` where the file names none.
    package let official: Int?
    /// `nil` where the file has no time.
    package let day: Int32?
    package let truth: Mood
    package let given: Mood
    /// The chance that it was drawn; 1 where the file has none.
    package let probability: Double

    package init(official: Int?, day: Int32?, truth: Mood, given: Mood, probability: Double) {
      self.official = official
      self.day = day
      self.truth = truth
      self.given = given
      self.probability = probability
    }

    var weight: Double { 1 / probability }
  }

  package private(set) var labels: [Label] = []
  package private(set) var correction = ErrorCorrection()

  package init() {}

  package mutating func add(_ label: Label) {
    labels.append(label)
    correction.add(truth: label.truth, given: label.given, weight: label.weight)
  }

  /// METHODS.md: "PPI difference estimator when ≥ 30 random labels per period exist".
  package static let leastInPeriod = 30

  /// The share of a mood by prediction-powered inference: what the classifier counts, plus its mean error on the labels
  /// from the same days.
  ///
  /// Angelopoulos and others 2023, *Science* 382; with unlike chances, Hájek's ratio. It holds even where comments are mistaken
  /// for each other otherwise than at other times, because errors are measured in the period itself; but labels must be a
  /// random sample of it, and none may have been learned from.
  ///
  /// - Returns: `nil` with fewer than `leastInPeriod` labels on these days.
  package func predictionPowered(
    _ mood: Mood, official: Int, days: ClosedRange<Int32>, counted: ShareEstimate
  ) -> ErrorCorrection.Estimate? {
    let inside = labels.filter {
      $0.official == official && $0.day.map(days.contains) ?? false
    }
    guard inside.count >= Self.leastInPeriod, let share = counted.share,
      let effective = counted.effective, effective > 0
    else { return nil }
    let errors = inside.map {
      (($0.truth == mood ? 1.0 : 0) - ($0.given == mood ? 1.0 : 0), $0.weight)
    }
    let all = errors.reduce(0) { $0 + $1.1 }
    let mean = errors.reduce(0) { $0 + $1.0 * $1.1 } / all
    let m = Double(errors.count)
    let squares = errors.reduce(0) { sum, one in
      sum + (one.1 * (one.0 - mean)) * (one.1 * (one.0 - mean))
    }
    let variance = m / (m - 1) * squares / (all * all) + share * (1 - share) / effective
    let value = max(0, min(1, share + mean))
    let reach = studentQuantile(0.975, degrees: errors.count - 1) * variance.squareRoot()
    return .init(
      share: value,
      interval: max(0, min(value, share + mean - reach))...min(1, max(value, share + mean + reach)))
  }
}

extension ErrorCorrection {
  /// The shares of complaints, support and neutral of several windows, corrected together, by draws from their posterior.
  ///
  /// The model of Ziegler & Czyż ("Bayesian Quantification with Black-Box Estimators", TMLR 2024): true moods by unknown
  /// shares, verdicts by unknown chances given the mood that are the same in all windows, flat priors, Gibbs sampling of both
  /// with the true moods of each window filled in. It stays honest where *M* can hardly be inverted: intervals get wide.
  ///
  /// - Parameter windows: What was counted, and how many independent comments it is worth.
  /// - Returns: For each window, each mood's draws; `nil` where a mood has no label.
  /// - Complexity: O(draws × windows).
  package func posterior(
    _ windows: [(counts: MoodCounts, effective: Double)], draws: Int = 1000, seed: UInt64 = 17
  ) -> [[[Double]]]? {
    let labels = counts
    guard labels.allSatisfy({ $0.reduce(0, +) > 0 }) else { return nil }
    var random = Draws(seed: seed)
    let counted = windows.map { window in
      Mood.allCases.map { mood in
        window.counts.total == 0
          ? 0
          : Int(
            (Double(window.counts[mood]) * min(1, window.effective / Double(window.counts.total)))
              .rounded())
      }
    }
    var shares = windows.map { _ in Array(repeating: 1.0 / 3, count: 3) }
    var chances = labels.map { row in
      row.map { ($0 + 1) / (row.reduce(0, +) + Double(row.count)) }
    }
    var kept = windows.map { _ in Array(repeating: [Double](), count: 3) }
    let warmUp = draws / 5
    for step in 0..<(draws + warmUp) {
      var seen = labels
      for w in windows.indices {
        var moods = Array(repeating: 1.0, count: 3)
        for given in 0..<3 where counted[w][given] > 0 {
          let weights = (0..<3).map { shares[w][$0] * chances[$0][given] }
          for (truth, count) in random.multinomial(weights, counted[w][given]).enumerated() {
            moods[truth] += Double(count)
            seen[truth][given] += Double(count)
          }
        }
        shares[w] = random.dirichlet(moods)
        guard step >= warmUp else { continue }
        for mood in 0..<3 { kept[w][mood].append(shares[w][mood]) }
      }
      chances = seen.map { random.dirichlet($0.map { $0 + 1 }) }
    }
    return kept
  }

  /// The mean and the middle 95 % of a mood's draws.
  package static func estimate(ofDraws draws: [Double]) -> Estimate {
    estimate(draws.reduce(0, +) / Double(max(1, draws.count)), draws)
  }
}

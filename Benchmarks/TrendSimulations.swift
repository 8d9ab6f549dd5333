import Trends

/// Simulations of comments under posts, with known truths, that the statistics of `Trends` must meet.
///
/// Posts are beta-binomial: each has its own share, so that two comments under one post correlate by `correlation`. Every
/// simulation starts from the seed that is printed, and gives the same figures on every machine.
struct TrendSimulations {
  /// A figure, what it should be, and whether it is.
  struct Outcome {
    let name: String
    let runs: Int
    let figure: Double
    let least: Double
    let most: Double

    var isMet: Bool { (least...most).contains(figure) }
  }

  let seed: UInt64
  /// How many times as many runs as usual.
  let scale: Double

  var outcomes: [Outcome] {
    coverage + [falseChanges] + stepFound + recovered + poweredUnderDrift + composition
  }

  private func runs(_ count: Int) -> Int { max(1, Int(Double(count) * scale)) }

  private func draws(_ number: UInt64) -> Draws { Draws(seed: seed &+ number &* 1_000_003) }

  /// How many comments of a post are complaints.
  private func complaints(
    of comments: Int, share: Double, correlation: Double, _ random: inout Draws
  ) -> UInt32 {
    guard correlation > 0 else { return UInt32(random.binomial(comments, share)) }
    let balls = 1 / correlation - 1
    let own = random.beta(share * balls, (1 - share) * balls)
    return UInt32(random.binomial(comments, own))
  }

  /// Whether 95 % intervals hold the truth.
  private var coverage: [Outcome] {
    var outcomes: [Outcome] = []
    for correlation in [0.0, 0.15] {
      for posts in [7, 10, 20] {
        for share in [0.2, 0.5] {
          var random = draws(UInt64(posts * 100) + UInt64(share * 10 + correlation * 100))
          let runs = runs(8000)
          var covered = 0
          for _ in 0..<runs {
            let clusters = (0..<posts).map { _ in
              let complaint = complaints(
                of: 15, share: share, correlation: correlation, &random)
              return MoodCounts(complaint: complaint, support: 15 - complaint)
            }
            if ShareEstimate.estimates(of: clusters)[0].interval?.contains(share) == true {
              covered += 1
            }
          }
          outcomes.append(
            Outcome(
              name:
                "coverage, \(posts) posts of 15, correlation \(fixed(correlation, decimals: 2)), share \(fixed(share))",
              runs: runs, figure: Double(covered) / Double(runs),
              least: correlation > 0 ? 0.93 : 0.94, most: 1))
        }
      }
    }
    return outcomes
  }

  /// Posts over weeks; `share` gives that of a week.
  private func weeks(
    _ count: Int, posts: Int, comments: Int, _ random: inout Draws, share: (Int) -> Double
  ) -> [ClusterDay] {
    var days: [ClusterDay] = []
    for week in 0..<count {
      for post in 0..<posts {
        let complaint = complaints(of: comments, share: share(week), correlation: 0.15, &random)
        days.append(
          ClusterDay(
            day: Int32(week * 7 + post * 7 / posts), cluster: days.count,
            counts: MoodCounts(complaint: complaint, support: UInt32(comments) - complaint)))
      }
    }
    return days
  }

  private var falseChanges: Outcome {
    var random = draws(2)
    let runs = runs(600)
    var found = 0
    for run in 0..<runs {
      let days = weeks(52, posts: 4, comments: 8, &random) { _ in 0.5 }
      if !ChangePointSearch().changePoints(in: days, seed: seed &+ UInt64(run)).isEmpty {
        found += 1
      }
    }
    // 600 runs know a chance of .05 to ±.017, which is allowed for.
    return Outcome(
      name: "false change points on 52 flat clustered weeks", runs: runs,
      figure: Double(found) / Double(runs), least: 0, most: 0.05)
  }

  /// 12 posts of 15 comments a week, correlated by .15, are worth 180 / 3.1 = 58.
  private var stepFound: [Outcome] {
    var random = draws(3)
    let runs = runs(300)
    var (near, covered, extra) = (0, 0, 0)
    for run in 0..<runs {
      let days = weeks(52, posts: 12, comments: 15, &random) { $0 < 26 ? 0.6 : 0.4 }
      let points = ChangePointSearch().changePoints(in: days, seed: seed &+ UInt64(run))
      if let point = points.min(by: { abs($0.day - 182) < abs($1.day - 182) }) {
        if abs(point.day - 182) <= 14 { near += 1 }
        if point.interval.contains(182) { covered += 1 }
      }
      if points.count > 1 { extra += 1 }
    }
    func share(_ count: Int) -> Double { Double(count) / Double(runs) }
    return [
      Outcome(
        name: "step of 20 points found within 2 weeks", runs: runs, figure: share(near),
        least: 0.8, most: 1),
      Outcome(
        name: "its interval holds the week", runs: runs, figure: share(covered), least: 0.9,
        most: 1),
      Outcome(
        name: "changes beside the step", runs: runs, figure: share(extra), least: 0, most: 0.1),
    ]
  }

  /// A classifier of TPR .80 and FPR .12.
  private func given(_ truth: Mood, _ random: inout Draws, sees: Double = 0.8) -> Mood {
    let chance = random.uniform()
    switch truth {
    case .complaint:
      return chance < sees ? .complaint : chance < (sees + 1) / 2 ? .support : .neutral
    case .support: return chance < 0.12 ? .complaint : chance < 0.92 ? .support : .neutral
    case .neutral: return chance < 0.1 ? .complaint : chance < 0.2 ? .support : .neutral
    }
  }

  /// A fifth is neutral, of the rest `share` a complaint.
  private func truth(_ share: Double, _ random: inout Draws) -> Mood {
    if random.uniform() < 0.2 { return .neutral }
    return random.uniform() < share ? .complaint : .support
  }

  private var recovered: [Outcome] {
    var random = draws(4)
    let runs = runs(400)
    var (plain, adjusted, bayesian) = (0.0, 0.0, 0.0)
    var (coveredAdjusted, coveredBayesian) = (0, 0)
    for run in 0..<runs {
      var correction = ErrorCorrection()
      for i in 0..<500 {
        let truth = truth(i % 2 == 0 ? 0.7 : 0.2, &random)
        correction.add(truth: truth, given: given(truth, &random))
      }
      let windows = [0.7, 0.2].map { share in
        var counts = MoodCounts()
        for _ in 0..<600 { counts.add(given(truth(share, &random), &random)) }
        return (counts: counts, effective: 600.0)
      }
      func complaint(_ counts: MoodCounts) -> Double {
        Double(counts[.complaint]) / Double(max(1, counts[.complaint] + counts[.support]))
      }
      plain += complaint(windows[1].counts) - complaint(windows[0].counts)
      let runSeed = seed &+ UInt64(run)
      if let found = correction.corrected(windows[0], windows[1], seed: runSeed) {
        adjusted += found.change.share
        if found.change.interval.contains(-0.5) { coveredAdjusted += 1 }
      }
      guard let posterior = correction.posterior(windows, seed: runSeed) else { continue }
      let changes = posterior[0][0].indices.map { i in
        let (p, q) = (posterior[0].map { $0[i] }, posterior[1].map { $0[i] })
        return q[0] / (q[0] + q[1]) - p[0] / (p[0] + p[1])
      }
      let change = ErrorCorrection.estimate(ofDraws: changes)
      bayesian += change.share
      if change.interval.contains(-0.5) { coveredBayesian += 1 }
    }
    let all = Double(runs)
    return [
      Outcome(
        name: "change of -.50 as counted (not corrected)", runs: runs, figure: plain / all,
        least: -1, most: 1),
      Outcome(
        name: "bias of the adjusted count, 500 labels", runs: runs,
        figure: adjusted / all + 0.5, least: -0.02, most: 0.02),
      Outcome(
        name: "coverage of its interval", runs: runs, figure: Double(coveredAdjusted) / all,
        least: 0.93, most: 1),
      Outcome(
        name: "bias of the Bayesian count, 500 labels", runs: runs,
        figure: bayesian / all + 0.5, least: -0.02, most: 0.02),
      Outcome(
        name: "coverage of its interval", runs: runs, figure: Double(coveredBayesian) / all,
        least: 0.93, most: 1),
    ]
  }

  /// The classifier sees fewer complaints in the period than where it was measured: only labels of the period itself help.
  private var poweredUnderDrift: [Outcome] {
    var random = draws(5)
    let runs = runs(1000)
    var (bias, covered) = (0.0, 0)
    for _ in 0..<runs {
      var sample = LabelledSample()
      for _ in 0..<100 {
        let truth = truth(0.5, &random)
        sample.add(
          .init(
            official: 0, day: 1, truth: truth, given: given(truth, &random, sees: 0.6),
            probability: 0.1))
      }
      var clusters: [MoodCounts] = []
      for _ in 0..<300 {
        var counts = MoodCounts()
        for _ in 0..<3 { counts.add(given(truth(0.5, &random), &random, sees: 0.6)) }
        clusters.append(counts)
      }
      guard
        let found = sample.predictionPowered(
          .complaint, official: 0, days: 0...2,
          counted: ShareEstimate.estimates(of: clusters)[0])
      else { continue }
      bias += found.share - 0.4
      if found.interval.contains(0.4) { covered += 1 }
    }
    return [
      Outcome(
        name: "bias, prediction-powered, classifier drifting", runs: runs,
        figure: bias / Double(runs), least: -0.02, most: 0.02),
      Outcome(
        name: "coverage of its interval", runs: runs, figure: Double(covered) / Double(runs),
        least: 0.93, most: 1),
    ]
  }

  /// A post a day for a year, on one of two platforms.
  private func year(
    _ random: inout Draws, first: (Double) -> Double, share: (_ isFirst: Bool, Double) -> Double
  ) -> Claim? {
    var tally = TrendTally()
    for day in 0..<360 {
      let now = Double(day) / 359
      let isFirst = random.uniform() < first(now)
      let complaint = complaints(of: 15, share: share(isFirst, now), correlation: 0.15, &random)
      for i in 0..<15 as Range<UInt32> {
        tally.add(
          Observation(
            official: 0, day: Int32(day), post: UInt64(day + 1),
            mood: i < complaint ? .complaint : .support, platform: isFirst ? 1 : 2))
      }
    }
    return Claim(of: 0, in: tally)
  }

  private var composition: [Outcome] {
    var random = draws(6)
    let runs = runs(200)
    var (mix, wrong) = (0, 0)
    for _ in 0..<runs {
      // Shares stay at .3 and .6; the first platform's part grows from .3 to .8.
      let moved = year(&random, first: { 0.3 + 0.5 * $0 }) { isFirst, _ in isFirst ? 0.3 : 0.6 }
      if moved?.isMostlyMix == true { mix += 1 }
      // The mix stays; both shares fall by 20 points.
      let changed = year(&random, first: { _ in 0.5 }) { isFirst, now in
        (isFirst ? 0.4 : 0.7) - 0.2 * now
      }
      if changed?.isMostlyMix == true { wrong += 1 }
    }
    return [
      Outcome(
        name: "a change of platforms' mix told as composition", runs: runs,
        figure: Double(mix) / Double(runs), least: 0.95, most: 1),
      Outcome(
        name: "a change of mind told as composition", runs: runs,
        figure: Double(wrong) / Double(runs), least: 0, most: 0.05),
    ]
  }
}

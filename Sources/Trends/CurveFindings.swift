import Times

/// What can be told of a curve beside its points: whether it moved, when, and what moved it.
package struct CurveFindings: Sendable {
  /// The trend, the changes, and what else could explain them.
  package let claim: Claim
  /// The trend's p, adjusted for how many curves were looked at (Benjamini & Hochberg); `nil` without a trend.
  package fileprivate(set) var adjustedP: Double?
  /// Over the shares of complaints of periods with data enough.
  package let mannKendall: MannKendall?
  /// One for each of the curve's points.
  package let points: [Point]

  /// A period's share of complaints, seen otherwise.
  package struct Point: Sendable {
    /// When each author has one vote; `nil` without authors.
    package let perAuthor: Double?
    /// Without campaigns of copies; `nil` where the official has none.
    package let withoutCampaigns: ShareEstimate?
    /// Drawn toward the official's own mean by how little it rests on; `nil` without comments.
    package let shrunk: Double?
    /// Corrected for the classifier's errors; `nil` without labels that allow it.
    package let corrected: Corrected?
  }

  package struct Corrected: Sendable {
    package enum Method: String, Sendable {
      case predictionPowered = "prediction-powered"
      case bayesian
    }

    package let method: Method
    package let estimate: ErrorCorrection.Estimate
    /// The adjusted count, for comparison; `nil` where verdicts tell too little.
    package let adjustedCount: Double?
  }
}

extension TrendTally {
  /// The curve of each official, in the order of their places, and what can be told of it.
  ///
  /// - Parameters:
  ///   - labels: Comments with their true mood, to correct for the classifier's errors.
  ///   - threads: How many officials are looked at together.
  /// - Complexity: O(*c* log *c*) in the cells, and some hundred shuffles of each official's posts (`ChangePointSearch`).
  package func analysis(
    _ binning: Binning, labels: LabelledSample? = nil, threads: Int = 1
  ) async -> (curves: [Curve], findings: [CurveFindings]) {
    typealias Found = (curve: Curve, findings: CurveFindings)
    guard let covered = days else { return ([], []) }
    let parts = byOfficial.sorted { $0.key < $1.key }
    var found: [Found?] = Array(repeating: nil, count: parts.count)
    await withTaskGroup(of: (Int, Found?).self) { group in
      for (place, (_, part)) in parts.enumerated() {
        if place >= threads, let (done, one) = await group.next() { found[done] = one }
        group.addTask {
          // Sorted once, so that all that follows finds it so.
          let part = part.sorted
          guard let curve = part.curves(binning, covered: covered).first,
            let findings = part.finding(of: curve, labels)
          else { return (place, nil) }
          return (place, (curve, findings))
        }
      }
      for await (place, one) in group { found[place] = one }
    }
    var findings = found.compactMap { $0?.findings }
    let tested = findings.indices.filter { findings[$0].claim.trend != nil }
    let adjusted = benjaminiHochberg(tested.compactMap { findings[$0].claim.trend?.p })
    for (place, p) in zip(tested, adjusted) { findings[place].adjustedP = p }
    return (found.compactMap { $0?.curve }, findings)
  }

  /// What can be told of the curve of an official whose comments alone this tally holds, but for `adjustedP`.
  private func finding(of curve: Curve, _ labels: LabelledSample?) -> CurveFindings? {
    guard let claim = Claim(of: curve.official, in: self, correction: labels?.correction) else {
      return nil
    }
    return CurveFindings(
      claim: claim, adjustedP: nil,
      mannKendall: MannKendall(
        curve.points.filter { !$0.short && $0.complete }.compactMap(\.complaint.share)),
      points: points(of: curve, labels))
  }

  private func points(of curve: Curve, _ labels: LabelledSample?) -> [CurveFindings.Point] {
    let authors = curve.byPeriod(authorDays(of: curve.official))
    let copies = campaignCopies(of: curve.official)
    let rest =
      copies.isEmpty
      ? nil
      : curve.byPeriod(without(copies, of: curve.official).clusterDays(of: curve.official))
    let shrunk = curve.shrunk
    let posterior = labels?.correction.posterior(
      curve.points.map { ($0.counts, $0.effective ?? Double($0.clusters)) })
    return curve.points.enumerated().map { place, point in
      let days = point.key.start.number...point.key.end.number
      let votes = authors[place].clusters(in: days).compactMap { $0.share(of: .complaint) }
      return CurveFindings.Point(
        perAuthor: votes.isEmpty ? nil : votes.reduce(0, +) / Double(votes.count),
        withoutCampaigns: rest.map {
          ShareEstimate.estimates(of: $0[place].clusters(in: days))[Mood.complaint.rawValue]
        },
        shrunk: shrunk[place],
        corrected: point.counts.total == 0
          ? nil
          : labels.flatMap { labels in
            let adjusted = labels.correction.adjusted(point.counts)?[Mood.complaint.rawValue]
            if let powered = labels.predictionPowered(
              .complaint, official: curve.official, days: days, counted: point.complaint)
            {
              return .init(
                method: .predictionPowered, estimate: powered, adjustedCount: adjusted)
            }
            guard let draws = posterior?[place][Mood.complaint.rawValue] else { return nil }
            return .init(
              method: .bayesian, estimate: ErrorCorrection.estimate(ofDraws: draws),
              adjustedCount: adjusted)
          })
    }
  }
}

extension Curve {
  /// What lies in each of the curve's periods.
  ///
  /// - Complexity: O(*n* log *p*).
  fileprivate func byPeriod(_ days: [ClusterDay]) -> [[ClusterDay]] {
    var parts: [[ClusterDay]] = Array(repeating: [], count: points.count)
    for one in days {
      var (low, high) = (0, points.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if points[middle].key.start.number <= one.day { low = middle } else { high = middle }
      }
      if low < points.count { parts[low].append(one) }
    }
    return parts
  }

  /// Each point's share of complaints, drawn toward the curve's mean as far as chance alone could have moved it.
  ///
  /// Empirical Bayes by moments, as in `Funnel`, with the curve's periods for groups; as it is below three.
  package var shrunk: [Double?] {
    let known = points.indices.filter { points[$0].complaint.effective ?? 0 > 0 }
    let funnel = Funnel(
      known.compactMap { place in
        points[place].complaint.share.flatMap { share in
          points[place].complaint.effective.map { (share, $0) }
        }
      })
    var found = points.map(\.complaint.share)
    guard let funnel else { return found }
    for (place, group) in zip(known, funnel.groups) { found[place] = group.shrunk }
    return found
  }
}

import Times

/// What can be told of a curve beside its points: whether it moved, when, and what moved it.
package struct CurveFindings: Sendable {
  /// The trend, the changes, and what else could explain them.
  package let claim: Claim
  /// The trend's p, adjusted for how many curves were looked at (Benjamini & Hochberg); `nil` without a trend.
  package let adjustedP: Double?
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
  /// What can be told of each curve, in their order.
  ///
  /// - Parameter labels: Comments with their true mood, to correct for the classifier's errors.
  /// - Complexity: Some hundred shuffles of each curve's posts (`ChangePointSearch`).
  package func findings(of curves: [Curve], labels: LabelledSample? = nil) -> [CurveFindings] {
    let parts = byOfficial
    let claims = curves.compactMap { curve in
      parts[curve.official].flatMap {
        Claim(of: curve.official, in: $0, correction: labels?.correction)
      }
    }
    guard claims.count == curves.count else { return [] }
    let tested = claims.indices.filter { claims[$0].trend != nil }
    let adjusted = Dictionary(
      uniqueKeysWithValues: zip(
        tested, benjaminiHochberg(tested.compactMap { claims[$0].trend?.p })))
    return zip(curves, claims).enumerated().map { place, pair in
      let (curve, claim) = pair
      let part = parts[curve.official] ?? TrendTally()
      return CurveFindings(
        claim: claim, adjustedP: adjusted[place],
        mannKendall: MannKendall(
          curve.points.filter { !$0.short && $0.complete }.compactMap(\.complaint.share)),
        points: part.points(of: curve, labels))
    }
  }

  private func points(of curve: Curve, _ labels: LabelledSample?) -> [CurveFindings.Point] {
    let authors = authorDays(of: curve.official)
    let copies = campaignCopies(of: curve.official)
    let rest = copies.isEmpty ? nil : without(copies).clusterDays(of: curve.official)
    let shrunk = curve.shrunk
    let posterior = labels?.correction.posterior(
      curve.points.map { ($0.counts, $0.effective ?? Double($0.clusters)) })
    return curve.points.enumerated().map { place, point in
      let days = point.key.start.number...point.key.end.number
      let votes = authors.clusters(in: days).compactMap { $0.share(of: .complaint) }
      return CurveFindings.Point(
        perAuthor: votes.isEmpty ? nil : votes.reduce(0, +) / Double(votes.count),
        withoutCampaigns: rest.map {
          ShareEstimate.estimates(of: $0.clusters(in: days))[Mood.complaint.rawValue]
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

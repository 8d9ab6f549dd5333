import Times
import Trends

extension TrendReport {
  /// A period's share of complaints, seen otherwise.
  func write(_ point: CurveFindings.Point, to json: inout JSONWriter) {
    json.key("shrunk")
    json.number(point.shrunk, decimals: 4)
    json.key("per_author")
    json.number(point.perAuthor, decimals: 4)
    if let rest = point.withoutCampaigns {
      json.key("without_campaigns")
      write(rest, to: &json)
    }
    json.key("corrected")
    guard let corrected = point.corrected else {
      json.string(nil)
      return
    }
    json.object {
      $0.key("method")
      $0.string(corrected.method.rawValue)
      $0.key("share")
      $0.number(corrected.estimate.share, decimals: 4)
      $0.key("low")
      $0.number(corrected.estimate.interval.lowerBound, decimals: 4)
      $0.key("high")
      $0.number(corrected.estimate.interval.upperBound, decimals: 4)
      $0.key("adjusted_count")
      $0.number(corrected.adjustedCount, decimals: 4)
    }
  }

  /// Whether a curve moved, when, and what moved it.
  func write(_ findings: CurveFindings, to json: inout JSONWriter) {
    let claim = findings.claim
    json.key("changes")
    json.array { array in
      for point in claim.changePoints {
        array.object {
          $0.key("at")
          $0.string(Day(point.day).description)
          $0.key("low")
          $0.string(Day(point.interval.lowerBound).description)
          $0.key("high")
          $0.string(Day(point.interval.upperBound).description)
          $0.key("p")
          $0.number(point.p, decimals: 4)
          $0.key("before")
          $0.number(point.before, decimals: 4)
          $0.key("after")
          $0.number(point.after, decimals: 4)
        }
      }
    }
    json.key("trend")
    if let trend = claim.trend {
      json.object {
        $0.key("slope")
        $0.number(trend.slope, decimals: 4)
        $0.key("low")
        $0.number(trend.interval.lowerBound, decimals: 4)
        $0.key("high")
        $0.number(trend.interval.upperBound, decimals: 4)
        $0.key("p")
        $0.number(trend.p, decimals: 6)
        $0.key("p_adjusted")
        $0.number(findings.adjustedP, decimals: 6)
      }
    } else {
      json.string(nil)
    }
    json.key("mann_kendall")
    if let test = findings.mannKendall {
      json.object {
        $0.key("tau")
        $0.number(test.tau, decimals: 4)
        $0.key("p")
        $0.number(test.p, decimals: 6)
        $0.key("sen_slope")
        $0.number(test.slope, decimals: 6)
      }
    } else {
      json.string(nil)
    }
    json.key("opinions_for_ten_points")
    json.number(claim.opinionsForTenPoints)
    json.key("moved")
    json.object { json in
      json.key("change")
      json.number(claim.change?.value, decimals: 4)
      claim.writeComposition(to: &json)
      claim.writePerAuthor(to: &json)
      json.key("top_five_share_now")
      json.number(claim.topFive, decimals: 4)
    }
  }

  /// By what shares were corrected, if at all.
  func writeCorrection(to json: inout JSONWriter) {
    json.key("correction")
    guard let labels else {
      json.string(nil)
      return
    }
    json.object {
      $0.key("labels")
      $0.number(labels.labels.count)
      $0.key("condition")
      $0.number(labels.correction.conditionNumber, decimals: 2)
    }
  }

  /// Officials held against each other.
  func write(_ funnel: Funnel, _ places: [Int], to json: inout JSONWriter) {
    json.key("funnel")
    json.object { json in
      json.key("mean")
      json.number(funnel.mean, decimals: 4)
      json.key("spread")
      json.number(funnel.spread, decimals: 4)
      json.key("officials")
      json.array { array in
        for (place, group) in zip(places, funnel.groups) {
          array.object {
            $0.key("official")
            $0.string(officials[curves[place].official])
            $0.key("complaint_share_of_opinions")
            $0.number(group.share, decimals: 4)
            $0.key("effective")
            $0.number(group.effective, decimals: 1)
            $0.key("shrunk")
            $0.number(group.shrunk, decimals: 4)
            for (key, limits) in [("usual", group.usual), ("wide", group.wide)] {
              $0.key(key)
              $0.array {
                $0.number(limits.lowerBound, decimals: 4)
                $0.number(limits.upperBound, decimals: 4)
              }
            }
            $0.key("outside")
            $0.bool(group.isOutside)
          }
        }
      }
    }
  }
}

extension Claim {
  /// The share of complaints where each person has one voice, then and now.
  func writePerAuthor(to json: inout JSONWriter) {
    json.key("per_author_then")
    json.number(perAuthor?.then, decimals: 4)
    json.key("per_author_now")
    json.number(perAuthor?.now, decimals: 4)
  }

  /// What the mix of platforms, issues, posts and people changed, and what campaigns did.
  func writeComposition(to json: inout JSONWriter) {
    for (name, split) in [
      ("platform", platforms), ("issue", issues), ("post", posts), ("people", people),
    ] {
      json.key(name + "_within")
      json.number(split?.within, decimals: 4)
      json.key(name + "_mix")
      json.number(split?.mix, decimals: 4)
    }
    json.key("mostly_composition")
    json.bool(isMostlyMix)
    json.key("campaign_copies")
    json.number(withoutCampaigns?.copies ?? 0)
    json.key("without_campaigns_then")
    json.number(withoutCampaigns?.then, decimals: 4)
    json.key("without_campaigns_now")
    json.number(withoutCampaigns?.now, decimals: 4)
    json.key("posts_at_limit")
    json.number(fullPosts?.posts ?? 0)
  }
}

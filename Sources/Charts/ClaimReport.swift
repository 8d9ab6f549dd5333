import Times
import Trends

/// What a dump says to a claim, in plain words and as JSON.
package struct ClaimReport {
  private let claims: [(name: String, claim: Claim)]

  package init(_ claims: [(name: String, claim: Claim)]) { self.claims = claims }

  /// One paragraph an official.
  package func text(_ language: Language) -> String {
    claims.map { name, claim in
      ClaimText(name: name.onOneLine, claim: claim, language: language).lines.joined(
        separator: "\n")
        + "\n"
    }.joined(separator: "\n")
  }

  package func json(model: String) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("model")
      json.string(model)
      json.key("claims")
      json.array { json in for (name, claim) in claims { write(name, claim, &json) } }
    }
    return json.text + "\n"
  }

  private func write(_ name: String, _ claim: Claim, _ json: inout JSONWriter) {
    json.object { json in
      json.key("official")
      json.string(name)
      json.key("finding")
      json.string(claim.finding.rawValue)
      for (key, window) in [("then", claim.then), ("now", claim.now)] {
        json.key(key)
        write(window, &json)
      }
      json.key("change")
      json.number(claim.change?.value, decimals: 4)
      json.key("change_interval")
      write(claim.change?.interval, &json)
      json.key("trend_per_year_log_odds")
      json.number(claim.trend?.slope, decimals: 4)
      json.key("trend_p")
      json.number(claim.trend?.p, decimals: 6)
      json.key("crossing")
      json.string(claim.trend?.crossing.map { Day(Int32($0.day.rounded())).description })
      json.key("crossing_interval")
      json.array { json in
        guard let interval = claim.trend?.crossing?.interval else { return }
        json.string(Day(Int32(interval.lowerBound.rounded())).description)
        json.string(Day(Int32(interval.upperBound.rounded())).description)
      }
      json.key("change_points")
      json.array { json in
        for point in claim.changePoints {
          json.object { json in
            json.key("day")
            json.string(Day(point.day).description)
            json.key("interval")
            json.array { json in
              json.string(Day(point.interval.lowerBound).description)
              json.string(Day(point.interval.upperBound).description)
            }
            json.key("before")
            json.number(point.before, decimals: 4)
            json.key("after")
            json.number(point.after, decimals: 4)
            json.key("p")
            json.number(point.p, decimals: 4)
          }
        }
      }
      claim.writeComposition(to: &json)
      claim.writePerAuthor(to: &json)
      json.key("returning_authors")
      json.number(claim.returning?.authors)
      json.key("returning_then")
      json.number(claim.returning?.then, decimals: 4)
      json.key("returning_now")
      json.number(claim.returning?.now, decimals: 4)
      json.key("top_five_share_now")
      json.number(claim.topFive, decimals: 4)
      json.key("comments_per_post_then")
      json.number(claim.perPost?.then, decimals: 2)
      json.key("comments_per_post_now")
      json.number(claim.perPost?.now, decimals: 2)
      json.key("opinions_for_ten_points")
      json.number(claim.opinionsForTenPoints)
      json.key("corrected")
      if let corrected = claim.corrected {
        json.object { json in
          json.key("method")
          json.string("adjusted count")
          for (key, one) in [
            ("then", corrected.then), ("now", corrected.now), ("change", corrected.change),
          ] {
            json.key(key)
            json.number(one.share, decimals: 4)
            json.key(key + "_interval")
            write(one.interval, &json)
          }
        }
      } else {
        json.bool(false)
      }
    }
  }

  private func write(_ window: Claim.Window, _ json: inout JSONWriter) {
    json.object { json in
      json.key("from")
      json.string(Day(window.days.lowerBound).description)
      json.key("to")
      json.string(Day(window.days.upperBound).description)
      json.key("complaint")
      json.number(window.counts[.complaint])
      json.key("support")
      json.number(window.counts[.support])
      json.key("neutral")
      json.number(window.counts[.neutral])
      json.key("complaint_share_of_opinions")
      json.number(window.complaint.share, decimals: 4)
      json.key("interval")
      write(window.complaint.interval, &json)
      json.key("effective")
      json.number(window.complaint.effective, decimals: 1)
      json.key("clusters")
      json.number(window.clusters)
    }
  }

  private func write(_ interval: ClosedRange<Double>?, _ json: inout JSONWriter) {
    json.array { json in
      guard let interval else { return }
      json.number(interval.lowerBound, decimals: 4)
      json.number(interval.upperBound, decimals: 4)
    }
  }
}

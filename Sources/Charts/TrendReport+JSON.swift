import Times
import Trends

extension TrendReport {
  /// The report as one JSON object on one line, as `suara trend --to json` prints it (DESIGN.md, "Contracts").
  ///
  /// `end` is a period's last day. Shares have four decimals; what cannot be known is `null`.
  ///
  /// - Complexity: O(*p* · *i*) in periods and issues.
  package var json: String {
    var json = JSONWriter()
    json.object {
      $0.key("model")
      $0.string(model)
      $0.key("zone")
      $0.string(zone)
      $0.key("every")
      $0.string(every.id)
      $0.key("officials")
      $0.array { array in for place in curves.indices { write(place, to: &array) } }
      if !findings.isEmpty { writeCorrection(to: &$0) }
      if let funnel { write(funnel.groups, funnel.places, to: &$0) }
    }
    return json.text + "\n"
  }

  private func write(_ place: Int, to json: inout JSONWriter) {
    let curve = curves[place]
    let findings = findings.indices.contains(place) ? findings[place] : nil
    json.object {
      $0.key("official")
      $0.string(officials[curve.official])
      $0.key("periods")
      $0.array { array in
        for (i, point) in curve.points.enumerated() {
          write(point, findings?.points[i], to: &array)
        }
      }
      if let findings { write(findings, to: &$0) }
      $0.key("issues")
      $0.array { array in for issue in curve.issues { write(issue, to: &array) } }
    }
  }

  private func write(
    _ point: CurvePoint, _ other: CurveFindings.Point?, to json: inout JSONWriter
  ) {
    json.object {
      $0.key("start")
      $0.string(point.key.start.date.description)
      $0.key("end")
      $0.string(point.key.end.date.description)
      $0.key("complete")
      $0.bool(point.complete)
      $0.key("comments")
      $0.number(point.counts.total)
      $0.key("posts")
      $0.number(point.posts)
      $0.key("authors")
      $0.number(point.authors)
      $0.key("effective")
      $0.number(point.effective, decimals: 1)
      for mood in Mood.allCases {
        $0.key(mood.id)
        write(point[mood], to: &$0)
      }
      $0.key("net")
      $0.number(point.net, decimals: 4)
      if let other { write(other, to: &$0) }
    }
  }

  func write(_ estimate: ShareEstimate, to json: inout JSONWriter) {
    json.object {
      $0.key("share")
      $0.number(estimate.share, decimals: 4)
      $0.key("low")
      $0.number(estimate.interval?.lowerBound, decimals: 4)
      $0.key("high")
      $0.number(estimate.interval?.upperBound, decimals: 4)
    }
  }

  /// An issue's comments and complaint share over the whole range, and its comments in each period.
  private func write(_ issue: IssueCounts, to json: inout JSONWriter) {
    json.object {
      $0.key("issue")
      $0.string(issues[issue.issue])
      $0.key("comments")
      $0.number(issue.counts.total)
      $0.key("complaint")
      $0.number(issue.counts.share(of: .complaint), decimals: 4)
      $0.key("periods")
      $0.array { array in for period in issue.periods { array.number(period.total) } }
    }
  }
}

extension Mood {
  /// What machines call it.
  var id: String {
    switch self {
    case .complaint: "complaint"
    case .support: "support"
    case .neutral: "neutral"
    }
  }
}

import Times
import Trends

extension TrendReport {
  /// The periods of all officials as CSV (RFC 4180, lines ended by LF), with a header; what cannot be known is empty.
  ///
  /// - Complexity: O(*p*) in the periods of all curves.
  package var csv: String {
    let shares = Mood.allCases.flatMap { [$0.id, "\($0.id)_low", "\($0.id)_high"] }
    let head =
      [
        "official", "period", "start", "end", "complete", "comments", "posts", "authors",
        "effective",
      ] + shares + ["net"]
    var text = head.joined(separator: ",") + "\n"
    for curve in curves {
      let official = Self.field(officials[curve.official])
      for point in curve.points {
        text += ([official] + Self.cells(of: point)).joined(separator: ",") + "\n"
      }
    }
    return text
  }

  private static func cells(of point: CurvePoint) -> [String] {
    func cell(_ value: Double?, decimals: Int = 4) -> String {
      value.map { fixed($0, decimals: decimals) } ?? ""
    }
    func cell(_ value: Int?) -> String { value.map { String($0) } ?? "" }
    let shares = Mood.allCases.flatMap { mood in
      let estimate = point[mood]
      return [estimate.share, estimate.interval?.lowerBound, estimate.interval?.upperBound]
        .map { cell($0) }
    }
    return [
      point.key.label, point.key.start.date.description, point.key.end.date.description,
      point.complete ? "true" : "false", cell(point.counts.total), cell(point.posts),
      cell(point.authors), cell(point.effective, decimals: 1),
    ] + shares + [cell(point.net)]
  }

  /// The text as one field, in quotes where it must be.
  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2c, 0x0a, 0x0d].contains($0) }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

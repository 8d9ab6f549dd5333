import Times
import Trends

/// Curves with the names that belong to them, ready to be shown.
///
///     let report = TrendReport(
///       model: "3f9c", zone: "Asia/Jakarta", every: .week, officials: ["Bupati Bekasi"],
///       issues: ["roads", "floods"], curves: tally.curves(every: .week))
///     print(TrendTable(report, columns: 80).text)
///     print(report.json)
package struct TrendReport: Sendable {
  /// The hash of engine and lexicon that judged the comments, if known.
  package let model: String?
  /// The zone days were reckoned in, by its name.
  package let zone: String
  /// How long a period is.
  package let every: Period
  /// The officials' names, by the places curves use.
  package let officials: [String]
  /// The issues' ids, by the places curves use.
  package let issues: [String]
  /// The curves, in the order they are shown.
  package let curves: [Curve]

  package init(
    model: String?, zone: String, every: Period, officials: [String], issues: [String],
    curves: [Curve]
  ) {
    self.model = model
    self.zone = zone
    self.every = every
    self.officials = officials
    self.issues = issues
    self.curves = curves
  }
}

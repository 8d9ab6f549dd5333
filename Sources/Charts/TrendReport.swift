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
  package let every: Binning
  /// The officials' names, by the places curves use.
  package let officials: [String]
  /// The issues' ids, by the places curves use.
  package let issues: [String]
  /// The curves, in the order they are shown.
  package let curves: [Curve]
  /// What can be told of each curve beside its points; none, or one for each.
  package var findings: [CurveFindings] = []
  /// The labels that corrected the shares, if any.
  package var labels: LabelledSample?
  /// The officials held against each other; `nil` where they are not, or are too few.
  package var funnel: (places: [Int], groups: Funnel)?
  /// What people read in place of `officials`, where that differs.
  package var captions: [String]?

  /// What people read for the official of a curve.
  func caption(of curve: Curve) -> String { (captions ?? officials)[curve.official] }

  package init(
    model: String?, zone: String, every: Period, officials: [String], issues: [String],
    curves: [Curve]
  ) {
    self.init(
      model: model, zone: zone, every: .calendar(every), officials: officials, issues: issues,
      curves: curves)
  }

  package init(
    model: String?, zone: String, every: Binning, officials: [String], issues: [String],
    curves: [Curve]
  ) {
    self.model = model
    self.zone = zone
    self.every = every
    self.officials = officials
    self.issues = issues
    self.curves = curves
  }

  /// Holds the officials against each other, by the share of complaints among opinions over the whole range.
  ///
  /// Officials that are worth fewer than ten comments are left out.
  package mutating func compare() {
    var (places, shares): ([Int], [(share: Double, effective: Double)]) = ([], [])
    for (place, one) in findings.enumerated() {
      guard let share = one.claim.whole.share, let effective = one.claim.whole.effective,
        effective >= 10
      else { continue }
      places.append(place)
      shares.append((share, effective))
    }
    funnel = Funnel(shares).map { (places, $0) }
  }
}

import Times
import Trends

extension TrendTable {
  private var isEnglish: Bool { words.decimalMark == "." }

  /// Columns of what findings add to each period.
  func findingColumns(of curve: Curve, _ place: Int) -> [TextTable.Column] {
    guard report.findings.indices.contains(place) else { return [] }
    let points = report.findings[place].points
    var columns: [TextTable.Column] = []
    if points.contains(where: { $0.corrected != nil }) {
      columns.append(
        .init(
          words.corrected, rank: Rank.interval,
          zip(points, curve.points).map { other, point in
            guard !point.short, let one = other.corrected else { return glyphs.gap }
            let interval = one.estimate.interval
            return
              "\(percent(one.estimate.share)) (\(number(interval.lowerBound))\(glyphs.dash)\(number(interval.upperBound)))"
          }))
    }
    if points.contains(where: { $0.withoutCampaigns != nil }) {
      columns.append(
        .init(
          words.withoutCopies, rank: Rank.neutral,
          zip(points, curve.points).map { other, point in
            point.short ? glyphs.gap : other.withoutCampaigns?.share.map(percent) ?? glyphs.gap
          }))
    }
    return columns
  }

  /// Whether the curve moved, when, and what moved it, in words.
  func findings(of place: Int) -> [String] {
    guard report.findings.indices.contains(place) else { return [] }
    let found = report.findings[place]
    let claim = found.claim
    var lines = [""]
    if let trend = claim.trend { lines.append(sentence(trend, found.adjustedP)) }
    if let test = found.mannKendall {
      let way = test.slope < 0 ? (isEnglish ? "down" : "turun") : (isEnglish ? "up" : "naik")
      let text = "p \(chance(test.p)), Sen \(signed(test.slope)) \(words.points)"
      lines.append(
        isEnglish
          ? "Mann-Kendall: \(way), \(text) a period" : "Mann-Kendall: \(way), \(text) per periode")
    }
    let paragraph = ClaimText(
      name: "", claim: claim, language: isEnglish ? .english : .indonesian)
    lines += paragraph.changes
    if claim.changePoints.isEmpty {
      lines.append(isEnglish ? "no change of level found" : "tidak ada perubahan taraf yang pasti")
    }
    if found.claim.then.isShort || found.claim.now.isShort || (claim.trend?.p ?? 1) >= 0.05 {
      let needed = grouped(claim.opinionsForTenPoints, mark: words.groupMark)
      lines.append(
        isEnglish
          ? "to see a fall of 10 points you need about \(needed) opinions on each side"
          : "untuk melihat turun 10 poin perlu sekitar \(needed) komentar berpendapat di tiap masa")
    }
    if let change = claim.change {
      lines.append(
        isEnglish
          ? "first against last third: \(signed(change.value)) points of complaint among opinions"
          : "sepertiga awal ke sepertiga akhir: keluhan di antara pendapat \(signed(change.value)) poin"
      )
    }
    lines += paragraph.explanations.map { "- " + $0 }
    if let condition = report.labels?.correction.conditionNumber {
      let methods = Set(found.points.compactMap { $0.corrected?.method.rawValue }).sorted()
      let text =
        "\(methods.joined(separator: ", ")); \(report.labels?.labels.count ?? 0) \(isEnglish ? "labels" : "label"); κ = \(fixed(condition, decimals: 1, mark: words.decimalMark))"
      lines.append(isEnglish ? "- corrected: \(text)" : "- dikoreksi: \(text)")
    }
    return lines
  }

  /// "tren: keluhan terhadap dukungan ×0,31 setahun (95 % 0,22–0,44), p < 0,001".
  private func sentence(_ trend: TrendTest, _ adjusted: Double?) -> String {
    func times(_ logOdds: Double) -> String {
      let value = min(999, TrendTest.factor(logOdds))
      return fixed(value, decimals: 2, mark: words.decimalMark)
    }
    let interval =
      "\(times(trend.interval.lowerBound))\(glyphs.dash)\(times(trend.interval.upperBound))"
    var text =
      isEnglish
      ? "trend: complaints to one support times \(times(trend.slope)) a year (95 % \(interval)), p \(chance(trend.p))"
      : "tren: keluhan per dukungan menjadi \(times(trend.slope)) kalinya setahun (95 % \(interval)), p \(chance(trend.p))"
    if let adjusted, report.curves.count > 1 {
      text +=
        isEnglish
        ? ", among \(report.curves.count) curves p \(chance(adjusted))"
        : ", di antara \(report.curves.count) kurva p \(chance(adjusted))"
    }
    return text
  }

  /// "= 0,012", or "< 0,001" below that.
  private func chance(_ p: Double) -> String {
    p < 0.001
      ? "< " + fixed(0.001, decimals: 3, mark: words.decimalMark)
      : "= " + fixed(p, decimals: 3, mark: words.decimalMark)
  }

  /// Officials held against each other: limits, not ranks.
  var comparison: [String] {
    guard let (places, funnel) = report.funnel else { return [] }
    let groups = funnel.groups
    func cells(_ text: (Funnel.Group) -> String) -> [String] { groups.map(text) }
    func range(_ limits: ClosedRange<Double>) -> String {
      number(limits.lowerBound) + glyphs.dash + number(limits.upperBound)
    }
    let table = TextTable(
      [
        .init(
          isEnglish ? "official" : "pejabat", rank: 0, alignsLeft: true,
          places.map { report.caption(of: report.curves[$0]).onOneLine }),
        .init(words.effective, rank: 1, cells { fixed($0.effective, decimals: 0) }),
        .init(words.complaint, rank: 0, cells { percent($0.share) }),
        .init(isEnglish ? "shrunk" : "disusutkan", rank: 3, cells { percent($0.shrunk) }),
        .init(isEnglish ? "95% limits" : "batas 95%", rank: 2, cells { range($0.usual) }),
        .init(
          "", rank: 0, alignsLeft: true,
          cells { group in
            group.isOutside
              ? (isEnglish ? "stands apart" : "di luar batas 99,8%")
              : group.usual.contains(group.share)
                ? (isEnglish ? "as others" : "seperti yang lain")
                : (isEnglish ? "near the limit" : "di luar batas 95%")
          }),
      ], width: columns)
    let heading =
      isEnglish
      ? "Complaints among opinions, whole range; limits widen where data are few, and no ranks are given"
      : "Keluhan di antara pendapat, seluruh masa; batas melebar di mana data sedikit, tanpa peringkat"
    return [([heading, ""] + table.lines).joined(separator: "\n") + "\n"]
  }
}

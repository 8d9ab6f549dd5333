import Times
import Trends

extension TrendTable {
  /// The table of a curve's periods, and below it what its marks mean.
  func table(of curve: Curve, _ place: Int) -> [String] {
    let extra = findingColumns(of: curve, place)
    let full = periodColumns(of: curve, extra, notes: true)
    let spare = periodColumns(of: curve, extra, notes: false)
    // With room, notes are words in a column; without, marks with a legend.
    let columnsWithNotes = full.filter { $0.rank < Rank.people }
    let hasNotes = TextTable.fits(columnsWithNotes, width: columns)
    var lines = TextTable(hasNotes ? full : spare, width: columns).lines
    for (i, point) in curve.points.enumerated() where point.short {
      lines[i + 1] = paint(lines[i + 1], .faint)
    }
    return lines + legend(of: curve, hasNotes: hasNotes)
  }

  /// When columns give way, first the last.
  enum Rank {
    static let net = 1
    static let interval = 2
    static let support = 3
    static let effective = 4
    static let neutral = 5
    static let people = 6
  }

  private func periodColumns(
    of curve: Curve, _ extra: [TextTable.Column], notes: Bool
  ) -> [TextTable.Column] {
    let points = curve.points
    func cells(_ text: (CurvePoint) -> String?) -> [String] {
      points.map { text($0) ?? glyphs.gap }
    }
    /// Shares are shown where data are enough.
    func shares(_ text: (CurvePoint) -> String?) -> [String] {
      cells { $0.short ? nil : text($0) }
    }
    func people(_ count: (CurvePoint) -> Int?) -> [String] {
      cells { count($0).map { grouped($0, mark: words.groupMark) } }
    }
    var columns: [TextTable.Column] = [
      .init(
        words.period, rank: 0, alignsLeft: true,
        cells { $0.key.label + ($0.complete || notes ? "" : "*") }),
      .init(words.comments, rank: 0, people(\.counts.total)),
      .init(words.posts, rank: Rank.people, people(\.posts)),
      .init(words.authors, rank: Rank.people, people(\.authors)),
      .init(
        words.effective, rank: Rank.effective,
        cells { $0.effective.map { fixed($0, decimals: 1, mark: words.decimalMark) } }),
      .init(words.complaint, rank: 0, shares { $0.complaint.share.map(percent) }),
      .init(words.interval, rank: Rank.interval, shares { $0.complaint.interval.map(range) }),
      .init(words.support, rank: Rank.support, shares { $0.support.share.map(percent) }),
      .init(words.neutral, rank: Rank.neutral, shares { $0.neutral.share.map(percent) }),
      .init(words.net, rank: Rank.net, shares { $0.net.map(signed) }),
    ]
    columns += extra
    if notes {
      columns.append(.init("", rank: 0, alignsLeft: true, points.map(note)))
    }
    return columns
  }

  /// "43,9–71,4", in points.
  private func range(_ interval: ClosedRange<Double>) -> String {
    number(interval.lowerBound) + glyphs.dash + number(interval.upperBound)
  }

  private func note(_ point: CurvePoint) -> String {
    let notes =
      (point.counts.total == 0 ? [words.silent] : point.short ? [words.short] : [])
      + (point.complete ? [] : [words.incomplete])
    return notes.joined(separator: ", ")
  }

  /// What the marks mean, and by what the intervals go when not by posts alone.
  private func legend(of curve: Curve, hasNotes: Bool) -> [String] {
    var lines: [String] = []
    if !hasNotes, curve.points.contains(where: { !$0.complete }) {
      lines.append("* \(words.incomplete): \(words.incompleteExplained)")
    }
    if !hasNotes, curve.points.contains(where: { $0.short }) {
      lines.append("\(glyphs.gap) \(words.short): \(words.shortExplained)")
    }
    if curve.clustering.contains(.authorDays) { lines.append(words.byAuthorDays) }
    if curve.clustering.contains(.days) { lines.append(words.byDays) }
    return lines.isEmpty ? [] : [""] + lines
  }
}

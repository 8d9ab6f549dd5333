import Times

extension TrendTally {
  /// The curve of each official that was spoken of, in the order of their places.
  ///
  /// `covered` is what the dump covers; without it, the days from the first to the last comment on any official.
  /// A period that reaches outside is marked as not complete.
  ///
  /// - Complexity: O(*c* log *c*) in the cells.
  package func curves(every period: Period, covered: ClosedRange<Day>? = nil) -> [Curve] {
    curves(.calendar(period), covered: covered)
  }

  /// The curve of each official, by periods of the calendar or of equal counts.
  package func curves(_ binning: Binning, covered: ClosedRange<Day>? = nil) -> [Curve] {
    guard let covered = covered ?? days else { return [] }
    let cells = table.cells
    var order = Array(cells.indices)
    // By official, then kind, then what it is, then day: so each sum below always adds in the same order, and
    // curves do not depend on the order of comments even in their last bit.
    order.sort { cells[$0].key < cells[$1].key }
    var curves: [Curve] = []
    var start = 0
    while start < order.count {
      let official = cells[order[start]].key.official
      let end = order[start...].firstIndex { cells[$0].key.official != official } ?? order.count
      var counts: [Int32: Int] = [:]
      for place in order[start..<end] {
        let cell = cells[place]
        counts[cell.key.day, default: 0] += cell.key.kind.isCluster ? cell.counts.total : 0
      }
      var builder = CurveBuilder(official: Int(official), binning: binning, counts: counts)
      for place in order[start..<end] { builder.add(cells[place]) }
      curves.append(builder.curve(covered: covered))
      start = end
    }
    return curves
  }
}

/// Gathers one official's cells into periods.
///
/// Cells of one kind and id must come together.
private struct CurveBuilder {
  private let official: Int
  private let binning: Binning
  private let isLastFull: Bool
  private let keys: [PeriodKey]
  /// The period of each day from the first on.
  private let periodOfDay: [Int32]
  private let firstDay: Int32
  private var gathered: [Gathered]
  private var issues: [Int: [MoodCounts]] = [:]

  /// What a period is made of.
  private struct Gathered {
    var clusters: [MoodCounts] = []
    var posts = 0
    var authors = 0
    var clustering: Clustering = []
    /// The last cell taken in, so that another day of the same post or author is seen as such.
    var last: (kind: CellTable.Kind, id: UInt64)?
  }

  init(official: Int, binning: Binning, counts: [Int32: Int]) {
    self.official = official
    self.binning = binning
    (keys, isLastFull) = binning.periods(of: counts)
    firstDay = counts.keys.min() ?? 0
    let lastDay = counts.keys.max() ?? 0
    var period = 0
    var periodOfDay: [Int32] = []
    for number in firstDay...lastDay {
      while keys[period].end < Day(number) { period += 1 }
      periodOfDay.append(Int32(period))
    }
    self.periodOfDay = periodOfDay
    gathered = Array(repeating: Gathered(), count: keys.count)
  }

  mutating func add(_ cell: CellTable.Cell) {
    let period = Int(periodOfDay[Int(cell.key.day - firstDay)])
    let id = cell.key.id
    let isKnown = gathered[period].last.map { $0 == (cell.key.kind, id) } ?? false
    gathered[period].last = (cell.key.kind, id)
    switch cell.key.kind {
    case .post:
      gathered[period].clustering.insert(.posts)
      // A post's comments hang together whatever day they were written on.
      if isKnown {
        gathered[period].clusters[gathered[period].clusters.count - 1] += cell.counts
      } else {
        gathered[period].clusters.append(cell.counts)
        gathered[period].posts += 1
      }
    case .loneAuthor:
      gathered[period].clustering.insert(.authorDays)
      gathered[period].clusters.append(cell.counts)
    case .unknown:
      gathered[period].clustering.insert(.days)
      gathered[period].clusters.append(cell.counts)
    case .author:
      if !isKnown { gathered[period].authors += 1 }
    case .platform: break
    case .issueSet:
      let none = Array(repeating: MoodCounts(), count: keys.count)
      var set = id
      while set != 0 {
        issues[set.trailingZeroBitCount, default: none][period] += cell.counts
        set &= set - 1
      }
    }
  }

  func curve(covered: ClosedRange<Day>) -> Curve {
    let clustering = gathered.reduce(into: Clustering()) { $0.formUnion($1.clustering) }
    let namesAuthors = gathered.contains { $0.authors > 0 }
    let points = zip(keys, gathered).map { key, gathered in
      let estimates = ShareEstimate.estimates(of: gathered.clusters)
      return CurvePoint(
        key: key,
        complete: covered.lowerBound <= key.start && key.end <= covered.upperBound
          && (isLastFull || key != keys.last),
        counts: gathered.clusters.reduce(into: MoodCounts()) { $0 += $1 },
        posts: clustering.contains(.posts) ? gathered.posts : nil,
        authors: namesAuthors ? gathered.authors : nil,
        clusters: gathered.clusters.count,
        clustering: gathered.clustering,
        complaint: estimates[Mood.complaint.rawValue],
        support: estimates[Mood.support.rawValue],
        neutral: estimates[Mood.neutral.rawValue])
    }
    let issues = issues.map { issue, periods in
      IssueCounts(
        issue: issue, counts: periods.reduce(into: MoodCounts()) { $0 += $1 }, periods: periods)
    }
    return Curve(
      official: official, every: binning, points: points,
      issues: issues.sorted { ($1.counts.total, $0.issue) < ($0.counts.total, $1.issue) },
      clustering: clustering)
  }
}

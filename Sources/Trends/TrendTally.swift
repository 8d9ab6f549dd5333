import Times

/// Counts of comments per official, day and post, from which curves are drawn.
///
/// A tally is a commutative monoid: the empty one changes nothing, and workers' tallies merge in any order to the
/// same tally and so to the same curves, bit by bit.
///
///     var tally = TrendTally()
///     tally.add(Observation(official: 0, day: 20_298, post: 7, author: 9, mood: .complaint))
///     tally.merge(otherWorkersTally)
///     let curves = tally.curves(every: .week)
///
/// Memory: 32 bytes a cell and some 16 for its index. There is a cell for each official × day × post, each official × day × set of issues, each official × day × platform, and, to count people, for each official × day × author (a second one where that author's comments name
/// no post). So a dump with authors grows with people's days, at worst with comments: 10 million comments by 4 million
/// author-days take about 200 MB. Dumps without authors grow with posts alone. Each comment of six words or more by a known
/// author takes 48 bytes beside, to find copies.
package struct TrendTally: Equatable, Sendable {
  private(set) var table = CellTable()
  /// Comments that could be copies of each other, in any order.
  private(set) var copies: [Copy] = []
  /// A tally of no comments.
  package init() {}

  /// A tally of these cells, whose keys all differ.
  init(cells: [CellTable.Cell], copies: [Copy]) {
    table = CellTable(cells: cells)
    self.copies = copies
  }

  /// Counts one comment.
  ///
  /// - Complexity: O(1) expected.
  package mutating func add(_ comment: Observation) {
    Self.forEachKey(of: comment) { table.add(comment.mood, at: table.place(of: $0)) }
    if comment.canBeCopy { copies.append(Copy(comment)) }
  }

  /// Counts comments on one official, whatever official they name: faster than one by one.
  ///
  /// - Complexity: O(*n*) expected.
  package mutating func add(_ comments: [Observation], official: Int32) {
    var counts: [CellTable.Count] = []
    counts.reserveCapacity(comments.count * 4)
    for var comment in comments {
      comment.official = official
      Self.forEachKey(of: comment) { counts.append(CellTable.Count(key: $0, mood: comment.mood)) }
      if comment.canBeCopy { copies.append(Copy(comment)) }
    }
    table.add(counts)
  }

  /// The keys a comment is counted under.
  @inline(__always)
  private static func forEachKey(of comment: Observation, _ body: (CellTable.Key) -> Void) {
    var key = CellTable.Key(official: comment.official, day: comment.day, id: 0, kind: .unknown)
    if comment.post != 0 {
      key.kind = .post
      key.id = comment.post
    } else if comment.author != 0 {
      key.kind = .loneAuthor
      key.id = comment.author
    }
    body(key)
    if comment.author != 0 {
      key.kind = .author
      key.id = comment.author
      body(key)
    }
    if comment.platform != 0 {
      key.kind = .platform
      key.id = comment.platform
      body(key)
    }
    key.kind = .issueSet
    key.id = comment.issues
    body(key)
  }

  /// Counts all that another tally counted.
  ///
  /// - Parameter places: What the other's officials are called here, by their places there; the same where left out.
  /// - Complexity: O(*c*) in the other's cells.
  package mutating func merge(_ other: TrendTally, places: [Int32]? = nil) {
    for cell in other.table.cells {
      var key = cell.key
      if let places { key.official = places[Int(key.official)] }
      table.add(cell.counts, at: table.place(of: key))
    }
    copies += other.copies.map { one in
      var copy = one
      if let places { copy.official = places[Int(copy.official)] }
      return copy
    }
  }

  /// Counts what a cell of another tally counted.
  mutating func add(_ counts: MoodCounts, to key: CellTable.Key) {
    table.add(counts, at: table.place(of: key))
  }

  mutating func add(_ copy: Copy) { copies.append(copy) }

  /// The same with its cells in order, in which curves and findings take them.
  ///
  /// - Complexity: O(*c* log *c*) in the cells.
  package var sorted: TrendTally {
    TrendTally(cells: table.cells.sorted { $0.key < $1.key }, copies: copies)
  }

  /// Whether nothing was counted.
  package var isEmpty: Bool { table.cells.isEmpty }

  /// The first and the last day with a comment on any official, or `nil` without comments.
  ///
  /// - Complexity: O(*c*) in the cells.
  package var days: ClosedRange<Day>? {
    var days = table.cells.lazy.map(\.key.day).makeIterator()
    guard var first = days.next() else { return nil }
    var last = first
    while let day = days.next() {
      first = min(first, day)
      last = max(last, day)
    }
    return Day(first)...Day(last)
  }

  /// Whether both counted the same comments, in whatever order.
  package static func == (left: TrendTally, right: TrendTally) -> Bool {
    left.table == right.table && left.copies.count == right.copies.count
      && left.copies.sorted() == right.copies.sorted()
  }
}

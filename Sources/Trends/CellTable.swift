/// Counts of comments under small keys: an open-addressing hash table whose cells lie side by side.
///
/// Swift's `Dictionary` hashes with SipHash, which costs more than the count itself. Our keys are hashes already,
/// so one multiplication spreads them. Cells stay in the order they came in; `index` holds their places.
struct CellTable: Sendable {
  /// What is counted, for which official and day.
  struct Key: Hashable, Sendable {
    var official: Int32
    var day: Int32
    /// A post, an author or an issue, as `kind` says.
    var id: UInt64
    var kind: Kind
  }

  /// What a cell's `id` stands for.
  enum Kind: UInt8, Comparable, Sendable {
    /// Comments under a named post.
    case post
    /// Comments under no named post, by a known author.
    case loneAuthor
    /// Comments of which neither post nor author is known.
    case unknown
    /// All comments by a known author, under whatever post.
    case author
    /// All comments about an issue.
    case issue

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  struct Cell: Sendable {
    let key: Key
    var counts: MoodCounts
  }

  private(set) var cells: [Cell] = []
  /// Places in `cells` plus one; 0 is free.
  ///
  /// Its size is a power of two.
  private var index: [UInt32] = []

  /// The place of the key's cell, made empty if it was not there.
  ///
  /// `hint` is tried first: comments of one post mostly come together, and then nothing is hashed. A wrong hint
  /// costs one comparison.
  ///
  /// - Complexity: O(1) expected.
  mutating func place(of key: Key, hint: Int = 0) -> Int {
    if hint < cells.count, cells[hint].key == key { return hint }
    // At most 3 of 4 places are taken, so a search ends after a few steps (Knuth, TAOCP 3, 6.4).
    if (cells.count + 1) * 4 > index.count * 3 { grow() }
    var position = slot(of: key)
    while index[position] != 0 {
      let place = Int(index[position]) - 1
      if cells[place].key == key { return place }
      position = (position + 1) & (index.count - 1)
    }
    cells.append(Cell(key: key, counts: MoodCounts()))
    index[position] = UInt32(cells.count)
    return cells.count - 1
  }

  /// The counts under a key; zero when it was never seen.
  func counts(of key: Key) -> MoodCounts {
    guard !index.isEmpty else { return MoodCounts() }
    var position = slot(of: key)
    while index[position] != 0 {
      let cell = cells[Int(index[position]) - 1]
      if cell.key == key { return cell.counts }
      position = (position + 1) & (index.count - 1)
    }
    return MoodCounts()
  }

  mutating func add(_ mood: Mood, at place: Int) { cells[place].counts.add(mood) }

  mutating func add(_ counts: MoodCounts, at place: Int) { cells[place].counts += counts }

  private mutating func grow() {
    index = [UInt32](repeating: 0, count: max(16, index.count * 2))
    for (place, cell) in cells.enumerated() {
      var position = slot(of: cell.key)
      while index[position] != 0 { position = (position + 1) & (index.count - 1) }
      index[position] = UInt32(place + 1)
    }
  }

  /// Where the search for a key begins.
  private func slot(of key: Key) -> Int {
    // Odd constants: 2^64 over the golden ratio (Knuth, TAOCP 3, 6.4), and SplitMix64's first multiplier.
    let small =
      UInt64(UInt32(bitPattern: key.official)) << 35
      ^ UInt64(UInt32(bitPattern: key.day)) << 3 ^ UInt64(key.kind.rawValue)
    var hash = (key.id ^ small &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash) & (index.count - 1)
  }
}

extension CellTable: Equatable {
  /// Whether both hold the same counts under the same keys, in whatever order they came.
  static func == (left: CellTable, right: CellTable) -> Bool {
    left.cells.count == right.cells.count
      && left.cells.allSatisfy { $0.counts == right.counts(of: $0.key) }
  }
}

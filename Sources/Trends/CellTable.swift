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

    /// By official, then kind, then what it is, then day.
    static func < (left: Self, right: Self) -> Bool {
      if left.official != right.official { return left.official < right.official }
      if left.kind != right.kind { return left.kind < right.kind }
      if left.id != right.id { return left.id < right.id }
      return left.day < right.day
    }
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
    /// All comments on a platform.
    case platform
    /// All comments about exactly these issues: `id` has a bit for each.
    case issueSet

    /// Whether each comment is counted in exactly one cell of these kinds.
    var isCluster: Bool { self == .post || self == .loneAuthor || self == .unknown }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  struct Cell: Sendable {
    let key: Key
    var counts: MoodCounts
  }

  private(set) var cells: [Cell] = []
  /// Where to find a key: half a hash above a place in `cells` plus one; 0 is free.
  ///
  /// The hash beside the place spares a look at a cell that is another's, which would mostly be a cache miss. The
  /// size is a power of two.
  private var index: [UInt64] = []

  /// The place of the key's cell, made empty if it was not there.
  ///
  /// - Complexity: O(1) expected.
  mutating func place(of key: Key) -> Int {
    // At most 3 of 4 places are taken, so a search ends after a few steps (Knuth, TAOCP 3, 6.4).
    if (cells.count + 1) * 4 > index.count * 3 { grow() }
    let hash = Self.hash(of: key)
    var position = Int(hash) & (index.count - 1)
    while index[position] != 0 {
      if let place = place(in: index[position], hash: hash, key: key) { return place }
      position = (position + 1) & (index.count - 1)
    }
    cells.append(Cell(key: key, counts: MoodCounts()))
    index[position] = UInt64(hash) << 32 | UInt64(cells.count)
    return cells.count - 1
  }

  /// A comment's mood, to be counted under a key.
  struct Count {
    let key: Key
    let mood: Mood
  }

  /// Counts each, in order.
  ///
  /// Cells lie in no order in more memory than the caches hold. So those of a group of keys are looked for first, one search
  /// not waiting for the other; what is not found at the first look goes its way alone.
  ///
  /// - Complexity: O(*n*) expected.
  mutating func add(_ counts: [Count]) {
    var found = [Int](repeating: 0, count: Self.groupSize)
    var start = 0
    while start < counts.count {
      let group = start..<min(start + Self.groupSize, counts.count)
      look(for: counts[group], &found)
      for i in group {
        let place = found[i - start]
        add(counts[i].mood, at: place > 0 ? place - 1 : self.place(of: counts[i].key))
      }
      start = group.upperBound
    }
  }

  /// How many keys are looked for together.
  private static let groupSize = 64

  /// Looks for each key once: gives its cell's place plus one, or 0.
  private func look(for counts: ArraySlice<Count>, _ found: inout [Int]) {
    for (i, count) in counts.enumerated() {
      let hash = Self.hash(of: count.key)
      let entry = index.isEmpty ? 0 : index[Int(hash) & (index.count &- 1)]
      found[i] = entry &>> 32 == UInt64(hash) ? Int(entry & 0xFFFF_FFFF) : 0
    }
    for (i, count) in counts.enumerated() where found[i] > 0 {
      if cells[found[i] &- 1].key != count.key { found[i] = 0 }
    }
  }

  /// The counts under a key; zero when it was never seen.
  func counts(of key: Key) -> MoodCounts {
    guard !index.isEmpty else {
      return cells.first { $0.key == key }?.counts ?? MoodCounts()
    }
    let hash = Self.hash(of: key)
    var position = Int(hash) & (index.count - 1)
    while index[position] != 0 {
      if let place = place(in: index[position], hash: hash, key: key) { return cells[place].counts }
      position = (position + 1) & (index.count - 1)
    }
    return MoodCounts()
  }

  /// The place in an entry of the index, if it is the key's.
  @inline(__always)
  private func place(in entry: UInt64, hash: UInt32, key: Key) -> Int? {
    guard UInt32(truncatingIfNeeded: entry >> 32) == hash else { return nil }
    let place = Int(UInt32(truncatingIfNeeded: entry)) - 1
    return cells[place].key == key ? place : nil
  }

  mutating func add(_ mood: Mood, at place: Int) { cells[place].counts.add(mood) }

  mutating func add(_ counts: MoodCounts, at place: Int) { cells[place].counts += counts }

  init() {}

  /// A table of cells whose keys all differ; it is indexed when it is first looked into.
  init(cells: [Cell]) { self.cells = cells }

  private mutating func grow() {
    if index.isEmpty, !cells.isEmpty {
      indexAll()
      return
    }
    let old = index
    index = [UInt64](repeating: 0, count: max(16, old.count * 2))
    for entry in old where entry != 0 {
      var position = Int(entry >> 32) & (index.count - 1)
      while index[position] != 0 { position = (position + 1) & (index.count - 1) }
      index[position] = entry
    }
  }

  private mutating func indexAll() {
    var size = 16
    while (cells.count + 1) * 4 > size * 3 { size *= 2 }
    index = [UInt64](repeating: 0, count: size)
    for (place, cell) in cells.enumerated() {
      let hash = Self.hash(of: cell.key)
      var position = Int(hash) & (size - 1)
      while index[position] != 0 { position = (position + 1) & (size - 1) }
      index[position] = UInt64(hash) << 32 | UInt64(place + 1)
    }
  }

  /// Half a hash, which serves tables of up to 2^32 places.
  private static func hash(of key: Key) -> UInt32 {
    // Odd constants: 2^64 over the golden ratio (Knuth, TAOCP 3, 6.4), and SplitMix64's first multiplier.
    let small =
      UInt64(UInt32(bitPattern: key.official)) << 35
      ^ UInt64(UInt32(bitPattern: key.day)) << 3 ^ UInt64(key.kind.rawValue)
    let mixed = key.id ^ small &* 0x9e37_79b9_7f4a_7c15
    // Folding first lets the upper half of an id, too, reach the bits that choose a place.
    return UInt32(truncatingIfNeeded: ((mixed ^ mixed >> 32) &* 0xbf58_476d_1ce4_e5b9) >> 32)
  }
}

extension CellTable: Equatable {
  /// Whether both hold the same counts under the same keys, in whatever order they came.
  static func == (left: CellTable, right: CellTable) -> Bool {
    left.cells.count == right.cells.count
      && left.cells.allSatisfy { $0.counts == right.counts(of: $0.key) }
  }
}

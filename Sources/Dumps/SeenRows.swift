/// Which comments were seen before, in this dump or in those read earlier.
///
/// A comment is the same by its platform and id, in a dump of a known tool; where the tool isn't known, a column called
/// `id` may number anything, so author and text must be the same too. Where no id is, by post, author, text and minute. Without an id, and
/// without an author or a time to the minute, nothing is called a duplicate: many people write the same short words.
///
/// Sixty-four bits of each comment's key are kept (two of ten million comments collide with a chance of 3 in a
/// million), in pieces that grow one by one, so that growing needs little room. Beyond `limit` comments no more are
/// kept, and `isFull` says so.
package struct SeenRows: Sendable {
  /// How many comments are kept at most: 32 MiB of keys, so that all of the program stays below 128 MiB.
  package static let limit = 3_000_000
  /// A power of two: a key's lowest bits say in which piece it is.
  private static let pieceCount = 64
  /// How many rows are looked up together.
  private static let groupSize = 128

  /// The keys of each piece, a power of two of places; zero marks a free one.
  private var pieces = Array(repeating: [UInt64](repeating: 0, count: 16), count: pieceCount)
  private var counts = Array(repeating: 0, count: pieceCount)
  private var count = 0

  package init() {}

  package var isFull: Bool { count >= Self.limit }

  /// Notes the rows of a batch and returns the places of those that were there already, in order.
  ///
  /// The keys lie in no order in more memory than the caches hold. So those of a group of rows are read first, one read
  /// not waiting for the other, and looked at afterwards.
  ///
  /// - Parameter trustsIDs: Whether the id alone tells comments of a platform apart.
  /// - Complexity: O(1) a row, amortised, and O(*n*) in the bytes of its key.
  package mutating func repeated(in batch: Batch, trustsIDs: Bool) -> [Int] {
    var places: [Int] = []
    let (rows, bytes) = (batch.rows.span, batch.bytes.span)
    var keys = InlineArray<128, UInt64>(repeating: 0)
    var met = InlineArray<128, UInt64>(repeating: 0)
    var start = 0
    while start < rows.count {
      let group = min(Self.groupSize, rows.count &- start)
      for i in 0..<group {
        keys[i] = Self.key(of: rows[start &+ i], in: bytes, trustsIDs: trustsIDs)
      }
      do {
        let pieces = pieces.span
        for i in 0..<group {
          let piece = Self.piece(of: keys[i])
          met[i] = pieces[piece][Self.place(of: keys[i], among: pieces[piece].count)]
        }
      }
      for i in 0..<group where keys[i] != 0 {
        if met[i] == keys[i] || insert(keys[i]) { places.append(start &+ i) }
      }
      start &+= group
    }
    return places
  }

  /// The row's key, or 0 where it has none.
  private static func key(of row: Row, in bytes: Span<UInt8>, trustsIDs: Bool) -> UInt64 {
    var hash = KeyHash()
    if let platform = row[.platform] { hash.add(bytes, platform) }
    if let id = row[.id], !id.isEmpty {
      hash.add(bytes, id)
      if !trustsIDs {
        if let author = row[.author] { hash.add(bytes, author) }
        hash.add(bytes, row.text)
      }
      return max(hash.value, 1)
    }
    // "2025-08-12T10:30" or seconds since 1970 tell the minute; a day alone doesn't.
    guard let author = row[.author], !author.isEmpty, !row.text.isEmpty,
      let time = row[.createdAt], time.count >= 10
    else { return 0 }
    let isUnix = time.allSatisfy { bytes[$0] &- 0x30 < 10 || bytes[$0] == 0x2E }
    guard isUnix || time.count >= 14 else { return 0 }
    if let post = row[.post] { hash.add(bytes, post) }
    hash.add(bytes, author)
    hash.add(bytes, row.text)
    let minute = isUnix ? time.count : min(time.count, 16)
    hash.add(bytes, time.lowerBound..<time.lowerBound + minute)
    return max(hash.value, 1)
  }

  @inline(__always)
  private static func piece(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key) & (pieceCount - 1)
  }

  @inline(__always)
  private static func place(of key: UInt64, among count: Int) -> Int {
    Int(truncatingIfNeeded: key &>> 32) & (count &- 1)
  }

  private mutating func insert(_ key: UInt64) -> Bool {
    let piece = Self.piece(of: key)
    let mask = pieces[piece].count &- 1
    var place = Self.place(of: key, among: mask &+ 1)
    while pieces[piece][place] != 0 {
      if pieces[piece][place] == key { return true }
      place = (place &+ 1) & mask
    }
    guard !isFull else { return false }
    pieces[piece][place] = key
    counts[piece] &+= 1
    count &+= 1
    if counts[piece] * 4 >= pieces[piece].count * 3 { grow(piece) }
    return false
  }

  private mutating func grow(_ piece: Int) {
    let old = pieces[piece]
    var new = [UInt64](repeating: 0, count: old.count * 2)
    for key in old where key != 0 {
      var place = Self.place(of: key, among: new.count)
      while new[place] != 0 { place = (place &+ 1) & (new.count &- 1) }
      new[place] = key
    }
    pieces[piece] = new
  }
}

/// A hash of several byte strings, eight bytes a step, the same in every run.
///
/// It multiplies and folds 128-bit products as wyhash does (Wang Yi, public domain); it keeps no secrets.
package struct KeyHash: Sendable {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  package init() {}

  package var value: UInt64 { Self.mix(state, 0xE703_7ED1_A0B4_28DB) }

  @inline(__always)
  package mutating func add(_ number: UInt64) {
    state = Self.mix(state ^ number, 0xA076_1D64_78BD_642F)
  }

  @inline(__always)
  package mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    while position &+ 8 <= range.upperBound {
      add(bytes.word(at: position))
      position &+= 8
    }
    // The last bytes, the first of them highest: the end of a word that ends where they do, if there is one.
    let left = range.upperBound &- position
    var rest: UInt64 = 0
    if range.upperBound >= 8 {
      let word = bytes.word(at: range.upperBound &- 8).byteSwapped
      rest = word & ~(~0 &<< UInt64(truncatingIfNeeded: left &* 8))
    } else {
      for i in position..<range.upperBound { rest = rest &<< 8 | UInt64(bytes[i]) }
    }
    add(UInt64(truncatingIfNeeded: range.count) &<< 56 ^ rest)
  }

  @inline(__always)
  private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }
}

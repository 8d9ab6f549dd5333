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
  private static let pieceCount = 64

  private var pieces: [[UInt64]] = Array(repeating: [], count: pieceCount)
  private var counts: [Int] = Array(repeating: 0, count: pieceCount)
  private var count = 0

  package init() {}

  package var isFull: Bool { count >= Self.limit }

  /// Notes a row and returns whether it was there already.
  ///
  /// - Parameter trustsIDs: Whether the id alone tells comments of a platform apart.
  /// - Complexity: O(1) amortised, and O(*n*) in the bytes of its key.
  package mutating func insert(_ row: Row, in bytes: Span<UInt8>, trustsIDs: Bool) -> Bool {
    guard let key = Self.key(of: row, in: bytes, trustsIDs: trustsIDs) else { return false }
    return insert(key)
  }

  private static func key(of row: Row, in bytes: Span<UInt8>, trustsIDs: Bool) -> UInt64? {
    var hash = KeyHash()
    if let platform = row[.platform] { hash.add(bytes, platform) }
    if let id = row[.id], !id.isEmpty {
      hash.add(bytes, id)
      if !trustsIDs {
        if let author = row[.author] { hash.add(bytes, author) }
        hash.add(bytes, row.text)
      }
      return hash.value
    }
    // "2025-08-12T10:30" or seconds since 1970 tell the minute; a day alone doesn't.
    guard let author = row[.author], !author.isEmpty, !row.text.isEmpty,
      let time = row[.createdAt], time.count >= 10
    else { return nil }
    let isUnix = time.allSatisfy { bytes[$0] &- 0x30 < 10 || bytes[$0] == 0x2E }
    guard isUnix || time.count >= 14 else { return nil }
    if let post = row[.post] { hash.add(bytes, post) }
    hash.add(bytes, author)
    hash.add(bytes, row.text)
    let minute = isUnix ? time.count : min(time.count, 16)
    hash.add(bytes, time.lowerBound..<time.lowerBound + minute)
    return hash.value
  }

  private mutating func insert(_ key: UInt64) -> Bool {
    // Zero marks a free place.
    let key = max(key, 1)
    let piece = Int(key >> 58)
    if counts[piece] * 4 >= pieces[piece].count * 3 { grow(piece) }
    let mask = pieces[piece].count - 1
    var place = Int(truncatingIfNeeded: key) & mask
    while pieces[piece][place] != 0 {
      if pieces[piece][place] == key { return true }
      place = (place + 1) & mask
    }
    guard !isFull else { return false }
    pieces[piece][place] = key
    counts[piece] += 1
    count += 1
    return false
  }

  private mutating func grow(_ piece: Int) {
    let old = pieces[piece]
    var new = [UInt64](repeating: 0, count: max(16, old.count * 2))
    let mask = new.count - 1
    for key in old where key != 0 {
      var place = Int(truncatingIfNeeded: key) & mask
      while new[place] != 0 { place = (place + 1) & mask }
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

  package mutating func add(_ number: UInt64) {
    state = Self.mix(state ^ number, 0xA076_1D64_78BD_642F)
  }

  package mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    while position &+ 8 <= range.upperBound {
      add(bytes.word(at: position))
      position &+= 8
    }
    var rest = UInt64(range.count) << 56
    while position < range.upperBound {
      rest = rest ^ (UInt64(bytes[position]) << UInt64((range.upperBound &- position &- 1) * 8))
      position &+= 1
    }
    add(rest)
  }

  private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }
}

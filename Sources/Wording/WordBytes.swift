/// The folded spelling of one word: at most 48 bytes, held in place, so that folding allocates nothing.
///
/// Longer words are cut; no entry of a lexicon is that long, so a cut word is merely unknown. Eight bytes stand in one
/// number, the first in its lowest bits, so that words are hashed, compared and cut eight bytes at a time.
public struct WordBytes: Sendable, BitwiseCopyable {
  /// How many bytes a word can have.
  package static let limit = 48

  /// The bytes; those from `count` on are 0.
  ///
  /// The last chunk is always 0, so every chunk of the word has one behind it.
  @usableFromInline private(set) var chunks = InlineArray<7, UInt64>(repeating: 0)
  /// How many bytes the word has.
  public private(set) var count = 0

  package init() {}

  package init(_ text: String) { self.init(raw: text.utf8.span) }

  /// A word of `bytes` as they are.
  package init(raw bytes: Span<UInt8>) { self.init(raw: bytes, 0..<bytes.count) }

  /// A word of the bytes at `range` as they are.
  package init(raw bytes: Span<UInt8>, _ range: Range<Int>) {
    count = min(range.count, Self.limit)
    for number in 0..<chunkCount {
      chunks[number] = bytes.chunk(at: range.lowerBound &+ number &* 8)
    }
    clear(from: count)
  }

  /// A word of one chunk's first `count` bytes; those behind are 0.
  init(chunk: UInt64, count: Int) {
    chunks[0] = chunk
    self.count = count
  }

  /// How many chunks hold the word.
  var chunkCount: Int {
    @inline(__always) get { (count &+ 7) &>> 3 }
  }

  /// The eight bytes from `position` on; what lies beyond the end is 0.
  ///
  /// - Precondition: `position` is within the word, or its end.
  @inlinable @inline(__always)
  public func chunk(at position: Int) -> UInt64 {
    let (number, shift) = (position &>> 3, UInt64(truncatingIfNeeded: (position & 7) &* 8))
    // Two shifts, for none is as far as 64.
    return chunks[number] &>> shift | (chunks[number &+ 1] &<< 1) &<< (63 &- shift)
  }

  package subscript(position: Int) -> UInt8 {
    @inline(__always)
    get {
      UInt8(
        truncatingIfNeeded: chunks[position &>> 3]
          &>> UInt64(truncatingIfNeeded: (position & 7) &* 8))
    }
    set {
      let shift = UInt64(truncatingIfNeeded: (position & 7) &* 8)
      chunks[position &>> 3] &= ~(0xFF &<< shift)
      chunks[position &>> 3] |= UInt64(newValue) &<< shift
    }
  }

  package var isEmpty: Bool { count == 0 }

  package mutating func append(_ byte: UInt8) { append(chunk: UInt64(byte), count: 1) }

  /// Appends the first `more` bytes of `chunk`, of which the others are 0.
  @inline(__always)
  mutating func append(chunk: UInt64, count more: Int) {
    guard count < Self.limit else { return }
    let (number, shift) = (count &>> 3, UInt64(truncatingIfNeeded: (count & 7) &* 8))
    chunks[number] |= chunk &<< shift
    chunks[number &+ 1] |= (chunk &>> 1) &>> (63 &- shift)
    count &+= more
    if count > Self.limit {
      count = Self.limit
      chunks[6] = 0
    }
  }

  /// Appends all of `word`.
  mutating func append(_ word: WordBytes) {
    for number in 0..<word.chunkCount {
      append(chunk: word.chunks[number], count: min(8, word.count &- number &* 8))
    }
  }

  /// Makes the bytes of the last chunk 0 from `end`, the word's end, on.
  @inline(__always)
  private mutating func clear(from end: Int) {
    let number = end &>> 3
    chunks[number] &= (1 &<< UInt64(truncatingIfNeeded: (end & 7) &* 8)) &- 1
  }

  /// The bytes `range` as a word of their own.
  ///
  /// - Precondition: `range` is within the word.
  package func slice(_ range: Range<Int>) -> WordBytes {
    var part = WordBytes()
    part.count = range.count
    for number in 0..<part.chunkCount {
      part.chunks[number] = chunk(at: range.lowerBound &+ number &* 8)
    }
    part.clear(from: part.count)
    return part
  }

  /// The word without its first `n` and last `m` bytes.
  package func dropping(first n: Int = 0, last m: Int = 0) -> WordBytes {
    slice(min(n, count)..<max(min(n, count), count - m))
  }

  func hasSuffix(_ affix: Affix) -> Bool {
    count >= affix.count && chunk(at: count &- affix.count) == affix.chunk
  }

  func hasPrefix(_ affix: Affix) -> Bool {
    count >= affix.count && (chunks[0] ^ affix.chunk) & affix.mask == 0
  }

  /// The word with the blanks between its letters taken out: `a e r o`.
  package var withoutBlanks: WordBytes {
    guard contains(0x20) else { return self }
    var word = WordBytes()
    for i in 0..<count where self[i] != 0x20 { word.append(self[i]) }
    return word
  }

  /// Whether any byte is `byte`, which is not 0.
  func contains(_ byte: UInt8) -> Bool {
    let all = UInt64(byte) &* 0x0101_0101_0101_0101
    for number in 0..<chunkCount where (chunks[number] ^ all).zeroBytes != 0 { return true }
    return false
  }

  /// Whether one of the letters is the same as the next.
  var hasRun: Bool {
    for number in 0..<chunkCount {
      let position = number &* 8
      // The bytes beyond the end are 0: the last of them differ not from each other, but the word's last byte from them.
      let pairs = min(8, count &- 1 &- position)
      guard pairs > 0 else { return false }
      let same = chunks[number] ^ chunk(at: position &+ 1)
      let inside = pairs == 8 ? same : same | ~0 &<< UInt64(truncatingIfNeeded: pairs &* 8)
      if inside.zeroBytes != 0 { return true }
    }
    return false
  }

  /// Whether all bytes are `a…z`.
  var isLettersOnly: Bool {
    for number in 0..<chunkCount {
      let rest = min(8, count &- number &* 8)
      // Bytes beyond the end count as letters.
      let filler: UInt64 =
        rest == 8 ? 0 : 0x6161_6161_6161_6161 &<< UInt64(truncatingIfNeeded: rest &* 8)
      if (chunks[number] | filler).nonLetters != 0 { return false }
    }
    return true
  }

  /// Whether the word has the shape of a gambling site's name: four letters or more, then two or three digits or `4d`.
  ///
  ///     WordBytes("aero88").isBrandLike   // but not covid19, rt05, abcd2020
  package var isBrandLike: Bool {
    var digits = 0
    while digits < count, self[count - 1 - digits] &- 0x30 < 10 { digits += 1 }
    var letters = count - digits
    if digits == 0, hasSuffix("4d") {
      letters = count - 2
    } else if digits < 2 || digits > 3 {
      return false
    }
    guard letters >= 4 else { return false }
    for i in 0..<letters where self[i] &- 0x61 >= 26 { return false }
    return true
  }

  /// A hash of the bytes: that of a span of them.
  package var hash: UInt64 {
    @inline(__always)
    get {
      var hash = ByteHash.seed
      for number in 0..<chunkCount { hash = ByteHash.mix(hash, chunks[number]) }
      return ByteHash.end(hash)
    }
  }

  /// The bytes as text, for messages and tests.
  package var text: String {
    var bytes: [UInt8] = []
    for i in 0..<count { bytes.append(self[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WordBytes: Equatable {
  /// Whether the bytes are the same.
  public static func == (a: WordBytes, b: WordBytes) -> Bool {
    guard a.count == b.count else { return false }
    for number in 0..<a.chunkCount where a.chunks[number] != b.chunks[number] { return false }
    return true
  }
}

/// A few letters, seven at most, that may begin or end a word.
struct Affix: Sendable, BitwiseCopyable, ExpressibleByStringLiteral {
  /// The letters, the first in the lowest bits.
  let chunk: UInt64
  let count: Int

  init(stringLiteral letters: StaticString) {
    var chunk: UInt64 = 0
    letters.withUTF8Buffer { bytes in
      for i in bytes.indices { unsafe chunk |= UInt64(bytes[i]) << UInt64(i * 8) }
    }
    self.chunk = chunk
    count = letters.utf8CodeUnitCount
  }

  /// The bits that the letters take.
  var mask: UInt64 {
    @inline(__always) get { (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1 }
  }
}

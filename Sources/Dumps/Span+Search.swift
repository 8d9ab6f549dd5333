// Runs of ordinary bytes are skipped eight at a time: in the word `w ^ (byte × 0x01…01)` a zero byte marks a
// hit, and `(x - 0x01…01) & ~x & 0x80…80` marks zero bytes (Mycroft, 1987). Marks above the first may be
// false, the first never is, and only the first is asked for.

private let ones: UInt64 = 0x0101_0101_0101_0101
private let highs: UInt64 = 0x8080_8080_8080_8080

@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

extension Span<UInt8> {
  /// The eight bytes from `position` as a little-endian word.
  ///
  /// - Precondition: `position + 8 <= count`; the callers' loops have checked it.
  @inline(__always)
  func word(at position: Int) -> UInt64 {
    assert(position >= 0 && position + 8 <= count, "a word lies within the bytes")
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self))
  }

  /// Returns where the first byte equal to `a`, `b` or `c` lies in `start..<end`, or `end`.
  ///
  ///     "jalan,rusak\n".utf8.span.first(of: 0x2c, 0x0a, 0x0d, from: 0, to: 12)  // 5
  ///
  /// - Complexity: O(*n*), eight bytes a step.
  @inline(__always)
  func first(of a: UInt8, _ b: UInt8, _ c: UInt8, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count, "the search stays within the bytes")
    let (wordA, wordB, wordC) = (UInt64(a) &* ones, UInt64(b) &* ones, UInt64(c) &* ones)
    var position = start
    while position &+ 8 <= end {
      let word = word(at: position)
      let hits = zeroBytes(word ^ wordA) | zeroBytes(word ^ wordB) | zeroBytes(word ^ wordC)
      if hits != 0 { return position &+ hits.trailingZeroBitCount &>> 3 }
      position &+= 8
    }
    while position < end {
      let byte = self[position]
      if byte == a || byte == b || byte == c { return position }
      position &+= 1
    }
    return end
  }

  /// Returns where the first byte equal to `a` or `b` lies in `start..<end`, or `end`.
  ///
  /// - Complexity: O(*n*), eight bytes a step.
  @inline(__always)
  func first(of a: UInt8, _ b: UInt8, from start: Int, to end: Int) -> Int {
    first(of: a, b, b, from: start, to: end)
  }

  /// Whether `other` has the same bytes in the same order.
  func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for i in 0..<count where self[i] != other[i] { return false }
    return true
  }

  /// The bytes as text; what isn't UTF-8 becomes U+FFFD.
  func text(_ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for i in range { copy.append(self[i]) }
    return String(decoding: copy, as: UTF8.self)
  }

  /// What is unusual about the bytes in `start..<end`: damage that is read all the same, but counted.
  ///
  /// - Complexity: O(*n*): eight bytes a step over ASCII, one character a step over the rest.
  func damage(from start: Int, to end: Int) -> ByteDamage {
    precondition(start >= 0 && end <= count, "the search stays within the bytes")
    var damage = ByteDamage()
    var position = start
    while position < end {
      if position &+ 8 <= end {
        let word = word(at: position)
        if (word | zeroBytes(word)) & highs == 0 {
          position &+= 8
          continue
        }
      }
      let byte = self[position]
      if byte < 0x80 {
        if byte == 0 { damage.hasNUL = true }
        position &+= 1
      } else if let length = utf8Length(at: position, to: end) {
        position &+= length
      } else {
        damage.hasInvalidUTF8 = true
        position &+= 1
      }
    }
    return damage
  }

  /// Returns how many bytes the character at `position` has, or `nil` if it isn't well-formed UTF-8.
  ///
  /// The ranges are those of table 3-7 of the Unicode Standard: no overlong forms, no surrogates,
  /// nothing above U+10FFFF.
  func utf8Length(at position: Int, to end: Int) -> Int? {
    let first = self[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard position &+ length <= end, second.contains(self[position &+ 1]) else { return nil }
    var i = position &+ 2
    while i < position &+ length {
      guard self[i] & 0xC0 == 0x80 else { return nil }
      i &+= 1
    }
    return length
  }
}

/// Damage in a row that is read all the same.
struct ByteDamage: Equatable, Sendable {
  var hasInvalidUTF8 = false
  var hasNUL = false
}

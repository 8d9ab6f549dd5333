#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// Runs of ordinary bytes are skipped eight at a time: in the word `w ^ (byte × 0x01…01)` a zero byte marks a
// hit, and `(x - 0x01…01) & ~x & 0x80…80` marks zero bytes (Mycroft, 1987). Marks above the first may be
// false, the first never is, and only the first is asked for.

let ones: UInt64 = 0x0101_0101_0101_0101
let highs: UInt64 = 0x8080_8080_8080_8080

@inline(__always)
func zeroBytes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

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

  /// The sixteen bytes from `position` on.
  ///
  /// - Precondition: `position + 16 <= count`; the callers' loops have checked it.
  @inline(__always)
  func chunk(at position: Int) -> SIMD16<UInt8> {
    assert(position >= 0 && position + 16 <= count, "a chunk lies within the bytes")
    return unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: position, as: SIMD16<UInt8>.self)
  }

  /// Returns where the first `mark`, line feed or carriage return lies in `start..<end`, or `end`.
  ///
  /// - Parameter seen: Gets a high bit where a byte that was passed over, or one of the fifteen behind, is not ASCII or is NUL.
  /// - Complexity: O(*n*), sixteen bytes a step.
  @inline(__always)
  func firstBreak(
    or mark: UInt8, from start: Int, to end: Int, noting seen: inout SIMD16<UInt8>
  ) -> Int {
    precondition(start >= 0 && end <= count, "the search stays within the bytes")
    let marks = SIMD16<UInt8>(repeating: mark)
    let lineFeeds = SIMD16<UInt8>(repeating: ASCII.lineFeed)
    let returns = SIMD16<UInt8>(repeating: ASCII.carriageReturn)
    let one = SIMD16<UInt8>(repeating: 1)
    var position = start
    while position &+ 16 <= count {
      let chunk = chunk(at: position)
      seen |= chunk | (chunk &- one)
      let hits = chunk.equal(to: marks) | chunk.equal(to: lineFeeds) | chunk.equal(to: returns)
      if hits.hasMark { return min(position &+ hits.firstMark, end) }
      position &+= 16
      guard position < end else { return end }
    }
    while position < end {
      let byte = self[position]
      if byte == mark || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { return position }
      seen[0] |= byte | (byte &- 1)
      position &+= 1
    }
    return end
  }

  /// Returns where the first `byte` lies in `start..<end`, or `end`.
  ///
  /// For long runs, such as whole lines; the C library has the fastest loop there is.
  ///
  /// - Complexity: O(*n*).
  func first(_ byte: UInt8, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && start <= end && end <= count, "the search stays within the bytes")
    return unsafe withUnsafeBytes { buffer in
      guard start < end, let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, CInt(byte), end - start)
      else { return end }
      return unsafe UnsafeRawPointer(found) - base
    }
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
}

// Sixteen bytes are marked by their high bits.
extension SIMD16<UInt8> {
  private var halves: SIMD2<UInt64> {
    @inline(__always) get {
      // Both are sixteen bytes that can be anything.
      unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    }
  }

  /// Marks the bytes that are equal to those of `other`.
  @inline(__always)
  func equal(to other: SIMD16<UInt8>) -> SIMD16<UInt8> {
    // A mask's lanes are bytes of ones or zeros.
    unsafe unsafeBitCast(self .== other, to: SIMD16<UInt8>.self)
  }

  /// Whether any byte is marked.
  @inline(__always)
  var hasMark: Bool { (halves[0] | halves[1]) & highs != 0 }

  /// The place of the first byte that is marked, of those there are.
  @inline(__always)
  var firstMark: Int {
    let low = halves[0] & highs
    return low != 0
      ? low.littleEndian.trailingZeroBitCount &>> 3
      : 8 &+ (halves[1] & highs).littleEndian.trailingZeroBitCount &>> 3
  }
}

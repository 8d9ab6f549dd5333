extension WordBytes {
  /// The folded spelling of a token: lower case, look-alike letters as ASCII, no accents, joiners or skin tones.
  ///
  ///     WordBytes(folding: "ＢＡＧÚＳ".utf8.span).text == "bagus"
  ///
  /// Folding twice gives the same as folding once.
  ///
  /// - Complexity: O(length of the token).
  package init(folding bytes: Span<UInt8>) { self.init(folding: bytes, 0..<bytes.count) }

  /// The folded spelling of the token at `range`.
  ///
  /// - Complexity: O(length of the token).
  package init(folding bytes: Span<UInt8>, _ range: Range<Int>) {
    self.init()
    var position = range.lowerBound
    while position < range.upperBound {
      let chunk = bytes.chunk(at: position)
      let others = chunk & 0x8080_8080_8080_8080
      let plain = min(others.trailingZeroBitCount &>> 3, range.upperBound &- position)
      if plain > 0 {
        append(chunk: Self.lowered(chunk, plain), count: plain)
        position &+= plain
      } else {
        let scalar = bytes.scalar(at: position)
        fold(scalar, in: bytes, at: position, from: range.lowerBound)
        position &+= scalar.length
      }
    }
  }

  /// The first `count` bytes of `chunk`, which are ASCII, with small letters; the others are 0.
  @inline(__always)
  private static func lowered(_ chunk: UInt64, _ count: Int) -> UInt64 {
    let plain =
      count == 8 ? chunk : chunk & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1)
    // The top bit of each byte that is `A` or more, and of each beyond `Z` (Lamport 1975).
    let fromA = plain &+ 0x3F3F_3F3F_3F3F_3F3F
    let beyondZ = plain &+ 0x2525_2525_2525_2525
    return plain | (fromA & ~beyondZ & 0x8080_8080_8080_8080) &>> 2
  }

  private mutating func fold(
    _ scalar: Scalar, in bytes: Span<UInt8>, at position: Int, from start: Int
  ) {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0x00AD,
      0x1F3FB...0x1F3FF:
      // A zero-width joiner inside an emoji is part of it.
      guard scalar.value == 0x200D, bytes.scalar(at: start).value > 0x2000 else { return }
      for offset in 0..<scalar.length { append(bytes[position + offset]) }
    case 0x2018, 0x2019, 0x02BC: append(UInt8(ascii: "'"))
    default:
      if let ascii = LookAlike.ascii(of: scalar.value) {
        append(ascii)
      } else {
        for offset in 0..<scalar.length { append(bytes[position + offset]) }
      }
    }
  }
}

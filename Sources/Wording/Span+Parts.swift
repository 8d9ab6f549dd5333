extension Span where Element == UInt8 {
  /// Whether any byte is `byte`.
  ///
  /// - Complexity: O(length), eight bytes a step.
  package func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte) != nil }

  /// Where the first byte from `start` on that is `byte` stands, or `nil`.
  ///
  /// - Complexity: O(length), eight bytes a step.
  package func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    let all = UInt64(byte) &* 0x0101_0101_0101_0101
    var position = start
    while position < count {
      let others = chunk(at: position) ^ all
      // The lowest of these bits is that of a byte that is 0 (Mycroft 1987).
      let found = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
      if found != 0 {
        position &+= found.trailingZeroBitCount &>> 3
        return position < count ? position : nil
      }
      position &+= 8
    }
    return nil
  }

  /// Where the last byte that is `byte` stands, or `nil`.
  package func lastIndex(of byte: UInt8) -> Int? {
    var position = count
    while position > 0 {
      position &-= 1
      if self[position] == byte { return position }
    }
    return nil
  }

  /// The next part from `position` on between bytes that are `separator`, if there is one that is not empty; moves
  /// `position` behind it.
  package func nextPart(_ separator: UInt8, from position: inout Int) -> Range<Int>? {
    while position < count, self[position] == separator { position &+= 1 }
    guard position < count else { return nil }
    let start = position
    position = firstIndex(of: separator, from: start) ?? count
    return start..<position
  }

  /// The bytes as text; what is not UTF-8 is U+FFFD.
  package var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for position in 0..<count { bytes.append(self[position]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

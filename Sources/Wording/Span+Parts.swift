extension Span where Element == UInt8 {
  /// Whether any byte is `byte`.
  ///
  /// - Complexity: O(length), eight bytes a step.
  package func contains(_ byte: UInt8) -> Bool {
    let all = UInt64(byte) &* 0x0101_0101_0101_0101
    var position = 0
    while position < count {
      let others = chunk(at: position) ^ all
      // A byte that is 0 (Mycroft 1987), and not beyond the end.
      let found = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
      if found != 0 { return position &+ found.trailingZeroBitCount &>> 3 < count }
      position &+= 8
    }
    return false
  }

  /// Where the first byte that is `byte` stands, or `nil`.
  package func firstIndex(of byte: UInt8) -> Int? {
    for position in 0..<count where self[position] == byte { return position }
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

  /// Calls `body` with each part between bytes that are `separator`, in order, if it is not empty.
  package func forEachPart(_ separator: UInt8, _ body: (Span<UInt8>) -> Void) {
    var start = 0
    for position in 0..<count where self[position] == separator {
      if position > start { body(extracting(start..<position)) }
      start = position &+ 1
    }
    if count > start { body(extracting(start..<count)) }
  }

  /// The bytes as text; what is not UTF-8 is U+FFFD.
  package var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for position in 0..<count { bytes.append(self[position]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Span where Element == UInt8 {
  /// Where the first byte of `range` that is `byte` stands, or `nil`.
  ///
  /// - Complexity: O(length), eight bytes a step.
  package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let all = UInt64(byte) &* 0x0101_0101_0101_0101
    var position = range.lowerBound
    while position < range.upperBound {
      let found = (chunk(at: position) ^ all).zeroBytes
      if found != 0 {
        position &+= found.trailingZeroBitCount &>> 3
        return position < range.upperBound ? position : nil
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

  /// Takes the next part between bytes that are `separator` off `range`, if there is one that is not empty.
  package func nextPart(_ separator: UInt8, of range: inout Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound, self[start] == separator { start &+= 1 }
    guard start < range.upperBound else { return nil }
    let end = firstIndex(of: separator, in: start..<range.upperBound) ?? range.upperBound
    range = end..<range.upperBound
    return start..<end
  }

  /// The bytes as text; what is not UTF-8 is U+FFFD.
  package var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for position in 0..<count { bytes.append(self[position]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WordBytes {
  /// The folded spelling of a token: lower case, look-alike letters as ASCII, no accents, joiners or skin tones.
  ///
  ///     WordBytes(folding: "ＢＡＧÚＳ".utf8.span).text == "bagus"
  ///
  /// Folding twice gives the same as folding once.
  ///
  /// - Complexity: O(length of the token).
  package init(folding bytes: Span<UInt8>) {
    self.init()
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        position += 1
        continue
      }
      let scalar = bytes.scalar(at: position)
      fold(scalar, in: bytes, at: position)
      position += scalar.length
    }
  }

  private mutating func fold(_ scalar: Scalar, in bytes: Span<UInt8>, at position: Int) {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0x00AD,
      0x1F3FB...0x1F3FF:
      // A zero-width joiner inside an emoji is part of it.
      guard scalar.value == 0x200D, bytes.scalar(at: 0).value > 0x2000 else { return }
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

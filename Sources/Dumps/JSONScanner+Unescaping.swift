extension JSONScanner {
  /// Undoes the escapes of a string where it stands.
  ///
  /// Returns where the content now ends and whether some escape was damaged. A damaged escape (`\q`,
  /// `\u12G4`) stays as it is written; half of a surrogate pair becomes U+FFFD. Every escape is at least as
  /// long as what it stands for, so the text never grows.
  ///
  /// - Complexity: O(*n*), in place.
  package static func unescape(_ start: Int, _ end: Int, in bytes: inout MutableSpan<UInt8>)
    -> (end: Int, isDamaged: Bool)
  {
    var source = bytes.span.first(ASCII.backslash, from: start, to: end)
    var target = source
    var isDamaged = false
    while source < end {
      let byte = bytes[source]
      guard byte == ASCII.backslash, source &+ 1 < end else {
        isDamaged = isDamaged || byte == ASCII.backslash
        bytes[target] = byte
        source &+= 1
        target &+= 1
        continue
      }
      let name = bytes[source &+ 1]
      if let plain = plainEscape(name) {
        bytes[target] = plain
        source &+= 2
        target &+= 1
      } else if name == UInt8(ascii: "u"),
        let (scalar, length, isWhole) = unicodeEscape(at: source, to: end, in: bytes)
      {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[target] = unit
          target &+= 1
        }
        source &+= length
        isDamaged = isDamaged || !isWhole
      } else {
        isDamaged = true
        bytes[target] = byte
        source &+= 1
        target &+= 1
      }
    }
    return (target, isDamaged)
  }

  private static func plainEscape(_ name: UInt8) -> UInt8? {
    switch name {
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): name
    case UInt8(ascii: "n"): ASCII.lineFeed
    case UInt8(ascii: "r"): ASCII.carriageReturn
    case UInt8(ascii: "t"): ASCII.tab
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }

  /// The character of the `\uXXXX`, or of the pair of them, at `position`.
  private static func unicodeEscape(
    at position: Int, to end: Int, in bytes: borrowing MutableSpan<UInt8>
  )
    -> (scalar: Unicode.Scalar, length: Int, isWhole: Bool)?
  {
    guard let first = hexadecimal(at: position &+ 2, to: end, in: bytes) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6, true) }
    guard first < 0xDC00, position &+ 8 <= end, bytes[position &+ 6] == ASCII.backslash,
      bytes[position &+ 7] == UInt8(ascii: "u"),
      let second = hexadecimal(at: position &+ 8, to: end, in: bytes),
      (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { return ("\u{FFFD}", 6, false) }
    return (scalar, 12, true)
  }

  private static func hexadecimal(
    at position: Int, to end: Int, in bytes: borrowing MutableSpan<UInt8>
  )
    -> UInt32?
  {
    guard position &+ 4 <= end else { return nil }
    var value: UInt32 = 0
    for i in position..<position &+ 4 {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
      default: return nil
      }
    }
    return value
  }
}

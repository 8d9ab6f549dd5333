/// One character read from UTF-8, and how many bytes it took.
package struct Scalar: Equatable, Sendable {
  /// The code point; U+FFFD stands for a byte that is not UTF-8.
  package let value: UInt32
  /// How many bytes it took, 1…4.
  package let length: Int
}

extension Span where Element == UInt8 {
  /// The character that starts at `position`; an invalid byte is U+FFFD of length 1, so reading always goes on.
  ///
  /// - Complexity: O(1).
  package func scalar(at position: Int) -> Scalar {
    let first = self[position]
    guard first >= 0x80 else { return Scalar(value: UInt32(first), length: 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let invalid = Scalar(value: 0xFFFD, length: 1)
    guard first >= 0xC2, first <= 0xF4, position + length <= count else { return invalid }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = self[position + offset]
      guard byte & 0xC0 == 0x80 else { return invalid }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Overlong forms, surrogates and what lies beyond U+10FFFF are not UTF-8 (RFC 3629).
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else {
      return invalid
    }
    return Scalar(value: value, length: length)
  }
}

/// What a character beyond ASCII can be part of.
enum ScalarClass {
  case letter, emoji, regionalIndicator, joiner, skinTone, space, stop, dash, mark

  /// The ranges are those of Unicode 16 that occur in comments; what is left over is a mark.
  init(of value: UInt32) {
    switch value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0x00AD:
      self = .joiner
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x0085, 0x2028, 0x2029, 0x2026, 0x3002: self = .stop
    case 0x2010...0x2015: self = .dash
    case 0x00B2, 0x00B3, 0x00B9, 0x00AA, 0x00BA: self = .letter  // ² ³ ¹ ª º
    case 0x00C0...0x024F where value != 0x00D7 && value != 0x00F7: self = .letter
    case 0x0250...0x02AF, 0x0300...0x036F, 0x0370...0x052F, 0x0600...0x06FF: self = .letter
    case 0x1D00...0x1DBF, 0x1E00...0x1FFF, 0xA980...0xA9DF, 0x1B80...0x1BBF: self = .letter
    case 0x2070...0x209C, 0x2100...0x2121, 0x2123...0x2138, 0x213A...0x2183, 0x24B6...0x24E9:
      self = .letter
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xA640...0xA7FF: self = .letter
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .letter
    case 0x1D400...0x1D7FF, 0x1F110...0x1F12B, 0x1F130...0x1F149, 0x1F150...0x1F169: self = .letter
    case 0x1F170...0x1F18A: self = .letter  // squared letters, used to hide spam from filters
    case 0x1F1E6...0x1F1FF: self = .regionalIndicator
    case 0x1F3FB...0x1F3FF: self = .skinTone
    case 0x1F000...0x1FAFF: self = .emoji
    case 0x2600...0x27BF, 0x2300...0x23FF, 0x2B05...0x2B55, 0x25AA...0x25FE: self = .emoji
    case 0x00A9, 0x00AE, 0x203C, 0x2049, 0x2122, 0x2139, 0x2194...0x21AA: self = .emoji
    case 0x3030, 0x303D, 0x3297, 0x3299: self = .emoji
    default: self = .mark
    }
  }
}

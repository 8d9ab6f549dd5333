/// What one byte can be part of, without a Unicode look-up.
package enum ByteClass: UInt8, Sendable {
  /// Blank space inside a line, control bytes and NUL: never part of a token.
  case space
  /// The end of a line, which ends a sentence in comments.
  case newline
  /// `a…z`, `A…Z`.
  case letter
  /// `0…9`.
  case digit
  /// ASCII punctuation.
  case mark
  /// Any byte of a character beyond ASCII, or an invalid byte.
  case multibyte

  /// The class of `byte`.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package init(of byte: UInt8) {
    // Comparisons, commonest first: a table would be a global, and each look-up would ask whether it is ready.
    if (byte | 0x20) &- 0x61 < 26 {
      self = .letter
    } else if byte == 0x20 {
      self = .space
    } else if byte >= 0x80 {
      self = .multibyte
    } else if byte &- 0x30 < 10 {
      self = .digit
    } else if byte > 0x20, byte < 0x7F {
      self = .mark
    } else {
      self = byte == 0x0A || byte == 0x0D ? .newline : .space
    }
  }
}

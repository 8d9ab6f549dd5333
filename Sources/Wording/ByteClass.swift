/// What one byte can be part of: a table answers in one load, with no branch and no Unicode look-up.
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
  package init(of byte: UInt8) { self = Self.table[Int(byte)] }

  private static let table = InlineArray<256, ByteClass> { index in
    switch UInt8(index) {
    case 0x0A, 0x0D: .newline
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case 0x21...0x7E: .mark
    case 0x80...0xFF: .multibyte
    default: .space
    }
  }
}

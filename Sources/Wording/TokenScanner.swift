/// Reads a comment's tokens one at a time, in order, from its UTF-8 bytes.
///
/// A scanner holds only its position: it borrows the comment's bytes for each step and allocates nothing.
/// Invalid UTF-8 is tolerated; each invalid byte is a mark.
///
///     var scanner = TokenScanner()
///     while let token = scanner.next(in: bytes) { … }
///
/// Tokens are in order, disjoint and never empty; what lies between them is blank space.
package struct TokenScanner: Sendable {
  /// Where the next token is looked for, in bytes.
  package var position = 0

  package init() {}

  /// Returns the next token, or `nil` at the end of the comment.
  ///
  /// - Complexity: O(*n*) over the whole comment, where *n* is its number of bytes.
  package mutating func next(in bytes: Span<UInt8>) -> Token? {
    while position < bytes.count {
      let start = position
      switch ByteClass(of: bytes[start]) {
      case .space:
        position += 1
      case .newline:
        while position < bytes.count, ByteClass(of: bytes[position]) == .newline { position += 1 }
        return token(from: start, .stop)
      case .letter:
        return wordLike(from: start, in: bytes)
      case .digit:
        return numberLike(from: start, in: bytes)
      case .mark:
        return markLike(from: start, in: bytes)
      case .multibyte:
        if let found = multibyte(from: start, in: bytes) { return found }
      }
    }
    return nil
  }

  private func token(from start: Int, _ kind: Token.Kind) -> Token {
    assert(position > start, "every token takes a byte, so reading ends")
    return Token(range: start..<position, kind: kind)
  }

  private mutating func token(from start: Int, to end: Int, _ kind: Token.Kind) -> Token {
    position = end
    return token(from: start, kind)
  }

  // MARK: Words and numbers

  private mutating func wordLike(from start: Int, in bytes: Span<UInt8>) -> Token {
    if let end = bytes.endOfLetterEmoticon(at: start) {
      return token(from: start, to: end, .emoticon)
    }
    let end = bytes.endOfWord(from: start)
    if end == start + 1, let spaced = bytes.endOfSpacedWord(from: start) {
      return token(from: start, to: spaced, .word)
    }
    // Only a word with one of these behind it can begin an address.
    if end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "_"):
        if let address = bytes.endOfAddress(at: start) {
          return token(from: start, to: address, .url)
        }
        if let mail = bytes.endOfMail(from: start, nameEnd: end) {
          return token(from: start, to: mail, .mail)
        }
      default: break
      }
    }
    return token(from: start, to: end, .word)
  }

  /// Digits are a number unless letters follow at once: `3.500` is a number, `4ir` and `2x` are words.
  private mutating func numberLike(from start: Int, in bytes: Span<UInt8>) -> Token {
    let digits = bytes.endOfNumber(from: start)
    let end = bytes.endOfWord(from: start)
    // endOfWord stops at '.', endOfNumber does not: the longer one names the token.
    guard end > digits else { return token(from: start, to: digits, .number) }
    return token(from: start, to: end, .word)
  }

  // MARK: Marks

  private mutating func markLike(from start: Int, in bytes: Span<UInt8>) -> Token {
    if let end = bytes.endOfMarkEmoticon(at: start) {
      return token(from: start, to: end, .emoticon)
    }
    switch bytes[start] {
    case UInt8(ascii: "@"):
      let end = bytes.endOfHandle(from: start + 1)
      if end > start + 1 { return token(from: start, to: end, .mention) }
    case UInt8(ascii: "#"):
      let end = bytes.endOfTag(from: start + 1)
      if end > start + 1 { return token(from: start, to: end, .hashtag) }
    case UInt8(ascii: "?"), UInt8(ascii: "!"):
      var asks = false
      while position < bytes.count,
        bytes[position] == UInt8(ascii: "?") || bytes[position] == UInt8(ascii: "!")
      {
        asks = asks || bytes[position] == UInt8(ascii: "?")
        position += 1
      }
      return token(from: start, asks ? .question : .exclamation)
    case UInt8(ascii: "."), UInt8(ascii: ";"):
      while position < bytes.count, bytes[position] == bytes[start] { position += 1 }
      return token(from: start, .stop)
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      while position < bytes.count, bytes[position] == bytes[start] { position += 1 }
      return token(from: start, .comma)
    case UInt8(ascii: "-"):
      position += 1
      return token(from: start, .comma)
    default:
      break
    }
    position = start + 1
    return token(from: start, .mark)
  }

  // MARK: Characters beyond ASCII

  private mutating func multibyte(from start: Int, in bytes: Span<UInt8>) -> Token? {
    let scalar = bytes.scalar(at: start)
    switch ScalarClass(of: scalar.value) {
    case .space, .joiner:
      position += scalar.length
      return nil
    case .letter:
      return wordLike(from: start, in: bytes)
    case .emoji, .regionalIndicator, .skinTone:
      return token(from: start, to: bytes.endOfEmoji(from: start), .emoji)
    case .stop:
      position += scalar.length
      return token(from: start, .stop)
    case .dash:
      position += scalar.length
      return token(from: start, .comma)
    case .mark:
      position += scalar.length
      return token(from: start, .mark)
    }
  }
}

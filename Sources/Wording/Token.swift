/// A piece of a comment, by its place in the comment's bytes.
///
/// A token copies nothing; the comment it came from gives its text back:
///
///     let bytes = comment.utf8.span
///     var scanner = TokenScanner()
///     while let token = scanner.next(in: bytes) { print(token.kind, token.range) }
public struct Token: Hashable, Sendable {
  /// What a token is made of.
  public enum Kind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// Letters, possibly with digits, an inner apostrophe or inner hyphens: `jalan2`, `jum'at`, `e-ktp`.
    case word
    /// Digits with inner `.`, `,`, `:` or `/`: `3.500`, `12:30`.
    case number
    /// One emoji with all that joins it: skin tones, U+FE0F, zero-width joiners, flag pairs.
    case emoji
    /// A face or heart of ASCII marks: `:)`, `T_T`, `<3`.
    case emoticon
    /// `@name`.
    case mention
    /// `#word`.
    case hashtag
    /// A web address, with or without its scheme.
    case url
    /// A mail address.
    case mail
    /// A run of `?` and `!` that holds a `?`.
    case question
    /// A run of `!`.
    case exclamation
    /// What ends a sentence: `.`, `…`, `;` or the end of a line.
    case stop
    /// What ends a clause: `,` or `:` or a dash between words.
    case comma
    /// Any other mark or character.
    case mark
  }

  /// Where the token starts, in bytes from the start of the comment.
  public let start: UInt32
  /// Where the token ends, in bytes from the start of the comment; never the same as `start`.
  public let end: UInt32
  /// What the token is made of.
  public let kind: Kind

  /// The token's bytes within its comment.
  package var range: Range<Int> { Int(start)..<Int(end) }

  package init(range: Range<Int>, kind: Kind) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    self.kind = kind
  }
}

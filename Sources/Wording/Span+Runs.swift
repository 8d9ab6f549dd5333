/// A hash of bytes, eight a step: the same for the same bytes, whether they were scanned or given.
public enum ByteHash {
  /// What hashing begins with.
  @inlinable public static var seed: UInt64 {
    @inline(__always) get { 0x9E37_79B9_7F4A_7C15 }
  }

  /// Mixes eight bytes in, by Knuth's multiplicative hashing (TAOCP 3, 6.4) and a shift.
  @inlinable @inline(__always)
  public static func mix(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (hash ^ chunk) &* 0x9FB2_1C65_1E98_DF25
    return product ^ (product &>> 32)
  }

  /// The last step: never 0.
  ///
  /// No token holds a NUL, so that none is the same as another with NULs behind it.
  @inlinable @inline(__always)
  public static func end(_ hash: UInt64) -> UInt64 { hash | 1 }
}

// Eight bytes looked at together, marked by their top bits.
extension UInt64 {
  /// Marks the bytes that are not `a…z`.
  ///
  /// In each, adding to the low seven bits lifts the top bit of what is `a` or more, and of what is beyond `z` (Lamport
  /// 1975, *Multiple byte processing with full-word instructions*).
  @inlinable @inline(__always)
  public var nonLetters: UInt64 {
    let low = self & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let beyondZ = low &+ 0x0505_0505_0505_0505
    return ~(fromA & ~beyondZ & ~self) & 0x8080_8080_8080_8080
  }

  /// Marks the first byte that is 0; those behind it may be marked falsely (Mycroft 1987).
  @inline(__always)
  var zeroBytes: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 }
}

extension Span where Element == UInt8 {
  /// The eight bytes from `position` on, the first in the lowest bits; what lies beyond the end is 0.
  @inlinable @inline(__always)
  public func chunk(at position: Int) -> UInt64 {
    if position &+ 8 <= count {
      // Within the span, as was just seen; any eight bytes are a number.
      return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self)
        .littleEndian
    }
    return lastChunk(at: position)
  }

  /// The same where fewer than eight bytes are left.
  @inlinable @inline(never)
  func lastChunk(at position: Int) -> UInt64 {
    if count >= 8 {
      // The last eight bytes, without those before `position`.
      let last = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: count &- 8, as: UInt64.self
      ).littleEndian
      return last >> UInt64(truncatingIfNeeded: (position &- (count &- 8)) &* 8)
    }
    var chunk: UInt64 = 0
    var place = count
    while place > position {
      place &-= 1
      chunk = chunk &<< 8 | UInt64(self[place])
    }
    return chunk
  }

  /// A hash of a token's bytes: `letterRun(from:)` gives the same for the run's bytes.
  ///
  /// - Complexity: O(length).
  public var wordHash: UInt64 { ByteHash.end(mixed) }

  /// A hash of all bytes, whatever they are.
  ///
  /// - Complexity: O(length).
  public var contentHash: UInt64 {
    let product = (mixed ^ UInt64(truncatingIfNeeded: count)) &* 0xBF58_476D_1CE4_E5B9
    return (product ^ (product &>> 31)) | 1
  }

  private var mixed: UInt64 {
    var hash = ByteHash.seed
    var position = 0
    while position < count {
      hash = ByteHash.mix(hash, chunk(at: position))
      position &+= 8
    }
    return hash
  }

  /// The end of the run of `a…z` and `A…Z` from `start` on, and the hash of its bytes.
  ///
  /// - Complexity: O(length).
  @inlinable @inline(__always)
  public func letterRun(from start: Int) -> (end: Int, hash: UInt64) {
    var hash = ByteHash.seed
    var position = start
    while true {
      let chunk = chunk(at: position)
      let others = (chunk | 0x2020_2020_2020_2020).nonLetters
      if others == 0 {
        hash = ByteHash.mix(hash, chunk)
        position &+= 8
        continue
      }
      let letters = others.trailingZeroBitCount &>> 3
      if letters > 0 {
        hash = ByteHash.mix(hash, chunk & ((1 &<< UInt64(truncatingIfNeeded: letters &* 8)) &- 1))
        position &+= letters
      }
      return (position, ByteHash.end(hash))
    }
  }

  /// The end and the hash of the token at `position` where it is plainly a word.
  ///
  /// That is: letters, or letters and digits, before a mark that neither joins words nor makes an address, a blank, a line's
  /// end or an emoji; `nil` where only a closer look tells. It is the token that `TokenScanner` finds there.
  ///
  /// - Complexity: O(length).
  @inlinable @inline(__always)
  public func plainWord(at position: Int) -> (end: Int, hash: UInt64)? {
    let (end, hash) = letterRun(from: position)
    guard end &- position >= 2, end == count || self[end] < 0x40 && Self.endsWord(self[end]) else {
      return unusualWord(from: position, to: end, hash)
    }
    if end &- position == 2, self[position] == UInt8(ascii: "X"),
      self[position &+ 1] == UInt8(ascii: "D")
    {
      return nil
    }
    return (end, hash)
  }

  /// The same where letters, up to `end`, are few or what follows them is not usual.
  @inlinable @inline(never)
  func unusualWord(from position: Int, to end: Int, _ hash: UInt64) -> (end: Int, hash: UInt64)? {
    guard end > position else { return nil }
    if end < count, self[end] &- 0x30 < 10 {
      var longer = end &+ 1
      while longer < count, isLetterOrDigit(at: longer) { longer &+= 1 }
      guard longer == count || plainlyEndsWord(at: longer, from: position) else { return nil }
      return (longer, extracting(position..<longer).wordHash)
    }
    guard end == count || plainlyEndsWord(at: end, from: position) else { return nil }
    // It may begin a word of letters apart.
    if end &- position == 1, end &+ 1 < count, self[end] == 0x20, isLetterOrDigit(at: end &+ 1),
      end &+ 2 == count || !isLetterOrDigit(at: end &+ 2)
    {
      return nil
    }
    return (end, hash)
  }

  @inlinable @inline(__always)
  func isLetterOrDigit(at position: Int) -> Bool {
    (self[position] | 0x20) &- 0x61 < 26 || self[position] &- 0x30 < 10
  }

  /// Whether a byte below 0x40 ends a word: a blank, a line's end or one of `! " # $ % & ( ) + , / ; < = > ?`, one bit each.
  @inlinable @inline(__always)
  static func endsWord(_ byte: UInt8) -> Bool {
    0xF800_9B7F_0000_2400 as UInt64 &>> UInt64(truncatingIfNeeded: byte) & 1 != 0
  }

  /// Whether the byte at `position`, behind a word from `start`, ends it and makes no address of it.
  @inlinable
  func plainlyEndsWord(at position: Int, from start: Int) -> Bool {
    switch self[position] {
    case 0xF0: return beginsEmoji(at: position)
    case UInt8(ascii: ":"): return self[start] | 0x20 != UInt8(ascii: "h")
    case UInt8(ascii: "."):
      guard self[start] | 0x20 != UInt8(ascii: "w") else { return false }
      var next = position &+ 1
      while next < count, self[next] == UInt8(ascii: ".") { next &+= 1 }
      return next == count || self[next] == 0x20 || self[next] == 0x0A
    default: return self[position] < 0x40 && Self.endsWord(self[position])
    }
  }

  /// Whether the byte 0xF0 at `position` begins an emoji that is no letter in a square.
  @inlinable @inline(__always)
  func beginsEmoji(at position: Int) -> Bool {
    // U+1F300 and beyond.
    position &+ 2 < count && self[position &+ 1] == 0x9F && self[position &+ 2] >= 0x8C
  }

  /// The end and the hash of the token at `position` where it is plainly one emoji of four bytes, as most are.
  ///
  /// That is: one of U+1F300…U+1FAFF with nothing behind it that can join it. It is the token that `TokenScanner` finds.
  ///
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public func plainEmoji(at position: Int) -> (end: Int, hash: UInt64)? {
    guard self[position] == 0xF0 else { return nil }
    let chunk = chunk(at: position)
    let bytes = UInt32(truncatingIfNeeded: chunk).byteSwapped
    // U+1F300, U+1FAFF and the skin tones in UTF-8; the two last bytes go on a character.
    guard bytes >= 0xF09F_8C80, bytes <= 0xF09F_ABBF, bytes & 0xC0C0 == 0x8080,
      bytes < 0xF09F_8FBB || bytes > 0xF09F_8FBF
    else { return nil }
    let next = UInt32(truncatingIfNeeded: chunk &>> 32)
    // A character of one byte cannot join an emoji, nor can one of those beyond U+FFFF but the skin tones.
    guard next & 0x80 == 0 || next & 0xFFFF == 0x9FF0 && next & 0xFF_0000 != 0x8F_0000 else {
      return nil
    }
    return (position &+ 4, ByteHash.end(ByteHash.mix(ByteHash.seed, chunk & 0xFFFF_FFFF)))
  }

  /// The end and the kind of the token at `position` where it is plainly a mark or a number.
  ///
  /// That is: commas, full stops, exclamation and question marks, and digits before a blank or the end. It is the token
  /// that `TokenScanner` finds there.
  ///
  /// - Complexity: O(length).
  @inlinable @inline(__always)
  public func plainMark(at position: Int) -> (end: Int, kind: Token.Kind)? {
    let first = self[position]
    var end = position &+ 1
    switch first {
    case UInt8(ascii: ","), UInt8(ascii: "."):
      while end < count, self[end] == first { end &+= 1 }
      return (end, first == UInt8(ascii: ".") ? .stop : .comma)
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      var asks = first == UInt8(ascii: "?")
      while end < count, self[end] == UInt8(ascii: "!") || self[end] == UInt8(ascii: "?") {
        asks = asks || self[end] == UInt8(ascii: "?")
        end &+= 1
      }
      return (end, asks ? .question : .exclamation)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while end < count, self[end] &- 0x30 < 10 { end &+= 1 }
      guard end == count || self[end] == 0x20 else { return nil }
      return (end, .number)
    default: return nil
    }
  }
}

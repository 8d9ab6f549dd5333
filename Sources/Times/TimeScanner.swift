/// Reads the pieces times are written in, by position in bytes it does not hold.
///
/// Each method takes its piece and moves on, or answers `nil` or `false`. It allocates nothing.
struct TimeScanner {
  private(set) var position = 0
  private(set) var end: Int

  init(_ count: Int) { end = count }

  var isAtEnd: Bool { position >= end }

  /// The byte at hand, or 0 at the end.
  func peek(in bytes: Span<UInt8>) -> UInt8 { position < end ? bytes[position] : 0 }

  /// Leaves out spaces at either end.
  mutating func trim(in bytes: Span<UInt8>) {
    while position < end, bytes[position].isSpace { position += 1 }
    while end > position, bytes[end - 1].isSpace { end -= 1 }
  }

  /// Takes `byte` if it comes next.
  mutating func take(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    guard peek(in: bytes) == byte, !isAtEnd else { return false }
    position += 1
    return true
  }

  /// Takes `byte` if it comes next, and says nothing either way.
  mutating func skip(_ byte: UInt8, in bytes: Span<UInt8>) { _ = take(byte, in: bytes) }

  /// Takes a number of exactly `count` digits.
  mutating func number(digits count: Int, in bytes: Span<UInt8>) -> Int? {
    guard position + count <= end else { return nil }
    var number = 0
    for i in position..<position + count {
      guard bytes[i].isDigit else { return nil }
      number = number * 10 + Int(bytes[i] - UInt8(ascii: "0"))
    }
    position += count
    return number
  }

  /// How many digits come next.
  func digitCount(in bytes: Span<UInt8>) -> Int {
    var i = position
    while i < end, bytes[i].isDigit { i += 1 }
    return i - position
  }

  /// Takes a fraction of a second, which must have a digit.
  mutating func fraction(in bytes: Span<UInt8>) -> Bool {
    let count = digitCount(in: bytes)
    position += count
    return count > 0
  }

  /// Takes the letters that come next.
  mutating func word(in bytes: Span<UInt8>) -> TimeWord {
    var word = TimeWord()
    while position < end, word.append(bytes[position]) { position += 1 }
    return word
  }

  /// Takes an offset from UTC: "+07:00", "+0700" or "+07", from −12:00 to +14:00 as clocks on Earth have it.
  mutating func offset(in bytes: Span<UInt8>) -> Int? {
    let sign = peek(in: bytes)
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    position += 1
    guard let hours = number(digits: 2, in: bytes) else { return nil }
    var minutes = 0
    if take(UInt8(ascii: ":"), in: bytes) || peek(in: bytes).isDigit {
      guard let read = number(digits: 2, in: bytes), read < 60 else { return nil }
      minutes = read
    }
    let seconds = (hours * 60 + minutes) * 60
    let offset = sign == UInt8(ascii: "-") ? -seconds : seconds
    return (-12 * 3_600...14 * 3_600).contains(offset) ? offset : nil
  }
}

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// A space, tab or end of line.
  var isSpace: Bool { self == 0x20 || (0x09...0x0d ~= self) }
}

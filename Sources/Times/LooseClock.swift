/// A time of day as people and spreadsheets write it: `9:05`, `10.30.05`, `7:16 PM`, `10:30:00.5`.
struct LooseClock {
  let seconds: Int
  let precision: Timestamp.Precision

  init?(_ scanner: inout TimeScanner, in bytes: Span<UInt8>) {
    let digits = scanner.digitCount(in: bytes)
    guard digits == 1 || digits == 2, var hour = scanner.number(digits: digits, in: bytes) else {
      return nil
    }
    let mark = scanner.peek(in: bytes)
    guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: "."), scanner.take(mark, in: bytes),
      let minute = scanner.number(digits: 2, in: bytes), minute < 60
    else { return nil }
    var second = 0
    var precision = Timestamp.Precision.minute
    if scanner.take(mark, in: bytes) {
      guard let read = scanner.number(digits: 2, in: bytes), read < 60 else { return nil }
      second = read
      precision = .second
      if scanner.take(UInt8(ascii: "."), in: bytes) || scanner.take(UInt8(ascii: ","), in: bytes) {
        guard scanner.fraction(in: bytes) else { return nil }
      }
    }
    var ahead = scanner
    ahead.skip(UInt8(ascii: " "), in: bytes)
    let word = ahead.word(in: bytes)
    if word == Self.am || word == Self.pm {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (word == Self.pm ? 12 : 0)
      scanner = ahead
    }
    guard hour < 24 else { return nil }
    seconds = (hour * 60 + minute) * 60 + second
    self.precision = precision
  }

  private static let am = TimeWord("am")
  private static let pm = TimeWord("pm")
}

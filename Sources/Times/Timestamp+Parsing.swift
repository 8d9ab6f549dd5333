extension Timestamp {
  /// Reads a time as comment dumps write it; `zone` holds where the text names none.
  ///
  /// Taken are ISO 8601 and its looser kin (`2025-08-12`, `2025/08/12 10:30`, `2025-08-12T10:30:00.5+0700`),
  /// seconds, milli- and microseconds since 1970 (10, 13 and 16 digits), Twitter's
  /// `Wed Oct 10 20:19:24 +0000 2018` and Indonesian `Selasa, 12 Agustus 2025 pukul 10.30 WIB`. Nothing may be
  /// left over, and no number may be out of its range. Days and months by number alone (`08/12/2025`) are
  /// ambiguous and give `nil`.
  ///
  /// - Complexity: O(*n*) in the number of bytes; no memory is allocated.
  package init?(parsing bytes: Span<UInt8>, zone: Zone) {
    var scanner = TimeScanner(bytes.count)
    scanner.trim(in: bytes)
    let parsed: Timestamp? =
      switch scanner.digitCount(in: bytes) {
      case 0: Self.beginningWithWord(&scanner, in: bytes, zone: zone)
      case 1, 2: Self.dayMonthYear(&scanner, in: bytes, weekday: nil, zone: zone)
      case 4: Self.iso(&scanner, in: bytes, zone: zone)
      case 10: Self.unix(&scanner, in: bytes, digits: 10, unitsPerSecond: 1)
      case 13: Self.unix(&scanner, in: bytes, digits: 13, unitsPerSecond: 1_000)
      case 16: Self.unix(&scanner, in: bytes, digits: 16, unitsPerSecond: 1_000_000)
      default: nil
      }
    guard let parsed, scanner.isAtEnd else { return nil }
    self = parsed
  }

  /// `1504206962`, and with a fraction as youtube-comment-downloader writes it, `1504206962.5`.
  private static func unix(
    _ scanner: inout TimeScanner, in bytes: Span<UInt8>, digits: Int, unitsPerSecond: Int
  ) -> Timestamp? {
    guard scanner.peek(in: bytes) != UInt8(ascii: "0"),
      let number = scanner.number(digits: digits, in: bytes)
    else { return nil }
    if scanner.take(UInt8(ascii: "."), in: bytes) {
      guard scanner.fraction(in: bytes) else { return nil }
    }
    return Timestamp(
      seconds: Int64(number / unitsPerSecond), precision: .second, zoneSource: .given)
  }

  /// `2025-08-12`, `2025/08/12 10:30`, `2025-08-12T10:30:00.000Z`.
  private static func iso(
    _ scanner: inout TimeScanner, in bytes: Span<UInt8>, zone: Zone
  ) -> Timestamp? {
    guard let year = scanner.number(digits: 4, in: bytes), year > 0 else { return nil }
    let mark = scanner.peek(in: bytes)
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/"),
      scanner.take(mark, in: bytes), let month = scanner.number(digits: 2, in: bytes),
      scanner.take(mark, in: bytes), let day = scanner.number(digits: 2, in: bytes),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if scanner.isAtEnd { return Timestamp(date, clock: nil, offset: nil, zone: zone) }
    guard
      scanner.take(UInt8(ascii: "T"), in: bytes) || scanner.take(UInt8(ascii: "t"), in: bytes)
        || scanner.take(UInt8(ascii: " "), in: bytes),
      let clock = Clock(&scanner, in: bytes, mark: UInt8(ascii: ":"))
    else { return nil }
    let offset = offsetOrName(&scanner, in: bytes)
    return Timestamp(date, clock: clock, offset: offset, zone: zone)
  }

  /// A weekday, then Twitter's order or ours: `Wed Oct 10 …`, `Selasa, 12 Agustus …`.
  private static func beginningWithWord(
    _ scanner: inout TimeScanner, in bytes: Span<UInt8>, zone: Zone
  ) -> Timestamp? {
    guard let weekday = scanner.word(in: bytes).weekday else { return nil }
    scanner.skip(UInt8(ascii: ","), in: bytes)
    guard scanner.take(UInt8(ascii: " "), in: bytes) else { return nil }
    guard scanner.digitCount(in: bytes) == 0 else {
      return dayMonthYear(&scanner, in: bytes, weekday: weekday, zone: zone)
    }
    guard let month = scanner.word(in: bytes).month, scanner.take(UInt8(ascii: " "), in: bytes),
      let day = scanner.number(digits: 2, in: bytes), scanner.take(UInt8(ascii: " "), in: bytes),
      let clock = Clock(&scanner, in: bytes, mark: UInt8(ascii: ":")),
      scanner.take(UInt8(ascii: " "), in: bytes), let offset = scanner.offset(in: bytes),
      scanner.take(UInt8(ascii: " "), in: bytes), let year = scanner.number(digits: 4, in: bytes),
      let date = CivilDate(year: year, month: month, day: day), date.weekday == weekday
    else { return nil }
    return Timestamp(date, clock: clock, offset: offset, zone: zone)
  }

  /// `12 Agustus 2025`, `2 Mei 2025 10:30`, `12 Agu 2025, pukul 10.30.05 WIB`.
  private static func dayMonthYear(
    _ scanner: inout TimeScanner, in bytes: Span<UInt8>, weekday: Weekday?, zone: Zone
  ) -> Timestamp? {
    let digits = scanner.digitCount(in: bytes)
    guard (1...2).contains(digits), let day = scanner.number(digits: digits, in: bytes),
      scanner.take(UInt8(ascii: " "), in: bytes), let month = scanner.word(in: bytes).month,
      scanner.take(UInt8(ascii: " "), in: bytes),
      let year = scanner.number(digits: 4, in: bytes), year > 0,
      let date = CivilDate(year: year, month: month, day: day),
      weekday == nil || weekday == date.weekday
    else { return nil }
    if scanner.isAtEnd { return Timestamp(date, clock: nil, offset: nil, zone: zone) }
    scanner.skip(UInt8(ascii: ","), in: bytes)
    guard scanner.take(UInt8(ascii: " "), in: bytes) else { return nil }
    let word = scanner.word(in: bytes)
    if !word.isEmpty {
      // *pukul* and *jam* both mean "at the hour of".
      guard word == .pukul || word == .jam, scanner.take(UInt8(ascii: " "), in: bytes) else {
        return nil
      }
    }
    // Indonesian writes the hour with a full stop, machines with a colon.
    let hasStop = bytes.count > scanner.position + 2 && bytes[scanner.position + 2] == 0x2e
    guard let clock = Clock(&scanner, in: bytes, mark: UInt8(ascii: hasStop ? "." : ":")) else {
      return nil
    }
    let offset = offsetOrName(&scanner, in: bytes)
    return Timestamp(date, clock: clock, offset: offset, zone: zone)
  }

  /// The zone at the end, if one is written: `Z`, `+07:00`, ` +0700`, ` WIB`.
  private static func offsetOrName(_ scanner: inout TimeScanner, in bytes: Span<UInt8>) -> Int? {
    var ahead = scanner
    ahead.skip(UInt8(ascii: " "), in: bytes)
    guard let offset = ahead.offset(in: bytes) ?? ahead.word(in: bytes).zoneOffset else {
      return nil
    }
    scanner = ahead
    return offset
  }

  /// Puts date, clock and zone together.
  private init(_ date: CivilDate, clock: Clock?, offset: Int?, zone: Zone) {
    let local = Int64(date.dayNumber.number) * 86_400 + Int64(clock?.seconds ?? 0)
    self.init(
      seconds: offset.map { local - Int64($0) } ?? zone.moment(ofLocal: local),
      precision: clock?.precision ?? .day,
      zoneSource: offset == nil ? .declared : .given)
  }

  /// A time of day, 00:00 to 23:59:59; a leap second (`:60`) is refused.
  private struct Clock {
    let seconds: Int
    let precision: Precision

    init?(_ scanner: inout TimeScanner, in bytes: Span<UInt8>, mark: UInt8) {
      guard let hour = scanner.number(digits: 2, in: bytes), hour < 24,
        scanner.take(mark, in: bytes),
        let minute = scanner.number(digits: 2, in: bytes), minute < 60
      else { return nil }
      guard scanner.take(mark, in: bytes) else {
        seconds = (hour * 60 + minute) * 60
        precision = .minute
        return
      }
      guard let second = scanner.number(digits: 2, in: bytes), second < 60 else { return nil }
      // ISO 8601 allows a comma before the fraction, as Indonesian does.
      if scanner.take(UInt8(ascii: "."), in: bytes) || scanner.take(UInt8(ascii: ","), in: bytes) {
        guard scanner.fraction(in: bytes) else { return nil }
      }
      seconds = (hour * 60 + minute) * 60 + second
      precision = .second
    }
  }
}

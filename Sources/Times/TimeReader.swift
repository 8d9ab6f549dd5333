/// Reads the times of one dump, with what had to be declared or found out for the whole of it.
///
/// A single time may not say which number is the month, or may say only how long ago it was. What `Timestamp`
/// reads by itself is read first; then, where they are known, the order of day and month and the moment of
/// capture help.
///
///     var reader = TimeReader(zone: .wib)
///     reader.order = .dayFirst
///     reader.timestamp("08/12/2025 10:30".utf8.span)   // 8 December, to the minute
///     reader.captured = …
///     reader.timestamp("2 minggu yang lalu".utf8.span) // to the week
package struct TimeReader: Sendable {
  /// The zone of times that name none.
  package let zone: Zone
  /// The order of dates by numbers alone; without it they are not read.
  package var order: DateOrder?
  /// When the dump was made; without it "2 days ago" is not read.
  package var captured: Timestamp?

  package init(zone: Zone, order: DateOrder? = nil, captured: Timestamp? = nil) {
    self.zone = zone
    self.order = order
    self.captured = captured
  }

  /// The moment that `bytes` name, or `nil` when they name none that can be told.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package func timestamp(_ bytes: Span<UInt8>) -> Timestamp? {
    if let plain = Timestamp(parsing: bytes, zone: zone) { return plain }
    if let order, let date = Timestamp(numeric: bytes, order: order, zone: zone) { return date }
    if let serial = Timestamp(serial: bytes, zone: zone) { return serial }
    if let named = Timestamp(monthFirst: bytes, zone: zone) { return named }
    if let captured, let age = RelativeTime(parsing: bytes) {
      return age.moment(before: captured, zone: zone)
    }
    return nil
  }

  /// Whether `Timestamp` reads what begins like this by itself: ISO 8601 or seconds since 1970.
  ///
  /// For the hot path: it looks at five bytes.
  package static func looksPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 10 else { return false }
    for i in 0..<4 where !bytes[i].isDigit { return false }
    return bytes[4] == UInt8(ascii: "-") || bytes[4].isDigit && bytes[5].isDigit
  }
}

extension Timestamp {
  /// `08/12/2025`, `8-12-25 10.30`, `12/31/2025 7:16 PM`, read in the given order.
  init?(numeric bytes: Span<UInt8>, order: DateOrder, zone: Zone) {
    guard let numeric = NumericDate(parsing: bytes), let date = numeric.day(order) else {
      return nil
    }
    var scanner = numeric.scanner
    guard let found = Self.finish(date, &scanner, in: bytes, zone: zone) else { return nil }
    self = found
  }

  /// `August 12, 2025`, `Agu 12 2025, 10:30`: the month's name before the day.
  init?(monthFirst bytes: Span<UInt8>, zone: Zone) {
    var scanner = TimeScanner(bytes.count)
    scanner.trim(in: bytes)
    guard let month = scanner.word(in: bytes).month, scanner.take(UInt8(ascii: " "), in: bytes)
    else { return nil }
    let digits = scanner.digitCount(in: bytes)
    guard digits == 1 || digits == 2, let day = scanner.number(digits: digits, in: bytes) else {
      return nil
    }
    scanner.skip(UInt8(ascii: ","), in: bytes)
    guard scanner.take(UInt8(ascii: " "), in: bytes),
      let year = scanner.number(digits: 4, in: bytes), year > 0,
      let date = CivilDate(year: year, month: month, day: day),
      let found = Self.finish(date, &scanner, in: bytes, zone: zone)
    else { return nil }
    self = found
  }

  /// The clock and the zone behind a date, if they are there; nothing may be left over.
  private static func finish(
    _ date: CivilDate, _ scanner: inout TimeScanner, in bytes: Span<UInt8>, zone: Zone
  ) -> Timestamp? {
    let day = Int64(date.dayNumber.number) * 86_400
    guard !scanner.isAtEnd else {
      return Timestamp(
        seconds: zone.moment(ofLocal: day), precision: .day, zoneSource: .declared)
    }
    scanner.skip(UInt8(ascii: ","), in: bytes)
    guard
      scanner.take(UInt8(ascii: " "), in: bytes) || scanner.take(UInt8(ascii: "T"), in: bytes),
      let clock = LooseClock(&scanner, in: bytes)
    else { return nil }
    let local = day + Int64(clock.seconds)
    scanner.skip(UInt8(ascii: " "), in: bytes)
    var offset: Int?
    if !scanner.isAtEnd {
      guard let found = scanner.offset(in: bytes) ?? scanner.word(in: bytes).zoneOffset,
        scanner.isAtEnd
      else { return nil }
      offset = found
    }
    return Timestamp(
      seconds: offset.map { local - Int64($0) } ?? zone.moment(ofLocal: local),
      precision: clock.precision, zoneSource: offset == nil ? .declared : .given)
  }

  /// `45881.4375`, a spreadsheet's serial number: days since 1899-12-30 (ECMA-376 part 1, 18.17.4).
  ///
  /// Only serials from 2000-01-01 (36,526) to 2099-12-31 (73,050) are taken, so that no other number is
  /// mistaken for one.
  init?(serial bytes: Span<UInt8>, zone: Zone) {
    var scanner = TimeScanner(bytes.count)
    scanner.trim(in: bytes)
    guard scanner.digitCount(in: bytes) == 5, let days = scanner.number(digits: 5, in: bytes),
      (36_526...73_050).contains(days)
    else { return nil }
    var fraction = 0.0
    let hasFraction = scanner.take(UInt8(ascii: "."), in: bytes)
    if hasFraction {
      var scale = 0.1
      guard scanner.digitCount(in: bytes) > 0 else { return nil }
      while !scanner.isAtEnd, let digit = scanner.number(digits: 1, in: bytes) {
        fraction += Double(digit) * scale
        scale /= 10
      }
    }
    guard scanner.isAtEnd else { return nil }
    // 25,569 days lie between 1899-12-30 and 1970-01-01; half a second makes up for the serial's rounding.
    let local = Int64(days - 25_569) * 86_400 + Int64(fraction * 86_400 + 0.5)
    self.init(
      seconds: zone.moment(ofLocal: local), precision: hasFraction ? .second : .day,
      zoneSource: .declared)
  }
}

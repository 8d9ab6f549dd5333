/// How long ago something was, as pages show it: "2 minggu yang lalu", "3d", "kemarin", "5 jam", "2 years ago (edited)".
///
/// `h` and `hr` stand for *hari* (day) in Indonesian and for *hour* in English: they are taken only with "lalu" or
/// "ago" behind them.
package struct RelativeTime: Equatable, Sendable {
  /// How many units ago.
  package let count: Int
  package let unit: Timestamp.Precision

  package init(count: Int, unit: Timestamp.Precision) {
    self.count = count
    self.unit = unit
  }

  /// Reads such a text whole.
  ///
  /// - Complexity: O(*n*); texts above 64 bytes are refused unread.
  package init?(parsing bytes: Span<UInt8>) {
    guard (1...64).contains(bytes.count) else { return nil }
    var words = Self.words(of: bytes)
    // "(edited)" says nothing of the first writing; "about" and its like say nothing of the count.
    words.removeAll { ["edited", "diedit", "disunting", "about", "sekitar", "kira"].contains($0) }
    if let known = Self.phrases[words.joined(separator: " ")] {
      self = known
      return
    }
    var ending = Ending.none
    if words.last == "ago" {
      ending = .english
      words.removeLast()
    } else if words.last == "lalu" || words.last == "silam" {
      ending = .indonesian
      words.removeLast()
      if words.last == "yang" || words.last == "yg" { words.removeLast() }
    }
    guard let first = words.first else { return nil }
    let count: Int
    switch words.count {
    case 1:
      // "seminggu": the *se-* is a one.
      if first.hasPrefix("se"), let unit = Self.indonesian[String(first.dropFirst(2))] {
        self.init(count: 1, unit: unit)
        return
      }
      return nil
    case 2:
      guard let number = Int(first) ?? Self.numbers[first], (0...999).contains(number) else {
        return nil
      }
      count = number
    default: return nil
    }
    guard let unit = Self.unit(words[1], ending) else { return nil }
    self.init(count: count, unit: unit)
  }

  private enum Ending { case none, english, indonesian }

  private static func unit(_ word: String, _ ending: Ending) -> Timestamp.Precision? {
    switch ending {
    case .english: english[word] ?? (word == "h" || word == "hr" ? .hour : nil)
    case .indonesian: indonesian[word] ?? (word == "h" || word == "hr" ? .day : nil)
    case .none: english[word] ?? indonesian[word]
    }
  }

  /// Runs of letters and runs of digits, in lower case: `3d` is two words.
  private static func words(of bytes: Span<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for i in 0...bytes.count {
      let byte = i < bytes.count ? bytes[i] : 0x20
      let isLetter = (0x61...0x7a).contains(byte | 0x20)
      let continues = isLetter || byte.isDigit
      if let last = word.last, !continues || last.isDigit != byte.isDigit {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
      if continues {
        word.append(isLetter ? byte | 0x20 : byte)
      } else if byte != 0x20, byte != 0x28, byte != 0x29, byte != 0x2e {
        // Only spaces, brackets and full stops may stand between words.
        return []
      }
    }
    return words
  }

  private static let phrases: [String: RelativeTime] = [
    "just now": .init(count: 0, unit: .minute), "now": .init(count: 0, unit: .minute),
    "baru saja": .init(count: 0, unit: .minute), "barusan": .init(count: 0, unit: .minute),
    "sekarang": .init(count: 0, unit: .minute), "baru": .init(count: 0, unit: .minute),
    "today": .init(count: 0, unit: .day), "hari ini": .init(count: 0, unit: .day),
    "yesterday": .init(count: 1, unit: .day), "kemarin": .init(count: 1, unit: .day),
    "kemaren": .init(count: 1, unit: .day), "kemarin lusa": .init(count: 2, unit: .day),
    "last week": .init(count: 1, unit: .week), "minggu lalu": .init(count: 1, unit: .week),
    "last month": .init(count: 1, unit: .month), "bulan lalu": .init(count: 1, unit: .month),
    "last year": .init(count: 1, unit: .year), "tahun lalu": .init(count: 1, unit: .year),
  ]

  private static let numbers = [
    "a": 1, "an": 1, "one": 1, "satu": 1, "two": 2, "dua": 2, "three": 3, "tiga": 3, "few": 3,
    "beberapa": 3,
  ]

  private static let english: [String: Timestamp.Precision] = [
    "s": .second, "sec": .second, "secs": .second, "second": .second, "seconds": .second,
    "m": .minute, "min": .minute, "mins": .minute, "minute": .minute, "minutes": .minute,
    "hrs": .hour, "hour": .hour, "hours": .hour,
    "d": .day, "day": .day, "days": .day,
    "w": .week, "wk": .week, "wks": .week, "week": .week, "weeks": .week,
    "mo": .month, "mos": .month, "month": .month, "months": .month,
    "y": .year, "yr": .year, "yrs": .year, "year": .year, "years": .year,
  ]

  private static let indonesian: [String: Timestamp.Precision] = [
    "detik": .second, "dtk": .second,
    "menit": .minute, "mnt": .minute, "m": .minute,
    "jam": .hour, "j": .hour,
    "hari": .day,
    "minggu": .week, "mgg": .week, "mg": .week, "pekan": .week,
    "bulan": .month, "bln": .month,
    "tahun": .year, "thn": .year, "th": .year,
  ]
}

extension RelativeTime {
  /// The moment meant, given when the page was captured.
  ///
  /// It is no more exact than the unit, nor than the capture: "3 weeks ago" is known to the week, and stands at
  /// the midnight of a day. Months and years go by the calendar; a day that the month lacks becomes its last.
  ///
  /// - Complexity: O(1).
  package func moment(before captured: Timestamp, zone: Zone) -> Timestamp? {
    let precision = max(unit, captured.precision)
    let today = zone.day(at: captured.seconds)
    switch unit {
    case .second, .minute, .hour:
      if precision >= .day {
        // Hours before an unknown hour: the day itself, give or take.
        return Self.midnight(of: today, precision, zone)
      }
      let length: Int64 = unit == .second ? 1 : unit == .minute ? 60 : 3_600
      return Timestamp(
        seconds: captured.seconds - Int64(count) * length, precision: precision,
        zoneSource: captured.zoneSource)
    case .day: return Self.midnight(of: today.advanced(by: -count), precision, zone)
    case .week: return Self.midnight(of: today.advanced(by: -7 * count), precision, zone)
    case .month, .year:
      let date = today.date
      let months = date.year * 12 + date.month - 1 - count * (unit == .year ? 12 : 1)
      let (year, month) = (months / 12, months % 12 + 1)
      guard year > 0 else { return nil }
      let day = min(date.day, CivilDate.length(ofMonth: month, inYear: year))
      return CivilDate(year: year, month: month, day: day).map {
        Self.midnight(of: $0.dayNumber, precision, zone)
      }
    }
  }

  private static func midnight(
    of day: Day, _ precision: Timestamp.Precision, _ zone: Zone
  ) -> Timestamp {
    Timestamp(
      seconds: zone.moment(ofLocal: Int64(day.number) * 86_400), precision: precision,
      zoneSource: .declared)
  }
}

extension Timestamp {
  /// The time as ISO 8601 writes it, no more exact than it is known: "2025-08-12" or "2025-08-12T03:30:00Z".
  package func text(in zone: Zone) -> String {
    if precision >= .day { return zone.day(at: seconds).date.description }
    let day = Zone.utc.day(at: seconds)
    let rest = Int(seconds - Int64(day.number) * 86_400)
    let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map { $0.padded(to: 2) }
    return "\(day.date)T\(clock.joined(separator: ":"))Z"
  }
}

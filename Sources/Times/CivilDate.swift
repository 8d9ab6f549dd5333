/// A day of the Gregorian calendar as people write it, extended to all years.
///
/// The arithmetic is Howard Hinnant's `days_from_civil` and `civil_from_days`
/// ("chrono-Compatible Low-Level Date Algorithms", 2013, howardhinnant.github.io/date_algorithms.html):
/// a year begins in March, so the leap day comes last, and 400 years (an era) are always 146,097 days.
///
///     CivilDate(year: 2024, month: 2, day: 29)?.weekday   // thursday
///     CivilDate(year: 2025, month: 2, day: 29)            // nil
package struct CivilDate: Hashable, Sendable {
  /// The year; 0 is 1 BC.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, 1 to 31.
  package let day: Int

  /// Makes a date, or `nil` when no such day is in the calendar.
  package init?(year: Int, month: Int, day: Int) {
    guard
      Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, inYear: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date of a day number.
  ///
  /// - Complexity: O(1).
  package init(_ day: Day) {
    let shifted = Int(day.number) + Self.daysToEpoch
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The day as a number.
  ///
  /// - Complexity: O(1).
  package var dayNumber: Day {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Day(Int32(era * 146_097 + dayOfEra - Self.daysToEpoch))
  }

  /// The day of the week.
  package var weekday: Weekday { dayNumber.weekday }

  /// How many days a month has.
  package static func length(ofMonth month: Int, inYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The years whose days fit `Day` with room to spare: ±1 million years are 365 million days.
  private static let years = -1_000_000...1_000_000

  /// Days from 0000-03-01, where an era begins, to 1970-01-01 (Hinnant).
  private static let daysToEpoch = 719_468
}

extension Day {
  /// The day as year, month and day.
  package var date: CivilDate { CivilDate(self) }
}

extension CivilDate: CustomStringConvertible {
  /// The date as ISO 8601 writes it: "2025-08-12".
  package var description: String {
    "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension Int {
  /// The number in decimal with zeros in front, at least `width` digits long: 7 gives "07".
  func padded(to width: Int) -> String {
    let digits = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
    return (self < 0 ? "-" : "") + zeros + digits
  }
}

extension Day: CustomStringConvertible {
  /// The day as ISO 8601 writes it.
  package var description: String { date.description }
}

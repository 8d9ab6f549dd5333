/// A calendar day as a number: how many days it lies after 1970-01-01.
///
/// Days compare, count and hash as one small number; `CivilDate` gives them a year and a month.
///
///     Day(0).date            // 1970-01-01
///     Day(20_298).next       // one day on
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package let number: Int32

  package init(_ number: Int32) { self.number = number }

  /// The day `count` days on.
  package func advanced(by count: Int) -> Day { Day(number + Int32(count)) }

  /// The day after.
  package var next: Day { advanced(by: 1) }

  /// How many days lie from this day to `other`; negative when `other` is earlier.
  package func distance(to other: Day) -> Int { Int(other.number) - Int(number) }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// A day of the week, numbered as ISO 8601 does: Monday is 1, Sunday is 7.
package enum Weekday: Int, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Day {
  /// The day of the week.
  ///
  /// 1970-01-01 was a Thursday, three days after a Monday.
  ///
  /// - Complexity: O(1).
  package var weekday: Weekday {
    let sinceMonday = (Int(number) + 3) % 7
    let index = sinceMonday < 0 ? sinceMonday + 7 : sinceMonday
    // `index` is 0...6, so the fallback is never taken.
    return Weekday(rawValue: index + 1) ?? .monday
  }

  /// The Monday of this day's ISO week.
  package var monday: Day { advanced(by: 1 - weekday.rawValue) }
}

import Foundation
import TestSupport
import Testing

@testable import Times

@Suite("days, dates and periods")
struct CalendarTests {
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    CivilDate(year: year, month: month, day: day)?.dayNumber
  }

  @Test("every day of 1770 to 2170 agrees with Foundation and comes back")
  func roundTrip() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    // 73,050 days are 200 years. Foundation is slow, so it is asked about every 11th day.
    for number in Int32(-73_050)...73_050 {
      let date = CivilDate(Day(number))
      try #require(date.dayNumber == Day(number))
      try #require(CivilDate(year: date.year, month: date.month, day: date.day) == date)
      guard number.isMultiple(of: 11) else { continue }
      let moment = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: moment)
      try #require(parts.year == date.year && parts.month == date.month && parts.day == date.day)
      // Foundation counts weekdays from Sunday = 1.
      try #require(parts.weekday == date.weekday.rawValue % 7 + 1)
    }
  }

  @Test("far days come back", arguments: 0..<32 as Range<UInt64>)
  func far(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let day = Day(Int32.random(in: -300_000_000...300_000_000, using: &random))
    #expect(day.date.dayNumber == day)
    #expect((0...6).contains(day.monday.distance(to: day)))
  }

  @Test(
    "ISO weeks at the turn of the year",
    arguments: [
      (2020, 12, 31, "2020-W53"), (2021, 1, 3, "2020-W53"), (2021, 1, 4, "2021-W01"),
      (2024, 12, 29, "2024-W52"), (2024, 12, 30, "2025-W01"), (2025, 1, 5, "2025-W01"),
      (2025, 7, 28, "2025-W31"), (2025, 8, 3, "2025-W31"), (2016, 1, 3, "2015-W53"),
      (2018, 1, 1, "2018-W01"), (1970, 1, 1, "1970-W01"), (1969, 12, 28, "1969-W52"),
    ])
  func isoWeeks(year: Int, month: Int, day: Int, label: String) throws {
    let day = try #require(Self.day(year, month, day))
    #expect(PeriodKey(.week, containing: day).label == label)
  }

  @Test("labels, first and last days")
  func periods() throws {
    let day = try #require(Self.day(2024, 2, 14))
    let table: [(Period, String, String, String, String)] = [
      (.day, "2024-02-14", "2024-02-14", "2024-02-14", "2024-02-15"),
      (.week, "2024-W07", "2024-02-12", "2024-02-18", "2024-W08"),
      (.month, "2024-02", "2024-02-01", "2024-02-29", "2024-03"),
    ]
    for (period, label, start, end, next) in table {
      let key = PeriodKey(period, containing: day)
      #expect(key.label == label)
      #expect(key.start.date.description == start)
      #expect(key.end.date.description == end)
      #expect(key.next().label == next)
    }
  }

  @Test("periods follow each other without gap or overlap", arguments: Period.allCases)
  func chain(period: Period) throws {
    var key = PeriodKey(period, containing: try #require(Self.day(1999, 12, 1)))
    for _ in 0..<500 {
      let next = key.next()
      #expect(next.start == key.end.next && key < next)
      for day in [next.start, next.end] { #expect(PeriodKey(period, containing: day) == next) }
      key = next
    }
  }
}

/// How long a step of a curve is.
package enum Period: String, CaseIterable, Sendable {
  /// A calendar day.
  case day
  /// An ISO 8601 week, Monday to Sunday.
  case week
  /// A calendar month.
  case month
}

/// One particular day, week or month, or a run of days that no calendar names.
///
/// Its days are civil days, so the zone has already been applied when a moment was given its day:
///
///     let day = zone.day(at: timestamp.seconds)
///     let week = PeriodKey(.week, containing: day)
///     week.label          // "2025-W31"
///     week.start.date     // 2025-07-28
///     week.end.date       // 2025-08-03, the last day
///     week.next().label   // "2025-W32"
package struct PeriodKey: Hashable, Comparable, Sendable {
  /// How long the period is; `nil` for a run of days.
  package let period: Period?
  /// Its first day.
  package let start: Day
  /// Its last day.
  package let end: Day

  /// The period of the kind `period` that has `day` in it.
  ///
  /// - Complexity: O(1).
  package init(_ period: Period, containing day: Day) {
    self.period = period
    switch period {
    case .day:
      start = day
      end = day
    case .week:
      start = day.monday
      end = start.advanced(by: 6)
    case .month:
      let date = day.date
      start = day.advanced(by: 1 - date.day)
      end = start.advanced(by: CivilDate.length(ofMonth: date.month, inYear: date.year) - 1)
    }
  }

  /// A run of days.
  package init(days: ClosedRange<Day>) {
    period = nil
    start = days.lowerBound
    end = days.upperBound
  }

  /// All its days, first to last.
  package var days: ClosedRange<Day> { start...end }

  /// The period right after this one; after a run of days, as many days.
  package func next() -> PeriodKey {
    if let period { return PeriodKey(period, containing: end.next) }
    return PeriodKey(days: end.next...end.next.advanced(by: start.distance(to: end)))
  }

  package static func < (left: PeriodKey, right: PeriodKey) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension PeriodKey {
  /// Its short name: "2025-08-12", "2025-W31", "2025-08", or "2025-08-12/2025-09-03" (ISO 8601) for a run of days.
  package var label: String {
    let date = start.date
    switch period {
    case nil: return "\(date)/\(end.date)"
    case .day: return date.description
    case .month: return "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))"
    case .week:
      let (year, week) = start.isoWeek
      return "\(year.padded(to: 4))-W\(week.padded(to: 2))"
    }
  }
}

extension Day {
  /// The ISO 8601 week and the year it counts in, which is the year of its Thursday.
  ///
  ///     CivilDate(year: 2021, month: 1, day: 3)?.dayNumber.isoWeek   // (2020, 53)
  ///
  /// - Complexity: O(1).
  package var isoWeek: (year: Int, week: Int) {
    let thursday = monday.advanced(by: 3)
    let year = thursday.date.year
    let dayOfYear = CivilDate(year: year, month: 1, day: 1).map {
      $0.dayNumber.distance(to: thursday)
    }
    // 1 January is in every year, so the fallback is never taken.
    return (year, (dayOfYear ?? 0) / 7 + 1)
  }
}

/// The moment a comment was written, how exactly it is known, and who named its zone.
///
///     let text = "2017-08-31T19:16:02+0000"
///     let time = Timestamp(parsing: text.utf8.span, zone: .wib)
///     time?.seconds      // 1504206962
///     time?.zoneSource   // given
package struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC, with fractions cut off.
  package let seconds: Int64
  /// How exactly the moment is known.
  package let precision: Precision
  /// Where the zone came from.
  package let zoneSource: ZoneSource

  package init(seconds: Int64, precision: Precision, zoneSource: ZoneSource) {
    self.seconds = seconds
    self.precision = precision
    self.zoneSource = zoneSource
  }

  /// The finest unit that was written; a moment known to the day stands at that day's midnight.
  package enum Precision: String, Comparable, Sendable {
    case second, minute, hour, day, week, month, year

    private var rank: Int {
      switch self {
      case .second: 0
      case .minute: 1
      case .hour: 2
      case .day: 3
      case .week: 4
      case .month: 5
      case .year: 6
      }
    }

    /// Whether the left is the more exact of the two.
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  }

  /// Who says in which zone the clock stood.
  package enum ZoneSource: String, Sendable {
    /// The text does, or the number counts from 1970 UTC by its nature.
    case given
    /// The caller does, for the whole dump.
    case declared
  }
}

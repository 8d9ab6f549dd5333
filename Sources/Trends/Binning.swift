import Times

/// How a curve's comments are cut into periods.
package enum Binning: Hashable, Sendable {
  /// Days, ISO weeks or months.
  case calendar(Period)
  /// Runs of whole days, each as short as it can be with at least so many comments: periods that all weigh alike.
  case comments(Int)

  /// Reads "day", "week", "month" or "200-comments".
  package init?(_ text: String) {
    if let period = Period(rawValue: text) {
      self = .calendar(period)
      return
    }
    let suffix = "-comments"
    guard text.hasSuffix(suffix), let count = Int(text.dropLast(suffix.count)), count > 0 else {
      return nil
    }
    self = .comments(count)
  }

  /// What machines call it: what `init` reads.
  package var id: String {
    switch self {
    case .calendar(let period): period.rawValue
    case .comments(let count): "\(count)-comments"
    }
  }

  /// The periods from the first day with a comment to the last, without gaps, and whether the last has all the comments
  /// that it should.
  ///
  /// - Parameter counts: The comments of each day, by day; at least one.
  /// - Complexity: O(*d*) in the days.
  func periods(of counts: [Int32: Int]) -> (keys: [PeriodKey], isLastFull: Bool) {
    guard let first = counts.keys.min(), let last = counts.keys.max() else { return ([], true) }
    switch self {
    case .calendar(let period):
      var keys = [PeriodKey(period, containing: Day(first))]
      while let key = keys.last, key.end < Day(last) { keys.append(key.next()) }
      return (keys, true)
    case .comments(let least):
      var keys: [PeriodKey] = []
      var (start, gathered) = (first, 0)
      for day in counts.keys.sorted() {
        gathered += counts[day] ?? 0
        if gathered >= least || day == last {
          keys.append(PeriodKey(days: Day(start)...Day(day)))
          if day == last { return (keys, gathered >= least) }
          (start, gathered) = (day + 1, 0)
        }
      }
      return (keys, true)
    }
  }
}

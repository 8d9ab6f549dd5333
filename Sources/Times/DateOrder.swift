/// Which of day and month comes first where a date is written by numbers alone, as `08/12/2025`.
package enum DateOrder: String, CaseIterable, Sendable {
  /// `31/12/2025`, as Indonesia writes it.
  case dayFirst = "dmy"
  /// `12/31/2025`, as the United States write it.
  case monthFirst = "mdy"
}

/// What the dates of one dump say about the order of day and month.
///
/// One date above the twelfth decides for all; dates that speak for both orders, or for none, decide nothing.
///
///     var evidence = DateOrderEvidence()
///     evidence.add("08/12/2025".utf8.span)
///     evidence.verdict                       // undecidable
///     evidence.add("28/12/2025".utf8.span)
///     evidence.verdict                       // decided(dayFirst)
package struct DateOrderEvidence: Equatable, Sendable {
  /// Dates that can only be read day first, and only month first.
  package private(set) var dayFirst = 0
  package private(set) var monthFirst = 0
  /// Dates that could be either, and would be two unlike days.
  package private(set) var either = 0

  package enum Verdict: Equatable, Sendable {
    /// No date needs a decision.
    case notNeeded
    case decided(DateOrder)
    /// All dates could be either.
    case undecidable
    /// Some can only be the one, some only the other.
    case contradictory
  }

  package init() {}

  /// Looks at one time; what is no date by numbers alone says nothing.
  ///
  /// - Complexity: O(1).
  package mutating func add(_ bytes: Span<UInt8>) {
    guard let date = NumericDate(parsing: bytes) else { return }
    switch (date.day(.dayFirst), date.day(.monthFirst)) {
    case (nil, nil): return
    case (_?, nil): dayFirst += 1
    case (nil, _?): monthFirst += 1
    case (let one?, let other?): if one != other { either += 1 }
    }
  }

  package var verdict: Verdict {
    switch (dayFirst > 0, monthFirst > 0) {
    case (true, true): .contradictory
    case (true, false): .decided(.dayFirst)
    case (false, true): .decided(.monthFirst)
    case (false, false): either > 0 ? .undecidable : .notNeeded
    }
  }
}

/// A date by numbers alone, as `08/12/25` or `8-12-2025 10.30`: which number is the day is not said.
struct NumericDate {
  let first: Int
  let second: Int
  let year: Int
  /// Behind the date.
  let scanner: TimeScanner

  init?(parsing bytes: Span<UInt8>) {
    var scanner = TimeScanner(bytes.count)
    scanner.trim(in: bytes)
    guard let first = Self.oneOrTwoDigits(&scanner, in: bytes) else { return nil }
    let mark = scanner.peek(in: bytes)
    guard [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(mark),
      scanner.take(mark, in: bytes), let second = Self.oneOrTwoDigits(&scanner, in: bytes),
      scanner.take(mark, in: bytes)
    else { return nil }
    let digits = scanner.digitCount(in: bytes)
    guard digits == 2 || digits == 4, let year = scanner.number(digits: digits, in: bytes) else {
      return nil
    }
    self.first = first
    self.second = second
    // POSIX `strptime`, `%y`: 69 to 99 are the twentieth century.
    self.year = digits == 4 ? year : year < 69 ? 2_000 + year : 1_900 + year
    self.scanner = scanner
  }

  private static func oneOrTwoDigits(_ scanner: inout TimeScanner, in bytes: Span<UInt8>) -> Int? {
    let digits = scanner.digitCount(in: bytes)
    return digits == 1 || digits == 2 ? scanner.number(digits: digits, in: bytes) : nil
  }

  /// The day it is in that order, if there is such a day.
  func day(_ order: DateOrder) -> CivilDate? {
    order == .dayFirst
      ? CivilDate(year: year, month: second, day: first)
      : CivilDate(year: year, month: first, day: second)
  }
}

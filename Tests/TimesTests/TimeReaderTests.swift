import TestSupport
import Testing

@testable import Times

@Suite("times that need the whole dump") struct TimeReaderTests {
  /// 2025-08-12 03:30:00 UTC, 10:30 in Jakarta.
  private static let captured = Timestamp(
    seconds: 1_754_969_400, precision: .second, zoneSource: .given)

  private func read(_ text: String, _ order: DateOrder? = nil, captured: Timestamp? = captured)
    -> String?
  {
    TimeReader(zone: .wib, order: order, captured: captured).timestamp(text.utf8.span).map {
      "\($0.text(in: .wib)) \($0.precision)"
    }
  }

  @Test(
    "how long ago, in Indonesian and English",
    arguments: [
      ("2 minggu yang lalu", "2025-07-29 week"), ("3 hari lalu", "2025-08-09 day"),
      ("kemarin", "2025-08-11 day"), ("5 jam", "2025-08-11T22:30:00Z hour"),
      ("5 jam yg lalu", "2025-08-11T22:30:00Z hour"), ("2 weeks ago", "2025-07-29 week"),
      ("1 bulan yang lalu", "2025-07-12 month"), ("setahun yang lalu", "2024-08-12 year"),
      ("seminggu lalu", "2025-08-05 week"), ("2 years ago (edited)", "2023-08-12 year"),
      ("1 tahun yang lalu (diedit)", "2024-08-12 year"), ("3d", "2025-08-09 day"),
      ("2w", "2025-07-29 week"), ("10 mnt", "2025-08-12T03:20:00Z minute"),
      ("an hour ago", "2025-08-12T02:30:00Z hour"), ("3h ago", "2025-08-12T00:30:00Z hour"),
      ("3 h lalu", "2025-08-09 day"), ("baru saja", "2025-08-12T03:30:00Z minute"),
      ("Just now", "2025-08-12T03:30:00Z minute"), ("2 thn", "2023-08-12 year"),
      ("6 months ago", "2025-02-12 month"), ("30 detik lalu", "2025-08-12T03:29:30Z second"),
      ("minggu lalu", "2025-08-05 week"), ("2 mgg", "2025-07-29 week"),
    ])
  func relative(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(
    "what says no time ago",
    arguments: [
      "", "3h", "5 hr", "lalu", "ago", "5", "jam", "2 pasar lalu", "1000 hari lalu", "-3 days ago",
      "3 days from now", "99999999999999999999 days ago", "2/3 hari lalu",
      String(repeating: "a", count: 65),
    ])
  func notRelative(text: String) { #expect(read(text) == nil) }

  @Test("without a declared capture nothing is guessed")
  func undeclared() { #expect(read("3 hari lalu", captured: nil) == nil) }

  @Test("a capture known to the day leaves hours to the day; months end where months end")
  func capturedDay() throws {
    let parsed = Timestamp(parsing: "2025-03-31".utf8.span, zone: .wib)
    let day = try #require(parsed)
    #expect(read("5 jam", captured: day) == "2025-03-31 day")
    #expect(read("1 bulan lalu", captured: day) == "2025-02-28 month")
    #expect(read("1 year ago", captured: day) == "2024-03-31 year")
  }

  @Test(
    "dates by numbers alone, in the order that was found",
    arguments: [
      ("08/12/2025", "2025-12-08 day", "2025-08-12 day"),
      ("8/12/25 9:05", "2025-12-08T02:05:00Z minute", "2025-08-12T02:05:00Z minute"),
      ("08-12-2025 10.30.05", "2025-12-08T03:30:05Z second", "2025-08-12T03:30:05Z second"),
      ("8.12.2025, 7:16 PM", "2025-12-08T12:16:00Z minute", "2025-08-12T12:16:00Z minute"),
      ("08/12/25 10:30:00 WITA", "2025-12-08T02:30:00Z second", "2025-08-12T02:30:00Z second"),
      ("31/12/2025", "2025-12-31 day", nil),
      ("12/31/2025 12:00 AM", nil, "2025-12-30T17:00:00Z minute"),
    ] as [(String, String?, String?)])
  func numeric(text: String, dayFirst: String?, monthFirst: String?) {
    #expect(read(text, .dayFirst) == dayFirst)
    #expect(read(text, .monthFirst) == monthFirst)
    #expect(read(text) == nil)
  }

  @Test(
    "the order is decided by a dump's dates, or not at all",
    arguments: [
      ([], .notNeeded), (["2025-08-12", "kemarin"], .notNeeded), (["05/05/2025"], .notNeeded),
      (["08/12/2025"], .undecidable), (["08/12/2025", "13/12/2025"], .decided(.dayFirst)),
      (["12/13/25 10:00:00", "01/02/25 10:00:00"], .decided(.monthFirst)),
      (["13/12/2025", "12/13/2025"], .contradictory), (["32/13/2025"], .notNeeded),
    ] as [([String], DateOrderEvidence.Verdict)])
  func evidence(texts: [String], verdict: DateOrderEvidence.Verdict) {
    var evidence = DateOrderEvidence()
    for text in texts { evidence.add(text.utf8.span) }
    #expect(evidence.verdict == verdict)
  }

  @Test(
    "spreadsheets' serials and English month names",
    arguments: [
      ("45881.4375", "2025-08-12T03:30:00Z second"), ("45881", "2025-08-12 day"),
      ("August 12, 2025", "2025-08-12 day"),
      ("Aug 12, 2025 10:30 AM", "2025-08-12T03:30:00Z minute"),
      ("Desember 3 2024, 10.30 WIB", "2024-12-03T03:30:00Z minute"),
    ])
  func others(text: String, expected: String) { #expect(read(text) == expected) }

  @Test("other numbers are no serials", arguments: ["12345", "99999", "4588", "45881.", "45881.x"])
  func noSerials(text: String) { #expect(read(text) == nil) }

  @Test("what is written comes back the same", arguments: 0..<32 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let seconds = Int64.random(in: 0...4_000_000_000, using: &random)
      let time = Timestamp(seconds: seconds, precision: .second, zoneSource: .given)
      let again = Timestamp(parsing: time.text(in: .wib).utf8.span, zone: .wib)
      #expect(again == time)
    }
  }

  @Test("any bytes are read without a trap", arguments: 0..<64 as Range<UInt64>)
  func anything(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "2", "31", "/", "-", ".", " ", "lalu", "ago", "hari", "minggu", "Aug", ",", "2025", ":", "PM",
      "45881", "é",
    ]
    let reader = TimeReader(zone: .wib, order: .dayFirst, captured: Self.captured)
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      if let time = reader.timestamp(text.utf8.span) {
        #expect(time.seconds < 253_402_400_000, "\(text), seed \(seed)")
      }
    }
  }
}

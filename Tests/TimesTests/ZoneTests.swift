import Foundation
import Testing

@testable import Times

@Suite("zones")
struct ZoneTests {
  @Test(
    "names and offsets",
    arguments: [
      ("WIB", "Asia/Jakarta", 25_200), ("Asia/Jakarta", "Asia/Jakarta", 25_200),
      ("Asia/Pontianak", "Asia/Pontianak", 25_200), ("WITA", "Asia/Makassar", 28_800),
      ("Asia/Ujung_Pandang", "Asia/Makassar", 28_800), ("WIT", "Asia/Jayapura", 32_400),
      ("UTC", "UTC", 0), ("+07:00", "+07:00", 25_200), ("+0930", "+09:30", 34_200),
      ("-05", "-05:00", -18_000), ("+14:00", "+14:00", 50_400), ("-00:30", "-00:30", -1_800),
    ])
  func known(text: String, name: String, offset: Int) throws {
    let zone = try #require(Zone(text))
    #expect(zone.name == name)
    #expect(zone.offset(at: 1_754_969_400) == offset)
    #expect(Zone(zone.name)?.offset(at: 0) == offset)
  }

  @Test(
    "no zone",
    arguments: [
      "", "+", "+7", "+07:00x", "+15:00", "wib ", "Asia/Bekasi", "Mars/Olympus",
      "../../../etc/passwd",
      "/etc/localtime", "Asia", "tzdata.zi", "+07:60",
    ])
  func unknown(text: String) {
    #expect(Zone(text) == nil)
  }

  @Test("17:00 UTC on a Sunday is Monday in Jakarta")
  func sundayEvening() throws {
    let time = try #require(TimestampTests.parse("2025-08-03T17:00:00Z"))
    #expect(Zone.utc.day(at: time.seconds).weekday == .sunday)
    #expect(Zone.wib.day(at: time.seconds).weekday == .monday)
    #expect(Zone.wib.day(at: time.seconds - 1).weekday == .sunday)
    #expect(
      PeriodKey(.week, containing: Zone.wib.day(at: time.seconds)).label == "2025-W32")
    #expect(Zone.wib.day(at: -7 * 3_600 - 1) == Day(-1))
  }

  /// Needs the machine's zone files; without them the names are refused, which is checked instead.
  @Test(
    "zones with summer time agree with Foundation",
    arguments: ["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Singapore"])
  func summerTime(name: String) throws {
    guard FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/\(name)"),
      let theirs = TimeZone(identifier: name)
    else {
      #expect(Zone(name) == nil)
      return
    }
    let zone = try #require(Zone(name))
    // 1990 to 2036, every 20 hours.
    for seconds in stride(from: Int64(631_152_000), to: 2_082_758_400, by: 72_000) {
      let offset = theirs.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      try #require(zone.offset(at: seconds) == offset)
    }
  }

  @Test("local times at a change of clocks")
  func changes() throws {
    let amsterdam = Zone(
      name: "test", rule: .changing(first: 3_600, starts: [1_000_000], offsets: [7_200]))
    // Before, after, and inside the skipped hour.
    #expect(amsterdam.moment(ofLocal: 1_000_000 + 3_599) == 999_999)
    #expect(amsterdam.moment(ofLocal: 1_000_000 + 7_200) == 1_000_000)
    #expect(amsterdam.moment(ofLocal: 1_000_000 + 5_400) == 1_001_800)
    // Back again: the first of the two.
    let back = Zone(
      name: "test", rule: .changing(first: 7_200, starts: [1_000_000], offsets: [3_600]))
    #expect(back.moment(ofLocal: 1_000_000 + 5_400) == 998_200)
    #expect(back.moment(ofLocal: 1_000_000 + 7_200) == 1_003_600)
  }

  @Test("damaged zone files are refused, never misread")
  func damaged() {
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 39)
    #expect(Zone.rule(inFile: []) == nil)
    #expect(Zone.rule(inFile: header) == nil)
    #expect(Zone.rule(inFile: header + header) == nil)
    var huge = header + header
    for i in 76..<80 { huge[i] = 0xff }
    #expect(Zone.rule(inFile: huge) == nil)
    #expect(
      Zone.rule(inFile: Array("not a zone file at all, though it is long enough".utf8)) == nil)
  }
}

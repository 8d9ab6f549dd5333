import TestSupport
import Testing

@testable import Times

@Suite("reading times")
struct TimestampTests {
  static func parse(_ text: String, zone: Zone = .wib) -> Timestamp? {
    Timestamp(parsing: text.utf8.span, zone: zone)
  }

  /// Every text here is the same moment, 2025-08-12 03:30:00 UTC, which is 10:30 in Jakarta.
  @Test(
    "one moment in many spellings",
    arguments: [
      ("2025-08-12T03:30:00Z", Timestamp.Precision.second, Timestamp.ZoneSource.given),
      ("2025-08-12t03:30:00z", .second, .given),
      ("2025-08-12T10:30:00+0700", .second, .given),
      ("2025-08-12T10:30:00+07:00", .second, .given),
      ("2025-08-12 10:30:00+07", .second, .given),
      ("2025-08-12 10:30:00 +0700", .second, .given),
      ("2025-08-11T22:00:00-05:30", .second, .given),
      ("2025-08-12T03:30:00.000Z", .second, .given),
      ("2025-08-12T03:30:00,999999Z", .second, .given),
      ("2025-08-12 03:30:00 UTC", .second, .given),
      ("2025-08-12 11:30 WITA", .minute, .given),
      ("2025-08-12 12:30 WIT", .minute, .given),
      ("2025-08-12 10:30:00", .second, .declared),
      ("2025-08-12 10:30", .minute, .declared),
      ("2025/08/12 10:30:00", .second, .declared),
      ("  2025-08-12 10:30\t\n", .minute, .declared),
      ("1754969400", .second, .given),
      ("1754969400.75", .second, .given),
      ("1754969400123", .second, .given),
      ("1754969400123456", .second, .given),
      ("Tue Aug 12 03:30:00 +0000 2025", .second, .given),
      ("Tue Aug 12 10:30:00 +0700 2025", .second, .given),
      ("12 Agustus 2025 10:30", .minute, .declared),
      ("12 agt 2025 10:30:00", .second, .declared),
      ("12 Agu 2025, 10.30", .minute, .declared),
      ("12 Aug 2025 10:30", .minute, .declared),
      ("Selasa, 12 Agustus 2025 pukul 10.30 WIB", .minute, .given),
      ("Selasa 12 Agustus 2025 jam 10:30", .minute, .declared),
    ])
  func spellings(
    text: String, precision: Timestamp.Precision, zoneSource: Timestamp.ZoneSource
  ) {
    let expected = Timestamp(
      seconds: 1_754_969_400, precision: precision, zoneSource: zoneSource)
    #expect(Self.parse(text) == expected)
  }

  @Test(
    "a day stands at its midnight in the zone",
    arguments: ["2025-08-12", "2025/08/12", "12 Agustus 2025", "Selasa, 12 Agustus 2025"])
  func days(text: String) {
    let expected = Timestamp(
      seconds: 1_754_956_800 - 7 * 3_600, precision: .day, zoneSource: .declared)
    #expect(Self.parse(text) == expected)
    #expect(Self.parse(text, zone: .utc)?.seconds == 1_754_956_800)
  }

  @Test(
    "other known moments",
    arguments: [
      ("Wed Oct 10 20:19:24 +0000 2018", 1_539_202_764),
      ("2017-08-31T19:16:02+0000", 1_504_206_962),
      ("1969-12-31T23:59:59Z", -1),
      ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
      ("2024-02-29T00:00:00Z", 1_709_164_800),
      ("2000-02-29T00:00:00Z", 951_782_400),
      ("29 Pebruari 2024 07:00", 1_709_164_800),
      ("9 Nopember 2024 07:00", 1_731_110_400),
    ] as [(String, Int64)])
  func moments(text: String, seconds: Int64) {
    #expect(Self.parse(text)?.seconds == seconds)
  }

  @Test(
    "what is no time, or could be two",
    arguments: [
      "", " ", "-", "kemarin", "2 minggu yang lalu",
      // Out of range.
      "2025-02-29", "2100-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00",
      "0000-01-01",
      "2025-08-12T24:00:00Z", "2025-08-12T10:60:00Z", "2025-08-12T10:30:60Z",
      "2025-08-12T10:30:00+15:00", "2025-08-12T10:30:00-12:01", "2025-08-12T10:30:00+07:60",
      "31 Februari 2025", "0 Mei 2025", "32 Mei 2025",
      // Cut short or with something left over.
      "2025", "2025-08", "2025-8-12", "2025-08-12T", "2025-08-12T10", "2025-08-12T10:3",
      "2025-08-12T10:30:00.Z", "2025-08-12T10:30:00+7", "2025-08-12T10:30:00+07:0",
      "2025-08-12 10:30:00 pagi", "2025-08-12  10:30", "2025-08/12", "2025-08-12x",
      "12 Agustus 2025x",
      "12 Agustusan 2025", "12 Agustus", "12 Agustus 2025 pukul", "Tue Aug 12 03:30:00 2025",
      // The weekday belies the date.
      "Wed Aug 12 03:30:00 +0000 2025", "Rabu, 12 Agustus 2025",
      // Ambiguous: a later reader decides by the whole file.
      "08/12/2025", "12/08/25 10:30:00", "12-08-2025",
      // Numbers that are no moment.
      "0", "123456789", "12345678901", "20250812", "0754969400", "1754969400.", "1.7E+18",
      "175496940012", "17549694001234567",
    ])
  func refused(text: String) {
    #expect(Self.parse(text) == nil)
  }

  @Test("any bytes are read without a trap", arguments: 0..<64 as Range<UInt64>)
  func anything(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("0123456789-/:T+Z ., AgusRabuWIB\u{e9}".utf8)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      if let time = Timestamp(parsing: bytes.span, zone: .wib) {
        #expect(time.seconds < 253_402_400_000, "after year 9999: \(bytes), seed \(seed)")
      }
    }
  }
}

import TestSupport
import Testing

@testable import Dumps

/// Rows in = rows out + rejected, over dumps that chance writes and damages.
@Suite("no row is lost silently") struct NoRowLostTests {
  /// A flat object as some tool writes it.
  private func object(_ id: Int, _ chance: inout Chance) -> [UInt8] {
    var out = OutputBytes()
    out.append("{\"id\":\"\(id)\",\"text\":")
    out.appendJSONString(chance.text(upTo: 6).span)
    out.append(",\"username\":\"u\",\"timestamp\":\"2025-08-12T03:30:00+0000\"}")
    return out.take()
  }

  @Test(
    "JSON Lines: every line that is not blank is a row or a rejection",
    arguments: 0..<48 as Range<UInt64>)
  func lines(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    for _ in 0..<8 {
      let first = object(0, &chance)
      var rest: [UInt8] = []
      for id in 1...20 { rest += object(id, &chance) + [10] }
      let bytes = first + [10] + chance.damaged(rest)
      let reading = try read(bytes: bytes, DumpOptions(format: .jsonl))
      let lines = bytes.split(separator: 10).filter { !$0.allSatisfy(Sniffer.isSpace) }
      #expect(reading.summary.rowsRead == lines.count, "seed \(seed)")
      let summary = reading.summary
      #expect(summary.rowsKept == summary.comments + summary.replies + summary.duplicates)
    }
  }

  @Test(
    "JSON arrays: damage to one comment costs that one and is told, as long as its braces stand",
    arguments: 0..<48 as Range<UInt64>)
  func arrays(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    for _ in 0..<8 {
      let damagedOne = Int.random(in: 1..<20, using: &chance.random)
      var bytes = Array(#"{"data":["#.utf8)
      for id in 0..<20 {
        if id > 0 { bytes.append(ASCII.comma) }
        var one = object(id, &chance)
        if id == damagedOne {
          // A colon or comma goes; quotes and braces stand.
          let places = one.indices.filter { one[$0] == 0x3A && one[$0 - 1] == 0x22 }
          if let place = places.randomElement(using: &chance.random) { one[place] = 0x20 }
        }
        bytes += one
      }
      bytes += Array("]}".utf8)
      let reading = try read(bytes: bytes)
      #expect(reading.summary.rowsRead == 20, "seed \(seed)")
      #expect(reading.summary.rowsKept >= 19, "seed \(seed)")
    }
  }

  @Test(
    "JSON arrays cut anywhere: whole comments are rows, the cut one is told",
    arguments: 0..<24 as Range<UInt64>)
  func cut(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var bytes = Array("[".utf8)
    var ends: [Int] = []
    for id in 0..<10 {
      bytes += object(id, &chance) + [ASCII.comma]
      ends.append(bytes.count - 1)
    }
    for _ in 0..<20 {
      let end = Int.random(in: ends[0]..<bytes.count, using: &chance.random)
      let reading = try read(bytes: Array(bytes[..<end]))
      let whole = ends.count { $0 <= end }
      #expect(reading.summary.rowsKept == whole)
      let isBetween = ends.contains(end) || ends.contains(end - 1)
      #expect(reading.summary.rowsRejected == (isBetween ? 0 : 1), "seed \(seed), \(end)")
      #expect(reading.summary.completeness.isCutOff)
    }
  }

  @Test("tables: rows are what a naive reader counts", arguments: 0..<48 as Range<UInt64>)
  func tables(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    for _ in 0..<8 {
      var body: [UInt8] = []
      for id in 0..<12 {
        var out = OutputBytes()
        out.append("\(id),")
        out.appendCSVField(chance.text(upTo: 5).span)
        out.append(",u\n")
        body += out.take()
      }
      let bytes = Array("id,text,author\n".utf8) + chance.damaged(body)
      guard let reading = try? read(bytes: bytes, DumpOptions(format: .csv)),
        reading.header.names.count == 3
      else { continue }
      #expect(
        reading.summary.rowsRead == NaiveCSV.records(of: bytes).count - 1, "seed \(seed)")
    }
  }
}

import TestSupport
import Testing

@testable import Dumps

/// Columns that every format can carry, with one that means nothing to us.
private let columns: [Column] = [.id, .text, .author]
private let names = ["id", "text", "note", "author"]

private func dump(_ rows: [[[UInt8]]], as format: RecordFormat) -> [UInt8] {
  var writer = RecordWriter(format: format, columns: names)
  writer.writeHeader()
  for row in rows {
    writer.beginRow()
    for (name, cell) in zip(names, row) { writer.field(name, cell.span) }
    writer.endRow()
  }
  return writer.take()
}

@Suite struct DumpReaderPropertyTests {
  @Test(
    "what is written comes back as it was", arguments: RecordFormat.allCases,
    0..<12 as Range<UInt64>)
  func roundTrip(format: RecordFormat, seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let folder = TemporaryFolder()
    for count in [0, 1, 2, 9] {
      let rows = (0..<count).map { _ in names.map { _ in chance.text() } }
      var options = DumpOptions()
      options.format = Format.Choice(rawValue: format.rawValue)
      guard count > 0 || format != .jsonl else { continue }
      let reading = try read(folder.file("dump", dump(rows, as: format)), options)
      let expected = rows.map { row in
        format == .tsv ? row.map { $0.map { [9, 10, 13].contains($0) ? 32 : $0 } } : row
      }
      #expect(reading.summary.rowsRejected == 0)
      #expect(
        reading.rows.map { [$0[.id], $0[.text], $0[.author]] }
          == expected.map { [$0[0], $0[1], $0[3]] })
      #expect(reading.extras == expected.map { [$0[2]] })
    }
  }

  @Test("one column comes back too, empty or not", arguments: RecordFormat.allCases)
  func oneColumn(format: RecordFormat) throws {
    let texts = ["", "a", ",", ""]
    var writer = RecordWriter(format: format, columns: ["text"])
    writer.writeHeader()
    for text in texts {
      writer.beginRow()
      writer.field("text", text)
      writer.endRow()
    }
    #expect(try read(bytes: writer.take()).texts == texts)
  }

  @Test(
    "batches of any size give the same, also of damaged dumps", arguments: RecordFormat.allCases,
    0..<12 as Range<UInt64>)
  func batchSizes(format: RecordFormat, seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let folder = TemporaryFolder()
    for _ in 0..<4 {
      let rows = (0..<12).map { _ in names.map { _ in chance.text(upTo: 6) } }
      // The header stays whole; limits are low, so that rows meet them.
      let whole = dump(rows, as: format)
      let head = whole.prefix { $0 != 10 }
      let bytes = head + chance.damaged(Array(whole[head.count...]))
      let path = folder.file("dump", Array(bytes))
      var options = DumpOptions(format: Format.Choice(rawValue: format.rawValue), rowLimit: 48)
      guard let expected = try? read(path, options) else { continue }
      options.sniffSize = max(head.count + 1, 160)
      guard let header = try? DumpReader(path: path, options: options).header,
        header == expected.header
      else { continue }
      for size in [1, 2, 7, 31, 200] {
        options.batchSize = size
        #expect(try read(path, options) == expected, "batches of \(size)")
      }
    }
  }

  @Test("the reader reads what the naive reader reads", arguments: 0..<24 as Range<UInt64>)
  func naive(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let folder = TemporaryFolder()
    for _ in 0..<4 {
      let rows = (0..<8).map { _ in names.map { _ in chance.text(upTo: 4) } }
      let whole = dump(rows, as: .csv)
      let head = whole.prefix { $0 != 10 }
      let bytes = head + chance.damaged(Array(whole[head.count...]))
      let path = folder.file("dump", Array(bytes))
      guard let reading = try? read(path, DumpOptions(format: .csv)),
        reading.header.format == .delimited(by: 0x2C), reading.header.names.count == names.count
      else { continue }
      let records = NaiveCSV.records(of: Array(bytes)).dropFirst()
      let kept = records.filter { !$0.isUnclosed && $0.fields.count == names.count }
      #expect(reading.rows.map { $0[.text] } == kept.map { $0.fields[1] })
      #expect(reading.lines == kept.map(\.line))
      #expect(reading.summary.rowsRead == records.count)
      #expect(
        reading.rejections.map(\.line)
          == records.filter { $0.isUnclosed || $0.fields.count != names.count }.map(\.line))
    }
  }
}

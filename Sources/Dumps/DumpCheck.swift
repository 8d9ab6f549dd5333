#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What holds for any dump, however damaged: the fuzzers and the tests that replay their finds call it.
package enum DumpCheck {
  /// Reads `bytes` and traps where a row is lost or a cell lies outside its batch.
  package static func hold(_ bytes: [UInt8], _ options: DumpOptions) {
    guard let path = file(of: bytes) else { return }
    defer { _ = unsafe unlink(path) }
    do throws(DumpError) {
      var reader = try DumpReader(path: path, options: options)
      var (rows, rejections) = (0, 0)
      while let batch = try reader.next() {
        rows += batch.rows.count
        rejections += batch.rejections.count
        for row in batch.rows {
          for column in Column.allCases {
            if let cell = row[column] { precondition(cell.upperBound <= batch.bytes.count) }
          }
        }
        for extra in batch.extras { precondition(extra.range.upperBound <= batch.bytes.count) }
      }
      let summary = reader.summary
      precondition(summary.rowsKept == rows, "rows are counted")
      precondition(summary.rowsRejected == rejections, "rejections are counted")
      precondition(
        summary.rowsKept == summary.comments + summary.replies + summary.duplicates, "it adds up")
    } catch {
      // A dump that cannot be read says why.
      precondition(!error.description.isEmpty)
    }
  }

  /// A workbook, stored and not packed, whose first sheet's XML is `bytes` and whose shared strings are too.
  package static func workbook(around bytes: [UInt8]) -> [UInt8] {
    let book = #"<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>"#
    let relations =
      #"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"#
    let parts: [(String, [UInt8])] = [
      ("xl/workbook.xml", Array(book.utf8)), ("xl/_rels/workbook.xml.rels", Array(relations.utf8)),
      ("xl/sharedStrings.xml", bytes), ("xl/styles.xml", bytes),
      ("xl/worksheets/sheet1.xml", bytes),
    ]
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var zip: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let offset = zip.count
      // APPNOTE 4.3.7 and 4.3.12: version, flags, method 0, time, sums and sizes.
      let common =
        number(20, 2) + number(0, 8) + number(0, 4) + number(content.count, 4)
        + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      zip += number(0x0403_4B50, 4) + common + Array(name.utf8) + content
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 10) + number(offset, 4)
        + Array(name.utf8)
    }
    let start = zip.count
    zip += directory
    zip +=
      number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
      + number(directory.count, 4) + number(start, 4) + number(0, 2)
    return zip
  }

  /// A file in memory with these bytes.
  private static func file(of bytes: [UInt8]) -> String? {
    let path = "/dev/shm/suara-check-\(UInt64.random(in: 0 ... .max))"
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var done = 0
    while done < bytes.count {
      let wrote = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
      guard wrote > 0 else { return nil }
      done += wrote
    }
    return path
  }
}

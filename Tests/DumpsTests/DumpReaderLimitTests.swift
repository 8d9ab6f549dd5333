import Testing

@testable import Dumps

@Suite struct DumpReaderLimitTests {
  @Test("a row longer than the limit is rejected, and the next is read", arguments: [true, false])
  func oversizedRow(isQuoted: Bool) throws {
    let options = DumpOptions(rowLimit: 64, batchSize: 16)
    let quote = isQuoted ? "\"" : ""
    let long = quote + String(repeating: "x", count: 200) + quote
    let reading = try read(text: "id,text\n1,a\n2,\(long)\n3,c\r\n4,\(long)", options)
    #expect(reading.texts == ["a", "c"])
    #expect(reading.lines == [2, 4])
    #expect(
      reading.rejections == [3, 5].map { Rejection(line: $0, reason: .oversizedRow(limit: 64)) })
  }

  @Test("a line of JSON longer than the limit is rejected, and the next is read")
  func oversizedLine() throws {
    let options = DumpOptions(rowLimit: 64, batchSize: 16)
    let long = String(repeating: "x", count: 200)
    let reading = try read(
      text: #"{"text":"a"}"# + "\n" + #"{"text":"\#(long)"}"# + "\n" + #"{"text":"b"}"#, options)
    #expect(reading.texts == ["a", "b"])
    #expect(reading.rejections == [Rejection(line: 2, reason: .oversizedRow(limit: 64))])
  }

  @Test("a row of exactly the limit is read")
  func limit() throws {
    for length in 29...31 {
      let text = String(repeating: "x", count: length)
      let csv = try read(text: "text\n\(text)\nb\n", DumpOptions(rowLimit: 31))
      #expect(csv.texts == (length < 31 ? [text, "b"] : ["b"]), "\(length) and its line end")
    }
  }

  @Test("a field of 50 MB costs no more than the limit")
  func fiftyMegabytes() throws {
    let folder = TemporaryFolder()
    let start = Array("id,text\n1,a\n2,\"".utf8)
    let bytes =
      start + Array(repeating: UInt8(ascii: "x"), count: 50_000_000) + Array("\"\n3,c\n".utf8)
    // A small limit, because a debug build takes its time over every word it scans.
    var reader = try DumpReader(
      path: folder.file("dump", bytes), options: DumpOptions(rowLimit: 1 << 16))
    var texts: [String] = []
    while let batch = try reader.next() {
      #expect(batch.bytes.count <= 2 << 20)
      texts += batch.rows.map { batch.string($0.text) }
    }
    #expect(texts == ["a", "c"])
    #expect(reader.summary.rejected == [.oversizedRow: 1])
  }

  @Test("one stray quote costs one row, at the limit as at the end of the dump")
  func strayQuote() throws {
    let rows = (1...40).map { "\($0),text \($0)" }.joined(separator: "\n")
    for limit in [64, 4096] {
      let reading = try read(text: "id,text\n0,\"stray\n\(rows)\n", DumpOptions(rowLimit: limit))
      #expect(reading.texts == (1...40).map { "text \($0)" })
      #expect(reading.rejections == [Rejection(line: 2, reason: .unclosedQuote(openedAtLine: 2))])
      #expect(reading.lines == Array(3...42))
    }
  }

  @Test("a quote is told by the line it was opened on")
  func openedAtLine() throws {
    let reading = try read(text: "id,text,b\n1,\"a\nb\",\"c\n2,x,y\n")
    #expect(
      reading.rejections == [
        Rejection(line: 2, reason: .unclosedQuote(openedAtLine: 3)),
        // Read from its second line, the row leaves another quote open.
        Rejection(line: 3, reason: .unclosedQuote(openedAtLine: 3)),
      ])
    #expect(reading.texts == ["x"])
  }

  @Test("a dump whose every line leaves a quote open is still read, and in time")
  func hostileQuotes() throws {
    // From a line's start and from within quotes alike, this line ends within quotes.
    let count = 20_000
    let text = "id,text\n" + String(repeating: "\",a\",\"\n", count: count) + "1,end\n"
    let reading = try read(text: text, DumpOptions(rowLimit: 1 << 20))
    #expect(reading.summary.rowsRead == count + 1)
    #expect(reading.texts == ["end"])
  }
}

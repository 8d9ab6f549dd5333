import TestSupport
import Testing

@testable import Dumps

/// What the scanner makes of bytes that come in pieces ending at `ends`, in the naive reader's words.
///
/// Unclosed quotes are taken up at the next line as `DumpReader` does.
private func scan(_ bytes: [UInt8], pieces ends: [Int]) -> [NaiveCSV.Record] {
  var scanner = CSVScanner(delimiter: UInt8(ascii: ","))
  var records: [NaiveCSV.Record] = []
  var record = NaiveCSV.Record(line: 1)
  var line = 1
  var isBlank = true
  func take(_ field: CSVScanner.Field) {
    var cell = Array(bytes[field.start..<field.end])
    if field.isEscaped {
      var span = cell.mutableSpan
      let end = CSVScanner.unescape(0, span.count, in: &span)
      cell.removeLast(cell.count - end)
    }
    if field.isQuoted { isBlank = false }
    record.fields.append(cell)
    guard field.endsRecord else { return }
    if !(isBlank && record.fields == [[]]) { records.append(record) }
    line += 1 + scanner.embeddedLines
    record = NaiveCSV.Record(line: line)
    isBlank = true
  }
  for end in ends + [bytes.count] {
    let piece = bytes.span.extracting(0..<end)
    while case .field(let field) = scanner.next(in: piece) { take(field) }
  }
  while true {
    if scanner.isInsideQuotes {
      records.append(NaiveCSV.Record(line: line, isUnclosed: true))
      line += 1
      record = NaiveCSV.Record(line: line)
      isBlank = true
      let rest = bytes[scanner.recordStart...]
      let end = rest.firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
      guard end < bytes.count else { return records }
      scanner.restart(at: end + 1, afterCarriageReturn: bytes[end] == 13)
    } else if let field = scanner.finish() {
      take(field)
    } else {
      return records
    }
    while case .field(let field) = scanner.next(in: bytes.span) { take(field) }
  }
}

@Suite struct CSVScannerTests {
  @Test(
    "a field lies between its marks",
    arguments: [
      ("", []), ("a", ["a"]), ("a,b", ["a", "b"]), ("a,", ["a", ""]), (",", ["", ""]),
      ("\"a\"", ["a"]), ("\"a\nb\",c", ["a\nb", "c"]), ("\"a\"\"b\"", ["a\"b"]),
      ("\"\"", [""]), ("\"\"\"\"", ["\""]),
      // Not in the RFC, but in dumps.
      ("a\"b\"", ["a\"b\""]), ("\"a\"b", ["ab"]), ("\"a\"b\"c,d", ["ab\"c", "d"]),
      (" \"a\"", [" \"a\""]),
    ] as [(String, [String])])
  func fields(text: String, expected: [String]) {
    let records = scan(Array(text.utf8), pieces: [])
    #expect(records.flatMap(\.fields) == expected.map { Array($0.utf8) })
  }

  @Test("every short text over the bytes that matter reads as the naive reader reads it")
  func smallWorld() {
    let alphabet = Array("a,\"\n\r".utf8)
    var worlds: [[UInt8]] = [[]]
    var checked = 0
    for _ in 0...6 {
      for bytes in worlds {
        let fast = scan(bytes, pieces: [])
        let naive = NaiveCSV.records(of: bytes)
        guard fast == naive else {
          Issue.record(
            "\(String(decoding: bytes, as: UTF8.self).debugDescription): \(fast) ≠ \(naive)")
          return
        }
        checked += 1
      }
      if worlds[0].count < 6 { worlds = worlds.flatMap { text in alphabet.map { text + [$0] } } }
    }
    // 5⁰ + 5¹ + … + 5⁶
    #expect(checked == 19_531)
  }

  @Test("cutting the bytes anywhere gives the same fields", arguments: 0..<64 as Range<UInt64>)
  func pieces(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("abcdefghijklm,,\"\"\n\r".utf8)
    for _ in 0..<20 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let whole = scan(bytes, pieces: [])
      #expect(whole == NaiveCSV.records(of: bytes))
      var ends = (0..<4).map { _ in Int.random(in: 0...count, using: &random) }
      ends.sort()
      #expect(scan(bytes, pieces: ends) == whole, "\(ends)")
      #expect(scan(bytes, pieces: Array(0...count)) == whole)
    }
  }
}

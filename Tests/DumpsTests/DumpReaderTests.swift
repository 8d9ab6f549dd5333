import Testing

@testable import Dumps

@Suite struct DumpReaderTests {
  @Test(
    "texts come out in order, whatever the punctuation",
    arguments: [
      ("text\n", []),
      ("text", []),
      ("text\nrusak\n", ["rusak"]),
      ("text\nrusak", ["rusak"]),
      ("text\na\nb\n", ["a", "b"]),
      ("text\r\na\r\nb\r\n", ["a", "b"]),
      ("text\ra\rb", ["a", "b"]),
      ("\u{FEFF}text\na\n", ["a"]),
      ("id,text\n1,a\n2,b", ["a", "b"]),
      ("id;text\n1;a, b\n2;c", ["a, b", "c"]),
      ("id\ttext\n1\ta\n", ["a"]),
      ("id|text\n1|a\n", ["a"]),
      ("id,text\n1,\"a,\"\"b\"\"\nc\"\n2,d\n", ["a,\"b\"\nc", "d"]),
      // An empty text is a comment all the same; an empty line is none.
      ("id,text\n1,\n\n2,b\n", ["", "b"]),
      ("text\n\"\"\n\nb\n", ["", "b"]),
      // One column needs no delimiter.
      ("komentar\njalan rusak, pak; tolong\nbagus\n", ["jalan rusak, pak; tolong", "bagus"]),
      ("id,text\n1,say \"hi\"\n2,\"a\"b\n", ["say \"hi\"", "ab"]),
      ("{\"text\":\"a\"}\n", ["a"]),
      ("{\"text\":\"a\"}\n\n{\"id\":1,\"text\":\"b\\n\\u0041\"}", ["a", "b\nA"]),
    ] as [(String, [String])])
  func texts(text: String, expected: [String]) throws {
    #expect(try read(text: text).texts == expected)
  }

  @Test("a header below other lines is found, and lines are counted from the file's first")
  func headerOnRowFour() throws {
    let reading = try read(
      text:
        "Export of comments,\n\nmade,\"2024\n-05\",x\n\nNama,Komentar,Tanggal\nA,\"x\ny\",1\nB,z,2\n"
    )
    #expect(reading.header.line == 6)
    #expect(reading.summary.recordsBeforeHeader == 2)
    #expect(reading.summary.blankLines == 2)
    #expect(reading.texts == ["x\ny", "z"])
    #expect(reading.lines == [7, 9])
    #expect(reading.header.name(of: .createdAt) == "Tanggal")
  }

  @Test("unknown columns are kept as extras")
  func extras() throws {
    let reading = try read(text: "a,text,b,b\n1,x,\"2\"\"\",3\n,y,,\n")
    #expect(reading.header.extraNames == ["a", "b", "b"])
    #expect(
      reading.extras == [
        [Array("1".utf8), Array("2\"".utf8), Array("3".utf8)], [[], [], []],
      ])
    let json = try read(
      text: #"{"x":1,"text":"a","y":{"z":1},"w":"p\"q"}"# + "\n" + #"{"text":"b"}"#)
    #expect(json.header.extraNames == ["x", "w"])
    #expect(json.extras == [[Array("1".utf8), Array("p\"q".utf8)], [nil, nil]])
  }

  @Test("rows that cannot be read are rejected with their line and reason")
  func rejections() throws {
    let reading = try read(text: "id,text\n1\n2,a\n\n3,b,c\n4,\"x\ny")
    #expect(
      reading.rejections == [
        Rejection(line: 2, reason: .raggedRow(found: 1, expected: 2)),
        Rejection(line: 5, reason: .raggedRow(found: 3, expected: 2)),
        Rejection(line: 6, reason: .unclosedQuote(openedAtLine: 6)),
        Rejection(line: 7, reason: .raggedRow(found: 1, expected: 2)),
      ])
    #expect(reading.summary.rowsRead == 5)
    #expect(reading.summary.blankLines == 1)
    #expect(reading.summary.rejected == [.raggedRow: 3, .unclosedQuote: 1])
  }

  @Test("lines that are no objects with a text are rejected")
  func jsonRejections() throws {
    let lines = [
      #"{"text":"a"}"#, #"{"text":}"#, #"[1]"#, #"{"id":1}"#, #"{"text":null}"#,
      #"{"text":{"a":1}}"#,
      #"{"text":"b"} x"#, #"{"text":"c"#, #"{"text":12}"#,
    ]
    let reading = try read(text: lines.joined(separator: "\n"))
    #expect(reading.texts == ["a", "12"])
    #expect(
      reading.rejections.map(\.description) == [
        "2:9: expected a value, found '}'",
        "3:1: expected an object, '{', found '['",
        "4: the object has no text",
        "5: the object has no text",
        "6: the object has no text",
        "7:14: expected nothing more, found 'x'",
        "8:9: the line ends within a string",
      ])
  }

  @Test("all is counted, but only the first rejections are told in detail")
  func manyRejections() throws {
    let reading = try read(text: "id,text\n" + String(repeating: "x\n", count: 40_000) + "1,a\n")
    #expect(reading.summary.firstRejections.count == ReadSummary.detailLimit)
    #expect(reading.summary.rejected == [.raggedRow: 40_000])
    #expect(reading.texts == ["a"])
  }

  @Test("damaged bytes pass through and are counted")
  func damage() throws {
    var bytes = Array("id,text\n1,a".utf8) + [0xFF, 0x62] + Array("\n2,x".utf8)
    bytes += [0] + Array("y\n3,😡\n4,\"q\"r\n".utf8)
    let reading = try read(bytes: bytes)
    #expect(
      reading.rows.map { $0[.text] } == [
        [0x61, 0xFF, 0x62], [0x78, 0, 0x79], Array("😡".utf8), Array("qr".utf8),
      ])
    #expect(reading.summary.rowsWithInvalidUTF8 == 1)
    #expect(reading.summary.rowsWithNUL == 1)
    #expect(reading.summary.rowsWithBytesAfterQuote == 1)
    let json = try read(text: #"{"text":"a\q"}"# + "\n" + #"{"text":"b\ud83d"}"#)
    #expect(json.texts == ["a\\q", "b\u{FFFD}"])
    #expect(json.summary.rowsWithInvalidEscapes == 2)
  }

  @Test("damage is counted wherever it stands in a row, in quotes or not", arguments: ["", "\""])
  func damageAnywhere(quote: String) throws {
    for place in 0..<40 {
      var bytes = Array("id,text,author\n1,\(quote)".utf8)
      bytes += Array(repeating: UInt8(ascii: "a"), count: place)
      for (damage, count) in [
        ([0x61], (0, 0)), ([0], (0, 1)), ([0xFF], (1, 0)), ([0xC3, 0xA9], (0, 0)),
      ]
        as [([UInt8], (Int, Int))]
      {
        // The damaged row stands between two that are whole: bytes behind a row are none of its own.
        let row = bytes[15...] + damage + Array("b\(quote),x\n".utf8)
        let reading = try read(
          bytes: Array("id,text,author\n0,a,b\n".utf8) + row + Array("2,b,c\n".utf8))
        #expect(reading.summary.rowsKept == 3)
        #expect(reading.summary.rowsWithInvalidUTF8 == count.0, "\(damage) at \(place)")
        #expect(reading.summary.rowsWithNUL == count.1, "\(damage) at \(place)")
      }
    }
  }

  @Test("JSON columns may come in any order, later, twice, or with escaped keys")
  func jsonKeys() throws {
    let reading = try read(
      text: #"{"id":7,"text":"a","likes":null}"# + "\n"
        + #"{"likes":3,"parent":"p","te\u0078t":"b","user":{"text":"no"}}"# + "\n"
        + #" {"text":"no\n","text":"c"} "# + "\r\n")
    #expect(reading.texts == ["a", "b", "c"])
    #expect(reading.rows[0] == [.id: Array("7".utf8), .text: Array("a".utf8)])
    #expect(reading.rows[1][.parent] == Array("p".utf8))
    #expect(reading.rows[1][.likes] == Array("3".utf8))
  }
}

import TestSupport
import Testing

@testable import Dumps

private func output(_ write: (inout OutputBytes) -> Void) -> String {
  var out = OutputBytes()
  write(&out)
  return String(decoding: out.bytes, as: UTF8.self)
}

@Suite struct OutputBytesTests {
  @Test(
    "decimals are rounded half away from zero, by the number's exact value",
    arguments: [
      (0, 2, "0.00"), (-0.0, 2, "0.00"), (1, 0, "1"), (0.5, 0, "1"), (-0.5, 0, "-1"), (2.5, 0, "3"),
      (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (-0.825, 2, "-0.82"), (0.875, 2, "0.88"),
      // 1.005 and 1.115 are a little less than they look.
      (1.005, 2, "1.00"), (1.115, 2, "1.11"), (-0.001, 2, "0.00"), (-0.005, 2, "-0.01"),
      (0.999, 2, "1.00"), (9.995, 2, "9.99"), (99.999, 1, "100.0"), (0.1, 15, "0.100000000000000"),
      (123_456_789.125, 2, "123456789.13"), (2_251_799_813_685_248.5, 1, "2251799813685248.5"),
      (1e19, 1, "10000000000000000000.0"), (1e300, 2, "1e+300"), (.infinity, 2, "null"),
      (.nan, 2, "null"),
    ] as [(Double, Int, String)])
  func decimals(value: Double, decimals: Int, expected: String) {
    #expect(output { $0.append(value, decimals: decimals) } == expected)
  }

  @Test("decimals agree with arithmetic on whole numbers", arguments: 0..<16 as Range<UInt64>)
  func decimalsByChance(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      // A number of 1024ths is exact, and so is its rounding in whole numbers.
      let numerator = Int.random(in: -100_000...100_000, using: &random)
      let hundredths = (abs(numerator) * 200 + 1024) / 2048
      let digits = String(hundredths % 100 + 100).dropFirst()
      let sign = numerator < 0 && hundredths > 0 ? "-" : ""
      let text = output { $0.append(Double(numerator) / 1024, decimals: 2) }
      #expect(text == "\(sign)\(hundredths / 100).\(digits)", "\(numerator)/1024")
    }
  }

  @Test("hundredths of shares and scores are those that are written")
  func hundredths() {
    // 200ths have their rounding on the middle, or as near to it as a Double comes.
    for numerator in -4000...4000 {
      for value in [Double(numerator) / 4000, Double(Float(numerator) / 4000)] {
        let found = OutputBytes.hundredths(value)
        let written = output { $0.append(Double(found) / 100, decimals: 2) }
        #expect(written == output { $0.append(value, decimals: 2) }, "\(value)")
      }
    }
  }

  @Test("whole numbers", arguments: [0, 1, -1, 10, 123_456, .max, .min])
  func integers(value: Int) { #expect(output { $0.append(value) } == String(value)) }

  @Test(
    "JSON strings are always JSON",
    arguments: [
      ([], ""), (Array("a\"b\\".utf8), #"a\"b\\"#),
      ([9, 10, 13, 0, 0x1F, 0x7F], "\\t\\n\\r\\u0000\\u001f\u{7F}"),
      (Array("é😡".utf8), "é😡"), ([0x61, 0xFF, 0x62], "a\u{FFFD}b"),
      ([0xE2, 0x82], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), (Array("</script>".utf8), "</script>"),
    ] as [([UInt8], String)])
  func jsonStrings(bytes: [UInt8], expected: String) {
    #expect(output { $0.appendJSONString(bytes.span) } == "\"\(expected)\"")
  }

  @Test("JSON strings are the same wherever their bytes stand in the steps of the writer")
  func jsonStringsAnywhere() {
    let specials: [[UInt8]] = [
      [0x22], [0x5C], [0x0A], [0x1F], [0x7F], [0xFF], Array("é".utf8), Array("😡".utf8),
      [0xE2, 0x82],
    ]
    for special in specials {
      let expected = output { $0.appendJSONString(special.span) }.dropFirst().dropLast()
      for place in [0, 1, 7, 14, 15, 16, 17, 33, 1022, 1023, 1024, 1025] {
        for rest in [0, 1, 15, 16, 40] {
          let bytes =
            Array(repeating: UInt8(ascii: "a"), count: place) + special
            + Array(repeating: UInt8(ascii: "b"), count: rest)
          let text = output { $0.appendJSONString(bytes.span) }
          let around = String(repeating: "a", count: place),
            behind = String(repeating: "b", count: rest)
          #expect(text == "\"\(around)\(expected)\(behind)\"")
        }
      }
    }
  }

  @Test("pieces come out as they went in, of any length")
  func pieces() {
    var pieces = Pieces()
    let texts = (0...70).map { String(repeating: "x", count: $0) + "|" }
    let numbers = texts.map { pieces.add($0) }
    #expect(output { $0.append(pieces, numbers.span) } == texts.joined())
    #expect(output { $0.append(pieces, numbers[33]) } == texts[33])
  }

  @Test("cells become members, present or not, short or long")
  func members() throws {
    let long = String(repeating: "panjang \"é\" ", count: 300)
    let text =
      "{\"id\":\"1\",\"text\":\"a\\nb\"}\n{\"text\":\(output { $0.appendJSONString(long.utf8.span) })}\n"
    let folder = TemporaryFolder()
    var reader = try DumpReader(path: folder.file("dump", text))
    let batch = try #require(try reader.next())
    let members = CellMembers([(.id, nil), (.official, "Pak \"A\""), (.text, "")])
    let lines = batch.rows.indices.map { place in
      output { members.append(rowAt: place, of: batch, to: &$0) }
    }
    let official = #""official":"Pak \"A\"","#
    #expect(
      lines == [
        #"{"id":"1","# + official + #""text":"a\nb""#,
        #"{"id":null,"# + official + "\"text\":" + output { $0.appendJSONString(long.utf8.span) },
      ])
  }

  @Test(
    "CSV and TSV fields are quoted where they must be",
    arguments: [
      ("", "", ""), ("a b", "a b", "a b"), ("a,b", "\"a,b\"", "a,b"), ("a\tb", "a\tb", "a b"),
      ("a\r\nb", "\"a\r\nb\"", "a  b"), ("say \"x\"", "\"say \"\"x\"\"\"", "say \"x\""),
      ("\"x\"\t", "\"\"\"x\"\"\t\"", "\"\"\"x\"\" \""),
    ])
  func cells(text: String, csv: String, tsv: String) {
    let bytes = Array(text.utf8)
    #expect(output { $0.appendCSVField(bytes.span) } == csv)
    #expect(output { $0.appendTSVField(bytes.span) } == tsv)
  }
}

@Suite struct RecordWriterTests {
  @Test(
    "records",
    arguments: [
      (
        .csv,
        """
        id,score,likes,issues,question,evidence
        1,-0.83,12,roads|water,true,"{""a"":1}"
        "x,y",,,,false,

        """
      ),
      (
        .tsv,
        """
        id\tscore\tlikes\tissues\tquestion\tevidence
        1\t-0.83\t12\troads|water\ttrue\t{"a":1}
        x,y\t\t\t\tfalse\t

        """
      ),
      (
        .jsonl,
        """
        {"id":"1","score":-0.83,"likes":12,"issues":["roads","water"],"question":true,"evidence":{"a":1}}
        {"id":"x,y","likes":null,"issues":[],"question":false}

        """
      ),
    ] as [(RecordFormat, String)])
  func records(format: RecordFormat, expected: String) {
    var writer = RecordWriter(
      format: format, columns: ["id", "score", "likes", "issues", "question", "evidence"])
    writer.writeHeader()
    writer.beginRow()
    writer.field("id", "1")
    writer.field("score", -0.83, decimals: 2)
    writer.field("likes", 12)
    writer.field("issues", list: ["roads", "water"])
    writer.field("question", true)
    writer.rawJSON("evidence", Array(#"{"a":1}"#.utf8).span)
    writer.endRow()
    writer.beginRow()
    writer.field("id", "x,y")
    writer.absent("score")
    writer.null("likes")
    writer.field("issues", list: [])
    writer.field("question", false)
    writer.absent("evidence")
    writer.endRow()
    #expect(String(decoding: writer.output.bytes, as: UTF8.self) == expected)
    #expect(writer.take().count == expected.utf8.count)
    #expect(writer.output.isEmpty)
  }
}

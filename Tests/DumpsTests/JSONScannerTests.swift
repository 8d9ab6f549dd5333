import Testing

@testable import Dumps

/// The tokens of a text, in few letters; `!` and the reason when it is no JSON.
private func tokens(_ text: String) -> String {
  let bytes = Array(text.utf8)
  var scanner = JSONScanner()
  var words: [String] = []
  do throws(JSONProblem) {
    while true {
      switch try scanner.next(in: bytes.span) {
      case .beginObject: words.append("{")
      case .endObject: words.append("}")
      case .beginArray: words.append("[")
      case .endArray: words.append("]")
      case .key(let range, _): words.append(String(decoding: bytes[range], as: UTF8.self) + ":")
      case .string(let range, let isEscaped):
        words.append("'\(String(decoding: bytes[range], as: UTF8.self))'" + (isEscaped ? "*" : ""))
      case .number(let range), .word(let range):
        words.append(String(decoding: bytes[range], as: UTF8.self))
      case .end: return words.joined(separator: " ")
      case .needsMore: words.append("…")
      }
    }
  } catch {
    return (words + ["!\(error.position)"]).joined(separator: " ")
  }
}

@Suite struct JSONScannerTests {
  @Test(
    "tokens",
    arguments: [
      ("", "!0"), ("{}", "{ }"), ("[]", "[ ]"), (" 1 ", "1"), ("\"\"", "''"), ("true", "true"),
      ("{\"a\":1}", "{ a: 1 }"),
      (
        "{\"a\":[1,-2.5e+3,null],\"b\":{\"c\":\"x\\\"y\"}}",
        "{ a: [ 1 -2.5e+3 null ] b: { c: 'x\\\"y'* } }"
      ),
      ("[[],{}]", "[ [ ] { } ]"),
      // What is no JSON, with the byte at fault.
      ("{", "{ !1"), ("{\"a\"}", "{ a: !4"), ("{\"a\":1,}", "{ a: 1 !7"), ("[1,]", "[ 1 !3"),
      ("[1}", "[ 1 !2"),
      ("{]", "{ !1"), ("01", "!0"), ("1.", "!0"), ("-", "!0"), ("+1", "!0"), ("tru", "!0"),
      ("trux", "!0"),
      ("\"a", "!0"), ("\"a\\", "!0"), ("1 2", "1 !2"), ("{1:2}", "{ !1"), ("nul", "!0"),
      ("]", "!0"),
    ] as [(String, String)])
  func scan(text: String, expected: String) { #expect(tokens(text) == expected) }

  @Test("nesting has a limit")
  func depth() {
    let limit = JSONScanner.depthLimit
    let deep = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(!tokens(deep).contains("!"))
    #expect(tokens("[" + deep + "]").hasSuffix("!\(limit)"))
    let mixed =
      String(repeating: "{\"a\":[", count: limit / 2) + String(repeating: "]}", count: limit / 2)
    #expect(!tokens(mixed).contains("!"))
  }

  @Test("bytes that come one by one give the same tokens")
  func pieces() throws {
    let text = #"{"a":[1,-2.5e3,null,true],"b\n":{"c":"x\"y"}, "d" : [] }"#
    let bytes = Array(text.utf8)
    var whole: [JSONScanner.Token] = []
    var scanner = JSONScanner()
    while whole.last != .end { whole.append(try scanner.next(in: bytes.span)) }
    var pieces: [JSONScanner.Token] = []
    scanner = JSONScanner()
    for end in 0...bytes.count {
      while true {
        let token = try scanner.next(
          in: bytes.span.extracting(0..<end), isComplete: end == bytes.count)
        if token == .needsMore { break }
        pieces.append(token)
        if token == .end { break }
      }
    }
    #expect(pieces.filter { $0 != .end } == whole.filter { $0 != .end })
  }

  @Test(
    "escapes",
    arguments: [
      ("", "", false), ("a", "a", false), (#"\n"#, "\n", false),
      (#"a\"b\\c\/d"#, "a\"b\\c/d", false),
      (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t", false), (#"\u0041\u00e9\u20AC"#, "Aé€", false),
      (#"\ud83d\ude21x"#, "😡x", false), (#"\u0000"#, "\0", false),
      // Damaged ones stay as they are; halves of pairs cannot.
      (#"\q"#, #"\q"#, true), (#"\u12G4"#, #"\u12G4"#, true), (#"\u12"#, #"\u12"#, true),
      (#"\ud83d"#, "\u{FFFD}", true), (#"\ude21\ud83d\ude21"#, "\u{FFFD}😡", true),
      (#"\ud83d\u0041"#, "\u{FFFD}A", true), ("\\", "\\", true),
    ] as [(String, String, Bool)])
  func unescape(text: String, expected: String, isDamaged: Bool) {
    var bytes = Array(text.utf8)
    var span = bytes.mutableSpan
    let result = JSONScanner.unescape(0, span.count, in: &span)
    #expect(String(decoding: bytes[..<result.end], as: UTF8.self) == expected)
    #expect(result.isDamaged == isDamaged)
  }
}

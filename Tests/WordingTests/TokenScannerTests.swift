import TestSupport
import Testing
import Wording

/// The tokens of `text`, as `kind:text`.
func tokens(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  var scanner = TokenScanner()
  var found: [String] = []
  while let token = scanner.next(in: bytes.span) {
    found.append("\(token.kind):\(String(decoding: bytes[token.range], as: UTF8.self))")
  }
  return found
}

@Suite struct TokenScannerTests {
  @Test(
    "a comment falls into these tokens",
    arguments: [
      ("", []),
      ("  \t ", []),
      ("jalan", ["word:jalan"]),
      ("jalan rusak", ["word:jalan", "word:rusak"]),
      ("rusak,parah", ["word:rusak", "comma:,", "word:parah"]),
      ("jalan2 4ir k4pan", ["word:jalan2", "word:4ir", "word:k4pan"]),
      ("bolong-bolong e-ktp jum'at", ["word:bolong-bolong", "word:e-ktp", "word:jum'at"]),
      ("g*blok - 'jalan'", ["word:g*blok", "comma:-", "mark:'", "word:jalan", "mark:'"]),
      ("3.500 12:30 5/8/2025", ["number:3.500", "number:12:30", "number:5/8/2025"]),
      ("habis 3.", ["word:habis", "number:3", "stop:."]),
      ("kapan??!", ["word:kapan", "question:??!"]),
      ("mantap!!", ["word:mantap", "exclamation:!!"]),
      ("ya... gitu", ["word:ya", "stop:...", "word:gitu"]),
      ("a\nb", ["word:a", "stop:\n", "word:b"]),
      ("@pupr.sukamaju tolong", ["mention:@pupr.sukamaju", "word:tolong"]),
      ("@ pak", ["mark:@", "word:pak"]),
      ("#jalan_rusak!", ["hashtag:#jalan_rusak", "exclamation:!"]),
      ("cek https://a.id/x?y=1. ok", ["word:cek", "url:https://a.id/x?y=1", "stop:.", "word:ok"]),
      ("lapor.go.id ya", ["url:lapor.go.id", "word:ya"]),
      // A full stop between words is no address.
      ("rusak.tolong", ["word:rusak", "stop:.", "word:tolong"]),
      ("a.b_c@contoh.id", ["mail:a.b_c@contoh.id"]),
      ("👍🏽👏", ["emoji:👍🏽", "emoji:👏"]),
      ("🤦🏽‍♀️ya", ["emoji:🤦🏽‍♀️", "word:ya"]),
      ("🇮🇩🇮🇩", ["emoji:🇮🇩", "emoji:🇮🇩"]),
      ("❤️", ["emoji:❤️"]),
      (
        ":) :'( T_T <3 ^_^",
        ["emoticon::)", "emoticon::'(", "emoticon:T_T", "emoticon:<3", "emoticon:^_^"]
      ),
      ("hati²", ["word:hati²"]),
      // Letters that stand apart are one word, from four on.
      ("main A E R O 8 8 yuk", ["word:main", "word:A E R O 8 8", "word:yuk"]),
      ("a b c", ["word:a", "word:b", "word:c"]),
      ("y g k dan", ["word:y", "word:g", "word:k", "word:dan"]),
      ("ＢＡＧＵＳ", ["word:ＢＡＧＵＳ"]),
    ] as [(String, [String])])
  func splits(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test("invalid UTF-8 and NUL are passed over, never lost in a loop")
  func invalid() {
    let bytes: [UInt8] = [0xFF, 0x61, 0xC3, 0x00, 0x62, 0xE2, 0x82, 0xF0, 0x9F]
    var scanner = TokenScanner()
    var words = 0
    while let token = scanner.next(in: bytes.span) { if token.kind == .word { words += 1 } }
    #expect(words == 2)
  }

  @Test(
    "tokens are in order, disjoint, non-empty and inside; between them is no letter",
    arguments: 0..<64)
  func invariants(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "B", "2", "-", "'", "@", "#", ".", ",", "?", "!", ":", ")", " ", "\n", "é", "🙏🏽", "‍",
      "️", "http://", "²",
    ]
    for _ in 0..<50 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<24, using: &random) {
        if Int.random(in: 0..<8, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array(pieces.randomElement(using: &random)?.utf8 ?? "".utf8)
        }
      }
      var scanner = TokenScanner()
      var last = 0
      while let token = scanner.next(in: bytes.span) {
        #expect(token.range.lowerBound >= last)
        #expect(!token.range.isEmpty)
        #expect(token.range.upperBound <= bytes.count)
        for gap in last..<max(last, token.range.lowerBound) {
          #expect(ByteClass(of: bytes[gap]) != .letter && ByteClass(of: bytes[gap]) != .digit)
        }
        last = token.range.upperBound
      }
    }
  }
}

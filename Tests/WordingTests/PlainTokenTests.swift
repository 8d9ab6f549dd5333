import TestSupport
import Testing
import Wording

@Suite struct PlainTokenTests {
  /// What the quick looks and `TokenScanner` find at the start of `text`.
  private func both(_ text: String) -> (plain: (Int, Token.Kind)?, token: Token?) {
    let bytes = Array(text.utf8)
    var scanner = TokenScanner()
    let token = scanner.next(in: bytes.span)
    guard !bytes.isEmpty, bytes[0] != 0x20 else { return (nil, token) }
    if let (end, hash) = bytes.span.plainWord(at: 0) {
      #expect(hash == bytes.span.extracting(0..<end).wordHash)
      return ((end, .word), token)
    }
    if let (end, hash) = bytes.span.plainEmoji(at: 0) {
      #expect(hash == bytes.span.extracting(0..<end).wordHash)
      return ((end, .emoji), token)
    }
    return (bytes.span.plainMark(at: 0).map { ($0.end, $0.kind) }, token)
  }

  @Test("a plain word is the scanner's token", arguments: 1...40)
  func lengths(count: Int) {
    let word = String(repeating: "aZ", count: (count + 1) / 2).prefix(count)
    for text in ["\(word)", "\(word) xy", "\(word),", "\(word)?!", "\(word)\nx"] {
      let (plain, token) = both(text)
      #expect(plain?.0 == token?.range.upperBound && token?.kind == .word, "\(text)")
    }
  }

  @Test(
    "a plain word, mark, number or emoji is the scanner's token",
    arguments: [
      "k4pan", "jalan2.", "g ada", "d", "a bc", "rusak.", "rusak... lalu", "info: ada", "mati(",
      "air👍", ",", ",, x", ".", "... lalu", ".5", "!", "!!", "!?", "??! kapan", "?", "3", "3 hari",
      "2025",
      "🙏", "🙏🙏", "👍 x", "😂.", "🥲a", "🌧",
    ])
  func plain(text: String) {
    let (plain, token) = both(text)
    #expect(plain != nil && plain?.0 == token?.range.upperBound && plain?.1 == token?.kind)
  }

  @Test(
    "what needs a closer look is left to the scanner",
    arguments: [
      "XD", "T_T", "a b c d", "lapor.go.id", "rusak.tolong", "www. x", "http://x", "jum'at",
      "bolong-bolong", "é", "aé",
      "a@b.id", "a_b", "3.500",
      "4ir", "2x", "12:30", ":)", ";", "-_-", "🇮🇩", "👍🏽", "🤦‍♀️", "❤️", "🅰", "🏽", "#x", "@x", "",
      "  ",
    ])
  func closer(text: String) { #expect(both(text).plain == nil) }

  @Test("whatever bytes stand there, the quick looks find the scanner's token or none")
  func anyBytes() {
    var generator = SplitMix64(seed: 7)
    let pieces: [[UInt8]] =
      [
        "a", "XD", "k", "www", "http", ":", "(", "@", "_", "id", "/", " ", "3", ",", ".", "!", "?",
        "🙏", "👍", "🏽", "\u{FE0F}", "\n", "-", "é",
      ]
      .map { Array($0.utf8) } + [[0xF0], [0x9F], [0x80], [0xFF]]
    for _ in 0..<40_000 {
      var bytes: [UInt8] = []
      for _ in 0..<generator.next() % 9 + 1 {
        bytes += pieces[Int(generator.next() % UInt64(pieces.count))]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard Array(text.utf8) == bytes || bytes[0] != 0x20 else { continue }
      let span = bytes.span
      var scanner = TokenScanner()
      guard bytes[0] != 0x20, let token = scanner.next(in: span) else { continue }
      let end =
        span.plainWord(at: 0)?.end ?? span.plainEmoji(at: 0)?.end ?? span.plainMark(at: 0)?.end
      if let end {
        #expect(token.range == 0..<end, "\(bytes)")
        if let (_, kind) = span.plainMark(at: 0) { #expect(token.kind == kind) }
      }
    }
  }

  @Test("a run's hash is its bytes' hash, whatever stands behind it")
  func hash() {
    for count in 1...30 {
      let word = Array(repeating: UInt8(ascii: "k"), count: count)
      let (end, hash) = (word + Array(" jalan rusak".utf8)).span.letterRun(from: 0)
      #expect(end == count)
      #expect(hash == word.span.wordHash)
    }
  }
}

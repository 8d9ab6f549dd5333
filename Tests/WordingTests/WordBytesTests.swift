import TestSupport
import Testing

@testable import Wording

/// Words against plain arrays, at and around each eighth byte.
@Suite struct WordBytesTests {
  private static func bytes(_ count: Int, _ random: inout SplitMix64) -> [UInt8] {
    (0..<count).map { _ in "abz2-A é\u{0}".utf8.map { $0 }[Int(random.next() % 10)] }
  }

  private func array(_ word: WordBytes) -> [UInt8] { (0..<word.count).map { word[$0] } }

  @Test("words hold, cut, join and compare what arrays do", arguments: 0...60)
  func likeArrays(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    for _ in 0..<20 {
      let bytes = Self.bytes(count, &random)
      let kept = Array(bytes.prefix(WordBytes.limit))
      let word = WordBytes(raw: bytes.span)
      #expect(array(word) == kept)
      #expect(word.hash == kept.span.wordHash)
      var other = WordBytes()
      for byte in bytes { other.append(byte) }
      #expect(other == word)

      let first = Int(random.next() % UInt64(kept.count + 1))
      let last = Int(random.next() % UInt64(kept.count + 1 - first))
      let part = word.dropping(first: first, last: last)
      let expected = Array(kept.dropFirst(first).dropLast(last))
      #expect(array(part) == expected)
      #expect(part == WordBytes(raw: expected.span))
      #expect((part == word) == (expected == kept))

      var joined = part
      joined.append(word)
      #expect(array(joined) == Array((expected + kept).prefix(WordBytes.limit)))
      #expect(joined == WordBytes(raw: (expected + kept).span))

      #expect(word.contains(UInt8(ascii: "2")) == kept.contains(UInt8(ascii: "2")))
      #expect(word.hasRun == zip(kept, kept.dropFirst()).contains { $0 == $1 })
      #expect(word.isLettersOnly == kept.allSatisfy { $0 &- 0x61 < 26 })
      #expect(array(word.withoutBlanks) == kept.filter { $0 != 0x20 })

      if !kept.isEmpty {
        let place = Int(random.next() % UInt64(kept.count))
        var (changed, changedArray) = (word, kept)
        changed[place] = 0xFE
        changedArray[place] = 0xFE
        #expect(array(changed) == changedArray)
      }
    }
  }

  @Test("letters only, and runs, are seen at each place", arguments: 1...48)
  func eachPlace(count: Int) {
    let letters = (0..<count).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    #expect(WordBytes(raw: letters.span).isLettersOnly)
    #expect(!WordBytes(raw: letters.span).hasRun)
    for place in 0..<count {
      for byte: UInt8 in [0x60, 0x7B, 0x41, 0xE1, 0] {
        var other = letters
        other[place] = byte
        #expect(!WordBytes(raw: other.span).isLettersOnly, "\(byte) at \(place)")
      }
      var run = letters
      if place > 0 { run[place] = run[place - 1] }
      #expect(WordBytes(raw: run.span).hasRun == (place > 0), "at \(place)")
    }
  }

  @Test(
    "a token folds the same where it stands as by itself", arguments: 1...4 as ClosedRange<UInt64>)
  func folding(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = ["A", "z", "É", "ｂ", "2", "\u{200D}", "👍🏽", "@", "[", "'", "Ꞌ", "\u{301}"]
    for _ in 0..<500 {
      func text(_ most: UInt64) -> String {
        (0..<random.next() % most).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
          .joined()
      }
      let (before, token, after) = (text(5), text(20), text(5))
      let whole = Array((before + token + after).utf8)
      let start = before.utf8.count
      let alone = WordBytes(folding: token.utf8.span)
      #expect(
        WordBytes(folding: whole.span, start..<start + token.utf8.count) == alone, "\(token)")
    }
  }

  @Test("affixes are found at a word's ends")
  func affixes() {
    let word = WordBytes("memperbaikinya")
    #expect(word.hasPrefix("mem"))
    #expect(!word.hasPrefix("per"))
    #expect(word.hasSuffix("nya"))
    #expect(!word.hasSuffix("ny"))
    #expect(word.dropping(first: 3).hasPrefix("per"))
    #expect(!WordBytes("ya").hasSuffix("nya"))
    #expect(!WordBytes("me").hasPrefix("mem"))
  }

  @Test(
    "parts between separators",
    arguments: ["", "|", "a", "a|b", "||ab||c|", "abcdefghij|klmnopqrst"])
  func parts(text: String) {
    let bytes = Array(text.utf8)
    var rest = 0..<bytes.count
    var parts: [String] = []
    while let part = bytes.span.nextPart(UInt8(ascii: "|"), of: &rest) {
      parts.append(bytes.span.extracting(part).text)
    }
    #expect(parts == text.split(separator: "|").map(String.init))
  }
}

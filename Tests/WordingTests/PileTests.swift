import Testing
import Wording

@Suite struct PileTests {
  @Test("elements stand in the order they were put, however often the memory grew")
  func order() {
    var pile = Pile<Int>(room: 1)
    for i in 0..<1000 { pile.append(i * 3) }
    // A macro cannot borrow what cannot be copied, so elements are taken out first.
    var found: [Int] = []
    for i in pile.indices { found.append(pile[i]) }
    #expect(found == (0..<1000).map { $0 * 3 })
    pile[7] = -1
    let changed = pile[7]
    #expect(changed == -1)
    pile.removeAll()
    let isEmpty = pile.isEmpty
    #expect(isEmpty)
    pile.append(5)
    let first = pile[0]
    #expect(first == 5)
  }

  @Test("a place beyond the last stops the program, also where memory is left from before")
  func bounds() async {
    await #expect(processExitsWith: .failure) {
      var pile = Pile<Int>(room: 8)
      pile.append(1)
      pile.removeAll()
      _ = pile[0]
    }
    await #expect(processExitsWith: .failure) {
      let shelf = Shelf([1, 2])
      _ = shelf[2]
    }
  }

  @Test("a shelf is read the same by all that hold it")
  func shared() {
    let one = Shelf((0..<50).map { $0 * $0 })
    let other = one
    for i in other.indices { #expect(one[i] == i * i && other[i] == i * i) }
    #expect(Shelf<Int>([]).count == 0)
  }
}

@Suite struct PlainWordTests {
  /// What `plainWord(at:)` and `TokenScanner` find at the start of `text`.
  private func both(_ text: String) -> (plain: Range<Int>?, token: Token?) {
    let bytes = Array(text.utf8)
    var position = 0
    let plain = bytes.span.plainWord(at: &position)
    var scanner = TokenScanner()
    return (plain.map { $0.start..<$0.end }, scanner.next(in: bytes.span))
  }

  @Test(
    "a plain word is the scanner's token", arguments: 1...40)
  func lengths(count: Int) {
    let word = String(repeating: "aZ", count: (count + 1) / 2).prefix(count)
    for text in ["\(word)", "  \(word) x", "\(word),", "\(word)?!", "\(word)\nx"] {
      let (plain, token) = both(text)
      if count == 1 {
        #expect(plain == nil)
      } else {
        #expect(plain == token?.range && token?.kind == .word, "\(text)")
      }
    }
  }

  @Test(
    "what needs a closer look is left to the scanner",
    arguments: [
      "XD", "T_T", "a b c d", "lapor.go.id", "jum'at", "bolong-bolong", "k4pan", "é", "3 hari", "",
      "  ",
    ])
  func closer(text: String) { #expect(both(text).plain == nil) }

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

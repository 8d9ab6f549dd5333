import TestSupport
import Testing
import Wording

@testable import Lexicons

@Suite struct FormTableTests {
  private static let words = ["rusak", "rusaknya", "mantap", "MANTAP", "jalan2", "gabisa", "xyzzy"]

  private static func lexicon() throws -> Lexicon {
    try Lexicon([
      file("sentiment/x.tsv", sentimentHeader + "mantap\t3\tpraise\t\nrusak\t-3\tdefect\t\n"),
      file("roots.tsv", "term\tclass\nbisa\tverb\njalan\tnoun\ntidak\tparticle\n"),
      file("slang.tsv", "variant\tstandard\ngabisa\ttidak bisa\n"),
    ])
  }

  // Eight forms are kept, 64 more are met before the table starts again: 400 comments go round often.
  @Test(
    "a form means the same whether it is kept, met again or forgotten",
    arguments: 1...4 as ClosedRange<UInt64>)
  func same(seed: UInt64) throws {
    let lexicon = try Self.lexicon()
    var random = SplitMix64(seed: seed)
    var small = FormTable(lexicon, limit: 8)
    var largest = 0
    for _ in 0..<400 {
      small.makeRoom()
      var forms: [(word: String, form: FormTable.Form)] = []
      for _ in 0..<random.next() % 12 {
        let made = random.next() % 3 == 0
        let word =
          made
          ? "z\(random.next() % 500)" : Self.words[Int(random.next() % UInt64(Self.words.count))]
        forms.append((word, small.form(of: word.utf8.span, 0, word.utf8.count)))
      }
      largest = max(largest, small.meanings.count)
      // A comment's forms all stand to its end.
      for (word, form) in forms {
        var fresh = FormTable(lexicon)
        let other = fresh.form(of: word.utf8.span, 0, word.utf8.count)
        #expect(form.count == other.count, "\(word), seed \(seed)")
        for offset in 0..<min(form.count, other.count) {
          let (one, two) = (
            small.meanings[Int(form.first + offset)], fresh.meanings[Int(other.first + offset)]
          )
          #expect("\(one)" == "\(two)", "\(word), seed \(seed)")
        }
      }
    }
    #expect(largest < Token.Kind.allCases.count + 2 * (8 + 12), "seed \(seed)")
  }
}

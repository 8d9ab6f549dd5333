import Lexicons
import Testing
import Wording

@testable import Topics

@Suite struct TopicScorerTests {
  private func score(_ text: String) throws -> Float {
    let lexicon = try Lexicon([
      LexiconFile(
        path: "issues.tsv",
        bytes: Array("id\tindonesian\tenglish\tthreshold\nwater\tAir\tWater\t1\n".utf8)),
      LexiconFile(
        path: "issues/water.tsv",
        bytes: Array(
          "term\tweight\tneeds\tunless\tnote\nair\t0.6\t\tmata\t\nair terjun\t0\t\t\t\npdam\t2\t\t\t\n"
            .utf8)),
    ])
    var reading = Reading(lexicon)
    reading.read(text.utf8.span)
    var scorer = TopicScorer(lexicon)
    scorer.score(&reading)
    return scorer.scores[0]
  }

  @Test(
    "a keyword counts once, guards cancel, and a longer phrase wins",
    arguments: [
      ("air", 0.6), ("air air air", 0.6), ("air pdam", 2.6), ("air mata", 0), ("air terjun", 0),
      ("", 0),
      ("AIRNYA", 0.6),
    ] as [(String, Float)])
  func counts(text: String, expected: Float) throws {
    #expect(abs(try score(text) - expected) < 1e-5)
  }
}

import Lexicons
import Testing
import Wording

@testable import Learning
@testable import Sentiment

@Suite struct TrainerTests {
  private static let files = [
    LexiconFile(
      path: "sentiment/indonesian.tsv",
      bytes: Array(
        "term\tvalence\tkind\tnote\nbagus\t3\tpraise\t\nrusak\t-3\tdefect\t\n".utf8)),
    LexiconFile(
      path: "roots.tsv",
      bytes: Array("root\tclass\tlanguage\tnote\nblabla\tnoun\tid\t\njalan\tnoun\tid\t\n".utf8)),
  ]

  private func trainer() throws -> Trainer {
    var trainer = Trainer(try Lexicon(Self.files))
    // A word that no lexicon gives a valence, but that complaints have.
    for i in 0..<40 {
      trainer.add(
        "jalan blabla \(i)".utf8.span, target: Effect(1, 0, 0, 0), weight: 1)
      trainer.add("jalan bagus \(i)".utf8.span, target: Effect(0, 1, 0, 0), weight: 1)
      trainer.add("jalan \(i)".utf8.span, target: Effect(0, 0, 1, 0), weight: 1)
    }
    return trainer
  }

  private func scores(_ text: String, _ weights: String?) throws -> Effect {
    var files = Self.files
    if let weights { files.append(LexiconFile(path: "weights.tsv", bytes: Array(weights.utf8))) }
    let lexicon = try Lexicon(files)
    var reading = Reading(lexicon)
    reading.read(text.utf8.span)
    var scorer = StanceScorer(lexicon)
    return scorer.score(&reading)
  }

  @Test("the same comments give the same file, byte for byte")
  func deterministic() throws {
    var one = try trainer()
    var other = try trainer()
    #expect(one.train().file == other.train().file)
  }

  @Test("a cue that only the labels know is learned, and the file carries it")
  func learns() throws {
    var trainer = try trainer()
    let result = trainer.train()
    let before = try scores("jalan blabla", nil)
    let after = try scores("jalan blabla", result.file)
    #expect(before.x < before.z)
    #expect(after.x > after.y && after.x > after.z)
    #expect(try #require(result.heldOut.macroF1) > 0.9)
  }

  @Test("the scorer sums what the features say, with every kind of weight")
  func sums() throws {
    var trainer = try trainer()
    let file = trainer.train().file
    var files = Self.files
    files.append(LexiconFile(path: "weights.tsv", bytes: Array(file.utf8)))
    let lexicon = try Lexicon(files)
    for text in ["jalan blabla", "bagus blabla 3 jalan!", "rusak, tapi bagus?", "", "blabla"] {
      var reading = Reading(lexicon)
      reading.read(text.utf8.span)
      var scorer = StanceScorer(lexicon)
      let score = scorer.score(&reading)
      var sum = Effect.zero
      for i in scorer.hits.indices {
        sum += scorer.hits[i].effect * scorer.clauseWeights[Int(scorer.hits[i].clause)]
      }
      scorer.forEachLearned(of: reading, lexicon) { _, _, _, _, effect in sum += effect }
      let distance = score - sum
      #expect(abs(distance.x) + abs(distance.y) + abs(distance.z) < 1e-4, "\(text)")
    }
  }

  @Test("an entry never seen in training keeps its hand-written meaning")
  func prior() throws {
    var trainer = try trainer()
    let score = try scores("rusak", trainer.train().file)
    #expect(score.x > score.y)
  }
}

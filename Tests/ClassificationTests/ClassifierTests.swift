import Testing

@testable import Classification
@testable import Lexicons

/// A lexicon small enough to know by heart.
let smallLexicon: Lexicon? = try? Lexicon([
  LexiconFile(
    path: "sentiment/indonesian.tsv",
    bytes: Array(
      """
      # Licence
      term\tvalence\tkind\tnote
      ancur\t-4\tdefect\t
      bagus\t3\tpraise\t
      bohong\t-4\tcritique\t
      diperbaiki\t2\tremedy\t
      goblok\t-4\tinsult\t
      macet\t-3\tdefect\t
      mantap\t3\tpraise\t
      rusak\t-3\tdefect\t
      sehat\t2\tblessing\t

      """.utf8)),
  LexiconFile(
    path: "operators.tsv",
    bytes: Array(
      """
      term\toperator\tscope\tstrength\tnote
      apa\tasking\t0\t1\t
      banget\tintensifier\t0\t1.3\t
      belum\tunmet\t5\t1\t
      bulan\tduration\t0\t1\t
      cuma\trestriction\t0\t1\t
      dulu\tpast\t0\t1\t
      jangan\tforbidding\t4\t1\t
      kapan\tpresupposing\t0\t1\t
      kurang\tnegator\t2\t0\t
      lagi\tagain\t0\t1\t
      meski\tconcession\t0\t0.4\t
      sampai kapan\tpresupposing\t0\t2\t
      sekarang\tchange\t0\t1\t
      semoga\thope\t0\t1\t
      sudah\tchange\t0\t0.5\t
      tapi\tcontrast\t0\t1\t
      tidak\tnegator\t4\t1\t
      tolong\trequest\t0\t1\t

      """.utf8)),
  LexiconFile(
    path: "idioms.tsv",
    bytes: Array(
      "phrase\tvalence\tkind\tnote\nair mati\t-3\tdefect\t\nterima kasih\t3\tgratitude\t\n".utf8)),
  LexiconFile(
    path: "emoji.tsv",
    bytes: Array("emoji\tvalence\tkind\tnote\n👍\t3\tpraise\t\n😂\t0\tlaugh\t\n".utf8)),
  LexiconFile(
    path: "slang.tsv",
    bytes: Array(
      "variant\tstandard\tnote\nga\ttidak\t\nmakasih\tterima kasih\t\nudah\tsudah\t\n".utf8)),
  LexiconFile(
    path: "issues.tsv",
    bytes: Array(
      "id\tindonesian\tenglish\tthreshold\nroads\tJalan\tRoads\t1.0\nwater\tAir\tWater\t1.0\n".utf8)
  ),
  LexiconFile(
    path: "issues/roads.tsv",
    bytes: Array(
      "term\tweight\tneeds\tunless\tnote\njalan\t1.0\trusak|ancur|macet\t\t\njalan terus\t0\t\t\t\nlubang\t1\t\t\t\n"
        .utf8)),
  LexiconFile(
    path: "issues/water.tsv",
    bytes: Array(
      "term\tweight\tneeds\tunless\tnote\nair\t0.6\t\tmata\t\nair mati\t1.5\t\t\t\n".utf8)),
  LexiconFile(
    path: "places/x.tsv", bytes: Array("term\tkind\twithin\tnote\ncibarusah\tdistrict\t\t\n".utf8)),
  LexiconFile(path: "spam.tsv", bytes: Array("term\tweight\tnote\ngacor\t5\t\n".utf8)),
])

@Suite struct ClassifierTests {
  private func verdict(_ text: String) throws -> Verdict {
    var classifier = Classifier(try #require(smallLexicon))
    return classifier.verdict(of: text.utf8.span)
  }

  // Each line is one rule of LABELLING.md with its counter-example beside it.
  @Test(
    "a comment is judged",
    arguments: [
      ("jalan rusak", Stance.complaint), ("jalan bagus", .support), ("jalan", .neutral),
      ("", .neutral),
      ("ga bagus", .complaint), ("ga macet", .support), ("udah ga macet lagi", .support),
      ("belum diperbaiki", .complaint), ("sudah diperbaiki", .support),
      ("kapan diperbaiki?", .complaint), ("apa itu?", .neutral), ("tolong diperbaiki", .complaint),
      ("bagus, tapi rusak lagi", .complaint), ("ga cuma bagus", .support),
      ("makasih pak", .support), ("makasih pak, tapi jalan ancur", .complaint),
      // What is now outweighs what was, in both directions; *dulu* alone changes nothing.
      ("dulu rusak sekarang bagus", .support), ("dulu bagus sekarang rusak", .complaint),
      ("dulu bagus", .support),
      // Forbidding a fault says that it is there; denying it says that it is not.
      ("jangan bohong", .complaint), ("tidak bohong", .support),
      // What is less than good is complained of; a hope against what came before implies it.
      ("kurang bagus", .complaint), ("semoga ga macet lagi", .complaint),
      ("semoga ga macet", .neutral),
      // Behind the comma nothing is conceded any more.
      ("meski macet, bagus", .support), ("sampai kapan", .complaint), ("kapan", .neutral),
      ("bohong banget", .complaint), ("👍", .support), ("😂", .neutral), ("semoga sehat", .support),
    ] as [(String, Stance)])
  func judged(text: String, expected: Stance) throws {
    #expect(try verdict(text).stance == expected)
  }

  @Test(
    "flags",
    arguments: [
      ("kapan diperbaiki?", Flags.question), ("tolong diperbaiki", .request),
      ("makasih pak", .thanks),
      ("goblok", .toxic), ("situs gacor", .spam), ("g a c o r", .spam),
      ("main di A E R O 8 8", .spam),
      ("dulu rusak, sekarang bagus", .resolved), ("udah ga macet", .resolved),
      ("mantap jalan ancur 😂", .sarcasm),
    ] as [(String, Flags)])
  func flags(text: String, expected: Flags) throws {
    #expect(try verdict(text).flags.contains(expected))
  }

  @Test(
    "issues, strongest first, with guards",
    arguments: [
      ("jalan rusak", ["roads"]), ("jalan", []), ("jalan terus pak, yang rusak diganti", []),
      ("air mati", ["water"]), ("air", []), ("air mati jalan rusak", ["water", "roads"]),
      ("jalannya berlubang", ["roads"]),
    ] as [(String, [String])])
  func issues(text: String, expected: [String]) throws {
    var classifier = Classifier(try #require(smallLexicon))
    let verdict = classifier.verdict(of: text.utf8.span)
    #expect(
      (0..<verdict.issues.count).map { classifier.lexicon.issues[verdict.issues[$0]].id }
        == expected)
  }

  @Test(
    "evidence sums to the logits",
    arguments: ["jalan rusak, tapi bagus", "ga bagus banget 👍", "kapan diperbaiki?"])
  func evidence(text: String) throws {
    try expectSum(of: text, try #require(smallLexicon))
  }

  @Test(
    "so does it with learned weights, whatever clauses count",
    arguments: [
      "meski hujan. jalan rusak", "bagus, tapi lampu mati! mohon pak", "walau capek? tetap kerja",
      "dulu banjir, sekarang aman. makasih 🙏",
    ])
  func learnedEvidence(text: String) throws { try expectSum(of: text, try Lexicon.embedded()) }

  private func expectSum(of text: String, _ lexicon: Lexicon) throws {
    var classifier = Classifier(lexicon)
    let verdict = classifier.verdict(of: text.utf8.span)
    let parts = classifier.evidence()
    let sums = (
      parts.reduce(0) { $0 + $1.complaint }, parts.reduce(0) { $0 + $1.support },
      parts.reduce(0) { $0 + $1.neutral }
    )
    let p = verdict.probabilities
    // Log-odds of the probabilities are differences of logits.
    #expect(abs(Double(p.x / p.y) / exponential(sums.0 - sums.1) - 1) < 1e-3)
    #expect(abs(Double(p.z / p.y) / exponential(sums.2 - sums.1) - 1) < 1e-3)
  }

  @Test("places are told, and never stemmed") func places() throws {
    var classifier = Classifier(try #require(smallLexicon))
    _ = classifier.verdict(of: "jalan Cibarusah ancur".utf8.span)
    #expect(classifier.placeNames == ["cibarusah"])
  }
}

/// e to the power of `x`, by its series, so that the test needs no library of its own.
private func exponential(_ x: Double) -> Double {
  var (sum, term) = (1.0, 1.0)
  for n in 1..<200 {
    term *= x / Double(n)
    sum += term
  }
  return sum
}

@Suite("Recalled verdicts") struct VerdictMemoTests {
  @Test("no comment changes the verdict on the next")
  func independent() throws {
    var classifier = Classifier(try #require(smallLexicon))
    let alone = classifier.verdict(of: "jalan rusak bulan ini".utf8.span)
    _ = classifier.verdict(of: "jalan jalan jalan jalan jalan 3".utf8.span)
    let after = classifier.verdict(of: "jalan rusak bulan ini".utf8.span)
    #expect(alone.score == after.score)
  }

  @Test("a recalled verdict is the one that would be found, whatever came between")
  func same() throws {
    let lexicon = try #require(smallLexicon)
    var plain = Classifier(lexicon)
    var recalling = Classifier(lexicon)
    let comments = [
      "jalan rusak", "mantap", "jalan rusak", "", "jalan rusak", "mantap", "tidak rusak", "mantap",
      "jalan rusak", "jalan rusak sudah 3 3 3 3", "rusak bulan", "rusak bulan",
      String(repeating: "bagus ", count: 200), "tidak rusak", "tidak rusak", "",
    ]
    for comment in comments {
      let expected = plain.verdict(of: comment.utf8.span)
      let found = recalling.recalledVerdict(of: comment.utf8.span)
      #expect(found.stance == expected.stance)
      #expect(found.score == expected.score)
      #expect(found.flags == expected.flags)
      #expect(found.issues.bits == expected.issues.bits)
      #expect(recalling.placeNames == plain.placeNames)
      #expect(recalling.hasPlaces == plain.hasPlaces)
    }
  }
}

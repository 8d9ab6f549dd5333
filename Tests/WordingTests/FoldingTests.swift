import TestSupport
import Testing
import Wording

@Suite struct FoldingTests {
  @Test(
    "a spelling folds to",
    arguments: [
      ("RUSAK", "rusak"), ("ＢＡＧÚＳ", "bagus"), ("𝐠𝐚𝐜𝐨𝐫", "gacor"), ("ｇасоr", "gacor"),
      ("hati²", "hati2"),
      ("jum’at", "jum'at"), ("👍🏽", "👍"), ("❤️", "❤"), ("b\u{200D}a", "ba"), ("", ""),
    ])
  func folds(text: String, expected: String) {
    #expect(WordBytes(folding: text.utf8.span).text == expected)
  }

  @Test("folding twice is folding once", arguments: 0..<32)
  func idempotent(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let scalars = (0..<Int.random(in: 0..<8, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x20...0x1FAFF, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let once = WordBytes(folding: text.utf8.span)
      guard once.count < WordBytes.limit else { continue }
      #expect(WordBytes(folding: once.text.utf8.span) == once)
    }
  }
}

@Suite struct ResolverTests {
  private static let vocabulary: Vocabulary = {
    var words = Vocabulary()
    for root in [
      "rusak", "jalan", "jalan-jalan", "air", "kapan", "banget", "maaf", "bekas", "perban", "bank",
      "rawan", "menang", "tangis", "pukul", "sapu", "baik", "lubang", "janji", "bolong", "hati",
      "tidak",
      "bisa", "warga", "desa", "tulis", "kirim", "bantu",
    ] {
      words.add(WordBytes(root), stripping: .affixes)
    }
    words.add(WordBytes("bekasi"), stripping: .clitics)
    words.add(WordBytes("relawan"), stripping: .affixes)
    words.add(WordBytes("mana"), stripping: .clitics)
    let no = words.wordID(of: WordBytes("tidak")) ?? 0
    let can = words.wordID(of: WordBytes("bisa")) ?? 0
    let very = words.wordID(of: WordBytes("banget")) ?? 0
    _ = words.add(variant: WordBytes("gabisa"), standard: [no, can])
    _ = words.add(variant: WordBytes("bgt"), standard: [very])
    return words
  }()

  private func resolve(_ word: String) -> String {
    let found = Resolver(Self.vocabulary).resolve(word.utf8.span)
    return (0..<found.count).map { Self.vocabulary.spelling(of: found[$0]) }.joined(separator: " ")
  }

  @Test(
    "a form is found as",
    arguments: [
      ("rusak", "rusak"), ("RUSAK", "rusak"), ("rusaaak", "rusak"), ("bangeeet", "banget"),
      ("bgttt", "banget"),
      ("maaf", "maaf"), ("4ir", "air"), ("k4pan", "kapan"), ("jalan2", "jalan-jalan"),
      ("janji2nya", "janji"),
      ("hati²", "hati"), ("bolong-bolong", "bolong"), ("gabisa", "tidak bisa"),
      ("warga-desa", "warga desa"),
      ("rusaknya", "rusak"), ("rusaklah", "rusak"), ("kerusakan", "rusak"), ("dirusak", "rusak"),
      ("memukul", "pukul"), ("menyapu", "sapu"), ("diperbaiki", "baik"), ("berlubang", "lubang"),
      ("menulis", "tulis"), ("mengirim", "kirim"), ("ngirim", "kirim"), ("membantu", "bantu"),
      ("bantuin", "bantu"),
      ("manakah", "mana"),
    ])
  func finds(form: String, expected: String) { #expect(resolve(form) == expected) }

  // What blind stemmers do: bekasi → bekas, relawan → rawan, menangis → menang.
  @Test(
    "a name or another word is never stemmed away",
    arguments: [
      ("bekasi", "bekasi"), ("bekasinya", "bekasi"), ("relawan", "relawan"), ("menangis", "tangis"),
    ])
  func protects(form: String, expected: String) { #expect(resolve(form) == expected) }

  // Known wrong: per-bank-an is tried after perban-kan. The built-in lexicon lists "perbankan" itself.
  @Test("known wrong", arguments: [("perbankan", "perban")])
  func knownWrong(form: String, found: String) { #expect(resolve(form) == found) }

  @Test(
    "an unknown form stays unknown", arguments: ["", "xyzzy", "dimana", "kebekasian", "2", "zzzz"])
  func unknown(form: String) { #expect(resolve(form) == "") }
}

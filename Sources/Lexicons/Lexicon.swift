import Wording

/// Word lists compiled to flat tables: what every known word, phrase and emoji means.
///
/// Entries are folded and split by the same code as comments, so a term and a comment match exactly when both
/// give the same words.
package struct Lexicon: Sendable {
  /// The spellings; a word's number is its place in `entries`.
  package internal(set) var vocabulary = Vocabulary()
  package internal(set) var entries: [Entry] = []
  package internal(set) var phrases = PhraseTrie()
  package internal(set) var issues: [Issue] = []
  package internal(set) var keywords: [Keyword] = []
  /// Guard bits, in the ranges that keywords name.
  package internal(set) var guardBits: [UInt16] = []
  /// How many guard bits there are; bit 0 is none.
  package internal(set) var guardCount = 1
  package internal(set) var officials: [Official] = []
  /// What training found: `weights.tsv`, empty without it.
  package internal(set) var weights = LearnedWeights()
  /// A hash of every file's path and bytes, which stamps each verdict.
  package internal(set) var hash: UInt64 = 0

  /// The hash as text: 16 hexadecimal digits.
  package var model: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The lexicon that is built into the program.
  package static func embedded() throws(LexiconError) -> Lexicon {
    try Lexicon(LexiconFile.embedded)
  }

  /// Compiles `files`; rows of a later file win over rows of an earlier one with the same path.
  package init(_ files: [LexiconFile], without: Set<Ablation> = []) throws(LexiconError) {
    var compiler = LexiconCompiler(without: without)
    self = try compiler.lexicon(of: files)
  }

  init() {}

  /// The spelling of a word, or a phrase's words.
  package func text(of id: Vocabulary.WordID) -> String {
    vocabulary.spelling(of: id)
  }
}

/// An official or agency whose comments are read.
package struct Official: Sendable, Equatable {
  package let name: String
  /// Other names under which dumps know it, handles among them.
  package let aliases: [String]
  package let agency: String
  /// Ids of the issues that it answers for.
  package let issues: [String]
}

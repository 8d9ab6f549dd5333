import Wording

/// Word lists compiled to flat tables: what every known word, phrase and emoji means.
///
/// Entries are folded and split by the same code as comments, so a term and a comment match exactly when both
/// give the same words.
package final class Lexicon: Sendable {
  /// The spellings; a word's number is its place in `entries`.
  package let vocabulary: Vocabulary
  package let entries: Shelf<Entry>
  package let phrases: PhraseTrie
  package let issues: [Issue]
  package let keywords: Shelf<Keyword>
  /// The guards that keywords name.
  package let guards: GuardSets
  package let officials: [Official]
  /// What training found: `weights.tsv`, empty without it.
  package let weights: LearnedWeights
  /// A hash of every file's path and bytes, which stamps each verdict.
  package let hash: UInt64

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
    let tables = try compiler.tables(of: files)
    vocabulary = tables.vocabulary
    entries = Shelf(tables.entries)
    phrases = PhraseTrie(tables.phrases)
    issues = tables.issues
    keywords = Shelf(tables.keywords)
    guards = GuardSets(tables.guardSets, termCount: tables.guardCount)
    officials = tables.officials
    weights = tables.weights
    hash = tables.hash
  }

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

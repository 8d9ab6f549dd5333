import Dispatch
import Synchronization
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
    guard !files.isEmpty else { throw LexiconError(file: "Lexicons", line: 0, reason: .noFiles) }
    let (tables, rows, hash) = try Self.read(files, without: without)
    vocabulary = tables.vocabulary
    entries = tables.entries
    phrases = tables.phrases
    issues = tables.issues
    keywords = tables.keywords
    guards = tables.guards
    officials = tables.officials
    weights = rows.map { LearnedWeights($0, tables.vocabulary) } ?? LearnedWeights()
    self.hash = hash
  }

  /// What words mean, and beside it, at the same time, what training found; the last file of weights counts.
  private static func read(
    _ files: [LexiconFile], without: Set<Ablation>
  ) throws(LexiconError) -> (LexiconCompiler.Tables, LearnedRows?, UInt64) {
    let (words, learned) = sideBySide {
      Result { () throws(LexiconError) in
        try LexiconCompiler.tables(of: files.filter { $0.path != "weights.tsv" }, without: without)
      }
    } and: {
      Result { () throws(LexiconError) in
        Learned(rows: try learnedRows(files, without: without), hash: hash(of: files))
      }
    }
    let tables = try words.get()
    let found = try learned.get()
    return (tables, found.rows, found.hash)
  }

  /// What is read beside the words.
  private struct Learned {
    let rows: LearnedRows?
    let hash: UInt64
  }

  private static func learnedRows(
    _ files: [LexiconFile], without: Set<Ablation>
  ) throws(LexiconError) -> LearnedRows? {
    var rows: LearnedRows?
    for file in files where file.path == "weights.tsv" {
      let table = try LexiconTable(file)
      if !without.contains(.weights) { rows = try LearnedRows(table) }
    }
    return rows
  }

  private static func hash(of files: [LexiconFile]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in files {
      for byte in file.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ file.contents.span.contentHash) &* 0x100_0000_01B3
    }
    return hash
  }

  /// The spelling of a word, or a phrase's words.
  package func text(of id: Vocabulary.WordID) -> String {
    vocabulary.spelling(of: id)
  }
}

/// What both give, on two cores where there are two.
private func sideBySide<A: Sendable, B: Sendable>(
  _ one: @Sendable () -> A, and other: @Sendable () -> B
) -> (A, B) {
  let first = Mutex<A?>(nil)
  let second = Mutex<B?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 {
      let found = one()
      first.withLock { $0 = found }
    } else {
      let found = other()
      second.withLock { $0 = found }
    }
  }
  let (a, b) = (first.withLock { $0 }, second.withLock { $0 })
  guard let a, let b else { preconditionFailure("both were asked") }
  return (a, b)
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

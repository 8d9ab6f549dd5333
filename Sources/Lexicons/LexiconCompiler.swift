import Dispatch
import Synchronization
import Wording

/// Turns lexicon files into the tables of a `Lexicon`.
///
/// Words first, then slang, then phrases, then the keywords of issues: each step finds what it names already there.
struct LexiconCompiler {
  /// The tables of a lexicon that is being made.
  struct Tables {
    var vocabulary = Vocabulary()
    var entries: [Entry] = []
    var phrases = PhraseTrie.Builder()
    var issues: [Issue] = []
    var keywords: [Keyword] = []
    /// The terms of each guard; the first is none.
    var guardSets: [[UInt16]] = [[]]
    var guardCount = 1
    var officials: [Official] = []
    var weights = LearnedWeights()
    var hash: UInt64 = 0
  }

  private var lexicon = Tables()
  private let without: Set<Ablation>

  init(without: Set<Ablation>) { self.without = without }

  mutating func tables(of files: [LexiconFile]) throws(LexiconError) -> Tables {
    guard !files.isEmpty else { throw LexiconError(file: "Lexicons", line: 0, reason: .noFiles) }
    let rows = files.reduce(0) { $0 + $1.bytes.count } / 24
    lexicon.vocabulary = Vocabulary(expected: rows)
    lexicon.entries.reserveCapacity(rows)
    let tables = try Self.read(files)
    for table in tables where table.file.path == "issues.tsv" { try addIssues(table) }
    for table in tables { try addWords(table) }
    for table in tables where table.file.path == "slang.tsv" && !without.contains(.slang) {
      try addSlang(table)
    }
    for table in tables { try addPhrases(table) }
    for table in tables where table.file.path.hasPrefix("issues/") { try addKeywords(table) }
    for table in tables where table.file.path.hasPrefix("officials/") { try addOfficials(table) }
    for table in tables where table.file.path == "weights.tsv" && !without.contains(.weights) {
      lexicon.weights = try LearnedWeights(table, lexicon.vocabulary)
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in files {
      for byte in file.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ file.bytes.span.contentHash) &* 0x100_0000_01B3
    }
    lexicon.hash = hash
    return lexicon
  }

  /// The tables of `files`, read side by side; of several that are damaged, the first file's error is thrown.
  private static func read(_ files: [LexiconFile]) throws(LexiconError) -> [LexiconTable] {
    let read = Mutex<[Result<LexiconTable, LexiconError>?]>(
      Array(repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { place in
      let table = Result { () throws(LexiconError) in try LexiconTable(files[place]) }
      read.withLock { $0[place] = table }
    }
    var tables: [LexiconTable] = []
    for table in read.withLock({ $0 }) {
      if let table { tables.append(try table.get()) }
    }
    return tables
  }

  // MARK: Words

  private mutating func addWords(_ table: LexiconTable) throws(LexiconError) {
    let path = table.file.path
    if path.hasPrefix("sentiment/") {
      try addValenced(table, column: "term")
    } else if path == "idioms.tsv" {
      return
    } else if path == "emoji.tsv" {
      if !without.contains(.emoji) { try addValenced(table, column: "emoji") }
    } else if path == "operators.tsv" {
      for row in 0..<table.rowCount where !table.isPhrase(row) {
        let id = word(table.bytes(row, 0), .clitics)
        try setOperator(id, table, row)
      }
    } else if path.hasPrefix("roots") {
      let classColumn = try table.column("class")
      for row in 0..<table.rowCount where !table.isPhrase(row) {
        let name = table.text(row, classColumn)
        let open = ["noun", "verb", "adjective", "adverb"].contains(name)
        let id = word(
          table.bytes(row, 0), open || name == "lexicalised" ? .affixes : .clitics)
        if !open { lexicon.entries[Int(id)].isOwn = true }
      }
    } else if path.hasPrefix("places/") {
      for row in 0..<table.rowCount where !table.isPhrase(row) {
        let id = word(table.bytes(row, 0), .clitics)
        lexicon.entries[Int(id)].isPlace = true
        if lexicon.entries[Int(id)].valence == 0 { lexicon.vocabulary.restrict(id, to: .clitics) }
      }
    } else if path == "spam.tsv" {
      for row in 0..<table.rowCount where !table.isPhrase(row) {
        let id = word(table.bytes(row, 0), .clitics)
        lexicon.entries[Int(id)].spam = UInt8(
          try table.number(row, try table.column("weight"), in: 1...5))
      }
    }
  }

  private mutating func addValenced(
    _ table: LexiconTable, column: String
  ) throws(LexiconError) {
    let term = try table.column(column)
    for row in 0..<table.rowCount where !table.isPhrase(row) {
      let id = word(table.bytes(row, term), column == "emoji" ? .none : .affixes)
      try setValence(id, table, row)
    }
  }

  private mutating func setValence(
    _ id: Vocabulary.WordID, _ table: LexiconTable, _ row: Int
  ) throws(LexiconError) {
    let value = try table.number(row, try table.column("valence"), in: -5...5)
    lexicon.entries[Int(id)].valence = Int8(value)
    lexicon.entries[Int(id)].kind = try table.name(row, try table.column("kind"), as: Kind.self)
  }

  private mutating func setOperator(
    _ id: Vocabulary.WordID, _ table: LexiconTable, _ row: Int
  ) throws(LexiconError) {
    let role = try table.name(row, try table.column("operator"), as: Operator.self)
    guard !without.contains(where: { $0.disarms(role) }) else { return }
    lexicon.entries[Int(id)].role = role
    lexicon.entries[Int(id)].scope = UInt8(
      try table.number(row, try table.column("scope"), in: 0...20))
    lexicon.entries[Int(id)].strength = Float(
      try table.number(row, try table.column("strength"), in: 0...5))
  }

  @discardableResult
  private mutating func word(
    _ bytes: ArraySlice<UInt8>, _ stripping: Vocabulary.Stripping
  ) -> Vocabulary.WordID {
    let id = lexicon.vocabulary.add(
      WordBytes(folding: bytes.span), stripping: without.contains(.affixes) ? .none : stripping)
    while lexicon.entries.count <= Int(id) { lexicon.entries.append(Entry()) }
    return id
  }

  private mutating func addSlang(_ table: LexiconTable) throws(LexiconError) {
    let (variant, standard) = (try table.column("variant"), try table.column("standard"))
    for row in 0..<table.rowCount {
      var words: [Vocabulary.WordID] = []
      table.bytes(row, standard).forEachPart(0x20) { words.append(word($0, .clitics)) }
      _ = lexicon.vocabulary.add(
        variant: WordBytes(folding: table.bytes(row, variant).span), standard: words)
    }
  }

  // MARK: Phrases

  private mutating func addPhrases(_ table: LexiconTable) throws(LexiconError) {
    let path = table.file.path
    guard !path.hasPrefix("issues"), !path.hasPrefix("officials/"), path != "slang.tsv",
      path != "weights.tsv"
    else {
      return
    }
    for row in 0..<table.rowCount where table.isPhrase(row) {
      let id = phrase(table.bytes(row, 0))
      if path == "idioms.tsv" || path.hasPrefix("sentiment/") || path == "emoji.tsv" {
        try setValence(id, table, row)
        lexicon.entries[Int(id)].isIdiom = true
      } else if path == "operators.tsv" {
        try setOperator(id, table, row)
      } else if path == "spam.tsv" {
        lexicon.entries[Int(id)].spam = UInt8(
          try table.number(row, try table.column("weight"), in: 1...5))
      } else if path.hasPrefix("places/") {
        lexicon.entries[Int(id)].isPlace = true
      }
    }
  }

  /// The words of `bytes`, as a comment's words would be found, unknown ones being added.
  private mutating func words(of bytes: ArraySlice<UInt8>) -> [Vocabulary.WordID] {
    var found: [Vocabulary.WordID] = []
    bytes.forEachPart(0x20) { part in
      let folded = WordBytes(folding: part.span)
      switch lexicon.vocabulary.meaning(of: folded) {
      case .word(let id)?: found.append(id)
      case .variant(let range)?: found += lexicon.vocabulary.expansions[range]
      case nil: found.append(word(part, .clitics))
      }
    }
    return found
  }

  private mutating func phrase(_ bytes: ArraySlice<UInt8>) -> Vocabulary.WordID {
    let parts = words(of: bytes)
    guard parts.count > 1 else { return parts[0] }
    // A phrase's own number follows the words'; its spelling holds a space, so no token is ever it.
    let wordCount = lexicon.vocabulary.wordCount
    let id = word(bytes, .none)
    if Int(id) == wordCount, let before = lexicon.phrases.add(parts, id: id) { return before }
    return id
  }

  // MARK: Issues

  private mutating func addIssues(_ table: LexiconTable) throws(LexiconError) {
    for row in 0..<table.rowCount {
      let issue = Issue(
        id: table.text(row, try table.column("id")),
        indonesian: table.text(row, try table.column("indonesian")),
        english: table.text(row, try table.column("english")),
        threshold: Float(try table.number(row, try table.column("threshold"), in: 0.01...100)))
      if let known = lexicon.issues.firstIndex(where: { $0.id == issue.id }) {
        lexicon.issues[known] = issue
      } else {
        lexicon.issues.append(issue)
      }
    }
  }

  private mutating func addKeywords(_ table: LexiconTable) throws(LexiconError) {
    let id = String(table.file.path.dropFirst("issues/".count).dropLast(".tsv".count))
    guard let issue = lexicon.issues.firstIndex(where: { $0.id == id }) else {
      throw LexiconError(
        file: table.file.path, line: 0,
        reason: .unknownName(
          column: "file name", found: id, allowed: lexicon.issues.map(\.id)))
    }
    let (weight, needs, unless) = (
      try table.column("weight"), try table.column("needs"), try table.column("unless")
    )
    for row in 0..<table.rowCount {
      let term =
        table.isPhrase(row) ? phrase(table.bytes(row, 0)) : word(table.bytes(row, 0), .affixes)
      let keyword = Keyword(
        issue: UInt8(issue), weight: Float(try table.number(row, weight, in: 0...10)),
        needs: guards(table.bytes(row, needs)), unless: guards(table.bytes(row, unless)))
      attach(keyword, to: term)
    }
  }

  private mutating func attach(_ keyword: Keyword, to id: Vocabulary.WordID) {
    // Keywords of one word stand together: an earlier group moves to the end when another joins it. A row of a
    // folder laid over wins over the same term of the same issue.
    let range = lexicon.entries[Int(id)].keywords.range
    let start = UInt32(lexicon.keywords.count)
    for place in range where lexicon.keywords[Int(place)].issue != keyword.issue {
      lexicon.keywords.append(lexicon.keywords[Int(place)])
    }
    lexicon.keywords.append(keyword)
    lexicon.entries[Int(id)].keywords = Run(start..<UInt32(lexicon.keywords.count))
  }

  /// The number of the guard that names `terms`; 0 where there are none.
  private mutating func guards(_ terms: ArraySlice<UInt8>) -> UInt32 {
    var set: [UInt16] = []
    terms.forEachPart(UInt8(ascii: "|")) { term in
      let parts = words(of: term)
      let id = parts.count > 1 ? phrase(term) : parts[0]
      if lexicon.entries[Int(id)].guardTerm == 0 {
        lexicon.entries[Int(id)].guardTerm = UInt16(lexicon.guardCount)
        lexicon.guardCount += 1
      }
      set.append(lexicon.entries[Int(id)].guardTerm)
    }
    guard !set.isEmpty else { return 0 }
    lexicon.guardSets.append(set)
    return UInt32(lexicon.guardSets.count - 1)
  }

  private mutating func addOfficials(_ table: LexiconTable) throws(LexiconError) {
    for row in 0..<table.rowCount {
      lexicon.officials.append(
        Official(
          name: table.text(row, try table.column("name")),
          aliases: table.list(row, try table.column("aliases"))
            + table.list(row, try table.column("handles")),
          agency: table.text(row, try table.column("agency")),
          issues: table.list(row, try table.column("issues"))))
    }
  }
}

extension ArraySlice<UInt8> {
  /// Calls `body` with each part between `separator`s that is not empty.
  fileprivate func forEachPart(_ separator: UInt8, _ body: (ArraySlice<UInt8>) -> Void) {
    var start = startIndex
    for i in indices where self[i] == separator {
      if i > start { body(self[start..<i]) }
      start = i + 1
    }
    if endIndex > start { body(self[start..<endIndex]) }
  }
}

extension LexiconTable {
  /// Whether the row's term has more than one word.
  func isPhrase(_ row: Int) -> Bool { bytes(row, 0).contains(0x20) }
}

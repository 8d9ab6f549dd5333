import Wording

/// Turns lexicon files into the tables of a `Lexicon`.
///
/// Words first, then slang, then phrases, then the keywords of issues: each step finds what it names already there.
struct LexiconCompiler: ~Copyable {
  /// The tables of a lexicon, made.
  struct Tables {
    let vocabulary: Vocabulary
    let entries: Shelf<Entry>
    let phrases: PhraseTrie
    let issues: [Issue]
    let keywords: Shelf<Keyword>
    let guards: GuardSets
    let officials: [Official]
  }

  private let without: Set<Ablation>
  private var vocabulary: Vocabulary
  private var entries: Pile<Entry>
  private var phrases: PhraseTrie.Builder
  private var issues: [Issue] = []
  private var keywords: Pile<Keyword>
  /// The terms of each guard; the first is none.
  private var guardSets: [[UInt16]] = [[]]
  private var guardCount = 1
  private var officials: [Official] = []
  /// The words of the phrase at hand.
  private var parts: [Vocabulary.WordID] = []

  /// - Parameter expected: About how many rows there will be, to make room for them at once.
  private init(without: Set<Ablation>, expected: Int) {
    self.without = without
    vocabulary = Vocabulary(expected: expected)
    entries = Pile(room: max(1, expected))
    phrases = PhraseTrie.Builder(expected: expected / 2)
    keywords = Pile(room: max(1, expected / 4))
  }

  /// What `files` say of words, phrases, issues and officials; what training found is not among it.
  static func tables(
    of files: [LexiconFile], without: Set<Ablation>
  ) throws(LexiconError) -> Tables {
    var tables: [LexiconTable] = []
    for file in files { tables.append(try LexiconTable(file)) }
    var compiler = LexiconCompiler(
      without: without, expected: tables.reduce(0) { $0 + $1.rowCount })
    try compiler.add(tables)
    return compiler.finished()
  }

  private mutating func add(_ tables: [LexiconTable]) throws(LexiconError) {
    for table in tables where table.file.path == "issues.tsv" { try addIssues(table) }
    for table in tables { try addWords(table) }
    for table in tables where table.file.path == "slang.tsv" && !without.contains(.slang) {
      try addSlang(table)
    }
    for table in tables { try addPhrases(table) }
    for table in tables where table.file.path.hasPrefix("issues/") { try addKeywords(table) }
    for table in tables where table.file.path.hasPrefix("officials/") { try addOfficials(table) }
  }

  private consuming func finished() -> Tables {
    let entries = Shelf(entries)
    return Tables(
      vocabulary: vocabulary, entries: entries, phrases: PhraseTrie(phrases, entries),
      issues: issues, keywords: Shelf(keywords),
      guards: GuardSets(guardSets, termCount: guardCount), officials: officials)
  }

  // MARK: Words

  private mutating func addWords(_ table: LexiconTable) throws(LexiconError) {
    let path = table.file.path
    if path.hasPrefix("sentiment/") {
      try addValenced(table, column: "term", .affixes)
    } else if path == "emoji.tsv" {
      if !without.contains(.emoji) { try addValenced(table, column: "emoji", .none) }
    } else if path == "operators.tsv" {
      let columns = try OperatorColumns(table)
      for row in 0..<table.rowCount where !table.isPhrase(row) {
        try setOperator(word(table.folded(row, 0), .clitics), table, row, columns)
      }
    } else if path.hasPrefix("roots") {
      let classColumn = try table.column("class")
      let open = ["noun", "verb", "adjective", "adverb"].map { WordBytes($0) }
      let lexicalised = WordBytes("lexicalised")
      for row in 0..<table.rowCount where !table.isPhrase(row) {
        let name = table.word(row, classColumn)
        let isOpen = open.contains(name)
        let id = word(table.folded(row, 0), isOpen || name == lexicalised ? .affixes : .clitics)
        if !isOpen { entries[Int(id)].isOwn = true }
      }
    } else if path.hasPrefix("places/") {
      for row in 0..<table.rowCount where !table.isPhrase(row) {
        let id = word(table.folded(row, 0), .clitics)
        entries[Int(id)].isPlace = true
        if entries[Int(id)].valence == 0 { vocabulary.restrict(id, to: .clitics) }
      }
    } else if path == "spam.tsv" {
      let weight = try table.column("weight")
      for row in 0..<table.rowCount where !table.isPhrase(row) {
        let id = word(table.folded(row, 0), .clitics)
        entries[Int(id)].spam = UInt8(try table.number(row, weight, in: 1...5))
      }
    }
  }

  private mutating func addValenced(
    _ table: LexiconTable, column: String, _ stripping: Vocabulary.Stripping
  ) throws(LexiconError) {
    let term = try table.column(column)
    let columns = try ValenceColumns(table)
    for row in 0..<table.rowCount where !table.isPhrase(row) {
      try setValence(word(table.folded(row, term), stripping), table, row, columns)
    }
  }

  private mutating func setValence(
    _ id: Vocabulary.WordID, _ table: LexiconTable, _ row: Int, _ columns: ValenceColumns
  ) throws(LexiconError) {
    entries[Int(id)].valence = Int8(try table.number(row, columns.valence, in: -5...5))
    entries[Int(id)].kind = try table.name(row, columns.kind, of: columns.kinds)
  }

  private mutating func setOperator(
    _ id: Vocabulary.WordID, _ table: LexiconTable, _ row: Int, _ columns: OperatorColumns
  ) throws(LexiconError) {
    let role = try table.name(row, columns.role, of: columns.roles)
    guard !without.contains(where: { $0.disarms(role) }) else { return }
    entries[Int(id)].role = role
    entries[Int(id)].scope = UInt8(try table.number(row, columns.scope, in: 0...20))
    entries[Int(id)].strength = Float(try table.number(row, columns.strength, in: 0...5))
  }

  private mutating func word(
    _ word: WordBytes, _ stripping: Vocabulary.Stripping
  ) -> Vocabulary.WordID {
    let id = vocabulary.add(word, stripping: without.contains(.affixes) ? .none : stripping)
    if entries.count == Int(id) { entries.append(Entry()) }
    return id
  }

  private mutating func addSlang(_ table: LexiconTable) throws(LexiconError) {
    let (variant, standard) = (try table.column("variant"), try table.column("standard"))
    for row in 0..<table.rowCount {
      parts.removeAll(keepingCapacity: true)
      var rest = table.range(row, standard)
      while let part = table.contents.nextPart(0x20, of: &rest) {
        parts.append(word(WordBytes(folding: table.contents, part), .clitics))
      }
      _ = vocabulary.add(variant: table.folded(row, variant), standard: parts)
    }
  }

  // MARK: Phrases

  private mutating func addPhrases(_ table: LexiconTable) throws(LexiconError) {
    let path = table.file.path
    if path == "idioms.tsv" || path.hasPrefix("sentiment/") || path == "emoji.tsv" {
      let columns = try ValenceColumns(table)
      for row in 0..<table.rowCount where table.isPhrase(row) {
        let id = phrase(table.contents, table.range(row, 0))
        try setValence(id, table, row, columns)
        entries[Int(id)].isIdiom = true
      }
    } else if path == "operators.tsv" {
      let columns = try OperatorColumns(table)
      for row in 0..<table.rowCount where table.isPhrase(row) {
        try setOperator(phrase(table.contents, table.range(row, 0)), table, row, columns)
      }
    } else if path == "spam.tsv" {
      let weight = try table.column("weight")
      for row in 0..<table.rowCount where table.isPhrase(row) {
        let id = phrase(table.contents, table.range(row, 0))
        entries[Int(id)].spam = UInt8(try table.number(row, weight, in: 1...5))
      }
    } else if path.hasPrefix("places/") {
      for row in 0..<table.rowCount where table.isPhrase(row) {
        entries[Int(phrase(table.contents, table.range(row, 0)))].isPlace = true
      }
    }
  }

  /// The number of the phrase at `range`, or of its word where it is only one.
  ///
  /// Its words are found as a comment's words would be, unknown ones being added.
  private mutating func phrase(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Vocabulary.WordID {
    parts.removeAll(keepingCapacity: true)
    var rest = range
    while let part = bytes.nextPart(0x20, of: &rest) {
      let folded = WordBytes(folding: bytes, part)
      switch vocabulary.meaning(of: folded) {
      case .word(let id)?: parts.append(id)
      case .variant(let range)?: for i in range { parts.append(vocabulary.expansions[i]) }
      case nil: parts.append(word(folded, .clitics))
      }
    }
    guard parts.count > 1 else { return parts[0] }
    // A phrase's own number follows the words'; its spelling holds a space, so no token is ever it.
    let wordCount = vocabulary.wordCount
    let id = word(WordBytes(folding: bytes, range), .none)
    if Int(id) == wordCount, let before = phrases.add(parts, id: id) { return before }
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
      if let known = issues.firstIndex(where: { $0.id == issue.id }) {
        issues[known] = issue
      } else {
        issues.append(issue)
      }
    }
  }

  private mutating func addKeywords(_ table: LexiconTable) throws(LexiconError) {
    let id = String(table.file.path.dropFirst("issues/".count).dropLast(".tsv".count))
    guard let issue = issues.firstIndex(where: { $0.id == id }) else {
      throw LexiconError(
        file: table.file.path, line: 0,
        reason: .unknownName(
          column: "file name", found: id, allowed: issues.map(\.id)))
    }
    let (weight, needs, unless) = (
      try table.column("weight"), try table.column("needs"), try table.column("unless")
    )
    for row in 0..<table.rowCount {
      let term =
        table.isPhrase(row)
        ? phrase(table.contents, table.range(row, 0)) : word(table.folded(row, 0), .affixes)
      let keyword = Keyword(
        issue: UInt8(issue), weight: Float(try table.number(row, weight, in: 0...10)),
        needs: guards(table.contents, table.range(row, needs)),
        unless: guards(table.contents, table.range(row, unless)))
      attach(keyword, to: term)
    }
  }

  private mutating func attach(_ keyword: Keyword, to id: Vocabulary.WordID) {
    // Keywords of one word stand together: an earlier group moves to the end when another joins it. A row of a
    // folder laid over wins over the same term of the same issue.
    let range = entries[Int(id)].keywords.range
    let start = UInt32(keywords.count)
    for place in range where keywords[Int(place)].issue != keyword.issue {
      keywords.append(keywords[Int(place)])
    }
    keywords.append(keyword)
    entries[Int(id)].keywords = Run(start..<UInt32(keywords.count))
  }

  /// The number of the guard that names the terms at `range`; 0 where there are none.
  private mutating func guards(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var set: [UInt16] = []
    var rest = range
    while let part = bytes.nextPart(UInt8(ascii: "|"), of: &rest) {
      let id = Int(phrase(bytes, part))
      if entries[id].guardTerm == 0 {
        entries[id].guardTerm = UInt16(guardCount)
        guardCount += 1
      }
      set.append(entries[id].guardTerm)
    }
    guard !set.isEmpty else { return 0 }
    guardSets.append(set)
    return UInt32(guardSets.count - 1)
  }

  private mutating func addOfficials(_ table: LexiconTable) throws(LexiconError) {
    for row in 0..<table.rowCount {
      officials.append(
        Official(
          name: table.text(row, try table.column("name")),
          aliases: table.list(row, try table.column("aliases"))
            + table.list(row, try table.column("handles")),
          agency: table.text(row, try table.column("agency")),
          issues: table.list(row, try table.column("issues"))))
    }
  }
}

/// Where the valences of a table stand.
private struct ValenceColumns {
  let valence: Int
  let kind: Int
  let kinds = CellNames<Kind>()

  init(_ table: LexiconTable) throws(LexiconError) {
    valence = try table.column("valence")
    kind = try table.column("kind")
  }
}

/// Where the operators of a table stand.
private struct OperatorColumns {
  let role: Int
  let scope: Int
  let strength: Int
  let roles = CellNames<Operator>()

  init(_ table: LexiconTable) throws(LexiconError) {
    role = try table.column("operator")
    scope = try table.column("scope")
    strength = try table.column("strength")
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Comments and their verdicts in an SQLite database that grows with every run.
///
///     var database = try ResultDatabase(path: "hasil.db")
///     try database.begin(dump: "minggu-1.json", source: "facebook-graph")
///     try database.store(row, …)
///     try database.end(summary, model: model)
///     try database.commit()
///
/// A comment that is there already is replaced, so weekly dumps may overlap. All of a run is one transaction: it is in
/// the database whole, or not at all. `schema` tells the tables; the README shows what to ask them.
package struct ResultDatabase: ~Copyable {
  private let path: String
  private let connection: Connection
  /// Whether this run made the file: it goes again if the run fails.
  private let isNew: Bool
  private var isCommitted = false
  private var dump = 0
  private var dumpPath = ""
  private var trustsIDs = false
  private let statements: Statements

  /// What is run for every dump and every row.
  private struct Statements {
    let insertDump, updateDump, insertComment, insertVerdict, deleteIssues, insertIssue: Statement

    init(_ connection: Connection) throws(DatabaseError) {
      try connection.run("PRAGMA journal_mode = WAL")
      try connection.run("BEGIN IMMEDIATE")
      try connection.run(ResultDatabase.schema)
      insertDump = try connection.prepare(ResultDatabase.insertDumpSQL)
      updateDump = try connection.prepare(ResultDatabase.updateDumpSQL)
      insertComment = try connection.prepare(ResultDatabase.insertCommentSQL)
      insertVerdict = try connection.prepare(ResultDatabase.insertVerdictSQL)
      deleteIssues = try connection.prepare("DELETE FROM issues WHERE comment = ?1")
      insertIssue = try connection.prepare(
        "INSERT INTO issues (comment, issue, rank) VALUES (?1, ?2, ?3)")
    }
  }

  /// Opens a database, or makes one.
  package init(path: String) throws(DatabaseError) {
    let isNew = unsafe access(path, F_OK) != 0
    let opened: (Connection, Statements)
    do throws(DatabaseError) {
      let connection = try Connection(path: path)
      opened = (connection, try Statements(connection))
    } catch {
      if isNew { Self.remove(path) }
      throw error
    }
    self.path = path
    self.isNew = isNew
    (connection, statements) = opened
  }

  deinit {
    // Not committed: SQLite rolls back what was there before; what is new goes.
    guard isNew, !isCommitted else { return }
    Self.remove(path)
  }

  private static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm"] { _ = unsafe unlink(path + ending) }
  }

  /// Begins a dump: the rows that follow are its own.
  ///
  /// - Parameter source: The id of the tool's format, if it is known; its ids tell comments apart.
  package mutating func begin(dump path: String, source: String?) throws(DatabaseError) {
    try statements.insertDump.run { statement in
      statement.bind(1, path)
      statement.bind(2, source)
    }
    dump = connection.lastRow
    dumpPath = path
    trustsIDs = source != nil
  }

  /// Puts a comment and its verdict in, in place of what was there of it.
  package mutating func store(
    _ row: Row, of bytes: Span<UInt8>, official: String?, verdict: StoredVerdict
  ) throws(DatabaseError) {
    let key = key(of: row, bytes)
    try statements.insertComment.run { statement in
      statement.bind(1, key)
      for (place, column) in [
        (2, Column.platform), (3, .id), (4, .text), (5, .createdAt), (7, .author), (8, .post),
        (9, .parent),
      ] {
        statement.bind(place, bytes, row[column])
      }
      if let official, row[.official] == nil {
        statement.bind(6, official)
      } else {
        statement.bind(6, bytes, row[.official])
      }
      statement.bind(10, row[.likes].flatMap { ShortCount.value(bytes, $0) })
      statement.bind(11, row.isOwn ? 1 : 0)
      statement.bind(12, dump)
    }
    try statements.insertVerdict.run { statement in
      statement.bind(1, key)
      statement.bind(2, verdict.model)
      statement.bind(3, verdict.stance)
      statement.bind(4, verdict.score)
      statement.bind(5, verdict.confidence)
      statement.bind(6, verdict.flags)
      statement.bind(7, verdict.places)
    }
    try statements.deleteIssues.run { $0.bind(1, key) }
    for (rank, issue) in verdict.issues.enumerated() {
      try statements.insertIssue.run { statement in
        statement.bind(1, key)
        statement.bind(2, issue)
        statement.bind(3, rank + 1)
      }
    }
  }

  /// What a comment is known by: platform and id, where the tool's ids can be trusted.
  ///
  /// Otherwise text and author count too, and a row without id or author is known by its dump and line, so that
  /// nothing is overwritten that may be another comment.
  private func key(of row: Row, _ bytes: Span<UInt8>) -> String {
    let platform = row[.platform].map { bytes.text($0) } ?? ""
    let id = row[.id].map { bytes.text($0) } ?? ""
    if trustsIDs, !id.isEmpty { return "\(platform):\(id)" }
    guard !id.isEmpty || row[.author]?.isEmpty == false && row[.createdAt]?.isEmpty == false else {
      return "\(dumpPath)#\(row.line)"
    }
    var hash = KeyHash()
    let columns: [Column] = id.isEmpty ? [.post, .author, .text, .createdAt] : [.author, .text]
    for column in columns {
      if let cell = row[column] { hash.add(bytes, cell) }
    }
    return "\(platform):\(id)~\(String(hash.value, radix: 36))"
  }

  /// Notes what became of the dump's rows.
  package mutating func end(_ summary: ReadSummary) throws(DatabaseError) {
    let dump = dump
    try statements.updateDump.run { statement in
      statement.bind(1, dump)
      statement.bind(2, summary.rowsRead)
      statement.bind(3, summary.comments)
      statement.bind(4, summary.replies)
      statement.bind(5, summary.duplicates)
      statement.bind(6, summary.rowsRejected)
    }
  }

  /// Makes the run's rows part of the database.
  package consuming func commit() throws(DatabaseError) {
    try connection.run("COMMIT")
    isCommitted = true
  }
}

/// A verdict as the database keeps it.
package struct StoredVerdict: Sendable {
  package var model: String
  package var stance: String
  package var score: Double
  package var confidence: Double
  /// Names with `|` between them.
  package var flags: String
  package var places: String
  /// The strongest first.
  package var issues: [String]

  package init(
    model: String, stance: String, score: Double, confidence: Double, flags: String,
    places: String, issues: [String]
  ) {
    self.model = model
    self.stance = stance
    self.score = score
    self.confidence = confidence
    self.flags = flags
    self.places = places
    self.issues = issues
  }
}

/// A database that cannot be made, read or written.
package struct DatabaseError: Error, Equatable, CustomStringConvertible {
  package let path: String
  package let problem: String

  init(path: String, problem: String) {
    self.path = path
    self.problem = problem
  }

  package var description: String { "\(path): \(problem)" }
}

import CSQLite

/// An open SQLite database; it is closed, and what is not committed rolled back, when nobody holds it.
@safe final class Connection {
  private let handle: OpaquePointer
  let path: String

  init(path: String) throws(DatabaseError) {
    var opened: OpaquePointer?
    let status = unsafe sqlite3_open_v2(
      path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard let handle = unsafe opened else {
      throw DatabaseError(path: path, problem: "cannot be opened")
    }
    unsafe self.handle = unsafe handle
    self.path = path
    guard status == SQLITE_OK else { throw error }
    // Another run may be writing: wait for it up to ten seconds.
    unsafe sqlite3_busy_timeout(handle, 10_000)
  }

  deinit {
    while let statement = unsafe sqlite3_next_stmt(handle, nil) {
      unsafe sqlite3_finalize(statement)
    }
    unsafe sqlite3_close(handle)
  }

  /// What the last call said no with.
  var error: DatabaseError {
    let words = unsafe String(cString: sqlite3_errmsg(handle))
    let advice =
      switch unsafe sqlite3_errcode(handle) {
      case SQLITE_NOTADB: "; it is no database: give another name"
      case SQLITE_FULL: "; nothing was changed"
      case SQLITE_BUSY: "; another run is writing to it"
      default: ""
      }
    return DatabaseError(path: path, problem: "cannot be written: \(words)\(advice)")
  }

  /// Runs statements that give nothing back.
  func run(_ sql: String) throws(DatabaseError) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error }
  }

  /// The number of the row that was put in last.
  var lastRow: Int { unsafe Int(sqlite3_last_insert_rowid(handle)) }

  func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    var prepared: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil) == SQLITE_OK,
      let statement = unsafe prepared
    else { throw error }
    return unsafe Statement(self, statement)
  }
}

/// A prepared statement, which goes with its connection.
///
/// SQLite copies what is bound, so no pointer outlives its call.
@safe struct Statement {
  private let connection: Connection
  private let handle: OpaquePointer

  fileprivate init(_ connection: Connection, _ handle: OpaquePointer) {
    self.connection = connection
    unsafe self.handle = unsafe handle
  }

  /// Binds what `bind` says and runs the statement once.
  func run(_ bind: (Statement) -> Void) throws(DatabaseError) {
    unsafe sqlite3_clear_bindings(handle)
    bind(self)
    let status = unsafe sqlite3_step(handle)
    guard status == SQLITE_DONE || status == SQLITE_ROW else {
      let error = connection.error
      unsafe sqlite3_reset(handle)
      throw error
    }
    unsafe sqlite3_reset(handle)
  }

  func bind(_ place: Int, _ text: String?) {
    guard let text else { return }
    unsafe suara_bind_text(handle, CInt(place), text, CInt(text.utf8.count))
  }

  /// Binds a cell; what is not UTF-8 becomes U+FFFD.
  func bind(_ place: Int, _ bytes: Span<UInt8>, _ range: Range<Int>?) {
    guard let range else { return }
    bind(place, bytes.text(range))
  }

  func bind(_ place: Int, _ number: Int?) {
    guard let number else { return }
    unsafe sqlite3_bind_int64(handle, CInt(place), sqlite3_int64(number))
  }

  func bind(_ place: Int, _ number: Double) {
    unsafe sqlite3_bind_double(handle, CInt(place), number)
  }
}

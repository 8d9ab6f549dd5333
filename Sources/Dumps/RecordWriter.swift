/// The shapes in which results are written: `--to`.
package enum RecordFormat: String, CaseIterable, Sendable {
  case jsonl, csv, tsv
}

/// Writes records of fixed columns as CSV, TSV or JSON Lines.
///
///     var writer = RecordWriter(format: .csv, columns: ["id", "stance", "score"])
///     writer.writeHeader()
///     writer.beginRow()
///     writer.field("id", bytes)
///     writer.field("stance", "complaint")
///     writer.field("score", -0.82, decimals: 2)
///     writer.endRow()
///     try file.write(writer.take())
///
/// Each row gives every column once, in order; what a row lacks is `absent`: no key in JSON, an empty cell
/// elsewhere. Each worker can have a writer of its own; only the first writes the header.
package struct RecordWriter: Sendable {
  package let format: RecordFormat
  package let columns: [String]
  /// What was written and not taken yet.
  package private(set) var output = OutputBytes()
  /// The columns' names as JSON strings with their colon, numbered as the columns.
  private let keys: Pieces
  /// Whether a `'` stands before cells that spreadsheets would reckon.
  ///
  /// It changes what the cell says, so a dump that is read back by programs is written without.
  package var neutralisesFormulas = false
  private var place = 0
  private var hasField = false
  private var listIsEmpty = true
  /// A list's items on their way into one cell.
  private var cell = OutputBytes()

  /// - Precondition: There is at least one column.
  package init(format: RecordFormat, columns: [String]) {
    precondition(!columns.isEmpty, "a record has columns")
    self.format = format
    self.columns = columns
    var keys = Pieces()
    for name in columns {
      var key = OutputBytes()
      key.appendJSONString(Array(name.utf8).span)
      key.append(UInt8(ascii: ":"))
      _ = keys.add(key.bytes.span)
    }
    self.keys = keys
  }

  /// Gives away what was written.
  package mutating func take() -> [UInt8] { output.take() }

  /// Forgets what was written, but keeps its room: after `output.bytes.span` went to a file.
  package mutating func removeAll() { output.removeAll() }

  /// Writes the row of names; JSON Lines have none.
  package mutating func writeHeader() {
    guard format != .jsonl else { return }
    beginRow()
    for name in columns { field(name, Array(name.utf8).span) }
    endRow()
  }

  @inline(__always)
  package mutating func beginRow() {
    assert(place == 0, "the row before has ended")
    hasField = false
    if format == .jsonl { output.append(UInt8(ascii: "{")) }
  }

  package mutating func endRow() {
    assert(place == columns.count, "a row gives every column")
    place = 0
    if format == .jsonl { output.append(UInt8(ascii: "}")) }
    output.append(ASCII.lineFeed)
  }

  /// Writes text.
  @inline(__always)
  package mutating func field(_ name: String, _ text: Span<UInt8>) {
    beginField(name)
    switch format {
    case .jsonl: output.appendJSONString(text)
    case .csv, .tsv: writeCell(text)
    }
  }

  /// Writes text.
  package mutating func field(_ name: String, _ text: String) {
    var text = text
    text.makeContiguousUTF8()
    field(name, text.utf8.span)
  }

  /// Writes a whole number.
  package mutating func field(_ name: String, _ value: Int) {
    beginField(name)
    output.append(value)
  }

  /// Writes a number with fixed decimals; one that isn't finite is `null`, or an empty cell.
  package mutating func field(_ name: String, _ value: Double, decimals: Int) {
    guard value.isFinite || format == .jsonl else { return absent(name) }
    beginField(name)
    output.append(value, decimals: decimals)
  }

  /// Writes `true` or `false`.
  package mutating func field(_ name: String, _ value: Bool) {
    beginField(name)
    output.append(value ? "true" : "false")
  }

  /// Leaves the column out of this row: no key in JSON, an empty cell elsewhere.
  package mutating func absent(_ name: String) {
    if format == .jsonl { advance(past: name) } else { field(name, Span<UInt8>()) }
  }

  /// Writes the column without a value: `null` in JSON, an empty cell elsewhere.
  package mutating func null(_ name: String) {
    guard format == .jsonl else { return absent(name) }
    beginField(name)
    output.append("null" as StaticString)
  }

  /// Writes JSON as it is; in CSV and TSV it is a cell's text.
  ///
  /// - Precondition: `json` is one JSON value without line ends.
  package mutating func rawJSON(_ name: String, _ json: Span<UInt8>) {
    beginField(name)
    if format == .jsonl { output.append(json) } else { writeCell(json) }
  }

  /// Writes a list: an array in JSON, elsewhere a cell of items with `|` between them.
  package mutating func field(_ name: String, list items: [String]) {
    beginList(name)
    for item in items { self.item(Array(item.utf8).span) }
    endList()
  }

  /// Begins a list, whose items follow one by one.
  package mutating func beginList(_ name: String) {
    beginField(name)
    listIsEmpty = true
    if format == .jsonl { output.append(UInt8(ascii: "[")) } else { cell.removeAll() }
  }

  /// Writes an item of the list.
  package mutating func item(_ text: Span<UInt8>) {
    if format == .jsonl {
      if !listIsEmpty { output.append(ASCII.comma) }
      output.appendJSONString(text)
    } else {
      if !listIsEmpty { cell.append(ASCII.bar) }
      cell.append(text)
    }
    listIsEmpty = false
  }

  package mutating func endList() {
    guard format != .jsonl else { return output.append(UInt8(ascii: "]")) }
    // The items' bytes step aside while they are written, and bring their room back.
    let items = cell
    cell = OutputBytes()
    writeCell(items.bytes.span)
    cell = items
  }

  private mutating func writeCell(_ text: Span<UInt8>) {
    if text.isEmpty, columns.count == 1 {
      // A line without a byte is no row.
      output.append("\"\"")
    } else if neutralisesFormulas, OutputBytes.isFormula(text) {
      var plain = OutputBytes()
      plain.append(UInt8(ascii: "'"))
      plain.append(text)
      if format == .csv {
        output.appendCSVField(plain.bytes.span)
      } else {
        output.appendTSVField(plain.bytes.span)
      }
    } else if format == .csv {
      output.appendCSVField(text)
    } else {
      output.appendTSVField(text)
    }
  }

  @inline(__always)
  private mutating func beginField(_ name: String) {
    switch format {
    case .jsonl:
      if hasField { output.append(ASCII.comma) }
      output.append(keys, place)
    case .csv: if hasField { output.append(ASCII.comma) }
    case .tsv: if hasField { output.append(ASCII.tab) }
    }
    hasField = true
    advance(past: name)
  }

  @inline(__always)
  private mutating func advance(past name: String) {
    assert(name == columns[place], "'\(name)' is given where '\(columns[place])' belongs")
    place &+= 1
  }
}

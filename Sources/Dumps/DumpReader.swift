/// Reads a dump of any known shape, a batch at a time, in bounded memory.
///
///     var reader = try DumpReader(path: "komentar.csv")
///     while let batch = try reader.next() {
///       let bytes = batch.bytes.span
///       for row in batch.rows { classify(bytes.extracting(row.text)) }
///     }
///     print(reader.summary)
///
/// Every row comes out either as a `Row` or as a `Rejection`. What comes out doesn't depend on the size of
/// the batches, apart from where one ends. Blank lines are no rows.
///
/// **Stray quotes.** A quote without an end would swallow the rest of a dump. When a row reaches the row
/// limit, or the dump its end, within quotes, the row is rejected and reading goes on at the line after the
/// row's first. Lines read again this way are paid from a credit that rows read to their end fill up (see
/// `RescanCredit`), so a damaged dump is still read in linear time.
///
/// **Oversized rows.** A row that reaches the limit outside quotes, or within quotes on its first line, is
/// rejected, and reading goes on at the next line. Its bytes are not kept.
package struct DumpReader: ~Copyable {
  /// What was found out about the dump.
  package let header: DumpHeader
  /// What became of the rows so far.
  package internal(set) var summary = ReadSummary()

  let options: DumpOptions
  var file: InputFile
  /// The bytes that were read, but are not in a batch yet.
  var pending: [UInt8]
  /// The physical line at which the next row begins.
  var line: Int
  /// Whether an oversized row is being left behind.
  var isSkipping = false

  // Delimited dumps.
  var scanner: CSVScanner
  /// For each field of a record the slot of its cell: a column's ordinal, or `Column.count` for an extra.
  let slots: [Int]
  var credit: RescanCredit

  // JSON Lines.
  var keys: KeyTable

  /// What the dump's tool asks to be minded.
  private var settler: RowSettler

  /// Opens a dump and finds out what it is.
  ///
  /// - Parameters:
  ///   - path: A file, or `-` for standard input.
  ///   - options: How to read it.
  package init(path: String, options: DumpOptions = DumpOptions()) throws(DumpError) {
    var options = options
    // Ranges are 32 bits wide, and a limit of nothing would reject everything.
    options.rowLimit = min(max(options.rowLimit, 16), 1 << 30)
    options.batchSize = min(max(options.batchSize, 1), 1 << 30)
    var file = try InputFile(path: path)
    var bytes: [UInt8] = []
    try file.prepare(
      for: options.format, sheet: options.sheet, sniffSize: options.sniffSize,
      rowLimit: options.rowLimit)
    try file.fill(&bytes, to: options.sniffSize)
    let sniffer = Sniffer(
      path: path, options: options, bytes: bytes, isWhole: bytes.count < options.sniffSize)
    let finding = try sniffer.finding()
    self.options = options
    self.file = file
    header = finding.header
    line = finding.line
    summary.recordsBeforeHeader = finding.recordsBeforeHeader
    summary.blankLines = finding.blankLines
    summary.bytesRead = bytes.count
    let endsWithReturn = finding.start > 0 && bytes[finding.start - 1] == ASCII.carriageReturn
    pending = Array(bytes[finding.start...])
    slots = header.names.indices.map { [map = header.map] in
      map.column(at: $0)?.ordinal ?? Column.count
    }
    var delimiter = ASCII.lineFeed
    if case .delimited(let found?) = header.format { delimiter = found }
    scanner = CSVScanner(delimiter: delimiter)
    scanner.restart(at: 0, afterCarriageReturn: endsWithReturn)
    credit = RescanCredit(rowLimit: options.rowLimit)
    keys = KeyTable(header: header)
    settler = RowSettler(header)
  }

  /// Returns the next rows, or `nil` when there are no more.
  ///
  /// A batch may be all rejections.
  ///
  /// - Complexity: O(*n*) in the batch's bytes; a few allocations a batch, none a row.
  package mutating func next() throws(DumpError) -> Batch? {
    var batch = Batch(extraCount: header.extras.count, firstRow: summary.rowsKept)
    switch header.format {
    case .delimited: try readDelimited(into: &batch)
    case .jsonLines: try readJSONLines(into: &batch)
    }
    settler.settle(&batch, &summary)
    summary.bytesRead = file.position
    if file.isAtEnd, var found = file.completeness {
      found.reportedReplies = summary.completeness.reportedReplies
      summary.completeness = found
    }
    return batch.isEmpty ? nil : batch
  }

  mutating func reject(_ reason: Rejection.Reason, into batch: inout Batch) {
    let rejection = Rejection(line: line, reason: reason)
    summary.add(rejection)
    batch.rejections.append(rejection)
  }
}

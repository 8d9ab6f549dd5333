extension Sniffer {
  /// A record of the sample.
  private struct Record {
    var names: [String]
    var line: Int
    var end: Int
    var endLine: Int
    var blankLinesBefore: Int
  }

  /// What a delimiter makes of the first records.
  private struct Reading {
    var delimiter: UInt8?
    var records: [Record]
    /// The first record with a known text column, else the first record.
    var header: Int
    var hasText: Bool
    /// The share of the records below the header that have as many fields as it.
    var agreement: Double

    var fieldCount: Int { records.isEmpty ? 0 : records[header].names.count }

    /// Whether the dump looks more like itself this way than the `other` way.
    ///
    /// A header that names a text decides; then how many rows fit the header; then how many columns it has.
    /// Without a text, several columns that fit half of the rows are likelier than one that fits them all.
    func isBetter(than other: Reading) -> Bool {
      if hasText != other.hasText { return hasText }
      let (splits, otherSplits) = (isSplit, other.isSplit)
      if !hasText, splits != otherSplits { return splits }
      if agreement != other.agreement { return agreement > other.agreement }
      return fieldCount > other.fieldCount
    }

    private var isSplit: Bool { fieldCount > 1 && agreement >= 0.5 }
  }

  func delimitedFinding(start: Int) throws(DumpError) -> Finding {
    // One column needs no delimiter, so a comma in an unquoted comment can do no harm: it is tried first.
    var best = reading(by: nil, start: start)
    for delimiter in options.format == .tsv ? [ASCII.tab] : Format.delimiters {
      let reading = reading(by: delimiter, start: start)
      if reading.isBetter(than: best) { best = reading }
    }
    guard !best.records.isEmpty else {
      throw DumpError(path: path, line: 1, reason: .noTextColumn(columns: []))
    }
    let header = best.records[best.header]
    let source = SourceFormat.recognise(header.names, isTable: true)
    let map = try map(of: header.names, source, line: header.line)
    return Finding(
      header: DumpHeader(
        format: .delimited(by: best.delimiter), names: header.names, map: map,
        extras: header.names.indices.filter { map.column(at: $0) == nil }, line: header.line,
        source: source),
      start: header.end, line: header.endLine, recordsBeforeHeader: best.header,
      blankLines: best.records[...best.header].reduce(0) { $0 + $1.blankLinesBefore })
  }

  private func reading(by delimiter: UInt8?, start: Int) -> Reading {
    let records = records(by: delimiter, start: start)
    let found = records.firstIndex {
      ColumnMap(names: $0.names, chosen: options.columns)[.text] != nil
        || SourceFormat.recognise($0.names, isTable: true) != nil
    }
    let header = found ?? 0
    let below = records.dropFirst(header + 1)
    let fitting = below.count { $0.names.count == records[header].names.count }
    return Reading(
      delimiter: delimiter, records: records, header: header, hasText: found != nil,
      agreement: below.isEmpty ? 1 : Double(fitting) / Double(below.count))
  }

  private func records(by delimiter: UInt8?, start: Int) -> [Record] {
    var records: [Record] = []
    var scanner = CSVScanner(delimiter: delimiter ?? ASCII.lineFeed)
    scanner.restart(at: start)
    var line = 1
    var blankLines = 0
    var names: [String] = []
    while records.count < Self.sampleLimit {
      let field: CSVScanner.Field
      switch scanner.next(in: bytes.span) {
      case .field(let next): field = next
      case .needsMore:
        // At the end of the sample a record may be cut, at the end of the dump it is whole.
        guard isWhole, let last = scanner.finish() else { return records }
        field = last
      }
      names.append(name(of: field))
      guard field.endsRecord else { continue }
      let endLine = line + 1 + scanner.embeddedLines
      if names.count == 1, !field.isQuoted, field.start == field.end {
        blankLines += 1
      } else {
        records.append(
          Record(
            names: names, line: line, end: scanner.position, endLine: endLine,
            blankLinesBefore: blankLines))
        blankLines = 0
      }
      line = endLine
      names = []
    }
    return records
  }

  private func name(of field: CSVScanner.Field) -> String {
    var cell = Array(bytes[field.start..<field.end])
    if field.isEscaped {
      var span = cell.mutableSpan
      let end = CSVScanner.unescape(0, span.count, in: &span)
      cell.removeLast(cell.count - end)
    }
    let content = cell[...].drop(while: Self.isSpace)
    let end = content.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? content.startIndex
    return String(decoding: content[..<end], as: UTF8.self)
  }
}

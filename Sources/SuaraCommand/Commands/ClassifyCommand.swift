import Charts
import Classification
import Dumps
import FoundationEssentials
import Glibc
import Lexicons

/// `suara classify`: a verdict for every row, in the dump's order.
struct ClassifyCommand {
  private let arguments: Arguments
  private let lexicon: Lexicon

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    lexicon = try loadLexicon(arguments)
  }

  func run() async throws -> ExitCode {
    let target = arguments[.output] ?? "-"
    if isDatabase(target) {
      return try await DatabaseOutput(arguments, lexicon, target: target).run()
    }
    let paths = try arguments.dumps()
    let shape = RecordShape(
      output: output(to: target), addsText: arguments.has(.text),
      explains: arguments.has(.explain), official: arguments[.official],
      startsWithMark: arguments.has(.bom), pseudonyms: try arguments.pseudonyms())
    let dispatch = Dispatch<[UInt8]>(
      threads: try arguments.threads(ProcessInfo.processInfo.activeProcessorCount)
    ) { [lexicon] in
      let box = VerdictWriter(lexicon, shape)
      return { batch, header in box.records(of: batch, header) }
    }
    var file = try OutputFile(path: target)
    var firstHeader: DumpHeader?
    let summary = try await dispatch.run(
      paths, try arguments.dumpOptions(),
      // A table keeps the dump's own columns as they are.
      times: shape.keepsColumns ? nil : try arguments.optionalTimes(),
      dropsDuplicates: arguments.dropsDuplicates(by: false), quiet: arguments.has(.quiet)
    ) { bytes, header in
      if let firstHeader {
        guard !shape.keepsColumns || shape.columns(header) == shape.columns(firstHeader) else {
          throw ClassifyError.unlikeColumns
        }
      } else {
        let names = shape.heading(header)
        try file.write(names.span)
        firstHeader = header
      }
      try file.write(bytes.span)
    }
    try file.commit()
    return summary.rowsRejected == 0 ? .done : .rowsRejected
  }

  /// Whether results go to a database: `--to sqlite`, or a name that ends as one's does.
  private func isDatabase(_ target: String) -> Bool {
    if let named = arguments[.to] { return named == "sqlite" }
    return [".db", ".sqlite", ".sqlite3"].contains { target.lowercased().hasSuffix($0) }
  }

  /// What `--to` says; else what the file's name ends in; else a table for a terminal and JSON Lines for a pipe.
  private func output(to target: String) -> RecordShape.Output {
    let language = Language(rawValue: arguments[.lang] ?? "id") ?? .indonesian
    let table = RecordShape.Output.table(
      VerdictTable(columns: Terminal.columns, language: language))
    if let named = arguments[.to] {
      return RecordFormat(rawValue: named).map(RecordShape.Output.records) ?? table
    }
    if let ending = target.split(separator: ".").last,
      let format = RecordFormat(rawValue: String(ending).lowercased())
    {
      return .records(format)
    }
    return target == "-" && isatty(STDOUT_FILENO) == 1 ? table : .records(.jsonl)
  }
}

/// Why dumps cannot be written to one file.
enum ClassifyError: Error, CustomStringConvertible {
  case unlikeColumns

  var description: String {
    "the dumps have unlike columns, so they cannot share one CSV; write them one by one, or with --to jsonl"
  }
}

/// Which columns results have.
struct RecordShape: Sendable {
  /// How results are written.
  enum Output: Sendable {
    case records(RecordFormat)
    case table(VerdictTable)
  }

  let output: Output
  let addsText: Bool
  let explains: Bool
  let official: String?
  /// Whether CSV begins with a byte order mark.
  let startsWithMark: Bool
  /// Who hides people's names, if they are to be hidden; columns that mean nothing to us are left out then.
  let pseudonyms: Pseudonyms?

  /// Whether the dump's own columns stand before the verdict's: what a spreadsheet's user expects.
  var keepsColumns: Bool {
    if case .records(let format) = output { return format != .jsonl }
    return false
  }

  /// The verdict's own columns.
  private var verdictColumns: [String] {
    ["stance", "score", "confidence", "issues", "flags", "places", "model"]
      + (explains ? ["evidence", "flip"] : [])
  }

  /// All columns, in order.
  ///
  /// A column of the dump that is named like one of the verdict's is written as `original_…`.
  func columns(_ header: DumpHeader) -> [String] {
    guard keepsColumns else {
      return ["id", "official", "created_at"] + (addsText ? ["text"] : []) + verdictColumns
    }
    let own = keptPlaces(header).map { header.names[$0] }.map {
      verdictColumns.contains($0) ? "original_\($0)" : $0
    }
    return own + (addsOfficial(header) ? ["official"] : []) + verdictColumns
  }

  /// The places in the header of the columns that are kept.
  func keptPlaces(_ header: DumpHeader) -> [Int] {
    header.names.indices.filter { pseudonyms == nil || header.map.column(at: $0) != nil }
  }

  func addsOfficial(_ header: DumpHeader) -> Bool {
    official != nil && header.name(of: .official) == nil
  }

  /// What stands above the first row.
  func heading(_ header: DumpHeader) -> [UInt8] {
    switch output {
    case .records(let format):
      var writer = RecordWriter(format: format, columns: columns(header))
      writer.writeHeader()
      let mark: [UInt8] = format == .csv && startsWithMark ? [0xEF, 0xBB, 0xBF] : []
      return mark + writer.take()
    case .table(let table):
      return table.heading
    }
  }
}

/// Classifies the rows of a batch and writes their records.
///
/// Each worker has one.
///
/// Only the worker that owns it calls it, one batch at a time.
final class VerdictWriter: @unchecked Sendable {
  private var classifier: Classifier
  private let shape: RecordShape
  private let issueIDs: [String]
  private let model: String

  init(_ lexicon: Lexicon, _ shape: RecordShape) {
    classifier = Classifier(lexicon)
    self.shape = shape
    issueIDs = lexicon.issues.map(\.id)
    model = lexicon.model
  }

  func records(of batch: Batch, _ header: DumpHeader) -> [UInt8] {
    switch shape.output {
    case .records(let format):
      records(
        of: batch, shown: shape.pseudonyms.map(batch.pseudonymised) ?? batch, header, format,
        &classifier)
    case .table(let table):
      tableLines(
        of: batch, shown: shape.pseudonyms.map(batch.pseudonymised) ?? batch, table, &classifier)
    }
  }

  private func tableLines(
    of batch: Batch, shown: Batch, _ table: VerdictTable, _ classifier: inout Classifier
  ) -> [UInt8] {
    var output = OutputBytes()
    for (place, row) in batch.rows.enumerated() {
      let verdict = classifier.verdict(of: batch.bytes.span.extracting(row.text))
      let issues = (0..<verdict.issues.count).map { classifier.lexicon.issues[verdict.issues[$0]] }
      output.append(
        table.line(verdict, issues, number: row.line, text: shown.string(shown.rows[place].text)))
    }
    return output.take()
  }

  private func records(
    of batch: Batch, shown: Batch, _ header: DumpHeader, _ format: RecordFormat,
    _ classifier: inout Classifier
  ) -> [UInt8] {
    let columns = shape.columns(header)
    var writer = RecordWriter(format: format, columns: columns)
    writer.neutralisesFormulas = true
    let bytes = shown.bytes.span
    let kept = shape.keptPlaces(header)
    for (place, row) in shown.rows.enumerated() {
      let text = batch.bytes.span.extracting(batch.rows[place].text)
      let verdict =
        shape.explains ? classifier.verdict(of: text) : classifier.recalledVerdict(of: text)
      writer.beginRow()
      if shape.keepsColumns {
        keepColumns(of: row, shown.extras(ofRow: place), header, kept, columns, bytes, &writer)
      } else {
        field("id", .id, row, bytes, &writer)
        if let official = shape.official, row[.official] == nil {
          writer.field("official", official)
        } else {
          field("official", .official, row, bytes, &writer)
        }
        field("created_at", .createdAt, row, bytes, &writer)
        if shape.addsText { writer.field("text", bytes.extracting(row.text)) }
      }
      write(verdict, classifier, &writer)
      if shape.explains { explain(verdict, text, &classifier, &writer) }
      writer.endRow()
    }
    return writer.take()
  }

  private func keepColumns(
    of row: Row, _ extras: ArraySlice<ByteRange>, _ header: DumpHeader, _ kept: [Int],
    _ columns: [String],
    _ bytes: Span<UInt8>, _ writer: inout RecordWriter
  ) {
    var extra = extras.startIndex
    for (name, place) in kept.enumerated() {
      var cell: Range<Int>?
      if let column = header.map.column(at: place) {
        cell = row[column]
      } else if extra < extras.endIndex, header.extras.contains(place) {
        cell = extras[extra].isPresent ? extras[extra].range : nil
        extra += 1
      }
      if let cell {
        writer.field(columns[name], bytes.extracting(cell))
      } else {
        writer.absent(columns[name])
      }
    }
    if shape.addsOfficial(header), let official = shape.official {
      writer.field("official", official)
    }
  }

  private func field(
    _ name: String, _ column: Column, _ row: Row, _ bytes: Span<UInt8>, _ writer: inout RecordWriter
  ) {
    guard let cell = row[column] else {
      writer.null(name)
      return
    }
    writer.field(name, bytes.extracting(cell))
  }

  private func write(
    _ verdict: Verdict, _ classifier: borrowing Classifier, _ writer: inout RecordWriter
  ) {
    writer.field("stance", verdict.stance.rawValue)
    writer.field("score", verdict.score, decimals: 2)
    writer.field("confidence", verdict.confidence, decimals: 2)
    writer.beginList("issues")
    for i in 0..<verdict.issues.count { writer.item(issueIDs[verdict.issues[i]].utf8.span) }
    writer.endList()
    writer.beginList("flags")
    for (bit, name) in Flags.names.enumerated() where verdict.flags.rawValue & 1 << UInt8(bit) != 0
    {
      writer.item(name.utf8.span)
    }
    writer.endList()
    writer.field("places", list: classifier.hasPlaces ? classifier.placeNames : [])
    writer.field("model", model)
  }

  private func explain(
    _ verdict: Verdict, _ text: Span<UInt8>, _ classifier: inout Classifier,
    _ writer: inout RecordWriter
  ) {
    let evidence = classifier.evidence()
    writer.rawJSON("evidence", Self.json(evidence).bytes.span)
    var json = OutputBytes()
    if let flip = classifier.flip(of: text, evidence, from: verdict.stance) {
      json.append("{\"without\":[")
      for (i, span) in flip.without.enumerated() {
        json.append("\(i > 0 ? "," : "")[\(span.lowerBound),\(span.upperBound)]")
      }
      json.append("],\"stance\":\"\(flip.stance.rawValue)\"}")
    } else {
      json.append("null")
    }
    writer.rawJSON("flip", json.bytes.span)
  }

  private static func json(_ evidence: [Evidence]) -> OutputBytes {
    var json = OutputBytes()
    json.append("[")
    for (i, part) in evidence.enumerated() {
      if i > 0 { json.append(",") }
      json.append("{\"start\":")
      json.append(part.start)
      json.append(",\"end\":")
      json.append(part.end)
      json.append(",\"entry\":")
      if let entry = part.entry {
        json.appendJSONString(entry.utf8.span)
      } else {
        json.append("null")
      }
      json.append(",\"operation\":")
      json.appendJSONString(part.operation.utf8.span)
      json.append(",\"complaint\":")
      json.append(part.complaint, decimals: 3)
      json.append(",\"support\":")
      json.append(part.support, decimals: 3)
      json.append(",\"neutral\":")
      json.append(part.neutral, decimals: 3)
      json.append("}")
    }
    json.append("]")
    return json
  }
}

import Classification
import Dumps
import FoundationEssentials
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
    let paths = try arguments.dumps()
    let options = try arguments.dumpOptions()
    let threads = try arguments.threads(ProcessInfo.processInfo.activeProcessorCount)
    let isTable = (arguments[.to] ?? "jsonl") == "table"
    let shape = RecordShape(
      format: RecordFormat(rawValue: arguments[.to] ?? "jsonl") ?? .tsv,
      addsText: arguments.has(.text) || isTable, explains: arguments.has(.explain),
      official: arguments[.official])
    let dispatch = Dispatch<[UInt8]>(threads: threads) { [lexicon] in
      let box = VerdictWriter(lexicon, shape)
      return { batch, header in box.records(of: batch, header) }
    }
    var file = try OutputFile(path: arguments[.output] ?? "-")
    var headerDone = false
    let summary = try await dispatch.run(paths, options, quiet: arguments.has(.quiet)) {
      bytes, header in
      if !headerDone {
        var writer = RecordWriter(format: shape.format, columns: shape.columns(header))
        writer.writeHeader()
        let names = writer.take()
        try file.write(names.span)
        headerDone = true
      }
      try file.write(bytes.span)
    }
    try file.commit()
    return summary.rowsRejected == 0 ? .done : .rowsRejected
  }
}

/// Which columns results have.
struct RecordShape: Sendable {
  let format: RecordFormat
  let addsText: Bool
  let explains: Bool
  let official: String?

  /// The columns of a verdict; a table keeps the dump's own unknown columns in front.
  func columns(_ header: DumpHeader) -> [String] {
    var columns = format == .jsonl ? [] : header.extraNames
    columns += ["id", "official", "created_at"]
    if addsText { columns.append("text") }
    columns += ["stance", "score", "confidence", "issues", "flags", "places", "model"]
    if explains { columns.append("evidence") }
    return columns
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
    var writer = RecordWriter(format: shape.format, columns: shape.columns(header))
    let bytes = batch.bytes.span
    for (place, row) in batch.rows.enumerated() {
      let verdict = classifier.verdict(of: bytes.extracting(row.text))
      writer.beginRow()
      if shape.format != .jsonl {
        for (name, cell) in zip(header.extraNames, batch.extras(ofRow: place)) {
          if cell.isPresent {
            writer.field(name, bytes.extracting(cell.range))
          } else {
            writer.absent(name)
          }
        }
      }
      field("id", .id, row, bytes, &writer)
      if let official = shape.official, row[.official] == nil {
        writer.field("official", official)
      } else {
        field("official", .official, row, bytes, &writer)
      }
      field("created_at", .createdAt, row, bytes, &writer)
      if shape.addsText { writer.field("text", bytes.extracting(row.text)) }
      write(verdict, &writer)
      writer.endRow()
    }
    return writer.take()
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

  private func write(_ verdict: Verdict, _ writer: inout RecordWriter) {
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
    if shape.explains { writer.rawJSON("evidence", evidenceJSON().bytes.span) }
  }

  private func evidenceJSON() -> OutputBytes {
    var json = OutputBytes()
    json.append("[")
    for (i, part) in classifier.evidence().enumerated() {
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

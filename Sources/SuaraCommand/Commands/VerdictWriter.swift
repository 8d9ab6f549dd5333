import Classification
import Dumps
import Lexicons

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
  private let lines: VerdictLines
  /// How long the records of the last batch were.
  private var lastLength = 0

  init(_ lexicon: Lexicon, _ shape: RecordShape) {
    classifier = Classifier(lexicon)
    self.shape = shape
    lines = VerdictLines(lexicon, shape)
    issueIDs = lexicon.issues.map(\.id)
    model = lexicon.model
  }

  func records(of batch: Batch, _ header: DumpHeader) -> [UInt8] {
    let shown = shape.pseudonyms.map(batch.pseudonymised) ?? batch
    return switch shape.output {
    case .records(.jsonl): jsonLines(of: batch, shown: shown, &classifier)
    case .records(let format): records(of: batch, shown: shown, header, format, &classifier)
    case .table(let table): tableLines(of: batch, shown: shown, table, &classifier)
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

  private func jsonLines(
    of batch: Batch, shown: Batch, _ classifier: inout Classifier
  ) -> [UInt8] {
    var output = OutputBytes()
    output.reserve(lastLength + lastLength / 16)
    let bytes = batch.bytes.span
    for place in batch.rows.indices {
      let text = bytes.extracting(batch.text(ofRow: place))
      lines.append(rowAt: place, of: shown, to: &output)
      if shape.explains {
        let verdict = classifier.verdict(of: text)
        lines.append(verdict, classifier, to: &output)
        let (evidence, flip) = explanation(verdict, text, &classifier)
        lines.append(evidence: evidence, flip: flip, to: &output)
      } else {
        lines.append(classifier.recalledVerdict(of: text), classifier, to: &output)
      }
    }
    lastLength = output.count
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
      keepColumns(of: row, shown.extras(ofRow: place), header, kept, columns, bytes, &writer)
      write(verdict, classifier, &writer)
      if shape.explains {
        let (evidence, flip) = explanation(verdict, text, &classifier)
        writer.rawJSON("evidence", evidence.bytes.span)
        writer.rawJSON("flip", flip.bytes.span)
      }
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

  /// The verdict's parts and its smallest flip, as JSON.
  private func explanation(
    _ verdict: Verdict, _ text: Span<UInt8>, _ classifier: inout Classifier
  ) -> (evidence: OutputBytes, flip: OutputBytes) {
    let evidence = classifier.evidence()
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
    return (Self.json(evidence), json)
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

import Charts
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
      dropsDuplicates: arguments.dropsDuplicates(by: false),
      // Their number is only told.
      countsDuplicates: !arguments.has(.quiet), quiet: arguments.has(.quiet)
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

  /// All columns of a table, in order.
  ///
  /// A column of the dump that is named like one of the verdict's is written as `original_…`.
  func columns(_ header: DumpHeader) -> [String] {
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
    case .records(.jsonl): return []
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

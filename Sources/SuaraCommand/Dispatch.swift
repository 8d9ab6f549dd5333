import Dumps
import Times

/// Reads dumps on this task and hands their batches to workers; what they make comes back in the dumps' order.
///
/// At most two batches a worker are under way, so memory is bounded whatever the size of the dumps.
struct Dispatch<Product: Sendable> {
  let threads: Int
  let makeWorker: @Sendable () -> @Sendable (Batch, DumpHeader) -> Product

  /// - Parameters:
  ///   - times: How times are read; where given, workers see those that only the whole dump explains as ISO 8601.
  ///   - dropsDuplicates: Whether comments seen before are left out.
  ///   - countsDuplicates: Whether they are counted where they are not left out.
  /// - Returns: What became of the rows, of all dumps together.
  func run(
    _ paths: [String], _ options: DumpOptions, times: DumpTimes? = nil,
    dropsDuplicates: Bool = false, countsDuplicates: Bool = true, quiet: Bool,
    each: (Product, DumpHeader) throws -> Void
  ) async throws -> ReadSummary {
    let workers = (0..<threads).map { _ in Worker(makeWorker()) }
    var total = ReadSummary()
    var seen = SeenRows()
    var turn = 0
    var progress = Progress(paths, quiet: quiet)
    for path in paths {
      var reader = try DumpReader(path: path, options: options)
      let header = reader.header
      var rules: TimeReader?
      var duplicates = ReadSummary()
      var underWay: [Task<Product, Never>] = []
      while var batch = try reader.next() {
        if rules == nil {
          rules = try times?.rules(for: path, header, options, first: batch)
        }
        if dropsDuplicates || countsDuplicates {
          Self.sift(&batch, header, &seen, &duplicates, drops: dropsDuplicates)
        }
        if underWay.count >= threads * 2 { try each(await underWay.removeFirst().value, header) }
        let worker = workers[turn % threads]
        turn += 1
        progress.update(
          rows: total.rowsRead + reader.summary.rowsRead,
          bytes: total.bytesRead + reader.summary.bytesRead)
        underWay.append(
          Task { [batch, rules] in await worker.process(batch, header, rules) })
      }
      for task in underWay { try each(await task.value, header) }
      var summary = reader.summary
      summary.merge(duplicates)
      progress.clear()
      if !quiet { report(summary, of: path) }
      total.merge(summary)
    }
    if seen.isFull, !quiet {
      note("duplicates are told among the first \(SeenRows.limit) comments only")
    }
    return total
  }

  /// Counts the rows that were seen before, and takes them out if they are not wanted.
  private static func sift(
    _ batch: inout Batch, _ header: DumpHeader, _ seen: inout SeenRows,
    _ summary: inout ReadSummary,
    drops: Bool
  ) {
    let repeated = seen.repeated(in: batch, trustsIDs: header.source != nil)
    summary.countDuplicates(repeated, of: batch)
    if drops, !repeated.isEmpty {
      let gone = Set(repeated)
      batch.removeRows { gone.contains($0) }
    }
  }

  /// One worker's state, which only one batch at a time can touch.
  private actor Worker {
    private let work: @Sendable (Batch, DumpHeader) -> Product
    init(_ work: @escaping @Sendable (Batch, DumpHeader) -> Product) { self.work = work }
    func process(_ batch: Batch, _ header: DumpHeader, _ rules: TimeReader?) -> Product {
      guard let rules else { return work(batch, header) }
      var batch = batch
      batch.resolveTimes(rules)
      return work(batch, header)
    }
  }
}

/// One line on what became of a dump's rows, its warnings, and the first rejections by line and reason.
func report(_ summary: ReadSummary, of path: String) {
  let name = path == "-" ? "standard input" : path
  var line = "\(name): \(summary.rowsRead) rows = \(summary.comments) comments"
  line += " + \(summary.replies) replies + \(summary.duplicates) duplicates"
  line += " + \(summary.rowsRejected) rejected"
  for kind in Rejection.Kind.allCases {
    if let count = summary.rejected[kind] { line += "; \(kind.rawValue) \(count)" }
  }
  if summary.rowsWithInvalidUTF8 > 0 {
    line += "; \(summary.rowsWithInvalidUTF8) with invalid UTF-8"
  }
  if summary.rowsWithNUL > 0 { line += "; \(summary.rowsWithNUL) with NUL bytes" }
  let completeness = summary.completeness
  if completeness.counted > 0 {
    line += "; \(completeness.found) of \(completeness.reported) reported comments found"
  }
  note(line)
  if completeness.isCutOff { note("\(name): the list has no end: the dump was not copied whole") }
  if summary.damagedIDs > 0 {
    note(
      "\(name): \(summary.damagedIDs) ids were rounded by a spreadsheet (1.7E+18): replies cannot be joined to them"
    )
  }
  for rejection in summary.firstRejections { note("\(name):\(rejection)") }
}

import Dumps

/// Reads dumps on this task and hands their batches to workers; what they make comes back in the dumps' order.
///
/// At most two batches a worker are under way, so memory is bounded whatever the size of the dumps.
struct Dispatch<Product: Sendable> {
  let threads: Int
  let makeWorker: @Sendable () -> @Sendable (Batch, DumpHeader) -> Product

  /// - Returns: What became of the rows, of all dumps together.
  func run(
    _ paths: [String], _ options: DumpOptions, quiet: Bool,
    each: (Product, DumpHeader) throws -> Void
  ) async throws -> ReadSummary {
    var workers: [Worker] = []
    var total = ReadSummary()
    var turn = 0
    for path in paths {
      var reader = try DumpReader(path: path, options: options)
      let header = reader.header
      var underWay: [Task<Product, Never>] = []
      while let batch = try reader.next() {
        if underWay.count >= threads * 2 { try each(await underWay.removeFirst().value, header) }
        // A worker's tables are made when it first has work: a small dump needs one worker.
        if turn < threads { workers.append(Worker(makeWorker())) }
        let worker = workers[turn % threads]
        turn += 1
        underWay.append(Task { await worker.process(batch, header) })
      }
      for task in underWay { try each(await task.value, header) }
      if !quiet { report(reader.summary, of: path) }
      total.merge(reader.summary)
    }
    return total
  }

  /// One worker's state, which only one batch at a time can touch.
  private actor Worker {
    private let work: @Sendable (Batch, DumpHeader) -> Product
    init(_ work: @escaping @Sendable (Batch, DumpHeader) -> Product) { self.work = work }
    func process(_ batch: Batch, _ header: DumpHeader) -> Product { work(batch, header) }
  }
}

/// One line on what became of a dump's rows, and the first rejections by line and reason.
func report(_ summary: ReadSummary, of path: String) {
  let name = path == "-" ? "standard input" : path
  var line =
    "\(name): \(summary.rowsRead) rows = \(summary.rowsKept) kept + \(summary.rowsRejected) rejected"
  for kind in Rejection.Kind.allCases {
    if let count = summary.rejected[kind] { line += "; \(kind.rawValue) \(count)" }
  }
  if summary.rowsWithInvalidUTF8 > 0 {
    line += "; \(summary.rowsWithInvalidUTF8) with invalid UTF-8"
  }
  if summary.rowsWithNUL > 0 { line += "; \(summary.rowsWithNUL) with NUL bytes" }
  note(line)
  for rejection in summary.firstRejections { note("\(name):\(rejection)") }
}

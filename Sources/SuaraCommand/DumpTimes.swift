import Dumps
import Times

/// How the times of dumps are to be read, as far as the command line says.
struct DumpTimes: Sendable {
  let reader: TimeReader
  /// Whether a dump whose times cannot be told is refused, or only noted.
  var areNeeded = true

  /// The rules for one dump, with the order of its days and months found out where it must be.
  ///
  /// A tool that has one order decides, then the command line, then the dump's own dates: those of the first batch
  /// if they are all there are, else of the whole file, which is read once more for it.
  func rules(
    for path: String, _ header: DumpHeader, _ options: DumpOptions, first batch: Batch
  ) throws -> TimeReader {
    var rules = reader
    if rules.order == nil, header.source?.quirks.isDayFirst == true { rules.order = .dayFirst }
    guard rules.order == nil, header.tells(.createdAt) else { return rules }
    var evidence = DateOrderEvidence()
    evidence.add(batch)
    guard evidence != DateOrderEvidence() else { return rules }
    if path != "-" {
      var again = try DumpReader(path: path, options: options)
      evidence = DateOrderEvidence()
      while let batch = try again.next() { evidence.add(batch) }
    }
    switch evidence.verdict {
    case .decided(let order): rules.order = order
    case .notNeeded: rules.order = .dayFirst
    case .undecidable, .contradictory:
      let error = TimesError(
        path: path, column: header.name(of: .createdAt) ?? "created_at",
        isContradictory: evidence.verdict == .contradictory)
      guard !areNeeded else { throw error }
      note("suara: \(error)")
    }
    return rules
  }
}

extension DateOrderEvidence {
  fileprivate mutating func add(_ batch: Batch) {
    let bytes = batch.bytes.span
    for row in batch.rows {
      if let cell = row[.createdAt] { add(bytes.extracting(cell)) }
    }
  }
}

/// A dump's dates that can be read in two ways.
struct TimesError: Error, CustomStringConvertible {
  let path: String
  let column: String
  let isContradictory: Bool

  var description: String {
    let place = path == "-" ? "standard input" : path
    let found =
      isContradictory
      ? "has dates that can only be read day first and others that can only be read month first"
      : "has dates such as 08/12/2025 only, which do not tell day and month apart"
    return "\(place): the column '\(column)' \(found); say which with --dates dmy or --dates mdy"
  }
}

extension Batch {
  /// Writes times that only the whole dump can explain as ISO 8601, so that they are read like any other.
  ///
  /// - Complexity: O(*n*); a plain time costs a look at its first bytes.
  mutating func resolveTimes(_ rules: TimeReader) {
    for place in rows.indices {
      guard let cell = cell(.createdAt, ofRow: place), !cell.isEmpty else { continue }
      var text: String?
      do {
        let bytes = bytes.span.extracting(cell)
        guard !TimeReader.looksPlain(bytes), Timestamp(parsing: bytes, zone: rules.zone) == nil
        else { continue }
        text = rules.timestamp(bytes)?.text(in: rules.zone)
      }
      guard let text else { continue }
      let written = append(Array(text.utf8))
      setCell(.createdAt, ofRow: place, to: written)
    }
  }
}

extension Arguments {
  /// What the command line says of times.
  func times(_ zone: Zone) throws(UsageError) -> DumpTimes {
    var reader = TimeReader(zone: zone)
    reader.order = self[.dates].flatMap(DateOrder.init(rawValue:))
    if let text = self[.captured] {
      guard let captured = Timestamp(parsing: text.utf8.span, zone: zone) else {
        throw .badValue(
          flag: "captured", found: text,
          allowed: "a day as 2026-03-01, or a time as 2026-03-01 10:30")
      }
      reader.captured = captured
    }
    return DumpTimes(reader: reader)
  }

  /// Whether comments seen before are left out: where they are counted, unless told otherwise.
  func dropsDuplicates(by custom: Bool = true) -> Bool {
    self[.duplicates].map { $0 == "drop" } ?? custom
  }
}

import Classification
import Dumps
import FoundationEssentials
import Lexicons

/// `suara classify -o results.db`: comments and verdicts in a database that grows with every run.
struct DatabaseOutput {
  private let arguments: Arguments
  private let lexicon: Lexicon
  private let target: String

  init(_ arguments: Arguments, _ lexicon: Lexicon, target: String) {
    self.arguments = arguments
    self.lexicon = lexicon
    self.target = target
  }

  func run() async throws -> ExitCode {
    guard target != "-" else {
      throw UsageError.badValue(
        flag: "to", found: "sqlite", allowed: "sqlite with --output FILE.db")
    }
    let pseudonyms = try arguments.pseudonyms()
    let dispatch = Dispatch<Judged>(
      threads: try arguments.threads(ProcessInfo.processInfo.activeProcessorCount)
    ) { [lexicon] in
      let judge = BatchJudge(lexicon, pseudonyms)
      return { batch, header in judge.judged(batch, header) }
    }
    var database = try ResultDatabase(path: target)
    var total = ReadSummary()
    for path in try arguments.dumps() {
      var hasBegun = false
      let summary = try await dispatch.run(
        [path], try arguments.dumpOptions(), times: try arguments.optionalTimes(),
        quiet: arguments.has(.quiet)
      ) { judged, header in
        if !hasBegun { try database.begin(dump: path, source: header.source?.id) }
        hasBegun = true
        let bytes = judged.batch.bytes.span
        for (row, verdict) in zip(judged.batch.rows, judged.verdicts) {
          try database.store(row, of: bytes, official: arguments[.official], verdict: verdict)
        }
      }
      if !hasBegun { try database.begin(dump: path, source: nil) }
      try database.end(summary)
      total.merge(summary)
    }
    try database.commit()
    return total.rowsRejected == 0 ? .done : .rowsRejected
  }
}

/// A batch and its verdicts.
private struct Judged: Sendable {
  let batch: Batch
  let verdicts: [StoredVerdict]
}

/// Judges batches; each worker has one, and only that worker calls it.
private final class BatchJudge: @unchecked Sendable {
  private var classifier: Classifier
  private let pseudonyms: Pseudonyms?
  private let issueIDs: [String]
  private let model: String

  init(_ lexicon: Lexicon, _ pseudonyms: Pseudonyms?) {
    classifier = Classifier(lexicon)
    self.pseudonyms = pseudonyms
    issueIDs = lexicon.issues.map(\.id)
    model = lexicon.model
  }

  func judged(_ batch: Batch, _ header: DumpHeader) -> Judged {
    var verdicts: [StoredVerdict] = []
    verdicts.reserveCapacity(batch.rows.count)
    for row in batch.rows {
      let verdict = classifier.recalledVerdict(of: batch.bytes.span.extracting(row.text))
      let flags = Flags.names.enumerated().filter { bit, _ in
        verdict.flags.rawValue & 1 << UInt8(bit) != 0
      }
      verdicts.append(
        StoredVerdict(
          model: model, stance: verdict.stance.rawValue, score: Double(verdict.score),
          confidence: Double(verdict.confidence),
          flags: flags.map { "\($0.element)" }.joined(separator: "|"),
          places: classifier.hasPlaces ? classifier.placeNames.joined(separator: "|") : "",
          issues: (0..<verdict.issues.count).map { issueIDs[verdict.issues[$0]] }))
    }
    return Judged(batch: pseudonyms.map(batch.pseudonymised) ?? batch, verdicts: verdicts)
  }
}

extension Arguments {
  /// How times are read where a comment without one is kept all the same.
  func optionalTimes() throws(UsageError) -> DumpTimes {
    var times = try times(try zone().zone)
    times.areNeeded = false
    return times
  }

  /// Who hides people's names, if `--pseudonyms` asks for it.
  func pseudonyms() throws -> Pseudonyms? {
    guard let path = self[.pseudonyms] else { return nil }
    guard !has(.explain) else {
      throw UsageError.badValue(
        flag: "pseudonyms", found: path,
        allowed: "no --explain: its places are those of the open text")
    }
    return try Pseudonyms(keyFile: path)
  }
}

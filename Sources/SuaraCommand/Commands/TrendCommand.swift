import Charts
import Dumps
import FoundationEssentials
import Lexicons
import Times
import Trends

/// `suara trend`: the curve of each official's complaints, support and neutral comments.
///
/// Officials, or what `--by` names; from dumps, or from aggregates that `--to aggregates` wrote.
struct TrendCommand {
  private let arguments: Arguments
  private let lexicon: Lexicon

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    lexicon = try loadLexicon(arguments)
  }

  func run() async throws -> ExitCode {
    let text = arguments[.everyOrCount] ?? "month"
    guard let every = Binning(text) else {
      throw UsageError.badValue(
        flag: "every", found: text, allowed: "day, week, month, or a count as 200-comments")
    }
    let grouping = try Grouping(arguments[.by])
    let comments = try await CommentTally(arguments, lexicon, grouping)
    var file = try OutputFile(path: arguments[.output] ?? "-")
    if arguments[.to] == "aggregates" {
      try file.write(comments.aggregates.bytes.span)
    } else {
      let text = try await shown(comments, every, grouping)
      var bytes = OutputBytes()
      bytes.append(text)
      if !text.hasSuffix("\n") { bytes.append("\n") }
      try file.write(bytes.bytes.span)
    }
    try file.commit()
    return comments.exitCode
  }

  private func shown(
    _ comments: CommentTally, _ every: Binning, _ grouping: Grouping
  ) async throws -> String {
    let labels = try arguments[.correction].map { path in
      let labels = try labelledSample(
        path, lexicon, zone: arguments.zone().zone, officials: comments.names,
        constant: arguments[.official])
      if !arguments.has(.quiet) { note(labels.summary(of: path)) }
      return labels
    }
    let isPlain = arguments[.to] == "csv"
    let (curves, findings) =
      isPlain
      ? (comments.tally.curves(every), [])
      : await comments.tally.analysis(
        every, labels: labels,
        threads: try arguments.threads(ProcessInfo.processInfo.activeProcessorCount))
    let findingsByPlace = Dictionary(
      uniqueKeysWithValues: zip(curves.map(\.official), findings))
    let byPlace = Dictionary(uniqueKeysWithValues: curves.map { ($0.official, $0) })
    var report = TrendReport(
      model: lexicon.model, zone: comments.zone, every: every, officials: comments.names,
      issues: lexicon.issues.map(\.id), curves: comments.order.compactMap { byPlace[$0] })
    if isPlain { return report.csv }
    report.labels = labels
    report.findings = report.curves.compactMap { findingsByPlace[$0.official] }
    report.compare()
    if arguments[.to] == "json" { return report.json }
    let language = Language(rawValue: arguments[.lang] ?? "id") ?? .indonesian
    report.captions = comments.names.map { grouping.caption(of: $0, lexicon, language) }
    return TrendTable(report, columns: terminalColumns, language: language).text
  }
}

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
    // Where the dump has a column of officials, `--official` chooses among them.
    let wanted = arguments[.official].flatMap { comments.names.firstIndex(of: $0) }
    var report = TrendReport(
      model: lexicon.model, zone: comments.zone, every: every, officials: comments.names,
      issues: lexicon.issues.map(\.id),
      curves: comments.order.compactMap { byPlace[$0] }.filter {
        wanted == nil || wanted == $0.official
      })
    if isPlain { return report.csv }
    report.labels = labels
    report.findings = report.curves.compactMap { findingsByPlace[$0.official] }
    report.compare()
    if arguments[.to] == "json" { return report.json }
    let language = Language(rawValue: arguments[.lang] ?? "id") ?? .indonesian
    if arguments[.to] == "svg" {
      return TrendSVG(
        report, changes: report.findings.map(\.claim.changePoints), language: language
      ).text
    }
    report.captions = comments.names.map { grouping.caption(of: $0, lexicon, language) }
    let text = TrendTable(
      report, columns: Terminal.columns, language: language, unicode: Terminal.knowsUnicode,
      colour: Terminal.showsColour && arguments[.output] == nil
    ).text
    return fitted(text, columns: Terminal.columns, unicode: Terminal.knowsUnicode)
  }
}

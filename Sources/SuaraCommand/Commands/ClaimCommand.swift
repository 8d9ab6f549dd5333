import Charts
import Classification
import Dumps
import Lexicons
import Times
import Trends

/// `suara claim`: whether comments went from mostly complaints to mostly support.
struct ClaimCommand {
  private let arguments: Arguments
  private let lexicon: Lexicon

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    lexicon = try loadLexicon(arguments)
  }

  func run() async throws -> ExitCode {
    let split = try arguments.day(.split)
    let comments = try await CommentTally(arguments, lexicon)
    let labels = try arguments[.correction].map { path in
      let labels = try labelledSample(
        path, lexicon, zone: arguments.zone().zone, officials: comments.names,
        constant: arguments[.official])
      if !arguments.has(.quiet) { note(labels.summary(of: path)) }
      return labels
    }
    let parts = comments.tally.byOfficial
    var claims: [(name: String, claim: Claim)] = []
    for place in comments.order {
      let name = comments.names[place]
      // Where the dump has a column of officials, `--official` chooses among them.
      if let wanted = arguments[.official], comments.names.contains(wanted), name != wanted {
        continue
      }
      guard
        let claim = Claim(
          of: place, in: parts[place] ?? TrendTally(), split: split?.number,
          correction: labels?.correction)
      else { continue }
      claims.append((name, claim))
    }
    let language = Language(rawValue: arguments[.lang] ?? "id") ?? .indonesian
    let text =
      arguments[.to] == "json"
      ? ClaimReport(claims).json(model: lexicon.model)
      : ClaimReport(claims).text(language)
    var file = try OutputFile(path: arguments[.output] ?? "-")
    var bytes = OutputBytes()
    bytes.append(text)
    try file.write(bytes.bytes.span)
    try file.commit()
    return comments.exitCode
  }
}

/// Why labels cannot correct anything.
enum CorrectionError: Error, CustomStringConvertible {
  case tooFew(labels: Int)

  var description: String {
    switch self {
    case .tooFew(let labels):
      "\(labels) labels are too few to tell how the classifier errs: each of complaint, support and neutral needs some"
    }
  }
}

extension Arguments {
  /// The day that `flag` names, as 2026-03-01.
  func day(_ flag: Flag) throws(UsageError) -> Day? {
    guard let text = self[flag] else { return nil }
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let date = CivilDate(year: year, month: month, day: day)
    else { throw .badValue(flag: flag.name, found: text, allowed: "a day as 2026-03-01") }
    return date.dayNumber
  }
}

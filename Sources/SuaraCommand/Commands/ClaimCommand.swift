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
    let correction = try arguments[.correction].map(errors)
    let comments = try await CommentTally(arguments, lexicon)
    var claims: [(name: String, claim: Claim)] = []
    for (place, name) in comments.names.enumerated() {
      // Where the dump has a column of officials, `--official` chooses among them.
      if let wanted = arguments[.official], comments.names.contains(wanted), name != wanted {
        continue
      }
      guard
        let claim = Claim(
          of: place, in: comments.tally, split: split?.number, correction: correction)
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

  /// How the classifier errs on the labelled comments of a file.
  private func errors(_ path: String) throws -> ErrorCorrection {
    var classifier = Classifier(lexicon)
    var correction = ErrorCorrection()
    var rows = try LabelledRows(path: path, options: DumpOptions())
    try rows.forEach { text, label in
      guard label.isStance, let stance = label.stance, let truth = Mood(rawValue: stance) else {
        return
      }
      let verdict = classifier.verdict(of: text)
      guard let given = Stance.allCases.firstIndex(of: verdict.stance).flatMap(Mood.init(rawValue:))
      else { return }
      correction.add(truth: truth, given: given)
    }
    guard let condition = correction.conditionNumber else {
      throw CorrectionError.tooFew(labels: correction.labels)
    }
    if !arguments.has(.quiet) {
      let tenths = Int((condition * 10).rounded())
      note("\(path): \(correction.labels) labels, condition number \(tenths / 10).\(tenths % 10)")
    }
    return correction
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

import Dumps
import Lexicons
import Wording

/// `suara lexicon lint`, `show WORD…`, `coverage DUMP…` and `suggest DUMP…`.
struct LexiconCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) throws { self.arguments = arguments }

  func run() throws -> ExitCode {
    switch arguments.operands.first {
    case "lint"?: return try lint()
    case "show"?: return try show()
    case "coverage"?: return try CoverageCommand(arguments).run(try dumps())
    case "suggest"?: return try SuggestCommand(arguments).run(try dumps())
    default:
      throw UsageError.badValue(
        flag: "lexicon", found: arguments.operands.first ?? "",
        allowed: "lint, show WORD, coverage DUMP, suggest DUMP")
    }
  }

  private func dumps() throws -> [String] {
    try DumpPaths.expand(Array(arguments.operands.dropFirst()))
  }

  private func lint() throws -> ExitCode {
    let files =
      arguments.operands.count > 1
      ? try lexiconFiles(in: arguments.operands[1]) : LexiconFile.embedded
    let findings = try Linter.findings(in: files)
    for finding in findings { note("\(finding)") }
    try printText("\(files.count) files, \(findings.count) findings\n")
    return findings.isEmpty ? .done : .failed
  }

  private func show() throws -> ExitCode {
    let lexicon = try loadLexicon(arguments)
    let files = LexiconFile.embedded
    let words = arguments.operands.dropFirst()
    guard !words.isEmpty else { throw UsageError.missingValue("show") }
    var text = ""
    for word in words {
      var reading = Reading(lexicon)
      reading.read(word.utf8.span)
      text += "\(word)\n"
      for position in reading.items.indices {
        let item = reading.items[position]
        if let phrase = reading.phrase(at: position) {
          for id in Set([phrase.stance, phrase.issue]).sorted() where id != .max {
            text += describe(id, lexicon, files)
          }
        }
        let meaning = reading.meaning(position)
        guard meaning.word != .max else {
          if item.kind == .word { text += "  not known\n" }
          continue
        }
        text += describe(meaning.word, lexicon, files)
        if meaning.bearer != meaning.word {
          text += "  by its root:\n" + describe(meaning.bearer, lexicon, files)
        }
      }
    }
    try printText(text)
    return .done
  }

  private func describe(_ id: UInt32, _ lexicon: Lexicon, _ files: [LexiconFile]) -> String {
    let entry = lexicon.entries[Int(id)]
    var parts: [String] = []
    if entry.valence != 0 || entry.kind != .neutral {
      parts.append("valence \(entry.valence) \(entry.kind.rawValue)")
    }
    if entry.role != .none { parts.append("operator \(entry.role.rawValue)") }
    for place in entry.keywords.range {
      let keyword = lexicon.keywords[Int(place)]
      parts.append("issue \(lexicon.issues[Int(keyword.issue)].id) \(keyword.weight)")
    }
    if entry.isPlace { parts.append("place") }
    if entry.spam > 0 { parts.append("spam \(entry.spam)") }
    if parts.isEmpty { parts.append("known, without a meaning of its own") }
    return "  \(lexicon.text(of: id)): \(parts.joined(separator: "; "))\n"
  }
}

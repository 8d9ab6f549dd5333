import Classification
import Dumps
import Lexicons
import Topics
import Wording

/// `suara lexicon suggest`: words that a user's own dump proposes as keywords of each issue, and words that
/// complaints without an issue have more often than other comments.
struct SuggestCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run(_ dumps: [String]) throws -> ExitCode {
    let lexicon = try loadLexicon(arguments)
    var classifier = Classifier(lexicon)
    var reading = Reading(lexicon)
    var issues = lexicon.issues.map { _ in KeywordSuggester() }
    var unexplained = KeywordSuggester()
    var rejected = 0
    for path in dumps {
      var reader = try DumpReader(path: path, options: try arguments.dumpOptions())
      while let batch = try reader.next() {
        let bytes = batch.bytes.span
        for row in batch.rows {
          let text = bytes.extracting(row.text)
          let verdict = classifier.verdict(of: text)
          reading.read(text)
          var words: Set<String> = []
          for position in reading.items.indices where reading.items[position].kind == .word {
            let item = reading.items[position]
            let word = reading.word(position)
            if word == .max {
              let start = row.text.lowerBound
              words.insert(
                batch.string(start + Int(item.start)..<start + Int(item.end)).lowercased())
            } else if Self.canBeKeyword(lexicon.entries[Int(word)]) {
              words.insert(lexicon.text(of: word))
            }
          }
          let bits = verdict.issues.bits
          for place in issues.indices {
            issues[place].add(words, isInside: bits & 1 << UInt64(place) != 0)
          }
          unexplained.add(words, isInside: bits == 0 && verdict.stance == .complaint)
        }
      }
      rejected += reader.summary.rowsRejected
      if !arguments.has(.quiet) { report(reader.summary, of: path) }
    }
    var text = ""
    for (issue, suggester) in zip(lexicon.issues, issues) {
      let found = suggester.suggestions(limit: 8).filter { $0.ratio > 15 }
      if !found.isEmpty { text += "\(issue.id)\n" + Self.lines(found) }
    }
    let bursts = unexplained.suggestions().filter { $0.ratio > 10.83 }
    if !bursts.isEmpty { text += "complaints that no issue explains\n" + Self.lines(bursts) }
    try printText(text.isEmpty ? "nothing stands out\n" : text)
    return rejected == 0 ? .done : .rowsRejected
  }

  /// Keywords that are there already, function words and places propose nothing.
  private static func canBeKeyword(_ entry: Entry) -> Bool {
    entry.keywords.isEmpty && entry.role == .none && !entry.isPlace && !entry.isOwn
  }

  private static func lines(_ found: [KeywordSuggester.Suggestion]) -> String {
    found.map { one in
      var ratio = OutputBytes()
      ratio.append(one.ratio, decimals: 1)
      return "  \(one.word)\tG2 \(String(decoding: ratio.bytes, as: UTF8.self))"
        + "\t\(one.inside) inside, \(one.outside) outside\n"
    }.joined()
  }
}

import Classification
import Dumps
import Learning
import Lexicons

/// `suara evaluate`: verdicts against labels given by people.
///
/// The labels stand in a column `stance` (complaint, support, neutral) or `label` (negative, positive, neutral);
/// issues in a column `issues` or `issue`, parted by `|`.
struct EvaluateCommand {
  private let arguments: Arguments
  private let lexicon: Lexicon

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    lexicon = try loadLexicon(arguments)
  }

  func run() throws -> ExitCode {
    var confusion = Confusion(classes: Stance.allCases.map(\.rawValue))
    var issues = Array(repeating: LabelCounts(), count: lexicon.issues.count)
    var unlabelled = 0
    var rejected = 0
    var hasIssues = false
    var classifier = Classifier(lexicon)
    for path in try arguments.dumps() {
      var reader = try DumpReader(path: path, options: try arguments.dumpOptions())
      let names = reader.header.extraNames
      let stanceColumn = names.firstIndex(of: "stance") ?? names.firstIndex(of: "label")
      let issueColumn = names.firstIndex(of: "issues") ?? names.firstIndex(of: "issue")
      guard stanceColumn != nil || (arguments.has(.issues) && issueColumn != nil) else {
        throw EvaluateError.noLabels(path: path, columns: reader.header.names)
      }
      while let batch = try reader.next() {
        let bytes = batch.bytes.span
        for (place, row) in batch.rows.enumerated() {
          let verdict = classifier.verdict(of: bytes.extracting(row.text))
          let extras = batch.extras(ofRow: place)
          func cell(_ column: Int?) -> String {
            guard let column, extras[extras.startIndex + column].isPresent else { return "" }
            return batch.string(extras[extras.startIndex + column].range)
          }
          if let gold = Self.stance(cell(stanceColumn)) {
            confusion.add(gold: gold, given: Stance.allCases.firstIndex(of: verdict.stance) ?? 2)
          } else {
            unlabelled += 1
          }
          if issueColumn != nil {
            hasIssues = true
            let gold = Set(cell(issueColumn).split(separator: "|").map(String.init))
            for (place, issue) in lexicon.issues.enumerated() {
              switch (gold.contains(issue.id), verdict.issues.bits & 1 << UInt64(place) != 0) {
              case (true, true): issues[place].right += 1
              case (true, false): issues[place].missed += 1
              case (false, true): issues[place].wronglyGiven += 1
              case (false, false): break
              }
            }
          }
        }
      }
      rejected += reader.summary.rowsRejected
      if !arguments.has(.quiet) { report(reader.summary, of: path) }
    }
    if unlabelled > 0, !arguments.has(.quiet) {
      note("\(unlabelled) rows have no label that is known")
    }
    try printText(
      arguments[.to] == "json"
        ? json(confusion)
        : table(confusion) + (hasIssues && arguments.has(.issues) ? issueTable(issues) : ""))
    return rejected == 0 ? .done : .rowsRejected
  }

  private static func stance(_ label: String) -> Int? {
    switch label {
    case "complaint", "negative": 0
    case "support", "positive": 1
    case "neutral": 2
    default: nil
    }
  }

  private func table(_ confusion: Confusion) -> String {
    var text =
      pad("", 12) + ["precision", "recall", "F1", "gold"].map { pad($0, 11) }.joined() + "\n"
    for (i, name) in confusion.classes.enumerated() {
      text +=
        pad(name, 12) + pad(number(confusion.precision(i)), 11)
        + pad(number(confusion.recall(i)), 11) + pad(number(confusion.f1(i)), 11)
        + "\(confusion.goldCount(i))\n"
    }
    text += "\nmacro-F1 \(number(confusion.macroF1))   accuracy \(number(confusion.accuracy))   "
    text += "comments \(confusion.total)   model \(lexicon.model)\n\ngold \\ given "
    text += confusion.classes.map { pad($0, 11) }.joined() + "\n"
    for (i, name) in confusion.classes.enumerated() {
      text +=
        pad(name, 13)
        + confusion.classes.indices.map { pad("\(confusion[gold: i, given: $0])", 11) }.joined()
        + "\n"
    }
    return text
  }

  private func issueTable(_ counts: [LabelCounts]) -> String {
    var text = "\n" + pad("issue", 22) + pad("F1", 9) + pad("gold", 9) + "right/wrong/missed\n"
    var sum = LabelCounts()
    for (issue, count) in zip(lexicon.issues, counts) where count.gold > 0 {
      text += pad(issue.id, 22) + pad(number(count.f1), 9) + pad("\(count.gold)", 9)
      text += "\(count.right)/\(count.wronglyGiven)/\(count.missed)\n"
    }
    for count in counts {
      sum.right += count.right
      sum.wronglyGiven += count.wronglyGiven
      sum.missed += count.missed
    }
    return text + "micro-F1 \(number(sum.f1))\n"
  }

  private func json(_ confusion: Confusion) -> String {
    var text = "{\"model\":\"\(lexicon.model)\",\"comments\":\(confusion.total)"
    text +=
      ",\"macro_f1\":\(number(confusion.macroF1)),\"accuracy\":\(number(confusion.accuracy)),\"classes\":{"
    text += confusion.classes.enumerated().map { i, name in
      "\"\(name)\":{\"precision\":\(number(confusion.precision(i))),\"recall\":\(number(confusion.recall(i))),"
        + "\"f1\":\(number(confusion.f1(i))),\"gold\":\(confusion.goldCount(i))}"
    }.joined(separator: ",")
    return text + "}}\n"
  }

  private func number(_ value: Double?) -> String {
    guard let value else { return arguments[.to] == "json" ? "null" : "-" }
    var bytes = OutputBytes()
    bytes.append(value, decimals: 3)
    return String(decoding: bytes.bytes, as: UTF8.self)
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

/// Why verdicts cannot be judged.
enum EvaluateError: Error, CustomStringConvertible {
  case noLabels(path: String, columns: [String])

  var description: String {
    switch self {
    case .noLabels(let path, let columns):
      "\(path): no column 'stance' or 'label' to judge by. Columns found: \(columns.joined(separator: ", "))"
    }
  }
}

import Classification
import Dumps
import Learning
import Lexicons

/// `suara evaluate`: verdicts against labels given by people.
///
/// Where the labels stand: see `LabelledRows`.
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
      var rows = try LabelledRows(path: path, options: try arguments.dumpOptions())
      try rows.forEach { text, label in
        let verdict = classifier.verdict(of: text)
        if let gold = label.stance {
          confusion.add(gold: gold, given: Stance.allCases.firstIndex(of: verdict.stance) ?? 2)
        } else {
          unlabelled += 1
        }
        guard let gold = label.issues else { return }
        hasIssues = true
        for (place, issue) in lexicon.issues.enumerated() {
          switch (gold.contains(issue.id), verdict.issues.bits & 1 << UInt64(place) != 0) {
          case (true, true): issues[place].right += 1
          case (true, false): issues[place].missed += 1
          case (false, true): issues[place].wronglyGiven += 1
          case (false, false): break
          }
        }
      }
      rejected += rows.reader.summary.rowsRejected
      if !arguments.has(.quiet) { report(rows.reader.summary, of: path) }
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

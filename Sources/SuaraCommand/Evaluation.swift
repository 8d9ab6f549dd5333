import Dumps
import Learning

/// What `suara evaluate` found, as a table and as JSON.
struct Evaluation {
  let model: String
  let judgements: [Judgement]
  /// What a plain dictionary would say: the sign of the sum of the words' valences.
  let valenceSums: Confusion
  /// The verdicts by length and, where labels name it, by language.
  let slices: [String: [Judgement]]
  let issues: [String]
  let issueCounts: [LabelCounts]?
  /// The strongest issue against the label, over comments with one issue.
  let firstIssues: Confusion

  private var confusion: Confusion { judgements.confusion }

  /// Always answering with the commonest class of the labels.
  private var majority: Confusion {
    let common = (0..<3).max { confusion.goldCount($0) < confusion.goldCount($1) } ?? 2
    var always = Confusion(classes: confusion.classes)
    for one in judgements { always.add(gold: one.gold, given: common) }
    return always
  }

  var table: String {
    var text = judgements.isEmpty ? "" : stanceTable
    if let issueCounts { text += issueTable(issueCounts) }
    return text
  }

  private var stanceTable: String {
    let confusion = confusion
    var text = Self.row(["", "precision", "recall", "F1", "gold"])
    for (i, name) in confusion.classes.enumerated() {
      text += Self.row([
        name, Self.number(confusion.precision(i)), Self.number(confusion.recall(i)),
        Self.number(confusion.f1(i)), "\(confusion.goldCount(i))",
      ])
    }
    text += "\nmacro-F1 \(Self.number(confusion.macroF1))"
    if let interval = judgements.macroF1Interval() {
      text += " (95 % \(Self.number(interval.low)) … \(Self.number(interval.high)))"
    }
    text += "   accuracy \(Self.number(confusion.accuracy))   comments \(confusion.total)"
    text += "   model \(model)\n\n"
    text += Self.row(["gold \\ given"] + confusion.classes)
    for (i, name) in confusion.classes.enumerated() {
      text += Self.row(
        [name] + confusion.classes.indices.map { "\(confusion[gold: i, given: $0])" })
    }
    text += "\nbaselines: always the commonest class, macro-F1 \(Self.number(majority.macroF1))"
    text += "; the sign of the summed valences \(Self.number(valenceSums.macroF1))\n"
    return text + calibrationTable + sliceTable
  }

  private var calibrationTable: String {
    let calibration = Calibration(judgements)
    var text = "\ncalibration: Brier \(Self.number(calibration.brier))"
    text += "   expected error \(Self.number(calibration.expectedError))\n"
    text += Self.row(["confidence", "comments", "mean", "right"])
    for bin in calibration.bins {
      text += Self.row([
        "\(Self.number(bin.low, 1))…\(Self.number(bin.low + 0.1, 1))", "\(bin.count)",
        Self.number(bin.confidence), Self.number(bin.accuracy),
      ])
    }
    text += "\naccuracy of the surest"
    for share in [0.25, 0.5, 0.75, 1] {
      text += "  \(Int(share * 100)) %: \(Self.number(judgements.accuracy(ofSurest: share)))"
    }
    return text + "\n"
  }

  private var sliceTable: String {
    var text = "\n" + Self.row(["slice", "macro-F1", "accuracy", "comments"])
    for (name, slice) in slices.sorted(by: { $0.key < $1.key }) {
      text += Self.row([
        name, Self.number(slice.confusion.macroF1), Self.number(slice.confusion.accuracy),
        "\(slice.count)",
      ])
    }
    return text
  }

  private func issueTable(_ counts: [LabelCounts]) -> String {
    var text = (judgements.isEmpty ? "" : "\n")
    text += Self.row(["issue", "F1", "first F1", "gold", "right", "wrong", "missed"], first: 22)
    var sum = LabelCounts()
    for (place, count) in counts.enumerated() where count.gold > 0 {
      text += Self.row(
        [
          issues[place], Self.number(count.f1), Self.number(firstIssues.f1(place)), "\(count.gold)",
          "\(count.right)", "\(count.wronglyGiven)", "\(count.missed)",
        ], first: 22)
    }
    for count in counts {
      sum.right += count.right
      sum.wronglyGiven += count.wronglyGiven
      sum.missed += count.missed
    }
    text += "micro-F1 \(Self.number(sum.f1))"
    return text + "   first issue: macro-F1 \(Self.number(firstIssues.macroF1))\n"
  }

  var json: String {
    var text = "{\"model\":\"\(model)\",\"comments\":\(judgements.count)"
    if !judgements.isEmpty {
      let confusion = confusion
      let calibration = Calibration(judgements)
      text += ",\"macro_f1\":\(Self.json(confusion.macroF1))"
      let interval = judgements.macroF1Interval()
      text +=
        ",\"macro_f1_low\":\(Self.json(interval?.low)),\"macro_f1_high\":\(Self.json(interval?.high))"
      text += ",\"baselines\":{\"majority\":\(Self.json(majority.macroF1))"
      text += ",\"valence_sum\":\(Self.json(valenceSums.macroF1))}"
      text +=
        ",\"accuracy\":\(Self.json(confusion.accuracy)),\"brier\":\(Self.json(calibration.brier))"
      text +=
        ",\"expected_calibration_error\":\(Self.json(calibration.expectedError)),\"classes\":{"
      text += confusion.classes.enumerated().map { i, name in
        "\"\(name)\":{\"precision\":\(Self.json(confusion.precision(i)))"
          + ",\"recall\":\(Self.json(confusion.recall(i)))"
          + ",\"f1\":\(Self.json(confusion.f1(i))),\"gold\":\(confusion.goldCount(i))}"
      }.joined(separator: ",")
      text += "}"
    }
    if let issueCounts {
      text += ",\"issues\":{"
      text += issueCounts.enumerated().filter { $0.element.gold > 0 }.map { place, count in
        "\"\(issues[place])\":{\"f1\":\(Self.json(count.f1)),\"first_f1\":\(Self.json(firstIssues.f1(place)))"
          + ",\"gold\":\(count.gold)}"
      }.joined(separator: ",")
      text += "}"
    }
    return text + "}\n"
  }

  private static func row(_ cells: [String], first: Int = 14) -> String {
    cells.enumerated().map { i, cell in
      let width = i == 0 ? first : 11
      return i == cells.count - 1
        ? cell : cell + String(repeating: " ", count: max(1, width - cell.count))
    }.joined() + "\n"
  }

  private static func json(_ value: Double?) -> String { value == nil ? "null" : number(value) }

  private static func number(_ value: Double?, _ decimals: Int = 3) -> String {
    guard let value else { return "-" }
    var bytes = OutputBytes()
    bytes.append(value, decimals: decimals)
    return String(decoding: bytes.bytes, as: UTF8.self)
  }
}

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
    var judgements: [Judgement] = []
    var sums = Confusion(classes: Stance.allCases.map(\.rawValue))
    var slices: [String: [Judgement]] = [:]
    var firstIssues = Confusion(classes: lexicon.issues.map(\.id) + ["none"])
    var issues = Array(repeating: LabelCounts(), count: lexicon.issues.count)
    var unlabelled = 0
    var rejected = 0
    var hasIssues = false
    var classifier = Classifier(lexicon)
    let hashed = try arguments[.labels].map(HashedLabels.init)
    for path in try arguments.dumps() {
      var rows = try LabelledRows(
        path: path, options: try arguments.dumpOptions(), hashed: hashed)
      try rows.forEach { text, label in
        let verdict = classifier.verdict(of: text)
        if let gold = label.stance {
          let one = Judgement(gold: gold, probabilities: verdict.probabilities)
          judgements.append(one)
          let sum = classifier.valenceSum
          sums.add(gold: gold, given: sum < 0 ? 0 : sum > 0 ? 1 : 2)
          slices[Self.lengthName(classifier.coverage.words), default: []].append(one)
          if let language = label.language {
            slices["language \(language)", default: []].append(one)
          }
        } else {
          unlabelled += 1
        }
        guard let gold = label.issues else { return }
        hasIssues = true
        if gold.count == 1, let place = firstIssues.classes.firstIndex(where: gold.contains) {
          firstIssues.add(
            gold: place,
            given: verdict.issues.count > 0 ? verdict.issues[0] : firstIssues.classes.count - 1)
        }
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
    let evaluation = Evaluation(
      model: lexicon.model, judgements: judgements, valenceSums: sums, slices: slices,
      issues: lexicon.issues.map(\.id),
      issueCounts: hasIssues && arguments.has(.issues) ? issues : nil, firstIssues: firstIssues)
    try printText(arguments[.to] == "json" ? evaluation.json : evaluation.table)
    return rejected == 0 ? .done : .rowsRejected
  }

  private static func lengthName(_ words: Int) -> String {
    switch words {
    case ...3: "1-3 words"
    case ...10: "4-10 words"
    default: "11+ words"
    }
  }
}

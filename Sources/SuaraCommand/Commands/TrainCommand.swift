import Classification
import Dumps
import Learning
import Lexicons

/// `suara train`: fits `weights.tsv` to labelled comments, the hand-set weights being the prior.
///
/// Files with a column `stance` hold full labels; those with `label` (negative, positive, neutral) hold
/// sentiments, which count for less, and which blame nobody as often as not.
struct TrainCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws -> ExitCode {
    var trainer = Trainer(try loadLexicon(arguments, untrained: true))
    let weights = try arguments.numbers(.sentimentWeight, in: 0...1) ?? [0.3]
    let shares = try arguments.numbers(.complaintShare, in: 0...1) ?? [1]
    let reviews = Set(arguments.all(.reviews))
    var rejected = 0
    var sentiments = 0
    let hashed = try arguments[.labels].map(HashedLabels.init)
    for path in try arguments.dumps() + reviews.sorted() {
      var rows = try LabelledRows(
        path: path, options: try arguments.dumpOptions(), hashed: hashed)
      try rows.forEach { text, label in
        guard let stance = label.stance else { return }
        var target = Effect.zero
        target[stance] = 1
        guard !label.isStance else {
          trainer.add(text, target: target, weight: 1)
          return
        }
        if Stance.allCases[stance] == .complaint {
          target.x = Float(shares[min(sentiments, shares.count - 1)])
          target.z = 1 - target.x
        }
        trainer.add(
          text, target: target, weight: Float(weights[min(sentiments, weights.count - 1)]),
          source: sentiments, isReview: reviews.contains(path))
      }
      if !rows.isStance { sentiments += 1 }
      rejected += rows.reader.summary.rowsRejected
    }
    if arguments.has(.contrast) {
      for file in LexiconFile.contrast {
        for row in try ContrastSuite(file).rows where row.half == "rules" {
          var target = Effect.zero
          target[Stance.allCases.firstIndex { $0.rawValue == row.stance } ?? 2] = 1
          trainer.add(row.text.utf8.span, target: target, weight: 1)
        }
      }
    }
    let result = trainer.train()
    var file = try OutputFile(path: arguments[.output] ?? "-")
    var bytes = OutputBytes()
    bytes.append(result.file)
    try file.write(bytes.bytes.span)
    try file.commit()
    if !arguments.has(.quiet) {
      note(
        "\(trainer.count) comments, \(result.features) features, temperature \(result.temperature)")
      note(
        "cross-validated macro-F1 \(result.heldOut.macroF1 ?? 0) accuracy \(result.heldOut.accuracy ?? 0)"
      )
    }
    return rejected == 0 ? .done : .rowsRejected
  }
}

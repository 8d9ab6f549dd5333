import Classification
import Dumps
import Learning
import Lexicons

/// `suara train`: fits `weights.tsv` to labelled comments, the hand-set weights being the prior.
///
/// Files with a column `stance` hold full labels; those with `label` (negative, positive, neutral) hold
/// sentiments, which count for less.
struct TrainCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws -> ExitCode {
    var trainer = Trainer(try loadLexicon(arguments, untrained: true))
    let sentimentWeight = try arguments.number(.sentimentWeight, in: 0...1) ?? 0.3
    var rejected = 0
    let hashed = try arguments[.labels].map(HashedLabels.init)
    for path in try arguments.dumps() {
      var rows = try LabelledRows(
        path: path, options: try arguments.dumpOptions(), hashed: hashed)
      try rows.forEach { text, label in
        guard let stance = label.stance else { return }
        var target = Effect.zero
        target[stance] = 1
        trainer.add(
          text, target: target, weight: label.isStance ? 1 : Float(sentimentWeight),
          isGold: label.isStance)
      }
      rejected += rows.reader.summary.rowsRejected
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

import Classification
import Dumps
import Learning

/// `suara agree`: how far two label files agree, comment by comment.
struct AgreeCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws -> ExitCode {
    let paths = try arguments.dumps()
    guard paths.count == 2 else { throw AgreeError.notTwo(found: paths.count) }
    let (first, second) = (try labels(paths[0]), try labels(paths[1]))
    var agreement = Agreement(classes: Stance.allCases.count)
    for (key, label) in first.sorted(by: { $0.key < $1.key }) {
      if let other = second[key] { agreement.add(label, other) }
    }
    guard agreement.count > 0 else { throw AgreeError.nothingShared }
    try printText(arguments[.to] == "json" ? json(agreement) : table(agreement))
    return .done
  }

  /// Each comment's stance, by its id, or its text where the file has no ids.
  private func labels(_ path: String) throws -> [String: Int] {
    var options = try arguments.dumpOptions()
    options.needsText = false
    var reader = try DumpReader(path: path, options: options)
    guard let column = reader.header.extraNames.firstIndex(of: "stance") else {
      throw LabelError.noLabels(path: path, columns: reader.header.names)
    }
    let byID = reader.header.name(of: .id) != nil
    let hash = reader.header.extraNames.firstIndex(of: "hash")
    var labels: [String: Int] = [:]
    while let batch = try reader.next() {
      for (place, row) in batch.rows.enumerated() {
        let extras = batch.extras(ofRow: place)
        func extra(_ column: Int) -> String {
          let cell = extras[extras.startIndex + column]
          return cell.isPresent ? batch.string(cell.range) : ""
        }
        let key =
          hash.map(extra)
          ?? (byID ? row[.id].map { batch.string($0) } ?? "" : batch.string(row.text))
        guard !key.isEmpty, let stance = Stance(rawValue: extra(column)) else { continue }
        labels[key] = Stance.allCases.firstIndex(of: stance)
      }
    }
    return labels
  }

  private func table(_ agreement: Agreement) -> String {
    func number(_ value: Double?) -> String {
      value.map { "\((($0) * 1000).rounded() / 1000)" } ?? "–"
    }
    var text = "\(agreement.count) comments read by both\n"
    text += "equal   \(number(agreement.observed))\n"
    text += "kappa   \(number(agreement.kappa))   (Cohen)\n"
    text += "alpha   \(number(agreement.alpha))   (Krippendorff)\n\n"
    text += "first \\ second  " + Stance.allCases.map(\.rawValue).joined(separator: "  ") + "\n"
    for (stance, row) in zip(Stance.allCases, agreement.counts) {
      text += stance.rawValue + String(repeating: " ", count: 16 - stance.rawValue.count)
      text +=
        zip(Stance.allCases, row).map { column, count in
          let digits = "\(count)"
          return digits
            + String(repeating: " ", count: max(0, column.rawValue.count - digits.count))
        }.joined(separator: "  ") + "\n"
    }
    return text
  }

  private func json(_ agreement: Agreement) -> String {
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "null" }
    return
      "{\"comments\":\(agreement.count),\"equal\":\(number(agreement.observed)),\"kappa\":\(number(agreement.kappa)),\"alpha\":\(number(agreement.alpha)),\"counts\":\(agreement.counts)}\n"
  }
}

/// Why two files cannot be held against each other.
enum AgreeError: Error, CustomStringConvertible {
  case notTwo(found: Int)
  case nothingShared

  var description: String {
    switch self {
    case .notTwo(let found): "agree takes two label files, not \(found)"
    case .nothingShared:
      "no comment is in both files; they are joined by hash, id or text, and need a column stance"
    }
  }
}

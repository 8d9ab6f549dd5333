import Classification
import Dumps
import Lexicons

/// Writes verdicts as JSON Lines: a row is its cells and half a dozen pieces made ready beforehand.
struct VerdictLines: Sendable {
  private let cells: CellMembers
  private let pieces: Pieces
  private let endsRow: Bool
  /// `,"stance":"complaint","score":`, by the stance.
  private let complaint, support, neutral: Int
  /// `-0.82,"confidence":`, from a score of -1.00 on, one a hundredth.
  private let firstScore: Int
  /// `0.93,"issues":[`, from a confidence of 0.00 on.
  private let firstConfidence: Int
  /// `"roads"`, and `,"roads"` behind it, for each issue of the lexicon.
  private let firstIssue: Int
  /// `],"flags":["question","request"],"places":[`, by the flags' bits.
  private let firstFlags: Int
  /// `],"model":"…"`, and the row's end unless more comes.
  private let model: Int

  init(_ lexicon: Lexicon, _ shape: RecordShape) {
    cells = CellMembers(
      [(.id, nil), (.official, shape.official), (.createdAt, nil)]
        + (shape.addsText ? [(.text, "")] : []))
    endsRow = !shape.explains
    var pieces = Pieces()
    func stance(_ stance: Stance) -> Int {
      pieces.add(",\"stance\":\"\(stance.rawValue)\",\"score\":")
    }
    (complaint, support, neutral) = (stance(.complaint), stance(.support), stance(.neutral))
    func hundredths(_ range: ClosedRange<Int>, _ ending: String) -> Int {
      let first = pieces.count
      for hundredth in range {
        var number = OutputBytes()
        number.append(Double(hundredth) / 100, decimals: 2)
        number.append(ending)
        _ = pieces.add(number.bytes.span)
      }
      return first
    }
    firstScore = hundredths(-100...100, ",\"confidence\":")
    firstConfidence = hundredths(0...100, ",\"issues\":[")
    firstIssue = pieces.count
    for issue in lexicon.issues {
      _ = pieces.add("\"\(issue.id)\"")
      _ = pieces.add(",\"\(issue.id)\"")
    }
    firstFlags = pieces.count
    for bits in UInt8.min...UInt8.max {
      let names = Flags(rawValue: bits).names.map { "\"\($0)\"" }
      _ = pieces.add("],\"flags\":[\(names.joined(separator: ","))],\"places\":[")
    }
    model = pieces.add("],\"model\":\"\(lexicon.model)\"\(endsRow ? "}\n" : "")")
    self.pieces = pieces
  }

  /// Begins a row with its cells.
  func append(rowAt place: Int, of batch: Batch, to output: inout OutputBytes) {
    cells.append(rowAt: place, of: batch, to: &output)
  }

  /// Goes on with the verdict, which is the classifier's last, and ends the row unless it is to be explained.
  func append(
    _ verdict: Verdict, _ classifier: borrowing Classifier, to output: inout OutputBytes
  ) {
    var numbers = InlineArray<13, Int>(repeating: model)
    numbers[0] =
      switch verdict.stance {
      case .complaint: complaint
      case .support: support
      case .neutral: neutral
      }
    numbers[1] = firstScore + 100 + OutputBytes.hundredths(verdict.score)
    numbers[2] = firstConfidence + OutputBytes.hundredths(verdict.confidence)
    var count = 3
    for i in 0..<verdict.issues.count {
      numbers[count] = firstIssue + 2 * verdict.issues[i] + (i > 0 ? 1 : 0)
      count += 1
    }
    numbers[count] = firstFlags + Int(verdict.flags.rawValue)
    count += 1
    if classifier.hasPlaces {
      output.append(pieces, numbers.span.extracting(0..<count))
      for (i, name) in classifier.placeNames.enumerated() {
        if i > 0 { output.append(",") }
        output.appendJSONString(name.utf8.span)
      }
      output.append(pieces, model)
    } else {
      output.append(pieces, numbers.span.extracting(0...count))
    }
  }

  /// Ends a row that is explained.
  func append(evidence: OutputBytes, flip: OutputBytes, to output: inout OutputBytes) {
    output.append(",\"evidence\":")
    output.append(evidence.bytes.span)
    output.append(",\"flip\":")
    output.append(flip.bytes.span)
    output.append("}\n")
  }
}

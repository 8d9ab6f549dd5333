import Classification
import Dumps
import Lexicons
import Times
import Trends

/// Reads labelled comments to correct a curve by: `text` and `stance`, and, where the file has them, `created_at`, `official` and
/// the `probability` with which `suara sample` drew each.
///
/// Each is judged anew, so errors are this lexicon's. Rows without a stance are passed over.
func labelledSample(
  _ path: String, _ lexicon: Lexicon, zone: Zone, officials: [String], constant: String?
) throws -> LabelledSample {
  var classifier = Classifier(lexicon)
  var sample = LabelledSample()
  var reader = try DumpReader(path: path, options: DumpOptions())
  let names = reader.header.extraNames
  guard let stance = names.firstIndex(of: "stance") else {
    throw LabelError.noLabels(path: path, columns: reader.header.names)
  }
  let chance = names.firstIndex(of: "probability")
  let places = Dictionary(
    zip(officials, officials.indices), uniquingKeysWith: { first, _ in first })
  while let batch = try reader.next() {
    let bytes = batch.bytes.span
    for (number, row) in batch.rows.enumerated() {
      let extras = batch.extras(ofRow: number)
      func cell(_ column: Int) -> String? {
        let cell = extras[extras.startIndex + column]
        return cell.isPresent ? batch.string(cell.range) : nil
      }
      guard let truth = cell(stance).flatMap(Stance.init(rawValue:)) else { continue }
      let probability = chance.flatMap { cell($0) }.map { Double($0) ?? .nan } ?? 1
      guard probability > 0, probability <= 1 else {
        throw SampleError.badProbability(path: path, line: row.line)
      }
      let time = row[.createdAt].flatMap {
        Timestamp(parsing: bytes.extracting($0), zone: zone)
      }
      let official = row[.official].map { batch.string($0) } ?? constant
      sample.add(
        .init(
          official: official.map { places[$0] ?? -1 } ?? (officials.count == 1 ? 0 : nil),
          day: time.map { zone.day(at: $0.seconds).number }, truth: Mood(truth),
          given: Mood(classifier.verdict(of: bytes.extracting(row.text)).stance),
          probability: probability))
    }
  }
  guard sample.correction.counts.allSatisfy({ $0.reduce(0, +) > 0 }) else {
    throw CorrectionError.tooFew(labels: sample.labels.count)
  }
  return sample
}

extension LabelledSample {
  /// One line: how many labels, and how far errors are blown up.
  func summary(of path: String) -> String {
    guard let condition = correction.conditionNumber else {
      return "\(path): \(labels.count) labels; verdicts tell too little of the truth to be inverted"
    }
    let tenths = Int((condition * 10).rounded())
    return "\(path): \(labels.count) labels, condition number \(tenths / 10).\(tenths % 10)"
  }
}

/// Why a sample cannot be used.
enum SampleError: Error, CustomStringConvertible {
  case badProbability(path: String, line: Int)

  var description: String {
    switch self {
    case .badProbability(let path, let line):
      "\(path):\(line): the probability is not a number above 0 and up to 1; leave the column as suara sample wrote it"
    }
  }
}

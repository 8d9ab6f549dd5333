import Classification
import Dumps
import Lexicons

/// The rows of a dump that people labelled.
///
/// Labels stand in a column `stance` (complaint, support, neutral) or, coarser, `label` (negative, positive,
/// neutral); issues in a column `issues` or `issue`, parted by `|`.
struct LabelledRows: ~Copyable {
  struct Label {
    /// The stance's place in `Stance.allCases`, or `nil` where the cell holds no label that is known.
    let stance: Int?
    /// Whether it is a stance rather than a sentiment.
    let isStance: Bool
    /// The ids of the issues; `nil` where no column holds them.
    let issues: Set<String>?
    /// The language that a column `language` names.
    let language: String?
  }

  private(set) var reader: DumpReader
  private let stanceColumn: Int?
  private let issueColumn: Int?
  private let languageColumn: Int?
  /// Whether the labels are stances rather than sentiments.
  let isStance: Bool

  private let hashed: HashedLabels?

  /// - Parameter hashed: Labels for dumps that have none of their own; comments without one are passed over.
  init(path: String, options: DumpOptions, hashed: HashedLabels? = nil) throws {
    let reader = try DumpReader(path: path, options: options)
    let names = reader.header.extraNames
    let stance = names.firstIndex(of: "stance")
    let usesHashes = hashed != nil && stance == nil && !names.contains("label")
    let label = stance ?? names.firstIndex(of: "label")
    let issue = names.firstIndex(of: "issues") ?? names.firstIndex(of: "issue")
    guard label != nil || issue != nil || usesHashes else {
      throw LabelError.noLabels(path: path, columns: reader.header.names)
    }
    self.reader = reader
    self.hashed = usesHashes ? hashed : nil
    isStance = stance != nil || usesHashes
    stanceColumn = label
    issueColumn = issue
    languageColumn = names.firstIndex(of: "language")
  }

  /// Calls `body` with each row's text and label.
  mutating func forEach(_ body: (Span<UInt8>, Label) throws -> Void) throws {
    while let batch = try reader.next() {
      let bytes = batch.bytes.span
      for (place, row) in batch.rows.enumerated() {
        let extras = batch.extras(ofRow: place)
        func cell(_ column: Int?) -> String? {
          guard let column else { return nil }
          guard extras[extras.startIndex + column].isPresent else { return "" }
          return batch.string(extras[extras.startIndex + column].range)
        }
        let own =
          hashed == nil ? cell(stanceColumn) : hashed?.stance(of: bytes.extracting(row.text))
        if hashed != nil, own == nil { continue }
        try body(
          bytes.extracting(row.text),
          Label(
            stance: own.flatMap(Self.stance), isStance: isStance,
            issues: cell(issueColumn).map { Set($0.split(separator: "|").map(String.init)) },
            language: cell(languageColumn)))
      }
    }
  }

  private static func stance(_ label: String) -> Int? {
    switch label {
    case "complaint", "negative": 0
    case "support", "positive": 1
    case "neutral": 2
    default: nil
    }
  }
}

/// Why labels cannot be read.
enum LabelError: Error, CustomStringConvertible {
  case noLabels(path: String, columns: [String])
  case noHashes(path: String, columns: [String])
  case badHash(path: String, line: Int)

  var description: String {
    switch self {
    case .noLabels(let path, let columns):
      "\(path): no column 'stance', 'label' or 'issues' holds labels. "
        + "Columns found: \(columns.joined(separator: ", "))"
    case .noHashes(let path, let columns):
      "\(path): labels by hash need the columns 'hash' and 'stance'. "
        + "Columns found: \(columns.joined(separator: ", "))"
    case .badHash(let path, let line):
      "\(path):\(line): the hash is not 16 hexadecimal digits; the label file is damaged"
    }
  }
}

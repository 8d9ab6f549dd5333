/// The shape of a dump: what its bytes are, not what its name says.
package enum Format: Equatable, Sendable {
  /// Records of fields; `nil` as the delimiter means that a record is one field.
  case delimited(by: UInt8?)
  case jsonLines

  /// What `--from` can say.
  package enum Choice: String, CaseIterable, Sendable {
    case csv, tsv, jsonl
  }

  /// The delimiters that are tried, the most usual first.
  ///
  /// Excel in Indonesia writes `;`.
  static let delimiters: [UInt8] = [ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.bar]
}

/// A shape that is known, but not read.
package enum UnsupportedFormat: Equatable, Sendable {
  /// A zip without a file to move about in, or with nothing in it.
  case zip
}

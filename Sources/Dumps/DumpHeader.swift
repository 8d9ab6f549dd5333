/// What is known of a dump before its first row.
package struct DumpHeader: Equatable, Sendable {
  package let format: Format
  /// The names of all columns, in order.
  ///
  /// For JSON Lines: the keys of the first objects.
  package let names: [String]
  /// Which of them mean what.
  package let map: ColumnMap
  /// The places in `names` of the columns that mean nothing to us, in order: a row's extras.
  ///
  /// For JSON Lines: the keys of the first object whose values are text, numbers or truth values.
  package let extras: [Int]
  /// The physical line of the header row, from 1; `nil` for JSON Lines, which has none.
  package let line: Int?
  /// The tool the dump is from, if its names are known.
  package var source: SourceFormat?

  /// The names of the extras, in order.
  package var extraNames: [String] { extras.map { names[$0] } }

  /// Whether rows can have `column`: by a name in the header, or because the tool's other fields tell it.
  package func tells(_ column: Column) -> Bool {
    if map[column] != nil { return true }
    guard let source else { return false }
    return switch column {
    // JSON nests replies within comments; the header may stand before the first of them.
    case .parent:
      source.carrier == .json || source.quirks.parentEndsAt != nil
        || source.quirks.conversation != nil
        || source.quirks.numbersReplies
    case .post: source.quirks.postEndsInID != nil
    case .platform: source.platform != nil
    default: false
    }
  }

  /// The header's name for `column`, if it has the column.
  package func name(of column: Column) -> String? { map[column].map { names[$0] } }
}

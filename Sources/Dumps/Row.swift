/// A comment of a dump, by the places of its cells in its batch's bytes.
///
///     let bytes = batch.bytes.span
///     for row in batch.rows {
///       classify(bytes.extracting(row.text))
///     }
package struct Row: Equatable, Sendable {
  /// The physical line on which the row begins, from 1.
  package var line: Int
  /// Whether the dump says that the account itself wrote it.
  package internal(set) var isOwn = false
  private var cells = InlineArray<9, ByteRange>(repeating: .absent)

  package init(line: Int) { self.line = line }

  /// The cell of `column`, or `nil` if the row has none; an empty cell is not `nil`.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package subscript(column: Column) -> Range<Int>? {
    let cell = cells[column.ordinal]
    return cell.isPresent ? cell.range : nil
  }

  /// The comment itself.
  ///
  /// Every row has one, be it empty.
  package var text: Range<Int> { cells[Column.text.ordinal].range }

  @inline(__always)
  mutating func set(_ cell: ByteRange, at ordinal: Int) { cells[ordinal] = cell }

  @inline(__always)
  func cell(at ordinal: Int) -> ByteRange { cells[ordinal] }

  package static func == (one: Row, other: Row) -> Bool {
    guard one.line == other.line, one.isOwn == other.isOwn else { return false }
    return one.cells.indices.allSatisfy { one.cells[$0] == other.cells[$0] }
  }
}

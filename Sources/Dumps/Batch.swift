/// A piece of a dump, some hundred kilobytes: bytes, and rows that point into them.
///
/// A batch owns its bytes, so it can be handed to another thread while the next is read.
package struct Batch: Sendable {
  /// The bytes that all ranges point into.
  ///
  /// Quotes and escapes of cells are already undone.
  package internal(set) var bytes: [UInt8] = []
  package internal(set) var rows: [Row] = []
  /// The cells of the columns that mean nothing to us: `extraCount` for each row, in the header's order.
  package internal(set) var extras: [ByteRange] = []
  /// How many extras a row has.
  package let extraCount: Int
  /// The rows that could not be read, in order.
  package internal(set) var rejections: [Rejection] = []
  /// How many rows of the dump were kept before this batch's first.
  package let firstRow: Int

  init(extraCount: Int, firstRow: Int) {
    self.extraCount = extraCount
    self.firstRow = firstRow
  }

  /// The extras of the row at `index`, one for each of the header's extra names.
  ///
  /// - Complexity: O(1).
  package func extras(ofRow index: Int) -> ArraySlice<ByteRange> {
    extras[index * extraCount..<(index + 1) * extraCount]
  }

  /// The cell of the row at `index`, as `Row` gives it, without copying the row.
  ///
  /// - Complexity: O(1).
  package func cell(_ column: Column, ofRow index: Int) -> Range<Int>? {
    let cell = rows.span[index].cell(at: column.ordinal)
    return cell.isPresent ? cell.range : nil
  }

  /// The text of the row at `index`, without copying the row.
  ///
  /// - Complexity: O(1).
  package func text(ofRow index: Int) -> Range<Int> {
    rows.span[index].cell(at: Column.text.ordinal).range
  }

  /// Puts bytes behind the others.
  ///
  /// A cell can be pointed at them.
  package mutating func append(_ more: [UInt8]) -> ByteRange {
    bytes += more
    return ByteRange(bytes.count - more.count, bytes.count)
  }

  /// Gives the row at `place` another cell.
  package mutating func setCell(_ column: Column, ofRow place: Int, to cell: ByteRange) {
    rows[place].set(cell, at: column.ordinal)
  }

  /// Takes rows out, with their extras.
  ///
  /// - Complexity: O(*n*) in the rows and extras.
  package mutating func removeRows(where isGone: (Int) -> Bool) {
    var kept = 0
    for place in rows.indices where !isGone(place) {
      rows.swapAt(kept, place)
      for extra in 0..<extraCount {
        extras.swapAt(kept * extraCount + extra, place * extraCount + extra)
      }
      kept += 1
    }
    rows.removeLast(rows.count - kept)
    extras.removeLast(extras.count - kept * extraCount)
  }

  /// The bytes of `range` as text, for people and tests; the hot path uses `bytes.span`.
  ///
  /// - Complexity: O(*n*); allocates.
  package func string(_ range: Range<Int>) -> String { bytes.span.text(range) }

  var isFull: Bool { rows.count + rejections.count >= DumpOptions.rowsPerBatch }
  var isEmpty: Bool { rows.isEmpty && rejections.isEmpty }
}

/// A piece of a batch's bytes: eight bytes wide, because there is one for every cell of a dump.
///
///     let text = batch.bytes.span.extracting(range.range)
package struct ByteRange: Hashable, Sendable, BitwiseCopyable {
  /// Where the piece begins; `UInt32.max` when there is no piece.
  package let offset: UInt32
  /// How many bytes it has.
  package let count: UInt32

  /// A cell that the row doesn't have: a JSON object without the key, a dump without the column.
  package static let absent = ByteRange(offset: .max, count: 0)

  package init(offset: UInt32, count: UInt32) {
    self.offset = offset
    self.count = count
  }

  /// - Precondition: The range lies within the first 4 GiB; a batch never comes near.
  @inline(__always)
  package init(_ start: Int, _ end: Int) {
    offset = UInt32(truncatingIfNeeded: start)
    count = UInt32(truncatingIfNeeded: end &- start)
  }

  /// Whether the row has the cell, be it empty.
  package var isPresent: Bool { offset != .max }

  /// The piece as a range of the batch's bytes; empty when absent.
  package var range: Range<Int> {
    isPresent ? Int(offset)..<Int(offset) + Int(count) : 0..<0
  }
}

/// The keys of JSON objects that are looked for, and what their values are.
///
/// Objects of a dump mostly have the same keys in the same order, so the key behind the last one found is
/// tried first: a look-up is then one comparison.
struct KeyTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var slots: [Int] = []
  private var expected = 0

  /// - Parameter header: Its columns get the slots of their ordinals, its extras those behind them.
  init(header: DumpHeader) {
    for (place, name) in header.names.enumerated() {
      if let column = header.map.column(at: place) {
        add(name, slot: column.ordinal)
      } else if let extra = header.extras.firstIndex(of: place) {
        add(name, slot: Column.count + extra)
      }
    }
    // What the first objects lack may come later under its canonical name.
    for column in Column.allCases where header.map[column] == nil {
      if !header.names.contains(column.rawValue) { add(column.rawValue, slot: column.ordinal) }
    }
  }

  private mutating func add(_ name: String, slot: Int) {
    bytes += Array(name.utf8)
    ends.append(bytes.count)
    slots.append(slot)
  }

  /// Returns the slot of the key that stands in `range` of `text`, or `nil` if nobody looks for it.
  ///
  /// - Complexity: O(1) key comparisons when keys come in their usual order, else O(*k*).
  mutating func slot(of range: Range<Int>, in text: Span<UInt8>) -> Int? {
    let key = text.extracting(range)
    for step in 0..<slots.count {
      var candidate = expected &+ step
      if candidate >= slots.count { candidate &-= slots.count }
      if bytes.span.extracting(ends[candidate]..<ends[candidate &+ 1]).equals(key) {
        expected = candidate &+ 1 == slots.count ? 0 : candidate &+ 1
        return slots[candidate]
      }
    }
    return nil
  }
}

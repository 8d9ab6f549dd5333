import Wording

/// The sets of terms that keywords need or shun, as bits.
///
/// A comment holds few of the terms that any guard names, and a guard names many: so it is asked of each of the comment's
/// whether the guard names it.
public struct GuardSets: Sendable {
  /// One row of words for each set; the first is the empty set's.
  @usableFromInline let bits: Shelf<UInt64>
  /// How many words a row has.
  @usableFromInline let width: Int

  /// - Parameters:
  ///   - sets: The numbers of each set's terms, from 1; the first set is empty.
  ///   - termCount: The highest number, plus 1.
  init(_ sets: [[UInt16]], termCount: Int) {
    width = termCount / 64 + 1
    var bits = Array(repeating: UInt64(0), count: max(1, sets.count) * width)
    for (number, set) in sets.enumerated() {
      for term in set { bits[number * width + Int(term) / 64] |= 1 << UInt64(term % 64) }
    }
    self.bits = Shelf(bits)
  }

  /// Whether the set `number` holds one of `terms`.
  ///
  /// - Complexity: O(*n*) in `terms`.
  @inlinable @inline(__always)
  public func set(_ number: UInt32, holdsAnyOf terms: Span<UInt16>) -> Bool {
    let bits = bits.span
    let row = Int(number) &* width
    for i in terms.indices {
      let term = terms[i]
      if bits[row &+ Int(term &>> 6)] &>> UInt64(truncatingIfNeeded: term & 63) & 1 != 0 {
        return true
      }
    }
    return false
  }
}

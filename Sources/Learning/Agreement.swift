/// How far two readers agree beyond chance, on labels without an order.
///
///     var agreement = Agreement(classes: 3)
///     agreement.add(0, 0)
///     agreement.kappa
package struct Agreement: Sendable {
  /// Pairs of labels, by the first reader's, then the second's.
  package private(set) var counts: [[Int]]

  package init(classes: Int) {
    counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
  }

  package mutating func add(_ first: Int, _ second: Int) { counts[first][second] += 1 }

  /// How many comments both read.
  package var count: Int { counts.joined().reduce(0, +) }

  /// The share of equal labels; `nil` without comments.
  package var observed: Double? {
    count == 0 ? nil : Double(counts.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(count)
  }

  private var rows: [Int] { counts.map { $0.reduce(0, +) } }
  private var columns: [Int] { counts.indices.map { i in counts.reduce(0) { $0 + $1[i] } } }

  /// Cohen's kappa: 1 for agreement, 0 for chance; `nil` where all labels are one.
  ///
  /// Cohen 1960, *Educational and Psychological Measurement* 20.
  package var kappa: Double? {
    guard let observed else { return nil }
    let n = Double(count)
    let expected = zip(rows, columns).reduce(0) { $0 + Double($1.0) * Double($1.1) } / (n * n)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  /// Krippendorff's alpha for nominal labels of two readers without gaps; `nil` where all labels are one.
  ///
  /// Krippendorff 2004, *Content Analysis*, chapter 11.
  package var alpha: Double? {
    guard let observed else { return nil }
    let n = Double(2 * count)
    let totals = zip(rows, columns).map { Double($0 + $1) }
    let expected = 1 - totals.reduce(0) { $0 + $1 * ($1 - 1) } / (n * (n - 1))
    return expected > 0 ? 1 - (1 - observed) / expected : nil
  }
}

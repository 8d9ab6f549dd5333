/// How often each class was given for each class that was right.
///
/// Precision is the share of a class's verdicts that are right, recall the share of its comments that are found,
/// F1 their harmonic mean; macro-F1 is the mean of F1 over the classes that occur in the gold labels.
package struct Confusion: Equatable, Sendable {
  /// The classes' names.
  package let classes: [String]
  private var counts: [Int]

  package init(classes: [String]) {
    self.classes = classes
    counts = Array(repeating: 0, count: classes.count * classes.count)
  }

  /// How many comments of class `gold` were given the class `given`.
  package subscript(gold gold: Int, given given: Int) -> Int {
    counts[gold * classes.count + given]
  }

  package mutating func add(gold: Int, given: Int) { counts[gold * classes.count + given] += 1 }

  package var total: Int { counts.reduce(0, +) }

  package func goldCount(_ one: Int) -> Int {
    classes.indices.reduce(0) { $0 + self[gold: one, given: $1] }
  }

  package func givenCount(_ one: Int) -> Int {
    classes.indices.reduce(0) { $0 + self[gold: $1, given: one] }
  }

  /// The share of verdicts of this class that are right, or `nil` where there are none.
  package func precision(_ one: Int) -> Double? {
    ratio(self[gold: one, given: one], givenCount(one))
  }

  /// The share of this class's comments that are found, or `nil` where there are none.
  package func recall(_ one: Int) -> Double? { ratio(self[gold: one, given: one], goldCount(one)) }

  package func f1(_ one: Int) -> Double? {
    ratio(2 * self[gold: one, given: one], goldCount(one) + givenCount(one))
  }

  package var macroF1: Double? {
    let present = classes.indices.filter { goldCount($0) > 0 }
    guard !present.isEmpty else { return nil }
    return present.reduce(0) { $0 + (f1($1) ?? 0) } / Double(present.count)
  }

  package var accuracy: Double? {
    ratio(classes.indices.reduce(0) { $0 + self[gold: $1, given: $1] }, total)
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

/// Right and wrong for labels of which a comment can have several.
package struct LabelCounts: Equatable, Sendable {
  package var right = 0
  package var wronglyGiven = 0
  package var missed = 0

  package init() {}

  package var gold: Int { right + missed }
  package var f1: Double? {
    let all = 2 * right + wronglyGiven + missed
    return all == 0 ? nil : 2 * Double(right) / Double(all)
  }
}

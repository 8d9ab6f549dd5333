/// The words that one written form stands for: none where it is unknown, one as a rule, more for *gabisa* (cannot).
package struct Resolution: Equatable, Sendable {
  private var words = InlineArray<4, UInt32>(repeating: 0)
  /// How many words the form stands for, 0…4.
  package private(set) var count = 0
  /// What had to be done to the form to know it.
  package var changes: Changes = []

  /// What was done to a form on its way to a word.
  package struct Changes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Repeated letters were taken out: *bangeeet*.
    package static let elongation = Changes(rawValue: 1)
    /// Digits were read as letters: *k4pan*.
    package static let digits = Changes(rawValue: 2)
    /// A doubled word was halved: *jalan2*, *bolong-bolong*.
    package static let reduplication = Changes(rawValue: 4)
    /// A slang form was replaced by its standard: *bgt*.
    package static let slang = Changes(rawValue: 8)
    /// Affixes were stripped: *rusaknya*.
    package static let affixes = Changes(rawValue: 16)
  }

  package static let unknown = Resolution()

  package init() {}

  package init(_ word: Vocabulary.WordID, _ changes: Changes = []) {
    append(word)
    self.changes = changes
  }

  package subscript(position: Int) -> Vocabulary.WordID { words[position] }
  package var isKnown: Bool { count > 0 }

  package mutating func append(_ word: Vocabulary.WordID) {
    guard count < 4 else { return }
    words[count] = word
    count += 1
  }

  package static func == (a: Resolution, b: Resolution) -> Bool {
    guard a.count == b.count, a.changes == b.changes else { return false }
    for i in 0..<a.count where a.words[i] != b.words[i] { return false }
    return true
  }
}

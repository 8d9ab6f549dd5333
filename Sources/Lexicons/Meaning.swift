import Wording

/// What a written form means: all that scoring asks of it, looked up once for each distinct form.
package struct Meaning: Sendable, BitwiseCopyable {
  /// The word, or `UInt32.max` where it is unknown or no word.
  package var word: UInt32 = .max
  /// What stands for it in learned pairs, or `UInt32.max` where pairs reach over it.
  package var pairMember: UInt32 = .max
  /// The entry that gives its meaning, or `UInt32.max`.
  package var bearer: UInt32 = .max
  /// The phrase trie's node behind the word; 0 where no phrase starts with it.
  package var phraseNode: PhraseTrie.Node = 0
  /// Bits of the words by which such phrases go on: see `PhraseTrie.bit(of:)`.
  package var continuations: UInt64 = 0
  /// What training found of the word and of its letters; the fourth lane is the word's genre.
  package var effect: Effect = .zero
  /// What training found of the word in reviews.
  package var reviewEffect: Effect = .zero
  /// The bearer's part in a comment's stance.
  package var part = StancePart()
  /// How surely the shape of an unknown word is an advertisement's: 3 for a gambling site's name, 5 with its letters apart.
  package var brandSpam: UInt8 = 0
  /// Whether the meaning changes a comment's stance: where not, scoring passes over it.
  package var hasStance = false
  /// Whether it is a function word or a name, over which an operator reaches for nothing.
  package var isFunction = false
  /// Whether the word or its meaning counts for an issue, a guard, a place or spam.
  package var isTopical = false
}

/// What an entry does in a comment's stance.
package struct StancePart: Sendable, BitwiseCopyable {
  package var kind: Kind = .neutral
  package var role: Operator = .none
  package var valence: Int8 = 0
  /// How many words an operator reaches; 0 is to the end of the clause.
  package var scope: UInt8 = 0
  package var strength: Float = 1

  package init() {}

  package init(_ entry: Entry) {
    kind = entry.kind
    role = entry.role
    valence = entry.valence
    scope = entry.scope
    strength = entry.strength
  }
}

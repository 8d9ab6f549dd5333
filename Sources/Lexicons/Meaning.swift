import Wording

/// What a written form means: all that scoring asks of it, looked up once for each distinct form.
///
/// What is asked of every word stands first, in one line of the cache.
package struct Meaning: Sendable, BitwiseCopyable {
  /// The word, or `UInt32.max` where it is unknown or no word.
  package var word: UInt32 = .max
  /// What stands for it in learned pairs, or `UInt32.max` where pairs reach over it.
  package var pairMember: UInt32 = .max
  /// The entry that gives its meaning, or `UInt32.max`.
  package var bearer: UInt32 = .max
  /// Whether it is a word's or an emoji's that changes a comment's stance.
  package var hasStance = false
  /// Whether scoring stops at it: it has a stance, or is a mark that ends or tells something.
  package var isEvent = false
  /// Whether the word or its meaning counts for an issue, a guard, a place or spam.
  package var isTopical = false
  /// Whether an operator's reach is used up by passing over it.
  package var isStep = false
  /// Bits of the words by which phrases that start with the word go on: see `PhraseTrie.bit(of:)`.
  package var continuations: UInt64 = 0
  /// The word's own such bit; 0 where it is unknown.
  package var phraseBit: UInt64 = 0
  /// What training found of the word and of its letters; the fourth lane is the word's genre.
  package var effect: Effect = .zero
  /// What training found of the word in reviews.
  package var reviewEffect: Effect = .zero

  /// What training found of the bearer where nothing turns it.
  package var plainEffect: Effect = .zero
  /// The bearer's part in a comment's stance.
  package var part = StancePart()
  /// Whether it changes the stance by its own valence, and whether by what it does to words around it.
  package var isValenced = false
  package var isOperator = false
  /// How surely the word is an advertisement's, 0…5.
  package var spam: UInt8 = 0
  /// How surely the shape of an unknown word is an advertisement's: 3 for a gambling site's name, 5 with its letters apart.
  package var brandSpam: UInt8 = 0
  /// The word's and its bearer's numbers among the terms that guards name; 0 where none does.
  package var guardTerm: UInt16 = 0
  package var bearerGuardTerm: UInt16 = 0
  /// The entry whose keywords count, the word's or else the bearer's, or `UInt32.max`; and those keywords.
  package var topic: UInt32 = .max
  package var keywords = Run()
  /// The place that is named, or `UInt32.max`.
  package var place: UInt32 = .max
  /// The phrase trie's node behind the word; 0 where no phrase starts with it.
  package var phraseNode: PhraseTrie.Node = 0
}

/// What an entry does in a comment's stance.
package struct StancePart: Sendable, BitwiseCopyable {
  package var kind: Kind = .neutral
  /// The kind's place in `Kind.allCases`.
  package var ordinal: UInt8 = 0
  package var role: Operator = .none
  /// How many words an operator reaches; 0 is to the end of the clause.
  package var scope: UInt8 = 0
  package var strength: Float = 1
  /// |valence|.
  package var size: Float = 0

  package init() {}

  package init(_ entry: Entry) {
    kind = entry.kind
    ordinal = entry.kind.ordinal
    role = entry.role
    size = Float(entry.valence.magnitude)
    scope = entry.scope
    strength = entry.strength
  }
}

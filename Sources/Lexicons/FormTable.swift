import Wording

/// Remembers the forms of a dump, so that folding and stemming run once for each distinct form.
///
/// One for each worker. At its limit it forgets all and starts again, so its memory is bounded; what it
/// answers never depends on what it remembers.
package struct FormTable: Sendable {
  private struct Slot {
    /// A hash of the form's bytes; 0 where the slot is free.
    var hash: UInt64 = 0
    /// Where the form's items start, and how many they are.
    var first: UInt32 = 0
    var count: UInt32 = 0
  }

  private static let limit = 1 << 16
  private let lexicon: Lexicon
  private let resolver: Resolver
  private var slots = Array(repeating: Slot(), count: 1 << 17)
  private var formCount = 0
  /// The items of all forms, one form's after the other's, each with its meaning but without a place in a comment.
  private(set) var items: [Item] = []

  package init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    resolver = Resolver(lexicon.vocabulary)
  }

  /// The places in `items` of what the token `bytes` stands for: one for each of its words, one where it is unknown.
  ///
  /// Forms are told apart by a 64-bit hash of their bytes.
  ///
  /// - Complexity: O(length) for a form seen before.
  mutating func form(of bytes: Span<UInt8>) -> Range<Int> {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in bytes.indices { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9 | 1
    var place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[place].hash != 0 {
      let slot = slots[place]
      if slot.hash == hash { return Int(slot.first)..<Int(slot.first &+ slot.count) }
      place = (place + 1) & (slots.count - 1)
    }
    if formCount == Self.limit {
      formCount = 0
      items.removeAll(keepingCapacity: true)
      for i in slots.indices { slots[i] = Slot() }
      place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    }
    let first = items.count
    appendItems(of: bytes)
    formCount += 1
    slots[place] = Slot(hash: hash, first: UInt32(first), count: UInt32(items.count - first))
    return first..<items.count
  }

  /// The slow path.
  private mutating func appendItems(of bytes: Span<UInt8>) {
    let words = resolver.resolve(bytes)
    let folded = WordBytes(folding: bytes)
    let letters = lexicon.weights.gramEffect(of: folded)
    guard words.isKnown else {
      var item = Item(start: 0, end: 0, kind: .word)
      let closed = folded.withoutBlanks
      if closed.isBrandLike { item.brandSpam = closed.count < folded.count ? 5 : 3 }
      item.effect = letters
      items.append(item)
      return
    }
    for i in 0..<words.count {
      var item = Item(start: 0, end: 0, kind: .word)
      item.word = words[i]
      item.pairMember = PairMember.id(of: words[i], lexicon.entries[Int(words[i])])
      item.meaning = lexicon.bearer(of: item.word, resolver)
      item.effect = lexicon.weights.wordEffect(item.word)
      item.reviewEffect = lexicon.weights.reviewEffect(item.word)
      if item.meaning != item.word {
        item.effect += lexicon.weights.wordEffect(item.meaning)
        item.reviewEffect += lexicon.weights.reviewEffect(item.meaning)
      }
      if i == 0 { item.effect += letters }
      let (own, borrowed) = (
        lexicon.entries[Int(item.word)], lexicon.entries[Int(item.meaning)]
      )
      item.hasStance = borrowed.hasStance
      item.isFunction = own.isOwn
      item.isTopical = own.isTopical || borrowed.isTopical
      item.phraseNode = lexicon.phrases.next(from: 0, item.word) ?? 0
      items.append(item)
    }
  }
}

extension Lexicon {
  /// The entry that gives `id` its meaning: its own, or the meaningful root's that affixes lead to.
  ///
  /// *kerusakan* (damage) is a known word without a row of its own valence; it means what *rusak* means. A place
  /// or a function word never borrows a meaning, and operators are never borrowed.
  package func bearer(of id: Vocabulary.WordID, _ resolver: Resolver) -> UInt32 {
    let entry = entries[Int(id)]
    guard !entry.hasStance, !entry.isPlace, !entry.isOwn else { return id }
    let root = resolver.resolve(WordBytes(vocabulary.spelling(of: id)), excluding: id)
    guard root.count == 1, root.changes == .affixes else { return id }
    let borrowed = entries[Int(root[0])]
    return borrowed.hasMeaning && borrowed.role == .none ? root[0] : id
  }
}

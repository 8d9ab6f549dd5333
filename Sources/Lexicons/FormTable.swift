import Wording

/// A written form and what it stands for, found once and remembered.
package struct Form: Sendable {
  /// The words, for phrases and guards.
  package let words: Resolution
  /// For each word the entry that gives its meaning: its own, or its root's where it has none.
  package let meanings: InlineArray<4, UInt32>
  /// What training found of each word; the first bears what was found of the form's letters.
  package let effects: InlineArray<4, Effect>
}

/// Remembers the forms of a dump, so that folding and stemming run once for each distinct form.
///
/// One for each worker. At its limit it forgets all and starts again, so its memory is bounded; what it
/// answers never depends on what it remembers.
package struct FormTable: Sendable {
  private static let limit = 1 << 16
  private let lexicon: Lexicon
  private let resolver: Resolver
  private var hashes: [UInt64] = Array(repeating: 0, count: 1 << 17)
  private var places: [UInt32] = Array(repeating: 0, count: 1 << 17)
  private var forms: [Form] = []

  package init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    resolver = Resolver(lexicon.vocabulary)
  }

  /// The form that the token `bytes` is.
  ///
  /// Forms are told apart by a 64-bit hash of their bytes.
  ///
  /// - Complexity: O(length) for a form seen before.
  package mutating func form(of bytes: Span<UInt8>) -> Form {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in bytes.indices { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9 | 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & (hashes.count - 1)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return forms[Int(places[slot])] }
      slot = (slot + 1) & (hashes.count - 1)
    }
    if forms.count == Self.limit {
      forms.removeAll(keepingCapacity: true)
      for i in hashes.indices { hashes[i] = 0 }
      slot = Int(truncatingIfNeeded: hash >> 32) & (hashes.count - 1)
    }
    let form = slowForm(of: bytes)
    hashes[slot] = hash
    places[slot] = UInt32(forms.count)
    forms.append(form)
    return form
  }

  private func slowForm(of bytes: Span<UInt8>) -> Form {
    let words = resolver.resolve(bytes)
    var meanings = InlineArray<4, UInt32>(repeating: .max)
    var effects = InlineArray<4, Effect>(repeating: .zero)
    for i in 0..<words.count {
      meanings[i] = lexicon.bearer(of: words[i], resolver)
      effects[i] = lexicon.weights.wordEffect(words[i])
      if meanings[i] != words[i] { effects[i] += lexicon.weights.wordEffect(meanings[i]) }
    }
    effects[0] += lexicon.weights.gramEffect(of: WordBytes(folding: bytes))
    return Form(words: words, meanings: meanings, effects: effects)
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

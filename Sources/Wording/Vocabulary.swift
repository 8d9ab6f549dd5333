/// The words a lexicon knows, and the slang forms that stand for them: a flat hash table from spelling to word.
///
/// A vocabulary knows no meaning; a word is a number that its owner gives a meaning to. Spellings are folded
/// before they are added and before they are looked up, by the same code, so both sides always agree.
package struct Vocabulary: Sendable {
  /// The number of a word, from 0 in the order of adding.
  package typealias WordID = UInt32

  /// How far affixes may be stripped to end at a word.
  package enum Stripping: UInt8, Sendable {
    /// The word is found only as it is written.
    case none
    /// Clitics and particles may hang on it: place names, function words, names.
    case clitics
    /// Any affix may: the word is a root.
    case affixes
  }

  /// What a spelling stands for.
  package enum Meaning: Equatable, Sendable {
    case word(WordID)
    /// A slang form: the words of its standard spelling are `expansions[range]`.
    case variant(Range<Int>)
  }

  /// A key's number plus 1 in the low half, 0 where the slot is free; in the high half that of the key's hash, so that
  /// other keys are told apart without a look at their letters.
  private var slots: [UInt64]
  private var keys: [(start: UInt32, count: UInt8)] = []
  private var meanings: [Meaning] = []
  private var letters: [UInt8] = []
  private var stripping: [Stripping] = []
  private var wordKeys: [UInt32] = []
  /// The words of the standard spellings of all slang forms, one form after the other.
  package private(set) var expansions: [WordID] = []

  /// - Parameter expected: About how many spellings will be added, to make room for them at once.
  package init(expected: Int = 32) {
    var count = 64
    while count < expected * 2 { count *= 2 }
    slots = Array(repeating: 0, count: count)
    keys.reserveCapacity(expected)
    meanings.reserveCapacity(expected)
  }

  /// How many words there are.
  package var wordCount: Int { wordKeys.count }

  /// What `word` stands for, or `nil` where it is unknown.
  ///
  /// - Complexity: O(1) expected.
  package func meaning(of word: WordBytes) -> Meaning? {
    guard let key = key(of: word) else { return nil }
    return meanings[key]
  }

  /// The number of `word` where it is a word itself.
  package func wordID(of word: WordBytes) -> WordID? {
    guard case .word(let id)? = meaning(of: word) else { return nil }
    return id
  }

  /// How far affixes may be stripped to end at `id`.
  package func stripping(of id: WordID) -> Stripping { stripping[Int(id)] }

  /// The folded spelling of `id`.
  package func spelling(of id: WordID) -> String {
    let key = keys[Int(wordKeys[Int(id)])]
    return String(
      decoding: letters[Int(key.start)..<Int(key.start) + Int(key.count)], as: UTF8.self)
  }

  /// Adds `word`, or returns its number where it is there already; the wider `stripping` stays.
  @discardableResult
  package mutating func add(_ word: WordBytes, stripping wanted: Stripping) -> WordID {
    if let id = wordID(of: word) {
      if wanted.rawValue > stripping[Int(id)].rawValue { stripping[Int(id)] = wanted }
      return id
    }
    let id = WordID(wordKeys.count)
    wordKeys.append(UInt32(meanings.count))
    stripping.append(wanted)
    insert(word, .word(id))
    return id
  }

  /// Lowers how far affixes may be stripped to end at `id`, for names that look like roots.
  package mutating func restrict(_ id: WordID, to wanted: Stripping) { stripping[Int(id)] = wanted }

  /// Adds the slang form `variant` for `standard`.
  ///
  /// A form that is there already stays as it is.
  ///
  /// - Returns: Whether it was added.
  package mutating func add(variant: WordBytes, standard: [WordID]) -> Bool {
    guard meaning(of: variant) == nil else { return false }
    let start = expansions.count
    expansions += standard
    insert(variant, .variant(start..<expansions.count))
    return true
  }

  private func key(of word: WordBytes) -> Int? {
    let hash = word.hash
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let key = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if isSpelt(key, word) { return key }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isSpelt(_ key: Int, _ word: WordBytes) -> Bool {
    let (start, count) = keys[key]
    guard Int(count) == word.count else { return false }
    for i in 0..<word.count where letters[Int(start) + i] != word[i] { return false }
    return true
  }

  private mutating func insert(_ word: WordBytes, _ meaning: Meaning) {
    keys.append((UInt32(letters.count), UInt8(word.count)))
    for i in 0..<word.count { letters.append(word[i]) }
    meanings.append(meaning)
    if meanings.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for key in keys.indices {
        var spelt = WordBytes()
        for i in 0..<Int(keys[key].count) { spelt.append(letters[Int(keys[key].start) + i]) }
        place(key, hash: spelt.hash)
      }
    } else {
      place(meanings.count - 1, hash: word.hash)
    }
  }

  private mutating func place(_ key: Int, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(key + 1)
  }
}

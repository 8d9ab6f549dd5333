/// The words a lexicon knows, and the slang forms that stand for them: a flat hash table from spelling to word.
///
/// A vocabulary knows no meaning; a word is a number that its owner gives a meaning to. Spellings are folded
/// before they are added and before they are looked up, by the same code, so both sides always agree.
package struct Vocabulary: Sendable {
  /// The number of a word, from 0 in the order of adding.
  package typealias WordID = UInt32

  /// How far affixes may be stripped to end at a word.
  package enum Stripping: UInt8, Sendable, BitwiseCopyable {
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

  /// A spelling and what it stands for.
  private struct Key: BitwiseCopyable {
    /// Its first eight bytes, and where the others begin in `chunks`: see `WordBytes`.
    let first: UInt64
    let start: UInt32
    /// How many bytes it has.
    let count: UInt8
    var stripping: Stripping
    let isVariant: Bool
    /// The word's number, or where a slang form's words begin in `expansions`.
    let value: UInt32
    /// How many words a slang form stands for.
    var expanded: UInt32 = 0
  }

  /// A key's number plus 1 in the low half, 0 where the slot is free; in the high half that of the key's hash, so that
  /// other keys are told apart without a look at their letters.
  private var slots: [UInt64]
  private var keys: [Key] = []
  /// The spellings but for their first eight bytes.
  private var chunks: [UInt64] = []
  private var wordKeys: [UInt32] = []
  /// The words of the standard spellings of all slang forms, one form after the other.
  package private(set) var expansions: [WordID] = []

  /// - Parameter expected: About how many spellings will be added, to make room for them at once.
  package init(expected: Int = 32) {
    var count = 64
    while count < expected * 2 { count *= 2 }
    slots = Array(repeating: 0, count: count)
    keys.reserveCapacity(expected)
    chunks.reserveCapacity(expected)
    wordKeys.reserveCapacity(expected)
  }

  /// How many words there are.
  package var wordCount: Int { wordKeys.count }

  /// What `word` stands for, or `nil` where it is unknown.
  ///
  /// - Complexity: O(1) expected.
  package func meaning(of word: WordBytes) -> Meaning? {
    guard let place = place(of: word, word.hash) else { return nil }
    let key = keys[place]
    guard key.isVariant else { return .word(key.value) }
    return .variant(Int(key.value)..<Int(key.value) + Int(key.expanded))
  }

  /// The number of `word` where it is a word itself.
  package func wordID(of word: WordBytes) -> WordID? { wordID(of: word, word.hash) }

  private func wordID(of word: WordBytes, _ hash: UInt64) -> WordID? {
    guard let place = place(of: word, hash), !keys[place].isVariant else { return nil }
    return keys[place].value
  }

  /// How far affixes may be stripped to end at `id`.
  package func stripping(of id: WordID) -> Stripping { keys[Int(wordKeys[Int(id)])].stripping }

  /// The folded spelling of `id`.
  package func word(_ id: WordID) -> WordBytes { spelling(of: keys[Int(wordKeys[Int(id)])]) }

  /// The folded spelling of `id`, as text.
  package func spelling(of id: WordID) -> String { word(id).text }

  private func spelling(of key: Key) -> WordBytes {
    let count = Int(key.count)
    var word = WordBytes(chunk: key.first, count: min(8, count))
    var place = Int(key.start)
    while word.count < count {
      word.append(chunk: chunks[place], count: min(8, count - word.count))
      place += 1
    }
    return word
  }

  /// Adds `word`, or returns its number where it is there already; the wider `stripping` stays.
  @discardableResult
  package mutating func add(_ word: WordBytes, stripping wanted: Stripping) -> WordID {
    let hash = word.hash
    if let id = wordID(of: word, hash) {
      let place = Int(wordKeys[Int(id)])
      if wanted.rawValue > keys[place].stripping.rawValue { keys[place].stripping = wanted }
      return id
    }
    let id = WordID(wordKeys.count)
    wordKeys.append(UInt32(keys.count))
    insert(
      word, hash,
      Key(
        first: word.chunks[0], start: UInt32(chunks.count), count: UInt8(word.count),
        stripping: wanted, isVariant: false,
        value: id))
    return id
  }

  /// Lowers how far affixes may be stripped to end at `id`, for names that look like roots.
  package mutating func restrict(_ id: WordID, to wanted: Stripping) {
    keys[Int(wordKeys[Int(id)])].stripping = wanted
  }

  /// Adds the slang form `variant` for `standard`.
  ///
  /// A form that is there already stays as it is.
  ///
  /// - Returns: Whether it was added.
  package mutating func add(variant: WordBytes, standard: [WordID]) -> Bool {
    let hash = variant.hash
    guard place(of: variant, hash) == nil else { return false }
    insert(
      variant, hash,
      Key(
        first: variant.chunks[0], start: UInt32(chunks.count), count: UInt8(variant.count),
        stripping: .none, isVariant: true,
        value: UInt32(expansions.count), expanded: UInt32(standard.count)))
    expansions += standard
    return true
  }

  /// The place of `word` in `keys`.
  @inline(__always)
  private func place(of word: WordBytes, _ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let key = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
        if isSpelt(keys[key], word) { return key }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isSpelt(_ key: Key, _ word: WordBytes) -> Bool {
    guard key.first == word.chunks[0], Int(key.count) == word.count else { return false }
    guard word.count > 8 else { return true }
    for number in 1..<word.chunkCount
    where chunks[Int(key.start) + number - 1] != word.chunks[number] {
      return false
    }
    return true
  }

  private mutating func insert(_ word: WordBytes, _ hash: UInt64, _ key: Key) {
    keys.append(key)
    if word.count > 8 {
      for number in 1..<word.chunkCount { chunks.append(word.chunks[number]) }
    }
    if keys.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for place in keys.indices { enter(place, hash: spelling(of: keys[place]).hash) }
    } else {
      enter(keys.count - 1, hash: hash)
    }
  }

  private mutating func enter(_ key: Int, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(key + 1)
  }
}

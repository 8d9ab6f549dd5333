import Wording

/// Remembers the forms of a dump, so that folding and stemming run once for each distinct form.
///
/// One for each worker. Common forms come early: at its limit it keeps those that it has, and has each further one only
/// until the comment's end. After very many of these it forgets all and starts again, as a dump's words may have
/// changed. So its memory is bounded; what it answers never depends on what it remembers.
package struct FormTable: ~Copyable, Sendable {
  /// Where a form's meanings stand: one for each of its words, one where it is unknown.
  package struct Form: Sendable, BitwiseCopyable {
    let first: UInt32
    let count: UInt32
  }

  package struct Slot: HashSlot, Sendable {
    /// A hash of the form's bytes; 0 where the slot is free.
    package var hash: UInt64 = 0
    var form = Form(first: 0, count: 0)

    package init() {}

    init(hash: UInt64, form: Form) {
      self.hash = hash
      self.form = form
    }
  }

  /// How many forms are kept.
  private let limit: Int
  private let lexicon: Lexicon
  private let resolver: Resolver
  /// Twice as many as forms and more, a power of two.
  private var slots = Pile(repeating: Slot(), count: 1 << 12)
  private var formCount = 0
  /// The meanings of all forms, one form's after the other's, behind those of marks.
  package private(set) var meanings = Pile<Meaning>(room: 4096)
  /// How many meanings are kept; those behind are the comment's own.
  private var keptCount = 0
  /// How many forms were not kept since the table was empty.
  private var missCount = 0

  package init(_ lexicon: Lexicon, limit: Int = 1 << 16) {
    self.lexicon = lexicon
    self.limit = limit
    resolver = Resolver(lexicon.vocabulary)
    addMarks()
  }

  /// Adds the meanings of tokens that are no words: one for each kind, in its place.
  private mutating func addMarks() {
    for kind in Token.Kind.allCases {
      var meaning = Meaning()
      meaning.pairMember = PairMember(kind)?.id ?? .max
      meaning.isTopical = kind == .url
      meaning.isEvent = kind != .mark
      meanings.append(meaning)
    }
    keptCount = meanings.count
  }

  /// The form of a token that is no word.
  static func form(of kind: Token.Kind) -> Form { Form(first: UInt32(kind.rawValue), count: 1) }

  /// Forgets what was the last comment's alone; all, after eight such forms for each that is kept.
  mutating func makeRoom() {
    guard meanings.count > keptCount else { return }
    meanings.removeLast(meanings.count - keptCount)
    guard missCount >= limit * 8 else { return }
    meanings.removeAll()
    addMarks()
    slots.fill(with: Slot())
    formCount = 0
    missCount = 0
  }

  /// The form of the token from `start` to `end`, whose hash was found while it was scanned.
  ///
  /// Forms are told apart by a 64-bit hash of their bytes.
  ///
  /// - Complexity: O(1) expected for a form seen before.
  @inline(__always)
  mutating func form(of bytes: Span<UInt8>, _ start: Int, _ end: Int, _ hash: UInt64) -> Form {
    var place = Int(truncatingIfNeeded: hash &>> 32) & (slots.count &- 1)
    while slots[place].hash != 0 {
      if slots[place].hash == hash { return slots[place].form }
      place = (place &+ 1) & (slots.count &- 1)
    }
    return newForm(of: bytes, start, end, hash, at: place)
  }

  mutating func form(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Form {
    form(of: bytes, start, end, bytes.extracting(start..<end).wordHash)
  }

  /// The slow path.
  @inline(never)
  private mutating func newForm(
    of bytes: Span<UInt8>, _ start: Int, _ end: Int, _ hash: UInt64, at place: Int
  ) -> Form {
    let first = meanings.count
    appendMeanings(of: WordBytes(folding: bytes, start..<end))
    let form = Form(first: UInt32(first), count: UInt32(meanings.count - first))
    if formCount < limit {
      formCount += 1
      keptCount = meanings.count
      slots[place] = Slot(hash: hash, form: form)
      if formCount * 2 > slots.count { slots.doubleSlots() }
    } else {
      missCount += 1
    }
    return form
  }

  private mutating func appendMeanings(of folded: WordBytes) {
    let words = resolver.resolve(folded.withoutBlanks)
    let letters = lexicon.weights.gramEffect(of: folded)
    guard words.isKnown else {
      var meaning = Meaning()
      meaning.pairMember = PairMember.unknown.id
      let closed = folded.withoutBlanks
      if closed.isBrandLike { meaning.brandSpam = closed.count < folded.count ? 5 : 3 }
      meaning.isTopical = meaning.brandSpam > 0
      meaning.isStep = true
      meaning.effect = letters
      meanings.append(meaning)
      return
    }
    for i in 0..<words.count {
      var meaning = Meaning()
      meaning.word = words[i]
      meaning.bearer = lexicon.bearer(of: words[i], resolver)
      let (own, borrowed) = (
        lexicon.entries[Int(meaning.word)], lexicon.entries[Int(meaning.bearer)]
      )
      meaning.pairMember = PairMember.id(of: meaning.word, own)
      meaning.effect = lexicon.weights.wordEffect(meaning.word)
      meaning.reviewEffect = lexicon.weights.reviewEffect(meaning.word)
      if meaning.bearer != meaning.word {
        meaning.effect += lexicon.weights.wordEffect(meaning.bearer)
        meaning.reviewEffect += lexicon.weights.reviewEffect(meaning.bearer)
      }
      if i == 0 { meaning.effect += letters }
      meaning.plainEffect =
        lexicon.weights.entries[EffectTable.entry(meaning.bearer, turn: Turn.plain.rawValue)]
      meaning.part = StancePart(borrowed)
      meaning.hasStance = borrowed.hasStance
      meaning.isValenced = borrowed.isValenced
      meaning.isOperator = borrowed.role != .none
      meaning.isEvent = borrowed.hasStance
      // A function word or a name uses nothing up.
      meaning.isStep = !borrowed.hasStance && !own.isOwn
      meaning.isTopical = own.isTopical || borrowed.isTopical
      meaning.spam = own.spam
      meaning.guardTerm = own.guardTerm
      if meaning.bearer != meaning.word { meaning.bearerGuardTerm = borrowed.guardTerm }
      let speaker = own.keywords.isEmpty ? (meaning.bearer, borrowed) : (meaning.word, own)
      if !speaker.1.keywords.isEmpty {
        (meaning.topic, meaning.keywords) = (speaker.0, speaker.1.keywords)
      }
      if own.isPlace {
        meaning.place = meaning.word
      } else if speaker.1.isPlace {
        meaning.place = speaker.0
      }
      meaning.phraseBit = PhraseTrie.bit(of: meaning.word)
      meaning.phraseNode = lexicon.phrases.next(from: 0, meaning.word) ?? 0
      if meaning.phraseNode != 0 {
        meaning.continuations = lexicon.phrases.continuations[Int(meaning.phraseNode)]
      }
      meanings.append(meaning)
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
    let root = resolver.resolve(vocabulary.word(id), excluding: id)
    guard root.count == 1, root.changes == .affixes else { return id }
    let borrowed = entries[Int(root[0])]
    return borrowed.hasMeaning && borrowed.role == .none ? root[0] : id
  }
}

import Glibc
import Lexicons
import Wording

/// The sentiment lexicon at work: adds up what a comment's words and patterns say for each stance.
///
/// A left-to-right pass keeps the state of negation, intensity and clause; sentences are weighed when they end.
/// The scorer's arrays are reused, so scoring allocates nothing once they have grown.
package struct StanceScorer: ~Copyable, Sendable {
  package internal(set) var hits = Pile<Hit>(room: 128)
  package internal(set) var signs: StanceSigns = []
  /// How much each clause counts.
  package internal(set) var clauseWeights = Pile<Float>(room: 32)
  /// The item at which each clause begins.
  package internal(set) var clauseStarts = Pile<Int>(room: 32)
  package internal(set) var traits = Traits()
  /// What learned words, pairs and letters are weighed by: long comments have more of them.
  package internal(set) var wordScale: Float = 1

  let weights: StanceWeights
  let pairs: EffectTable
  let entryEffects: EffectTable
  let entries: Shelf<Entry>
  let genreBias: Float?
  /// What learned words, pairs and letters add, by clause.
  var clauseEffects = Pile<Effect>(room: 32)
  var clauseReviewEffects = Pile<Effect>(room: 32)
  /// How far the last comment reads as a review or a news item, 0…1.
  package internal(set) var reviewShare: Float = 0
  /// Whether a word speaks of something amiss, what plain praise adds up to, and whether something mocks.
  var hasDefect = false
  var praise: Float = 0
  var mocks = false

  // The state of the sentence that is being read.
  var sentenceStart = 0
  var mood: Mood = []
  var turn: Turn = .plain
  var reach = 0
  /// How many of the words that use up a reach were passed.
  var stepsTaken: UInt32 = 0
  var turnIsUsed = true
  var turnStart: UInt32 = 0
  var turnEnd: UInt32 = 0
  var intensity: Float = 1
  var lastHitItem = -9
  var numberAt = -9
  /// Whether the clause is conceded and a comma ends it.
  var concedes = false
  /// How many hits there were when the comment spoke of the past; `nil` where it has not.
  var pastAt: Int?
  /// How many hits there were when it turned to the present.
  var presentAt: Int?
  /// How many words there are, a phrase's being one, and how many unknown ones; and which item is the first.
  var wordsSeen = 0
  var unknownSeen = 0
  var firstWord = 0

  package init(_ lexicon: Lexicon) {
    weights = StanceWeights(lexicon.weights)
    pairs = lexicon.weights.pairs
    entryEffects = lexicon.weights.entries
    entries = lexicon.entries
    genreBias = lexicon.weights.genreBias
  }

  /// Scores a comment; the logits are those of complaint, support and neutral.
  ///
  /// The reading is not changed; it is `inout` since one that is only lent would be copied bit by bit.
  ///
  /// - Complexity: O(number of items).
  package mutating func score(_ reading: inout Reading) -> Effect {
    let items = reading.items.span
    let meanings = reading.forms.meanings.span
    let events = reading.events.span
    let phrases = reading.phrases.span
    begin(items)
    var event = 0
    var phrase = Self.stancePhrase(from: 0, at: 0, phrases)
    var phraseStart = phrase < phrases.count ? phrases[phrase].item : .max
    while true {
      let position = event < events.count ? events[event] : .max
      if phraseStart <= position {
        guard phraseStart != .max else { break }
        pass(to: items[phraseStart].steps)
        let end = phraseStart &+ phrases[phrase].stanceLength
        takePhrase(phrases[phrase].stance, at: phraseStart, to: end, items)
        stepsTaken = end < items.count ? items[end].steps : reading.steps
        phrase = Self.stancePhrase(from: phrase, at: end, phrases)
        phraseStart = phrase < phrases.count ? phrases[phrase].item : .max
        while event < events.count, events[event] < end { event &+= 1 }
        continue
      }
      event &+= 1
      pass(to: items[position].steps)
      let form = Int(items[position].form)
      if meanings[form].hasStance {
        take(items, at: position, meanings, form)
      } else if !items[position].isWord {
        takeMark(items[position].kind, at: position)
      }
    }
    endSentence()
    addLearned(items, meanings)
    judgeWhole()
    return sum()
  }

  /// The place of the first phrase with a stance from `place` on that starts at the item `position` or behind it.
  private static func stancePhrase(
    from place: Int, at position: Int, _ phrases: Span<PhraseHit>
  ) -> Int {
    var place = place
    while place < phrases.count, phrases[place].item < position || phrases[place].stanceLength == 0
    {
      place &+= 1
    }
    return place
  }

  /// Passes over words without a stance, of which each takes one from an operator's reach.
  @inline(__always)
  private mutating func pass(to steps: UInt32) {
    if reach > 0 {
      reach -= Int(steps &- stepsTaken)
      if reach <= 0 { endTurn() }
    }
    stepsTaken = steps
  }

  private mutating func begin(_ items: Span<Item>) {
    hits.removeAll()
    clauseWeights.removeAll()
    clauseStarts.removeAll()
    beginClause(1, at: 0)
    signs = []
    traits = Traits()
    wordsSeen = 0
    unknownSeen = 0
    stepsTaken = 0
    firstWord = 0
    while firstWord < items.count, !items[firstWord].isWord { firstWord &+= 1 }
    numberAt = -9
    pastAt = nil
    presentAt = nil
    hasDefect = false
    praise = 0
    mocks = false
    startSentence(at: 0)
  }

  /// Adds up what training found of the words and of those that follow each other, clause by clause, and counts words.
  private mutating func addLearned(_ items: Span<Item>, _ meanings: Span<Meaning>) {
    clauseEffects.removeAll()
    clauseReviewEffects.removeAll()
    var previous = PairMember.start.id
    var position = 0
    var (words, unknown) = (0, 0)
    for clause in clauseStarts.indices {
      let end = clause + 1 < clauseStarts.count ? clauseStarts[clause + 1] : items.count
      var (effect, review) = (Effect.zero, Effect.zero)
      while position < end {
        let form = Int(items[position].form)
        let word = items[position].isWord ? 1 : 0
        words &+= word
        unknown &+= meanings[form].bearer == .max ? word : 0
        effect += meanings[form].effect
        review += meanings[form].reviewEffect
        let member = meanings[form].pairMember
        if member != .max {
          effect += pairs[EffectTable.pair(previous, member)]
          previous = member
        }
        position &+= 1
      }
      if clause + 1 == clauseStarts.count {
        effect += pairs[EffectTable.pair(previous, PairMember.end.id)]
      }
      clauseEffects.append(effect)
      clauseReviewEffects.append(review)
    }
    wordsSeen &+= words
    unknownSeen &+= unknown
  }

  /// Adds up the clauses, and what the comment's traits say.
  ///
  /// A word can mean otherwise in reviews and news than in comments: what it adds there is gated by how far the
  /// whole reads as one, a mixture of two experts (Jacobs and others 1991) that share all else.
  mutating func sum() -> Effect {
    wordScale = 3 / (Float(wordsSeen) + 4).squareRoot()
    var (sum, review) = (Effect.zero, weights.reviewTraits[Trait.count])
    var genre: Float = 0
    for i in hits.indices { sum += hits[i].effect * clauseWeights[Int(hits[i].clause)] }
    for clause in clauseWeights.indices {
      let scale = clauseWeights[clause] * wordScale
      sum += clauseEffects[clause] * scale
      review += clauseReviewEffects[clause] * scale
      genre += clauseEffects[clause].w
    }
    traits.forEach { review += weights.reviewTraits[$0] }
    reviewShare = 0
    if let genreBias {
      reviewShare = 1 / (1 + expf(-(genreBias + genre * wordScale)))
      sum += review * reviewShare
    }
    addTraits(to: &sum)
    sum.w = 0
    return sum
  }

  /// Adds what the comment's traits say, each and every two of them.
  @inline(__always)
  private func addTraits(to sum: inout Effect) {
    let (ones, pairs) = (weights.traits.span, weights.traitPairs.span)
    let partners = weights.traitPartners.span
    var rest = traits.bits
    while rest != 0 {
      let one = rest.trailingZeroBitCount
      rest &= rest &- 1
      sum += ones[one]
      var others = rest & partners[one]
      let row = one &* Trait.count
      while others != 0 {
        sum += pairs[row &+ others.trailingZeroBitCount]
        others &= others &- 1
      }
    }
  }

  /// Takes a mark, a number, a name or an emoji without a meaning.
  private mutating func takeMark(_ kind: Token.Kind, at position: Int) {
    switch kind {
    case .stop, .exclamation:
      if case .exclamation = kind { traits.insert(.exclamation) }
      endSentence()
      startSentence(at: position + 1)
    case .question:
      mood.insert(.questionMark)
      signs.insert(.question)
      endSentence()
      startSentence(at: position + 1)
    case .comma:
      endTurn()
      // "meski hujan, tetap kerja": what follows the comma is no longer conceded.
      if concedes { beginClause(1.1, at: position) }
    case .number:
      numberAt = position
      traits.insert(.number)
    case .mention: traits.insert(.mention)
    case .url, .mail: traits.insert(.link)
    case .mark, .word, .hashtag, .emoji, .emoticon: break
    }
  }

  /// Takes the phrase `id`, from the item `position` to before `end`, in place of its words.
  private mutating func takePhrase(
    _ id: UInt32, at position: Int, to end: Int, _ items: Span<Item>
  ) {
    let isWord = items[position].isWord
    let bytes = (start: items[position].start, end: items[end &- 1].end)
    let part = StancePart(entries[Int(id)])
    // The phrase's words count as one.
    for inner in position..<end where items[inner].isWord { wordsSeen &-= 1 }
    if isWord { wordsSeen &+= 1 }
    if entries[Int(id)].isValenced {
      let acts = isWord ? turn : .plain
      count(
        part, id, acts, entryEffects[EffectTable.entry(id, turn: acts.rawValue)], at: position,
        bytes.start, bytes.end)
    }
    apply(part, at: position, bytes.start, bytes.end)
    if reach > 0, isWord { stepOver(part.role) }
  }

  /// Takes the word or emoji at `position`, whose meaning changes the stance.
  @inline(__always)
  private mutating func take(
    _ items: Span<Item>, at position: Int, _ meanings: Span<Meaning>, _ form: Int
  ) {
    if meanings[form].isValenced {
      var acts = Turn.plain
      var effect = meanings[form].plainEffect
      if reach > 0, items[position].isWord {
        acts = turn
        effect = entryEffects[EffectTable.entry(meanings[form].bearer, turn: acts.rawValue)]
      }
      count(
        meanings[form].part, meanings[form].bearer, acts, effect, at: position,
        items[position].start, items[position].end)
      // Few words are both.
      if meanings[form].isOperator {
        apply(meanings[form].part, at: position, items[position].start, items[position].end)
      }
    } else {
      apply(meanings[form].part, at: position, items[position].start, items[position].end)
    }
    if reach > 0, items[position].isWord { stepOver(meanings[form].part.role) }
  }

  /// A word takes an operator's reach, unless it is a negator itself.
  @inline(__always)
  private mutating func stepOver(_ role: Operator) {
    switch role {
    case .negator, .unmet, .forbidding: break
    default: step()
    }
  }
}

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
  /// The same of the clause that is being read.
  var current: Effect = .zero
  var currentReview: Effect = .zero
  /// How far the last comment reads as a review or a news item, 0…1.
  package internal(set) var reviewShare: Float = 0
  var previousMember = PairMember.start.id

  // The state of the sentence that is being read.
  var sentenceStart = 0
  var mood: Mood = []
  var turn: Turn = .plain
  var reach = 0
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
  var wordsSeen = 0
  var unknownSeen = 0

  package init(_ lexicon: Lexicon) {
    weights = StanceWeights(lexicon.weights)
    pairs = lexicon.weights.pairs
    entryEffects = lexicon.weights.entries
    entries = lexicon.entries
    genreBias = lexicon.weights.genreBias
  }

  /// Scores a comment; the logits are those of complaint, support and neutral.
  ///
  /// - Complexity: O(number of items).
  package mutating func score(_ reading: borrowing Reading) -> Effect {
    hits.removeAll()
    clauseWeights.removeAll()
    clauseStarts.removeAll()
    clauseEffects.removeAll()
    clauseReviewEffects.removeAll()
    current = .zero
    currentReview = .zero
    beginClause(1, at: 0)
    signs = []
    traits = Traits()
    wordsSeen = 0
    unknownSeen = 0
    numberAt = -9
    pastAt = nil
    presentAt = nil
    previousMember = PairMember.start.id
    startSentence(at: 0)
    var position = 0
    var nextPhrase = 0
    let count = reading.items.count
    while position < count {
      while nextPhrase < reading.phrases.count, reading.phrases[nextPhrase].item < position {
        nextPhrase &+= 1
      }
      var length = 1
      if nextPhrase < reading.phrases.count, reading.phrases[nextPhrase].item == position,
        reading.phrases[nextPhrase].stanceLength > 0
      {
        length = reading.phrases[nextPhrase].stanceLength
        takePhrase(reading.phrases[nextPhrase], at: position, reading)
      } else if reading.items[position].isWord {
        wordsSeen &+= 1
        let form = Int(reading.items[position].form)
        if reading.forms.meanings[form].hasStance {
          take(
            reading.forms.meanings[form].part, reading.forms.meanings[form].bearer, at: position,
            reading.items[position].start, reading.items[position].end, isWord: true)
        } else {
          if reading.forms.meanings[form].bearer == .max { unknownSeen &+= 1 }
          if !reading.forms.meanings[form].isFunction { step() }
        }
      } else {
        takeMark(at: position, reading)
      }
      for inner in position..<position &+ length {
        addLearned(Int(reading.items[inner].form), reading)
      }
      position &+= length
    }
    current += pairs[EffectTable.pair(previousMember, PairMember.end.id)]
    endSentence()
    judgeWhole()
    endClause()
    return sum()
  }

  @inline(__always)
  mutating func addLearned(_ form: Int, _ reading: borrowing Reading) {
    current += reading.forms.meanings[form].effect
    currentReview += reading.forms.meanings[form].reviewEffect
    let member = reading.forms.meanings[form].pairMember
    guard member != .max else { return }
    current += pairs[EffectTable.pair(previousMember, member)]
    previousMember = member
  }

  /// Adds up the clauses, and what the comment's traits say.
  ///
  /// A word can mean otherwise in reviews and news than in comments: what it adds there is gated by how far the
  /// whole reads as one, a mixture of two experts (Jacobs and others 1991) that share all else.
  mutating func sum() -> Effect {
    wordScale = 3 / (Float(wordsSeen) + 4).squareRoot()
    var sum = Effect.zero
    for i in hits.indices { sum += hits[i].effect * clauseWeights[hits[i].clause] }
    for clause in clauseWeights.indices {
      sum += clauseEffects[clause] * (clauseWeights[clause] * wordScale)
    }
    reviewShare = 0
    if let bias = genreBias {
      var genre: Float = 0
      for i in clauseEffects.indices { genre += clauseEffects[i].w }
      reviewShare = 1 / (1 + expf(-(bias + genre * wordScale)))
      var review = weights.reviewTraits[Trait.allCases.count]
      for clause in clauseWeights.indices {
        review += clauseReviewEffects[clause] * (clauseWeights[clause] * wordScale)
      }
      traits.forEach { review += weights.reviewTraits[$0] }
      sum += review * reviewShare
    }
    var rest = traits.bits
    while rest != 0 {
      let one = rest.trailingZeroBitCount
      rest &= rest &- 1
      sum += weights.traits[one]
      var others = rest
      while others != 0 {
        let other = others.trailingZeroBitCount
        others &= others &- 1
        sum += weights.traitPairs[one * Trait.allCases.count + other]
      }
    }
    sum.w = 0
    return sum
  }

  /// Takes a mark, a number, a name or an emoji.
  mutating func takeMark(at position: Int, _ reading: borrowing Reading) {
    let item = reading.items[position]
    switch item.kind {
    case .stop, .exclamation:
      if item.kind == .exclamation { traits.insert(.exclamation) }
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
    case .mention:
      traits.insert(.mention)
    case .url, .mail:
      traits.insert(.link)
    case .mark:
      break
    case .word, .hashtag, .emoji, .emoticon:
      let form = Int(item.form)
      if reading.forms.meanings[form].hasStance {
        take(
          reading.forms.meanings[form].part, reading.forms.meanings[form].bearer, at: position,
          item.start, item.end, isWord: item.isWord)
      }
    }
  }

  /// Takes a phrase in place of its words.
  mutating func takePhrase(
    _ phrase: PhraseHit, at position: Int, _ reading: borrowing Reading
  ) {
    let item = reading.items[position]
    if item.isWord { wordsSeen &+= 1 }
    take(
      StancePart(entries[Int(phrase.stance)]), phrase.stance, at: position, item.start,
      reading.items[position + phrase.stanceLength - 1].end, isWord: item.isWord)
  }

  /// Takes a word, an emoji or a phrase whose meaning changes the stance.
  mutating func take(
    _ part: StancePart, _ id: UInt32, at position: Int, _ start: UInt32, _ end: UInt32, isWord: Bool
  ) {
    switch part.kind {
    case .neutral where part.valence == 0: break
    default: count(part, id, at: position, start, end, isWord: isWord)
    }
    apply(part, at: position, start, end)
    guard isWord else { return }
    switch part.role {
    case .negator, .unmet, .forbidding: break
    default: step()
    }
  }
}

import Glibc
import Lexicons
import Wording

/// A word or pattern that counted, where it stands and what it added.
package struct Hit: Sendable, BitwiseCopyable {
  package var start: UInt32
  package var end: UInt32
  /// The lexicon's entry, or `UInt32.max` for a pattern.
  package var entry: UInt32
  package var cue: Cue
  package var turn: Turn
  /// The entry's kind.
  package var kind: Kind = .neutral
  /// What its sentence does.
  package var mood: MoodKind = .plain
  /// The entry's |valence| times what intensifies it; for a pattern, how much of it.
  package var size: Float
  /// What it added, before its clause was weighed.
  package var effect: Effect = .zero
  /// The clause it stands in, counted from 0 over the comment.
  package var clause: Int
}

/// What the scorer found out about a comment, besides its score.
package struct StanceSigns: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package static let question = StanceSigns(rawValue: 1)
  package static let request = StanceSigns(rawValue: 2)
  package static let thanks = StanceSigns(rawValue: 4)
  package static let sarcasm = StanceSigns(rawValue: 8)
  package static let resolved = StanceSigns(rawValue: 16)
  package static let toxic = StanceSigns(rawValue: 32)
}

/// The sentiment lexicon at work: adds up what a comment's words and patterns say for each stance.
///
/// A left-to-right pass keeps the state of negation, intensity and clause; sentences are weighed when they end.
/// The scorer's arrays are reused, so scoring allocates nothing once they have grown.
package struct StanceScorer: ~Copyable, Sendable {
  package private(set) var hits = Pile<Hit>(room: 128)
  package private(set) var signs: StanceSigns = []
  /// How much each clause counts.
  package private(set) var clauseWeights = Pile<Float>(room: 32)
  /// The item at which each clause begins.
  package private(set) var clauseStarts = Pile<Int>(room: 32)
  package private(set) var traits = Traits()
  /// What learned words, pairs and letters are weighed by: long comments have more of them.
  package private(set) var wordScale: Float = 1

  let weights: StanceWeights
  private let pairs: EffectTable
  private let entryEffects: EffectTable
  private let entries: Shelf<Entry>
  private let genreBias: Float?
  /// What learned words, pairs and letters add, by clause.
  private var clauseEffects = Pile<Effect>(room: 32)
  private var clauseReviewEffects = Pile<Effect>(room: 32)
  /// The same of the clause that is being read.
  private var current: Effect = .zero
  private var currentReview: Effect = .zero
  /// How far the last comment reads as a review or a news item, 0…1.
  package private(set) var reviewShare: Float = 0
  private var previousMember = PairMember.start.id

  // The state of the sentence that is being read.
  private var sentenceStart = 0
  private var mood: Mood = []
  private var turn: Turn = .plain
  private var reach = 0
  private var turnIsUsed = true
  private var turnStart: UInt32 = 0
  private var turnEnd: UInt32 = 0
  private var intensity: Float = 1
  private var lastHitItem = -9
  private var numberAt = -9
  /// Whether the clause is conceded and a comma ends it.
  private var concedes = false
  /// How many hits there were when the comment spoke of the past; `nil` where it has not.
  private var pastAt: Int?
  /// How many hits there were when it turned to the present.
  private var presentAt: Int?
  private var wordsSeen = 0
  private var unknownSeen = 0

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
  private mutating func addLearned(_ form: Int, _ reading: borrowing Reading) {
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
  private mutating func sum() -> Effect {
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
  private mutating func takeMark(at position: Int, _ reading: borrowing Reading) {
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
  private mutating func takePhrase(
    _ phrase: PhraseHit, at position: Int, _ reading: borrowing Reading
  ) {
    let item = reading.items[position]
    if item.isWord { wordsSeen &+= 1 }
    take(
      StancePart(entries[Int(phrase.stance)]), phrase.stance, at: position, item.start,
      reading.items[position + phrase.stanceLength - 1].end, isWord: item.isWord)
  }

  /// Takes a word, an emoji or a phrase whose meaning changes the stance.
  private mutating func take(
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

  // MARK: Words with a valence

  private mutating func count(
    _ part: StancePart, _ id: UInt32, at position: Int, _ start: UInt32, _ end: UInt32, isWord: Bool
  ) {
    let acts = isWord ? turn : .plain
    switch acts {
    case .plain: break
    case .negated, .unmet, .forbidden: turnIsUsed = true
    }
    hits.append(
      Hit(
        start: start, end: end, entry: id, cue: .bias, turn: acts,
        kind: part.kind, size: Float(abs(Int(part.valence))) * intensity, clause: clause))
    intensity = 1
    lastHitItem = position
    switch part.kind {
    case .gratitude: signs.insert(.thanks)
    case .insult: signs.insert(.toxic)
    default: break
    }
  }

  // MARK: Operators

  private mutating func apply(
    _ part: StancePart, at position: Int, _ start: UInt32, _ end: UInt32
  ) {
    switch part.role {
    case .negator:
      if case .negated = turn, reach > 0, !turnIsUsed {
        endTurnSilently()
      } else {
        begin(.negated, part, start, end)
      }
    case .forbidding:
      begin(.forbidden, part, start, end)
    case .unmet:
      begin(.unmet, part, start, end)
    case .restriction:
      // *bukan cuma*, *tidak hanya*: the negator does not negate.
      switch turn {
      case .negated, .forbidden:
        if !turnIsUsed {
          endTurnSilently()
          mood.insert(.restriction)
        }
      case .plain, .unmet: break
      }
    case .intensifier, .diminisher:
      if position - lastHitItem == 1, !hits.isEmpty {
        hits[hits.count - 1].size *= part.strength
      } else {
        intensity *= part.strength
      }
    case .contrast:
      if wordsSeen > 1 {
        for i in clauseWeights.indices { clauseWeights[i] *= 0.5 }
        beginClause(1.2, at: position)
        endTurn()
      }
      traits.insert(.contrast)
    case .concession:
      beginClause(0.4, at: position)
      concedes = true
      traits.insert(.concession)
    case .breach: mood.insert(.breach)
    case .presupposing:
      mood.insert(part.strength >= 2 ? [.presupposing, .unmet] : .presupposing)
      signs.insert(.question)
    case .asking:
      mood.insert(.asking)
      signs.insert(.question)
    case .request:
      mood.insert(.request)
      signs.insert(.request)
    case .hope: mood.insert(.hope)
    case .obligation: mood.insert(.obligation)
    case .hearsay: mood.insert(.hearsay)
    case .duration: if position - numberAt <= 2 { mood.insert(.duration) }
    case .again: mood.insert(.again)
    case .change:
      mood.insert(.change)
      if let pastAt, presentAt == nil, part.strength >= 1, hits.count > pastAt {
        for i in clauseWeights.indices { clauseWeights[i] *= 0.3 }
        beginClause(1.2, at: position)
        endTurn()
        presentAt = hits.count
      }
    case .past:
      if pastAt == nil { pastAt = hits.count }
      traits.insert(.past)
    case .address: traits.insert(.address)
    case .none, .particle: break
    }
  }

  private var clause: Int { clauseWeights.count - 1 }

  private mutating func beginClause(_ weight: Float, at position: Int) {
    if !clauseWeights.isEmpty { endClause() }
    clauseWeights.append(weight)
    clauseStarts.append(position)
    concedes = false
  }

  /// Puts what the clause's words added behind that of the clauses before it.
  private mutating func endClause() {
    clauseEffects.append(current)
    clauseReviewEffects.append(currentReview)
    current = .zero
    currentReview = .zero
  }

  private mutating func begin(_ new: Turn, _ part: StancePart, _ start: UInt32, _ end: UInt32) {
    endTurn()
    turn = new
    reach = part.scope == 0 ? 20 : Int(part.scope) + 1
    // A soft negator, of strength 0, turns what it meets but lacks nothing by itself: *tidak terlalu*.
    turnIsUsed = part.strength == 0
    turnStart = start
    turnEnd = end
    switch new {
    case .unmet: mood.insert(.unmet)
    case .plain, .negated, .forbidden: mood.insert(.negation)
    }
  }

  private mutating func step() {
    guard reach > 0 else { return }
    reach -= 1
    if reach == 0 { endTurn() }
  }

  /// A negator that met nothing valenced says by itself that something is lacking: *tidak bisa login*.
  private mutating func endTurn() {
    if !turnIsUsed {
      switch turn {
      case .plain: break
      case .negated: addCue(.negation, turnStart, turnEnd)
      case .forbidden: addCue(.prohibition, turnStart, turnEnd)
      case .unmet: addCue(.unmet, turnStart, turnEnd)
      }
    }
    endTurnSilently()
  }

  private mutating func endTurnSilently() {
    turn = .plain
    reach = 0
    turnIsUsed = true
  }

  // MARK: Sentences

  private mutating func startSentence(at position: Int) {
    sentenceStart = hits.count
    mood = []
    endTurnSilently()
    intensity = 1
    lastHitItem = -9
    if clauseWeights[clause] != 1 { beginClause(1, at: position) }
  }

  private mutating func addCue(_ cue: Cue, _ start: UInt32 = 0, _ end: UInt32 = 0) {
    hits.append(
      Hit(
        start: start, end: end, entry: .max, cue: cue, turn: .plain,
        size: 1, effect: weights.cues[Int(cue.rawValue)], clause: clause))
  }

  private mutating func endSentence() {
    endTurn()
    var lacks = false
    var praises = false
    var repairs = false
    for i in sentenceStart..<hits.count where hits[i].entry != .max {
      let kind = hits[i].kind
      let turn = hits[i].turn
      note(kind, turn)
      switch (kind, turn) {
      case (.defect, .plain), (.critique, .plain): lacks = true
      case (.defect, .negated), (.critique, .negated):
        if mood.contains(.change) || mood.contains(.again) { signs.insert(.resolved) }
      case (.praise, .plain), (.clap, .plain): praises = true
      case (.remedy, .plain): repairs = true
      case (.praise, _), (.clap, _), (.remedy, _): lacks = true
      default: break
      }
      hits[i].mood = mood.kind
      hits[i].effect = HandWeights.effect(kind, size: hits[i].size, turn, mood)
      hits[i].effect +=
        weights.groups[StanceWeights.group(Int(hits[i].kind.ordinal), turn, mood.kind)]
        * hits[i].size
      hits[i].effect +=
        entryEffects[
          EffectTable.entry(hits[i].entry, turn: turn.rawValue)]
    }
    let negates = mood.contains(.negation) || mood.contains(.unmet)
    if mood.contains(.presupposing) {
      if lacks || repairs || negates || mood.contains(.again) {
        addCue(.dueQuestion)
      } else {
        addCue(.openQuestion)
      }
    } else if mood.asks {
      addCue(.question)
    }
    if mood.contains(.request) {
      if lacks || repairs || mood.contains(.unmet) {
        addCue(.request)
      } else {
        addCue(.openRequest)
      }
    }
    if mood.contains(.breach) { addCue(.breach) }
    if mood.contains(.obligation), !praises { addCue(.obligation) }
    if mood.contains(.hearsay) { addCue(.hearsay) }
    if lacks || mood.contains(.unmet) {
      if mood.contains(.again) { addCue(.again) }
      if mood.contains(.duration) { addCue(.duration) }
    }
    if mood.contains(.hope), negates, mood.contains(.restriction) || mood.contains(.again) {
      addCue(.doubtfulHope)
    } else if mood.contains(.hope), !lacks {
      addCue(.hope)
    }
    noteMood()
    sentenceStart = hits.count
  }

  // MARK: The whole comment

  private static let applause: Traits = [.praise, .clap]
  private static let endsOfLacks: Traits = [.past, .remedy]
  private static let reasonsForPraise: Traits = [
    .contrast, .concession, .past, .gratitude, .request, .unmet, .presupposing, .questionMark,
    .hope, .blessing,
  ]

  /// The signs of the last comment, some of which only its stance tells.
  package func signs(complains: Bool, supports: Bool) -> StanceSigns {
    var signs = signs
    if complains {
      // Praise that nothing else accounts for, in a comment that complains all the same.
      if traits.contains(anyOf: Self.applause), !traits.contains(anyOf: Self.reasonsForPraise) {
        signs.insert(.sarcasm)
      }
    } else if supports, !traits.contains(.hope) {
      // A lack that is denied, or that was.
      if traits.contains(.negatedDefect)
        || traits.contains(.change) && traits.contains(anyOf: Self.endsOfLacks)
      {
        signs.insert(.resolved)
      }
    }
    return signs
  }

  private mutating func noteMood() {
    if mood.contains(.questionMark) { traits.insert(.questionMark) }
    if mood.contains(.presupposing) { traits.insert(.presupposing) }
    if mood.contains(.asking) { traits.insert(.asking) }
    if mood.contains(.request) { traits.insert(.request) }
    if mood.contains(.hope) { traits.insert(.hope) }
    if mood.contains(.obligation) { traits.insert(.obligation) }
    if mood.contains(.breach) { traits.insert(.breach) }
    if mood.contains(.hearsay) { traits.insert(.hearsay) }
    if mood.contains(.duration) { traits.insert(.duration) }
    if mood.contains(.negation) { traits.insert(.negation) }
    if mood.contains(.unmet) { traits.insert(.unmet) }
    if mood.contains(.change) { traits.insert(.change) }
    if mood.contains(.again) { traits.insert(.again) }
  }

  private mutating func note(_ kind: Kind, _ turn: Turn) {
    var isPlain = false
    if case .plain = turn { isPlain = true }
    switch kind {
    case .defect: traits.insert(isPlain ? .defect : .negatedDefect)
    case .critique: traits.insert(.critique)
    case .insult: traits.insert(.insult)
    case .distress: traits.insert(.distress)
    case .praise: traits.insert(isPlain ? .praise : .negatedPraise)
    case .gratitude: traits.insert(.gratitude)
    case .blessing: traits.insert(.blessing)
    case .remedy: traits.insert(isPlain ? .remedy : .unmetRemedy)
    case .laugh: traits.insert(.laugh)
    case .pray: traits.insert(.pray)
    case .clap: traits.insert(.clap)
    case .sarcasm: traits.insert(.mockery)
    case .neutral: break
    }
  }

  private mutating func noteLength() {
    traits.insert(
      wordsSeen == 0 ? .wordless : wordsSeen <= 3 ? .brief : wordsSeen <= 8 ? .short : .long)
    if unknownSeen * 2 > wordsSeen { traits.insert(.unknownWords) }
  }

  /// "dulu banjir, sekarang aman": a lack of the past, and none of now.
  private mutating func noteResolution() {
    guard let pastAt, let presentAt else { return }
    var lacked = false
    for i in pastAt..<presentAt {
      if case (.plain, true) = (hits[i].turn, hits[i].kind.isAdverse) { lacked = true }
    }
    for i in presentAt..<hits.count where lacked {
      switch (hits[i].kind, hits[i].turn) {
      case (.praise, .plain), (.remedy, .plain), (.defect, .negated), (.critique, .negated):
        signs.insert(.resolved)
      default: break
      }
    }
  }

  private mutating func judgeWhole() {
    addCue(.bias)
    noteLength()
    noteResolution()
    if wordsSeen == 0, hits.count == 1 { addCue(.empty) }
    var defects = 0
    var praised: Effect = .zero
    var mocks = false
    for i in hits.indices where hits[i].entry != .max {
      let hit = hits[i]
      if hit.effect.x > 0.5 { defects += 1 }
      if case .plain = hit.turn, hit.effect.y > 0.5 { praised += hit.effect }
      switch hit.kind {
      case .laugh, .clap, .sarcasm: mocks = true
      default: break
      }
    }
    // Praise beside a defect with nothing that parts them is mockery: "hebat, jalan kayak kolam lele".
    if defects > 0, praised.y > 0, !signs.contains(.thanks), mocks, presentAt == nil,
      !traits.contains(.contrast), !traits.contains(.concession)
    {
      addCue(.sarcasm)
      hits[hits.count - 1].effect += Effect(praised.y * 0.5, -praised.y * 0.8, 0, 0)
      signs.insert(.sarcasm)
    }
  }
}

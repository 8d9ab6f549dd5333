import Lexicons
import Wording

/// What a sentence does, weighed when it ends.
extension StanceScorer {
  mutating func startSentence(at position: Int) {
    sentenceStart = hits.count
    mood = []
    endTurnSilently()
    intensity = 1
    lastHitItem = -9
    if clauseWeights[clause] != 1 { beginClause(1, at: position) }
  }

  mutating func addCue(_ cue: Cue, _ start: UInt32 = 0, _ end: UInt32 = 0) {
    hits.append(
      Hit(
        start: start, end: end, entry: .max, size: 1, clause: UInt32(truncatingIfNeeded: clause),
        cue: cue, turn: .plain, place: weights.patternPlace,
        effect: weights.cues[Int(cue.rawValue)]))
  }

  mutating func endSentence() {
    endTurn()
    let said = weighHits()
    if !mood.isEmpty { judgeMood(said) }
    traits.formUnion(mood.traits)
    sentenceStart = hits.count
  }

  /// Weighs the sentence's words by its mood; what they say together.
  ///
  /// Without branches, as no word foretells the next one's kind; patterns are weighed like words of no weight.
  private mutating func weighHits() -> GroupSigns {
    let kind = mood.kind
    let ordinal = mood.ordinal
    var said: GroupSigns = []
    var defects: UInt8 = 0
    var i = sentenceStart
    while i < hits.count {
      let place = Int(hits[i].place)
      let size = hits[i].size
      let group = place &* Mood.ordinals &+ ordinal
      var effect =
        weights.groups[group].factor * HandWeights.weight(size) + weights.groups[group].constant
      effect += weights.groups[group].learned * size
      effect += hits[i].effect
      hits[i].mood = kind
      hits[i].effect = effect
      traits.formUnion(weights.meanings[place].traits)
      said.formUnion(weights.meanings[place].signs)
      signs.formUnion(weights.meanings[place].stanceSigns)
      defects |= effect.x > weights.meanings[place].leastDefect ? 1 : 0
      praise += effect.y > weights.meanings[place].leastPraise ? effect.y : 0
      i &+= 1
    }
    if defects != 0 { hasDefect = true }
    if said.contains(.mockery) { mocks = true }
    return said
  }

  private mutating func judgeMood(_ said: GroupSigns) {
    let lacks = said.contains(.lack)
    if said.contains(.denial), mood.contains(.change) || mood.contains(.again) {
      signs.insert(.resolved)
    }
    let negates = mood.contains(.negation) || mood.contains(.unmet)
    if mood.contains(.presupposing) {
      if lacks || said.contains(.repair) || negates || mood.contains(.again) {
        addCue(.dueQuestion)
      } else {
        addCue(.openQuestion)
      }
    } else if mood.asks {
      addCue(.question)
    }
    if mood.contains(.request) {
      if lacks || said.contains(.repair) || mood.contains(.unmet) {
        addCue(.request)
      } else {
        addCue(.openRequest)
      }
    }
    if mood.contains(.breach) { addCue(.breach) }
    if mood.contains(.obligation), !said.contains(.praise) { addCue(.obligation) }
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
  }
}

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
        start: start, end: end, entry: .max, cue: cue, turn: .plain,
        size: 1, effect: weights.cues[Int(cue.rawValue)], clause: clause))
  }

  mutating func endSentence() {
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
}

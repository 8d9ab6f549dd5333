import Lexicons
import Wording

/// What words do to the words around them: negation, intensity, clauses.
extension StanceScorer {
  /// Counts a valenced word, emoji or phrase as it is turned; `effect` is what was learned of it so.
  mutating func count(
    _ part: StancePart, _ id: UInt32, _ acts: Turn, _ effect: Effect, at position: Int,
    _ start: UInt32, _ end: UInt32
  ) {
    if case .plain = acts {} else { turnIsUsed = true }
    hits.append(
      Hit(
        start: start, end: end, entry: id, size: part.size * intensity,
        clause: UInt32(truncatingIfNeeded: clause), cue: .bias, turn: acts, kind: part.kind,
        place: StanceWeights.place(part.ordinal, acts), effect: effect))
    intensity = 1
    lastHitItem = position
  }

  mutating func apply(
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
      if position > firstWord {
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

  var clause: Int { clauseWeights.count &- 1 }

  mutating func beginClause(_ weight: Float, at position: Int) {
    clauseWeights.append(weight)
    clauseStarts.append(position)
    concedes = false
  }

  mutating func begin(_ new: Turn, _ part: StancePart, _ start: UInt32, _ end: UInt32) {
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

  mutating func step() {
    reach &-= 1
    if reach == 0 { endTurn() }
  }

  /// A negator that met nothing valenced says by itself that something is lacking: *tidak bisa login*.
  mutating func endTurn() {
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

  mutating func endTurnSilently() {
    turn = .plain
    reach = 0
    turnIsUsed = true
  }
}

import Lexicons
import Wording

/// A word or phrase of a comment that is a keyword, and of which issues.
package struct Found: Sendable, BitwiseCopyable {
  let entry: UInt32
  let keywords: Run
}

/// The keyword topic model: what a comment is about.
///
/// A comment's score for an issue is the sum of the weights of its distinct keywords; longer phrases win over
/// their words, and a phrase of weight 0 keeps its words from counting. Guards look at the whole comment.
package struct TopicScorer: ~Copyable, Sendable {
  /// The score of each issue for the last comment, by the issue's place in the lexicon.
  package private(set) var scores: Pile<Float>
  /// The issues with a keyword in the last comment, one bit each by their place.
  package private(set) var touched: UInt64 = 0
  /// The comment's terms that guards name.
  private var terms = Pile<UInt16>()
  private let entries: Shelf<Entry>
  private let keywords: Shelf<Keyword>
  private let guards: GuardSets
  /// The comment's keywords, in order.
  package private(set) var found = Pile<Found>()
  package private(set) var places = Pile<UInt32>()
  package private(set) var spam: Float = 0

  package init(_ lexicon: Lexicon) {
    scores = Pile(repeating: 0, count: max(1, lexicon.issues.count))
    entries = lexicon.entries
    keywords = lexicon.keywords
    guards = lexicon.guards
  }

  /// Scores a comment; the reading is not changed: see `StanceScorer.score(_:)`.
  ///
  /// - Complexity: O(number of items + keywords found).
  package mutating func score(_ reading: inout Reading) {
    if touched != 0 { scores.fill(with: 0) }
    terms.removeAll()
    found.removeAll()
    places.removeAll()
    spam = 0
    touched = 0
    if reading.topical.isEmpty { return }
    collect(&reading)
    // One of 64 bits for each keyword that stood: most keywords stand once, and their bit tells so.
    var seen: UInt64 = 0
    for i in found.indices {
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: found[i].entry & 63)
      if seen & bit != 0, isRepeated(i) { continue }
      seen |= bit
      count(found[i].keywords)
    }
  }

  private mutating func count(_ run: Run) {
    for place in run.range {
      let keyword = keywords[Int(place)]
      if keyword.needs != 0, !guards.set(keyword.needs, holdsAnyOf: terms.span) { continue }
      if keyword.unless != 0, guards.set(keyword.unless, holdsAnyOf: terms.span) { continue }
      scores[Int(keyword.issue)] += keyword.weight
      touched |= 1 &<< UInt64(truncatingIfNeeded: keyword.issue)
    }
  }

  /// Whether the keyword at `place` stood before.
  private func isRepeated(_ place: Int) -> Bool {
    let found = found.span
    let entry = found[place].entry
    var i = 0
    while i < place {
      if found[i].entry == entry { return true }
      i &+= 1
    }
    return false
  }

  private mutating func collect(_ reading: inout Reading) {
    let items = reading.items.span
    let meanings = reading.forms.meanings.span
    let topical = reading.topical.span
    // Up to which item a phrase took all words for its stance, and for its issues.
    var stanceEnd = 0
    var issueEnd = 0
    var nextPhrase = 0
    var phraseStart = reading.phrases.isEmpty ? Int.max : reading.phrases[0].item
    for place in topical.indices {
      let position = topical[place]
      let form = Int(items[position].form)
      terms.append(meanings[form].guardTerm, where: meanings[form].guardTerm != 0)
      if position < issueEnd { continue }
      terms.append(meanings[form].bearerGuardTerm, where: meanings[form].bearerGuardTerm != 0)
      if position >= phraseStart {
        while nextPhrase < reading.phrases.count, reading.phrases[nextPhrase].item < position {
          nextPhrase &+= 1
        }
        phraseStart = nextPhrase < reading.phrases.count ? reading.phrases[nextPhrase].item : .max
      }
      var stanceLength = 0
      var issueLength = 0
      if position == phraseStart {
        stanceLength = reading.phrases[nextPhrase].stanceLength
        issueLength = reading.phrases[nextPhrase].issueLength
      }
      if position >= stanceEnd {
        if stanceLength > 0 {
          spam += Float(entries[Int(reading.phrases[nextPhrase].stance)].spam)
          stanceEnd = position &+ stanceLength
        } else if meanings[form].spam > 0 {
          spam += Float(meanings[form].spam)
        }
      }
      if meanings[form].brandSpam > 0 { spam += Float(meanings[form].brandSpam) }
      if case .url = items[position].kind { spam += 1.5 }
      if issueLength > 0 {
        issueEnd = position &+ issueLength
        takePhrase(reading.phrases[nextPhrase].issue)
        continue
      }
      if meanings[form].topic != .max {
        found.append(Found(entry: meanings[form].topic, keywords: meanings[form].keywords))
      }
      if meanings[form].place != .max { places.append(meanings[form].place) }
    }
  }

  private mutating func takePhrase(_ id: UInt32) {
    let entry = entries[Int(id)]
    if entry.guardTerm != 0 { terms.append(entry.guardTerm) }
    if !entry.keywords.isEmpty {
      found.append(Found(entry: id, keywords: entry.keywords))
    }
    if entry.isPlace { places.append(id) }
  }
}

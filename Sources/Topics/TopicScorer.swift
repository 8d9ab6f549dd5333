import Lexicons
import Wording

/// A keyword of a comment: its entry and span.
package struct Found: Sendable, BitwiseCopyable {
  package let entry: UInt32
  package let start: UInt32
  package let end: UInt32
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
  private var guards: Pile<UInt64>
  private let entries: Shelf<Entry>
  private let keywords: Shelf<Keyword>
  private let guardBits: Shelf<UInt16>
  private var guardsAreSet = false
  private var counted = Pile<UInt32>()
  /// Where the keywords stood: their entry and span.
  package private(set) var found = Pile<Found>()
  package private(set) var places = Pile<UInt32>()
  package private(set) var spam: Float = 0

  package init(_ lexicon: Lexicon) {
    scores = Pile(repeating: 0, count: max(1, lexicon.issues.count))
    guards = Pile(repeating: 0, count: lexicon.guardCount / 64 + 1)
    entries = lexicon.entries
    keywords = lexicon.keywords
    guardBits = lexicon.guardBits
  }

  /// Scores a comment.
  ///
  /// - Complexity: O(number of items + keywords found).
  package mutating func score(_ reading: borrowing Reading) {
    if !found.isEmpty {
      scores.fill(with: 0)
      counted.removeAll()
      found.removeAll()
    }
    if guardsAreSet {
      guards.fill(with: 0)
      guardsAreSet = false
    }
    places.removeAll()
    spam = 0
    touched = 0
    collect(reading)
    for i in found.indices {
      let entry = found[i].entry
      guard !isCounted(entry) else { continue }
      counted.append(entry)
      for place in entries[Int(entry)].keywords.range {
        let keyword = keywords[Int(place)]
        guard keyword.needs.isEmpty || anySet(keyword.needs) else { continue }
        guard keyword.unless.isEmpty || !anySet(keyword.unless) else { continue }
        scores[Int(keyword.issue)] += keyword.weight
        touched |= 1 &<< UInt64(keyword.issue)
      }
    }
  }

  private func isCounted(_ entry: UInt32) -> Bool {
    for i in counted.indices where counted[i] == entry { return true }
    return false
  }

  private mutating func collect(_ reading: borrowing Reading) {
    // Up to which item a phrase took all words for its stance, and for its issues.
    var stanceEnd = 0
    var issueEnd = 0
    var nextPhrase = 0
    for place in reading.topical.indices {
      let position = reading.topical[place]
      let item = reading.items[position]
      let form = Int(item.form)
      let word = reading.forms.meanings[form].word
      let bearer = reading.forms.meanings[form].bearer
      let isTopical = reading.forms.meanings[form].isTopical
      if position < issueEnd {
        set(word)
        continue
      }
      while nextPhrase < reading.phrases.count, reading.phrases[nextPhrase].item < position {
        nextPhrase &+= 1
      }
      if isTopical {
        set(word)
        set(bearer)
      }
      let hasPhrase =
        nextPhrase < reading.phrases.count && reading.phrases[nextPhrase].item == position
      if position >= stanceEnd {
        if hasPhrase, reading.phrases[nextPhrase].stanceLength > 0 {
          let phrase = reading.phrases[nextPhrase]
          spam += Float(entries[Int(phrase.stance)].spam)
          stanceEnd = position + phrase.stanceLength
        } else if isTopical, word != .max {
          spam += Float(entries[Int(word)].spam)
        }
      }
      if case .url = item.kind { spam += 1.5 }
      spam += Float(reading.forms.meanings[form].brandSpam)
      if hasPhrase, reading.phrases[nextPhrase].issueLength > 0 {
        let phrase = reading.phrases[nextPhrase]
        set(phrase.issue)
        issueEnd = position + phrase.issueLength
        take(phrase.issue, item.start, reading.items[issueEnd - 1].end)
        continue
      }
      if isTopical, word != .max {
        take(word, item.start, item.end)
        if bearer != word,
          entries[Int(word)].keywords.isEmpty
        {
          take(bearer, item.start, item.end)
        }
      }
    }
  }

  private mutating func take(
    _ id: UInt32, _ start: UInt32, _ end: UInt32
  ) {
    guard id != .max else { return }
    let entry = entries[Int(id)]
    if !entry.keywords.isEmpty { found.append(Found(entry: id, start: start, end: end)) }
    if entry.isPlace { places.append(id) }
  }

  private mutating func set(_ id: UInt32) {
    guard id != .max else { return }
    let bit = Int(entries[Int(id)].guardBit)
    guard bit != 0 else { return }
    guards[bit / 64] |= 1 << UInt64(bit % 64)
    guardsAreSet = true
  }

  private func anySet(_ run: Run) -> Bool {
    for place in run.range {
      let bit = Int(guardBits[Int(place)])
      if guards[bit / 64] & 1 << UInt64(bit % 64) != 0 { return true }
    }
    return false
  }
}

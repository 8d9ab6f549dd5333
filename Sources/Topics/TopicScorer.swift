import Lexicons
import Wording

/// The keyword topic model: what a comment is about.
///
/// A comment's score for an issue is the sum of the weights of its distinct keywords; longer phrases win over
/// their words, and a phrase of weight 0 keeps its words from counting. Guards look at the whole comment.
package struct TopicScorer: Sendable {
  /// The score of each issue for the last comment, by the issue's place in the lexicon.
  package private(set) var scores: [Float]
  private var guards: [UInt64]
  private var guardsAreSet = false
  private var counted: [UInt32] = []
  /// Where the keywords stood: their entry and span.
  package private(set) var found: [(entry: UInt32, start: UInt32, end: UInt32)] = []
  package private(set) var places: [UInt32] = []
  package private(set) var spam: Float = 0

  package init(_ lexicon: Lexicon) {
    scores = Array(repeating: 0, count: lexicon.issues.count)
    guards = Array(repeating: 0, count: lexicon.guardCount / 64 + 1)
  }

  /// Scores a comment.
  ///
  /// - Complexity: O(number of items + keywords found).
  package mutating func score(_ reading: borrowing Reading, _ lexicon: borrowing Lexicon) {
    if !found.isEmpty {
      for i in scores.indices { scores[i] = 0 }
      counted.removeAll(keepingCapacity: true)
      found.removeAll(keepingCapacity: true)
    }
    if guardsAreSet {
      for i in guards.indices { guards[i] = 0 }
      guardsAreSet = false
    }
    places.removeAll(keepingCapacity: true)
    spam = 0
    collect(reading, lexicon)
    for (entry, _, _) in found where !counted.contains(entry) {
      counted.append(entry)
      for place in lexicon.entries[Int(entry)].keywords {
        let keyword = lexicon.keywords[Int(place)]
        guard keyword.needs.isEmpty || anySet(keyword.needs, lexicon) else { continue }
        guard keyword.unless.isEmpty || !anySet(keyword.unless, lexicon) else { continue }
        scores[Int(keyword.issue)] += keyword.weight
      }
    }
  }

  private mutating func collect(_ reading: borrowing Reading, _ lexicon: borrowing Lexicon) {
    var position = 0
    var stance = 0
    let count = reading.items.count
    while position < count {
      let item = reading.items[position]
      if item.isTopical {
        set(item.word, lexicon)
        set(item.meaning, lexicon)
      }
      if position >= stance {
        if item.stancePhrase != .max {
          spam += Float(lexicon.entries[Int(item.stancePhrase)].spam)
          stance = position + max(1, Int(item.stanceLength))
        } else if item.isTopical {
          spam += Float(lexicon.entries[Int(item.word)].spam)
        }
      }
      if case .url = item.kind { spam += 1.5 }
      spam += Float(item.brandSpam)
      if item.issuePhrase != .max {
        set(item.issuePhrase, lexicon)
        take(
          item.issuePhrase, item.start, reading.items[position + Int(item.issueLength) - 1].end,
          lexicon)
        for inner in 1..<max(1, Int(item.issueLength)) {
          set(reading.items[position + inner].word, lexicon)
        }
        position += Int(item.issueLength)
        continue
      }
      if item.isTopical {
        take(item.word, item.start, item.end, lexicon)
        if item.meaning != item.word, lexicon.entries[Int(item.word)].keywords.isEmpty {
          take(item.meaning, item.start, item.end, lexicon)
        }
      }
      position += 1
    }
  }

  private mutating func take(
    _ id: UInt32, _ start: UInt32, _ end: UInt32, _ lexicon: borrowing Lexicon
  ) {
    guard id != .max else { return }
    let entry = lexicon.entries[Int(id)]
    if !entry.keywords.isEmpty { found.append((id, start, end)) }
    if entry.isPlace { places.append(id) }
  }

  private mutating func set(_ id: UInt32, _ lexicon: borrowing Lexicon) {
    guard id != .max else { return }
    let bit = Int(lexicon.entries[Int(id)].guardBit)
    guard bit != 0 else { return }
    guards[bit / 64] |= 1 << UInt64(bit % 64)
    guardsAreSet = true
  }

  private func anySet(_ range: Range<UInt32>, _ lexicon: borrowing Lexicon) -> Bool {
    for place in range {
      let bit = Int(lexicon.guardBits[Int(place)])
      if guards[bit / 64] & 1 << UInt64(bit % 64) != 0 { return true }
    }
    return false
  }
}

import Glibc
import Lexicons
import Sentiment
import Topics
import Wording

/// Bytes in, verdict out: the whole pipeline for one comment.
///
/// A classifier owns its scratch memory, so each worker has its own; once that has grown to the longest
/// comment, a verdict allocates nothing.
///
///     var classifier = Classifier(lexicon)
///     let verdict = classifier.verdict(of: comment.utf8.span)
package struct Classifier: ~Copyable, Sendable {
  package let lexicon: Lexicon
  private let temperature: Float
  /// By the issue's place in the lexicon.
  private let thresholds: Shelf<Float>
  private var reading: Reading
  private var stances: StanceScorer
  private var topics: TopicScorer
  private var memo = VerdictMemo()
  /// Where the last comment's places are in the memo, if its verdict came from there.
  private var recalledPlaces: Range<Int>?

  package init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    temperature = lexicon.weights.temperature
    thresholds = Shelf(lexicon.issues.map(\.threshold))
    reading = Reading(lexicon)
    stances = StanceScorer(lexicon)
    topics = TopicScorer(lexicon)
  }

  /// The spam score from which a comment is an advertisement: a sure term, or several likely ones.
  private static let spamThreshold: Float = 5

  /// The verdict on a comment's UTF-8 bytes, recalled where the same bytes came at least twice before.
  ///
  /// It is the same as `verdict(of:)` would give, and `placeNames` are the comment's; `evidence` and `coverage` are
  /// not.
  ///
  /// - Complexity: O(*n*) in the comment's bytes.
  package mutating func recalledVerdict(of bytes: Span<UInt8>) -> Verdict {
    switch memo.answer(for: bytes) {
    case .known(let found):
      recalledPlaces = found.places
      return found.verdict
    case .again(let slot):
      let verdict = verdict(of: bytes)
      memo.remember(verdict, of: bytes, places: topics.places, slot: slot)
      return verdict
    case .new:
      return verdict(of: bytes)
    }
  }

  /// The verdict on a comment's UTF-8 bytes.
  ///
  /// - Complexity: O(*n*) in the comment's bytes for forms seen before.
  package mutating func verdict(of bytes: Span<UInt8>) -> Verdict {
    recalledPlaces = nil
    reading.read(bytes)
    topics.score(&reading)
    if topics.spam >= Self.spamThreshold {
      _ = stances.score(&reading)
      return Verdict(
        stance: .neutral, score: 0, confidence: 1, flags: .spam,
        probabilities: SIMD4(0, 0, 1, 0))
    }
    let logits = stances.score(&reading) / temperature
    let p = Self.softmax(logits)
    let stance: Stance = p.x > p.y && p.x > p.z ? .complaint : p.y > p.z ? .support : .neutral
    var verdict = Verdict(
      stance: stance, score: Double(p.y - p.x), confidence: Double(max(p.x, max(p.y, p.z))),
      flags: Flags(stances.signs(complains: stance == .complaint, supports: stance == .support)),
      probabilities: p)
    verdict.issues = issues()
    return verdict
  }

  /// Why the last verdict is what it is: each part's span and effect.
  ///
  /// Allocates.
  package func evidence() -> [Evidence] {
    var parts: [Evidence] = []
    func add(
      _ start: UInt32, _ end: UInt32, _ entry: String?, _ operation: String, _ effect: Effect
    ) {
      let effect = effect / temperature
      parts.append(
        Evidence(
          start: Int(start), end: Int(end), entry: entry, operation: operation,
          complaint: Double(effect.x), support: Double(effect.y), neutral: Double(effect.z)))
    }
    for i in stances.hits.indices {
      let hit = stances.hits[i]
      let effect = hit.effect * stances.clauseWeights[Int(hit.clause)]
      guard effect != .zero else { continue }
      if hit.entry == .max {
        add(hit.start, hit.end, nil, hit.cue.name, effect)
      } else {
        add(hit.start, hit.end, lexicon.text(of: hit.entry), hit.turn.name, effect)
      }
    }
    stances.forEachLearned(of: reading, lexicon) { name, operation, start, end, effect in
      add(start, end, name, operation, effect)
    }
    return parts
  }

  /// The fewest words, among those that speak most for the last verdict, without which the stance would be another.
  ///
  /// Words are left out by their weight until the verdict on the rest differs, at most six; `nil` where that does not
  /// suffice. Each try is a verdict of its own, which takes the place of the last.
  ///
  /// - Parameter bytes: The last comment's.
  package mutating func flip(of bytes: Span<UInt8>, _ evidence: [Evidence], from stance: Stance)
    -> Flip?
  {
    var weights: [Range<Int>: Double] = [:]
    for part in evidence where part.end > part.start {
      weights[part.start..<part.end, default: 0] += part.margin(for: stance)
    }
    let spans = weights.filter { $0.value > 0 }
      .sorted { ($0.value, $1.key.lowerBound) > ($1.value, $0.key.lowerBound) }.prefix(6).map(\.key)
    var rest = [UInt8](repeating: 0x20, count: bytes.count)
    for i in bytes.indices { rest[i] = bytes[i] }
    for (place, span) in spans.enumerated() {
      for i in span { rest[i] = 0x20 }
      let verdict = verdict(of: rest.span)
      if verdict.stance != stance {
        return Flip(
          without: spans[...place].sorted { $0.lowerBound < $1.lowerBound }, stance: verdict.stance)
      }
    }
    return nil
  }

  /// The sum of the valences of the last comment's words and phrases, as a plain dictionary would add them up.
  package var valenceSum: Int {
    var sum = 0
    var position = 0
    while position < reading.items.count {
      let phrase = reading.phrase(at: position)
      let isPhrase = (phrase?.stanceLength ?? 0) > 0
      let id = isPhrase ? phrase?.stance ?? .max : reading.meaning(position).bearer
      if id != .max { sum += Int(lexicon.entries[Int(id)].valence) }
      position += isPhrase ? phrase?.stanceLength ?? 1 : 1
    }
    return sum
  }

  /// How many words the last comment had, and how many of them are known.
  package var coverage: (words: Int, known: Int) { reading.coverage }

  /// The places that the last comment names.
  package var placeNames: [String] {
    var names: [String] = []
    func add(_ place: UInt32) {
      let name = lexicon.text(of: place)
      if !names.contains(name) { names.append(name) }
    }
    if let recalledPlaces {
      for place in memo.places[recalledPlaces] { add(place) }
    } else {
      for i in topics.places.indices { add(topics.places[i]) }
    }
    return names
  }

  /// How many places the last comment names; names are made only where there are some.
  package var hasPlaces: Bool { !(recalledPlaces?.isEmpty ?? topics.places.isEmpty) }

  /// The issues found, strongest first.
  ///
  /// Mutating, as what is only lent would be copied.
  private mutating func issues() -> IssueList {
    var list = IssueList()
    if topics.touched == 0 { return list }
    var rest: UInt64 = 0
    var touched = topics.touched
    while touched != 0 {
      let issue = touched.trailingZeroBitCount
      touched &= touched &- 1
      let reaches: UInt64 = topics.scores[issue] >= thresholds[issue] ? 1 : 0
      rest |= reaches &<< UInt64(truncatingIfNeeded: issue)
    }
    while rest != 0 {
      // The strongest of those left; of equals, the first.
      var best = rest.trailingZeroBitCount
      var others = rest & (rest &- 1)
      while others != 0 {
        let other = others.trailingZeroBitCount
        others &= others &- 1
        if topics.scores[other] > topics.scores[best] { best = other }
      }
      list.append(best)
      rest &= ~(1 &<< UInt64(truncatingIfNeeded: best))
    }
    return list
  }

  private static func softmax(_ logits: SIMD4<Float>) -> SIMD4<Float> {
    let top = max(logits.x, max(logits.y, logits.z))
    let e = SIMD4<Float>(expf(logits.x - top), expf(logits.y - top), expf(logits.z - top), 0)
    return e / (e.x + e.y + e.z)
  }
}

/// A part of a verdict: where it stands, what it is, and what it added to each class, in logits.
///
/// The parts of one verdict sum to its logits.
package struct Evidence: Sendable {
  package let start: Int
  package let end: Int
  /// The lexicon's term, or `nil` for a pattern of the sentence.
  package let entry: String?
  /// What was done to the term, or the pattern's name.
  package let operation: String
  package let complaint: Double
  package let support: Double
  package let neutral: Double

  /// What it adds to `stance` beyond the better of the two others.
  func margin(for stance: Stance) -> Double {
    switch stance {
    case .complaint: complaint - max(support, neutral)
    case .support: support - max(complaint, neutral)
    case .neutral: neutral - max(complaint, support)
    }
  }
}

/// A smaller comment with another stance.
package struct Flip: Sendable {
  /// The spans that are left out.
  package let without: [Range<Int>]
  package let stance: Stance
}

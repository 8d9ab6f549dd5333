import Glibc

/// Finds words that comments of one kind have more often than the others: candidates for keywords.
///
/// Counts comments, not occurrences, so that one long rant proposes nothing. Words are ranked by the log-likelihood
/// ratio G² (Dunning 1993, *Computational Linguistics* 19:1).
package struct KeywordSuggester: Sendable {
  package struct Suggestion: Equatable, Sendable {
    package let word: String
    /// G², from 0; 10.83 is reached by chance once in a thousand words.
    package let ratio: Double
    /// How many comments of the kind have the word, and how many others.
    package let inside: Int
    package let outside: Int
  }

  private var inside: [String: Int] = [:]
  private var outside: [String: Int] = [:]
  private var insideCount = 0
  private var outsideCount = 0

  package init() {}

  /// Counts a comment's distinct words.
  package mutating func add(_ words: Set<String>, isInside: Bool) {
    if isInside { insideCount += 1 } else { outsideCount += 1 }
    for word in words {
      if isInside { inside[word, default: 0] += 1 } else { outside[word, default: 0] += 1 }
    }
  }

  /// The words of at least `least` comments of the kind that are commoner in it, strongest first.
  package func suggestions(least: Int = 5, limit: Int = 15) -> [Suggestion] {
    guard insideCount > 0, outsideCount > 0 else { return [] }
    return inside.compactMap { word, count -> Suggestion? in
      guard count >= least else { return nil }
      let other = outside[word] ?? 0
      guard
        Double(count) / Double(insideCount) > Double(other) / Double(outsideCount)
      else { return nil }
      let ratio = Self.logLikelihoodRatio(count, insideCount, other, outsideCount)
      return Suggestion(word: word, ratio: ratio, inside: count, outside: other)
    }
    .sorted { ($0.ratio, $1.word) > ($1.ratio, $0.word) }
    .prefix(limit).map(\.self)
  }

  /// G² of `a` of `m` against `b` of `n`.
  package static func logLikelihoodRatio(_ a: Int, _ m: Int, _ b: Int, _ n: Int) -> Double {
    func term(_ observed: Int, _ expected: Double) -> Double {
      observed == 0 ? 0 : Double(observed) * log(Double(observed) / expected)
    }
    let share = Double(a + b) / Double(m + n)
    return 2
      * (term(a, Double(m) * share) + term(b, Double(n) * share)
        + term(m - a, Double(m) * (1 - share)) + term(n - b, Double(n) * (1 - share)))
  }
}

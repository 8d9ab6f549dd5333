import TestSupport
import Testing
import Times

@testable import Trends

@Suite("tallies")
struct TallyTests {
  /// Comments of all sorts: with and without post, author and issues.
  static func comments(_ count: Int, seed: UInt64) -> [Observation] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      Observation(
        official: .random(in: 0...2, using: &random),
        day: .random(in: 20_000...20_080, using: &random),
        post: .random(in: 0...6, using: &random), author: .random(in: 0...20, using: &random),
        mood: Mood.allCases[.random(in: 0...2, using: &random)],
        issues: random.next() & random.next() & 0x8000_0000_0000_000f)
    }
  }

  static func tally(of comments: some Sequence<Observation>) -> TrendTally {
    var tally = TrendTally()
    for comment in comments { tally.add(comment) }
    return tally
  }

  @Test(
    "any order and any parts give the same tally and curves", arguments: 0..<32 as Range<UInt64>)
  func monoid(seed: UInt64) {
    var random = SplitMix64(seed: seed &+ 1_000)
    let comments = Self.comments(300, seed: seed)
    let whole = Self.tally(of: comments)
    #expect(Self.tally(of: comments.shuffled(using: &random)) == whole)

    var parts = (0..<Int.random(in: 1...7, using: &random)).map { _ in [Observation]() }
    for comment in comments {
      parts[Int.random(in: 0..<parts.count, using: &random)].append(comment)
    }
    let tallies = parts.map { Self.tally(of: $0) }
    var merged = TrendTally()
    for tally in tallies.shuffled(using: &random) { merged.merge(tally) }
    #expect(merged == whole, "seed \(seed)")
    for period in Period.allCases {
      #expect(merged.curves(every: period) == whole.curves(every: period), "seed \(seed)")
    }

    var unchanged = whole
    unchanged.merge(TrendTally())
    #expect(unchanged == whole)
  }

  @Test("every comment is in a curve once", arguments: 0..<32 as Range<UInt64>)
  func complete(seed: UInt64) throws {
    let comments = Self.comments(400, seed: seed)
    let tally = Self.tally(of: comments)
    for period in Period.allCases {
      for curve in tally.curves(every: period) {
        let own = comments.filter { $0.official == Int32(curve.official) }
        #expect(curve.comments == own.count)
        for (point, next) in zip(curve.points, curve.points.dropFirst()) {
          #expect(point.key.next() == next.key)
        }
        for (i, point) in curve.points.enumerated() {
          // The naive way: look through all comments.
          let inside = own.filter { point.key.days.contains(Day($0.day)) }
          for mood in Mood.allCases {
            #expect(point.counts[mood] == inside.count { $0.mood == mood })
          }
          #expect(point.authors == Set(inside.map(\.author)).subtracting([0]).count)
          #expect(point.posts == Set(inside.map(\.post)).subtracting([0]).count)
          let lone = inside.filter { $0.post == 0 }
          let groups = Set(lone.map { [$0.author, UInt64($0.day)] })
          #expect(point.clusters == (point.posts ?? 0) + groups.count)
          for issue in curve.issues {
            #expect(
              issue.periods[i].total == inside.count { $0.issues >> UInt64(issue.issue) & 1 == 1 })
          }
        }
      }
    }
  }

  @Test("two tallies that differ are not equal")
  func different() {
    let comments = Self.comments(50, seed: 1)
    let whole = Self.tally(of: comments)
    #expect(Self.tally(of: comments.dropLast()) != whole)
    #expect(Self.tally(of: comments + comments.suffix(1)) != whole)
    #expect(TrendTally() != whole && whole != TrendTally() && TrendTally() == TrendTally())
  }

  @Test("keys that differ in one part only are kept apart")
  func keys() {
    var tally = TrendTally()
    for official in 0..<3 {
      for day in Int32(-2)...2 {
        for post in 0..<4 as Range<UInt64> {
          for author in 0..<4 as Range<UInt64> {
            tally.add(
              Observation(official: official, day: day, post: post, author: author, mood: .support))
          }
        }
      }
    }
    // Per official and day: 3 posts, 3 lone authors, 1 unknown, 3 authors, 1 set of issues.
    #expect(tally.table.cells.count == 3 * 5 * 11)
    #expect(tally.days == Day(-2)...Day(2))
  }
}

import Testing
import Times

@testable import Trends

@Suite("curves")
struct CurveTests {
  /// Monday 2025-07-28.
  static let monday: Int32 = 20_297

  static func curve(
    _ comments: [Observation], every period: Period = .week, covered: ClosedRange<Day>? = nil
  ) -> Curve? {
    TallyTests.tally(of: comments).curves(every: period, covered: covered).first
  }

  static func comment(
    _ mood: Mood, day: Int32, post: UInt64 = 0, author: UInt64 = 0, official: Int = 0
  ) -> Observation {
    Observation(official: official, day: monday + day, post: post, author: author, mood: mood)
  }

  @Test("no comments, no curve")
  func empty() {
    #expect(TrendTally().curves(every: .week).isEmpty)
    #expect(TrendTally().days == nil && TrendTally().isEmpty)
  }

  @Test("empty periods are there, and those cut by the dump's range are marked")
  func continuous() throws {
    let comments = [Self.comment(.complaint, day: 2), Self.comment(.support, day: 21)]
    let curve = try #require(Self.curve(comments))
    #expect(curve.points.map(\.key.label) == ["2025-W31", "2025-W32", "2025-W33", "2025-W34"])
    #expect(curve.points.map(\.counts.total) == [1, 0, 0, 1])
    #expect(curve.points.map(\.complete) == [false, true, true, false])
    #expect(curve.points[1].complaint.share == nil && curve.points[1].net == nil)
    #expect(curve.points.map(\.net) == [-1, nil, nil, 1])
    #expect(curve.points.allSatisfy { $0.short })

    let covered = Day(Self.monday)...Day(Self.monday + 27)
    let whole = try #require(Self.curve(comments, covered: covered))
    #expect(whole.points.allSatisfy { $0.complete })
  }

  @Test("another official's comments widen what the dump covers")
  func others() throws {
    let comments = [
      Self.comment(.neutral, day: 0, official: 1), Self.comment(.support, day: 6, official: 0),
      Self.comment(.support, day: 8, official: 1),
    ]
    let curves = TallyTests.tally(of: comments).curves(every: .week)
    #expect(curves.map(\.official) == [0, 1])
    #expect(curves[0].points.map(\.complete) == [true])
    #expect(curves[1].points.map(\.complete) == [true, false])
  }

  @Test(
    "comments under one post hang together over days; without a post, those of an author's day do")
  func clustering() throws {
    let posts = (0..<7 as Range<Int32>).map { Self.comment(.support, day: $0, post: 5, author: 1) }
    let people = (0..<6 as Range<Int32>).map {
      Self.comment(.complaint, day: $0 / 2, author: 1 + UInt64($0 % 2))
    }
    let bare = (0..<6 as Range<Int32>).map { Self.comment(.complaint, day: $0 / 2) }
    let table: [([Observation], clusters: Int, Clustering, posts: Int?, authors: Int?)] = [
      (posts, 1, .posts, 1, 1),
      (people, 6, .authorDays, nil, 2),
      (bare, 3, .days, nil, nil),
      (posts + people, 7, [.posts, .authorDays], 1, 2),
      (posts + bare, 4, [.posts, .days], 1, 1),
    ]
    for (comments, clusters, clustering, posts, authors) in table {
      let curve = try #require(Self.curve(comments))
      let point = try #require(curve.points.first)
      #expect(curve.points.count == 1)
      #expect(point.clusters == clusters)
      #expect(point.clustering == clustering && curve.clustering == clustering)
      #expect(point.posts == posts && point.authors == authors)
    }
  }

  @Test("a period is short below 10 effective comments")
  func short() throws {
    func point(_ count: Int) throws -> CurvePoint {
      let comments = (0..<count).map {
        Self.comment($0.isMultiple(of: 2) ? .complaint : .support, day: 0, post: UInt64($0 + 1))
      }
      return try #require(Self.curve(comments)?.points.first)
    }
    // One comment a post: the effect is m/(m−1), so 10 comments are worth 9.
    #expect(try point(10).effective.map { abs($0 - 9) < 1e-9 } == true)
    #expect(try point(10).short)
    #expect(try !point(11).short)

    // Many comments under three posts are still three voices.
    let few = (0..<90).map { Self.comment(.complaint, day: 0, post: UInt64($0 % 3 + 1)) }
    let three = try #require(Self.curve(few)?.points.first)
    #expect(three.effective == 90 && three.short)
  }

  @Test("issues are sorted by weight, with counts of each period")
  func issues() throws {
    let comments = [
      Observation(official: 0, day: Self.monday, mood: .complaint, issues: 0b101),
      Observation(official: 0, day: Self.monday + 7, mood: .support, issues: 0b100),
      Observation(official: 0, day: Self.monday + 7, mood: .neutral, issues: 1 << 63),
    ]
    let curve = try #require(Self.curve(comments))
    #expect(curve.issues.map(\.issue) == [2, 0, 63])
    #expect(curve.issues.map { $0.periods.map(\.total) } == [[1, 1], [1, 0], [0, 1]])
    #expect(curve.issues[0].counts.share(of: .complaint) == 0.5)
  }
}

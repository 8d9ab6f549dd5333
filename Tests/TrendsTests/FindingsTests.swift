import TestSupport
import Testing
import Times

@testable import Trends

@Suite("aggregates") struct AggregatesTests {
  static func part(_ seed: UInt64, names: [String]) -> Aggregates {
    var tally = TrendTally()
    var random = SplitMix64(seed: seed)
    for var comment in TallyTests.comments(120, seed: seed) {
      comment.official = comment.official % Int32(names.count)
      comment.text = random.next() % 4
      comment.seconds = Int64(comment.day) * 86_400 + Int64(random.next() % 86_400)
      tally.add(comment)
    }
    return Aggregates(
      model: "m", zone: "Asia/Jakarta", grouping: "official", left: [1, Int(seed % 7), 0],
      names: names, tally: tally)
  }

  @Test("parts join in any order to the same bytes, and come back whole", arguments: 0..<24)
  func monoid(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names = ["Bupati", "Camat Ünder", "Dinas"]
    let parts = (0..<4 as Range<UInt64>).map {
      Self.part(seed * 10 + $0, names: Array(names.shuffled(using: &random).prefix(2)))
    }
    func joined(_ parts: [Aggregates]) throws -> Aggregates {
      var sum = Aggregates(model: "m", zone: "Asia/Jakarta", grouping: "official")
      for part in parts { try sum.merge(part) }
      return sum
    }
    let whole = try joined(parts)
    let other = try joined(parts.shuffled(using: &random))
    #expect(whole == other)
    #expect(whole.bytes == other.bytes)
    // (a + b) + (c + d) is ((a + b) + c) + d.
    #expect(
      try joined([try joined(Array(parts.prefix(2))), try joined(Array(parts.suffix(2)))])
        == whole)
    let read = try Aggregates(whole.bytes)
    #expect(read == whole)
    #expect(
      read.tally.curves(every: .week) == whole.sorted.tally.curves(every: .week))
    #expect(try joined([Aggregates(parts[0].bytes)]) == parts[0])
  }

  @Test("unlike models, zones and groupings do not join")
  func unlike() {
    var sum = Self.part(1, names: ["A"])
    for (what, other) in [
      ("model", Aggregates(model: "n", zone: "Asia/Jakarta", grouping: "official")),
      ("zone", Aggregates(model: "m", zone: "UTC", grouping: "official")),
      ("grouping", Aggregates(model: "m", zone: "Asia/Jakarta", grouping: "issue")),
    ] {
      let error = #expect(throws: AggregateError.self) { try sum.merge(other) }
      guard case .unlike(what, _, _) = error else {
        Issue.record("\(what): \(String(describing: error))")
        continue
      }
    }
  }

  @Test("damage is told by line")
  func damage() throws {
    let bytes = Self.part(1, names: ["A"]).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    func error(_ text: String) -> AggregateError? {
      #expect(throws: AggregateError.self) { try Aggregates(Array(text.utf8)) }
    }
    #expect(error(String(text.dropLast(6))) == .cut || error(String(text.dropLast(6))) != nil)
    #expect(error("suara-aggregates 9\n") == .version("suara-aggregates 9"))
    #expect(error("suara-aggregates 1\nmodel\tm\n") == .cut)
    #expect(
      error("suara-aggregates 1\ncell\t0\t1\tpost\t1\t1\t1\t1\nend\t1\n") == .damaged(line: 2))
    #expect(error(text.replacing("\tpost\t", with: "\tpots\t")) != nil)
    #expect(error(text + "name\tB\n") != nil)
  }
}

@Suite("copies and findings") struct FindingsTests {
  private func copy(_ text: UInt64, _ author: UInt64, _ seconds: Int64) -> Copy {
    Copy(
      text: text, seconds: seconds, author: author, post: 1, official: 0, day: 0, mood: .support)
  }

  @Test("three authors within a day are a campaign; two, or three over days, are not")
  func campaigns() {
    let three = [copy(1, 1, 0), copy(1, 2, 40_000), copy(1, 3, 86_400)]
    let slow = [copy(2, 1, 0), copy(2, 2, 40_000), copy(2, 3, 86_401)]
    let two = [copy(3, 1, 0), copy(3, 2, 1), copy(3, 1, 2), copy(3, 2, 3)]
    let late = [copy(1, 1, 999_999)]
    #expect(Campaign.copies(among: (three + slow + two + late).reversed()) == three)
    #expect(Campaign.copies(among: []).isEmpty)
    // The naive way: a copy belongs where some window of a day that holds it has three authors.
    var random = SplitMix64(seed: 9)
    for _ in 0..<200 {
      let all = (0..<12).map { _ in
        copy(1, random.next() % 4, Int64(random.next() % 400_000))
      }.sorted()
      let naive = all.filter { one in
        all.contains { start in
          let inside = all.filter {
            $0.seconds >= start.seconds && $0.seconds <= start.seconds + 86_400
          }
          return inside.contains(one) && Set(inside.map(\.author)).count >= 3
        }
      }
      #expect(Campaign.copies(among: all) == naive)
    }
  }

  @Test("a campaign moves the raw curve and not the one without it")
  func withoutCampaign() async throws {
    var simulation = Simulation(seed: 21)
    simulation.posts(0..<360, every: 3) { _ in 0.6 }
    var tally = simulation.tally
    for author in 0..<300 as Range<UInt64> {
      tally.add(
        Observation(
          official: 0, day: 340, post: 9999, author: 100_000 + author, mood: .support,
          seconds: Int64(author), text: 77))
    }
    let findings = try #require(
      await tally.analysis(.calendar(.month), threads: 2).findings.first)
    let rest = try #require(findings.claim.withoutCampaigns)
    #expect(rest.copies == 300)
    let raw = try #require(findings.claim.now.complaint.share)
    #expect(raw < 0.5 && rest.now > 0.55)
    let last = try #require(findings.points.last?.withoutCampaigns?.share)
    #expect(last > 0.5)
  }

  @Test("equal-count periods hold enough, in whole days, without gaps")
  func equalCounts() throws {
    let tally = TallyTests.tally(of: TallyTests.comments(500, seed: 3))
    for least in [1, 40, 10_000] {
      for curve in tally.curves(.comments(least)) {
        for (point, next) in zip(curve.points, curve.points.dropFirst()) {
          #expect(point.counts.total >= least)
          #expect(point.key.end.next == next.key.start)
        }
        let last = try #require(curve.points.last)
        if last.counts.total < least { #expect(!last.complete) }
        #expect(
          curve.comments
            == tally.curves(every: .day).first { $0.official == curve.official }?.comments)
      }
    }
    #expect(Binning("200-comments") == .comments(200))
    #expect(Binning("week") == .calendar(.week))
    for bad in ["0-comments", "-comments", "-5-comments", "year", ""] {
      #expect(Binning(bad) == nil)
    }
  }

  @Test("a funnel tells apart one that stands out, and no one where all are alike")
  func funnel() throws {
    let alike = (0..<20).map { (share: 0.4 + 0.03 * Double($0 % 3 - 1), effective: 150.0) }
    let calm = try #require(Funnel(alike))
    #expect(calm.groups.allSatisfy { !$0.isOutside && $0.usual.contains($0.share) })
    #expect(calm.spread == 0 && calm.groups.allSatisfy { abs($0.shrunk - calm.mean) < 1e-12 })
    let odd = try #require(Funnel(alike + [(0.75, 150)]))
    #expect(odd.groups.filter(\.isOutside).map(\.share) == [0.75])
    let small = try #require(Funnel(alike + [(0.75, 5)]))
    #expect(small.groups.allSatisfy { !$0.isOutside })
    #expect(Funnel([(0.5, 10), (0.6, 10)]) == nil)
  }

  @Test("corrected shares cover the truth, by either method")
  func corrected() async throws {
    var random = Draws(seed: 4)
    func given(_ truth: Mood) -> Mood {
      let chance = random.uniform()
      switch truth {
      case .complaint: return chance < 0.8 ? .complaint : chance < 0.9 ? .support : .neutral
      case .support: return chance < 0.12 ? .complaint : chance < 0.92 ? .support : .neutral
      case .neutral: return chance < 0.1 ? .complaint : chance < 0.2 ? .support : .neutral
      }
    }
    func truth(_ day: Int32) -> Mood {
      let chance = random.uniform()
      let share = day < 30 ? 0.6 : 0.2
      return chance < share ? .complaint : chance < 0.8 ? .support : .neutral
    }
    var tally = TrendTally()
    var sample = LabelledSample()
    for day in Int32(0)..<60 {
      for post in 0..<10 {
        for _ in 0..<3 {
          tally.add(
            Observation(
              official: 0, day: day, post: UInt64(day) * 10 + UInt64(post) + 1,
              mood: given(truth(day))))
        }
      }
    }
    for i in Int32(0)..<500 {
      // Labels with times from the second half alone.
      let day = 30 + i % 30
      let mood = truth(day)
      sample.add(
        .init(official: 0, day: day, truth: mood, given: given(mood), probability: 0.5))
    }
    let points = try #require(await tally.analysis(.comments(900), labels: sample).findings.first)
      .points
    let found = points.compactMap(\.corrected)
    #expect(found.map(\.method) == [.bayesian, .predictionPowered])
    for (one, truth) in zip(found, [0.6, 0.2]) {
      #expect(one.estimate.interval.contains(truth))
      #expect(abs(one.estimate.share - truth) < 0.08)
      #expect(abs((one.adjustedCount ?? 0) - truth) < 0.1)
      let width = one.estimate.interval.upperBound - one.estimate.interval.lowerBound
      #expect(width < 0.25)
    }
  }

  @Test("labels drawn by verdict weigh by one over their chance")
  func weights() throws {
    // Of 900 true complaints 90 % are seen; supports always. Drawn by verdict: 90 of 810, and all 90 that look like support.
    var correction = ErrorCorrection()
    for _ in 0..<90 { correction.add(truth: .complaint, given: .complaint, weight: 9) }
    for _ in 0..<90 { correction.add(truth: .complaint, given: .support, weight: 1) }
    for _ in 0..<100 { correction.add(truth: .support, given: .support, weight: 9) }
    for _ in 0..<10 { correction.add(truth: .neutral, given: .neutral, weight: 9) }
    let shares = try #require(correction.adjusted(MoodCounts(complaint: 90, support: 110)))
    #expect(abs(shares[0] - 0.5) < 1e-12)
    #expect(correction.labels == 290)
  }

  @Test("draws have the means and spreads of their distributions")
  func draws() {
    var random = Draws(seed: 8)
    func moments(_ draw: () -> Double) -> (mean: Double, variance: Double) {
      let values = (0..<20_000).map { _ in draw() }
      let mean = values.reduce(0, +) / 20_000
      return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000)
    }
    for shape in [0.4, 1, 7.5] {
      let found = moments { random.gamma(shape) }
      #expect(abs(found.mean - shape) < 0.05 * max(1, shape))
      #expect(abs(found.variance - shape) < 0.1 * max(1, shape))
    }
    for (n, p) in [(20, 0.3), (5000, 0.02), (40_000, 0.7)] {
      let found = moments { Double(random.binomial(n, p)) }
      let (mean, variance) = (Double(n) * p, Double(n) * p * (1 - p))
      #expect(abs(found.mean - mean) < 0.05 * variance.squareRoot())
      #expect(abs(found.variance / variance - 1) < 0.06)
    }
  }
}

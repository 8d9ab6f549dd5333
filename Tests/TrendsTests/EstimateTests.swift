import TestSupport
import Testing

@testable import Trends

@Suite("shares and their intervals")
struct EstimateTests {
  @Test("no cluster, one, and shares without spread")
  func degenerate() {
    let none = ShareEstimate.estimates(of: [MoodCounts]())
    #expect(none.allSatisfy { $0.share == nil && $0.interval == nil && $0.effective == nil })
    let one = ShareEstimate.estimates(of: [MoodCounts(complaint: 3, support: 1)])
    #expect(one.map(\.share) == [0.75, 0.25, 0])
    #expect(one.allSatisfy { $0.interval == nil && $0.effective == nil && $0.designEffect == nil })
    // No complaint at all, and posts that differ wholly in the rest: complaint takes their design effect.
    let split = ShareEstimate.estimates(
      of: [MoodCounts(support: 10), MoodCounts(neutral: 10), MoodCounts(support: 10)])
    #expect(split[0].share == 0)
    #expect(split[0].designEffect == split.compactMap(\.designEffect).max())
    #expect((split[0].effective ?? 99) < 3)
    // All alike: nothing tells of clustering.
    let alike = ShareEstimate.estimates(of: [MoodCounts(complaint: 5), MoodCounts(complaint: 5)])
    #expect(alike.map(\.designEffect) == [1, 1, 1])
    #expect(alike[0].interval?.upperBound == 1 && (alike[0].interval?.lowerBound ?? 1) < 0.5)
  }

  @Test("shares sum to 1 and lie in their intervals", arguments: 0..<64 as Range<UInt64>)
  func properties(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let clusters = (0..<Int.random(in: 2...12, using: &random)).map { _ in
        MoodCounts(
          complaint: .random(in: 0...9, using: &random),
          support: .random(in: 0...9, using: &random),
          neutral: .random(in: 1...9, using: &random))
      }
      let estimates = ShareEstimate.estimates(of: clusters)
      #expect(abs(estimates.compactMap(\.share).reduce(0, +) - 1) < 1e-12)
      let total = Double(clusters.reduce(0) { $0 + $1.total })
      for estimate in estimates {
        let share = estimate.share ?? .nan
        #expect(estimate.interval?.contains(share) == true, "seed \(seed)")
        #expect((estimate.effective ?? .nan) <= total)
      }
    }
  }

  @Test("quantiles mirror, grow, and approach the normal")
  func quantiles() {
    #expect(studentQuantile(0.5, degrees: 3) == 0)
    for degrees in [1, 2, 3, 10, 99_999, 100_000] {
      let upper = studentQuantile(0.75, degrees: degrees)
      #expect(upper == -studentQuantile(0.25, degrees: degrees))
      #expect(upper < studentQuantile(0.8, degrees: degrees))
    }
    // Where the method changes, nothing jumps: one degree more changes t by 2.4e-10.
    let below = studentQuantile(0.975, degrees: 99_999)
    let above = studentQuantile(0.975, degrees: 100_000)
    #expect(below > above && below - above < 1e-9)
    #expect(abs(studentQuantile(0.975, degrees: 1_000_000_000) - normalQuantile(0.975)) < 1e-8)
  }

  @Test("outside their domain, quantiles stop the program")
  func domain() async {
    await #expect(processExitsWith: .failure) { _ = normalQuantile(1) }
    await #expect(processExitsWith: .failure) { _ = studentQuantile(0.975, degrees: 0) }
  }

  /// METHODS.md, "Intervals", found .92 for 7 × 15 and 20 × 15 by its own simulation; with the factor *m*/(*m*−1), and posts
  /// of one size, this one gives .950 to .962 in 20,000 repetitions.
  @Test(
    "intervals cover the truth where posts differ",
    arguments: [7, 10, 20], [0.2, 0.5])
  func coverage(posts: Int, truth: Double) {
    let correlation = 0.15
    let repetitions = 1_000
    var random = SplitMix64(seed: UInt64(posts) &* 1_000 &+ UInt64(truth * 100))
    // Pólya's urn draws a beta-binomial post: each draw makes its like more likely. Balls: 1/ρ − 1.
    let balls = 1 / correlation - 1
    var covered = 0
    for _ in 0..<repetitions {
      let clusters = (0..<posts).map { _ in
        var counts = MoodCounts()
        for drawn in 0..<15 {
          let chance = (truth * balls + Double(counts[.complaint])) / (balls + Double(drawn))
          let roll = Double(random.next() >> 11) * 0x1p-53
          counts.add(roll < chance ? .complaint : drawn.isMultiple(of: 2) ? .support : .neutral)
        }
        return counts
      }
      let interval = ShareEstimate.estimates(of: clusters)[0].interval
      covered += interval?.contains(truth) == true ? 1 : 0
    }
    let share = Double(covered) / Double(repetitions)
    #expect(share >= 0.90, "\(posts) posts, truth \(truth): \(share)")
  }
}

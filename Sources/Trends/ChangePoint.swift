import Glibc

/// A week from which the share of complaints among opinions is another.
package struct ChangePoint: Equatable, Sendable {
  /// The first day of the first week on the new level.
  package let day: Int32
  /// The weeks that are nearly as likely: twice the log likelihood within 3.84 of the best.
  package let interval: ClosedRange<Int32>
  /// How often shuffled posts show a change as strong.
  package let p: Double
  package let before: Double
  package let after: Double
}

/// Finds changes of level by splitting where the likelihood of a binomial share gains most.
///
/// A split counts when posts shuffled over time show one as strong in at most one of 20 runs: a permutation of posts, not
/// of comments, because comments under a post hang together. After a split both sides are tried again (binary segmentation,
/// Scott & Knott 1974), up to three splits, the level being divided by their number (Bonferroni). Segments have at least
/// four weeks and 60 opinions.
package struct ChangePointSearch: Sendable {
  package var most = 3
  package var shuffles = 499
  package var leastWeeks = 4
  package var leastOpinions = 60
  package var level = 0.05

  package init() {}

  /// The change points, by day.
  ///
  /// - Complexity: O(shuffles × (clusters + weeks)) for each segment tried.
  package func changePoints(in days: [ClusterDay], seed: UInt64 = 17) -> [ChangePoint] {
    guard let first = days.map(\.day).min(), let last = days.map(\.day).max() else { return [] }
    let weeks = Int((last - first) / 7) + 1
    // Each cluster stands in one week, that of its middle opinion: only so can clusters be shuffled.
    var clusters: [Int: (counts: MoodCounts, moment: Double)] = [:]
    for one in days where one.counts.opinions.total > 0 {
      var cluster = clusters[one.cluster] ?? (MoodCounts(), 0)
      cluster.counts += one.counts.opinions
      cluster.moment += Double(one.day) * Double(one.counts.opinions.total)
      clusters[one.cluster] = cluster
    }
    let placed = clusters.sorted { $0.key < $1.key }.map { _, cluster in
      Placed(
        week: min(
          weeks - 1,
          Int((cluster.moment / Double(cluster.counts.total) - Double(first)) / 7)),
        complaints: Double(cluster.counts.complaint), opinions: Double(cluster.counts.total))
    }
    var found: [ChangePoint] = []
    var segments = [0..<weeks]
    var state = seed
    while let segment = segments.popLast(), found.count < most {
      let inside = placed.filter { segment.contains($0.week) }
      guard let split = best(inside, segment) else { continue }
      var atLeast = 1
      for _ in 0..<shuffles {
        let shuffled = Self.shuffled(inside, &state)
        if let other = best(shuffled, segment), other.gain >= split.gain { atLeast += 1 }
      }
      let p = Double(atLeast) / Double(shuffles + 1)
      guard p <= level / Double(most) else { continue }
      let (left, right) = (segment.lowerBound..<split.week, split.week..<segment.upperBound)
      found.append(
        ChangePoint(
          day: first + Int32(split.week) * 7,
          interval: first + Int32(split.likely.lowerBound) * 7...first + Int32(
            split.likely.upperBound) * 7,
          p: p, before: share(inside, left), after: share(inside, right)))
      segments.append(left)
      segments.append(right)
    }
    return found.sorted { $0.day < $1.day }
  }

  private struct Placed {
    var week: Int
    let complaints: Double
    let opinions: Double
  }

  private func share(_ clusters: [Placed], _ weeks: Range<Int>) -> Double {
    let inside = clusters.filter { weeks.contains($0.week) }
    return inside.reduce(0) { $0 + $1.complaints } / max(1, inside.reduce(0) { $0 + $1.opinions })
  }

  /// The split that gains most, by its first week on the right.
  private func best(
    _ clusters: [Placed], _ segment: Range<Int>
  ) -> (week: Int, gain: Double, likely: ClosedRange<Int>)? {
    var complaints = Array(repeating: 0.0, count: segment.count)
    var opinions = complaints
    for cluster in clusters {
      complaints[cluster.week - segment.lowerBound] += cluster.complaints
      opinions[cluster.week - segment.lowerBound] += cluster.opinions
    }
    let (allComplaints, all) = (complaints.reduce(0, +), opinions.reduce(0, +))
    guard all > 0 else { return nil }
    let whole = Self.likelihood(allComplaints, all)
    // How much the opinions of a cluster repeat each other; the gains are of as many independent ones.
    let effect = Self.designEffect(clusters, share: allComplaints / all)
    var gains: [(week: Int, gain: Double)] = []
    var (left, leftComplaints) = (0.0, 0.0)
    for week in 1..<max(1, segment.count) {
      left += opinions[week - 1]
      leftComplaints += complaints[week - 1]
      guard week >= leastWeeks, segment.count - week >= leastWeeks,
        left >= Double(leastOpinions), all - left >= Double(leastOpinions)
      else { continue }
      let gain =
        Self.likelihood(leftComplaints, left)
        + Self.likelihood(allComplaints - leftComplaints, all - left) - whole
      gains.append((segment.lowerBound + week, 2 * gain / effect))
    }
    guard let best = gains.max(by: { ($0.gain, $1.week) < ($1.gain, $0.week) }) else { return nil }
    let likely = gains.filter { best.gain - $0.gain <= 3.841_458_820_694_124 }.map(\.week)
    return (best.week, best.gain, (likely.min() ?? best.week)...(likely.max() ?? best.week))
  }

  /// The largest log likelihood of `complaints` among `opinions`.
  private static func likelihood(_ complaints: Double, _ opinions: Double) -> Double {
    guard complaints > 0, complaints < opinions else { return 0 }
    let share = complaints / opinions
    return complaints * log(share) + (opinions - complaints) * log(1 - share)
  }

  private static func designEffect(_ clusters: [Placed], share: Double) -> Double {
    let m = Double(clusters.count)
    guard m > 1, share > 0, share < 1 else { return 1 }
    let squares = clusters.reduce(0.0) { sum, one in
      let residual = one.complaints - share * one.opinions
      return sum + residual * residual
    }
    let all = clusters.reduce(0) { $0 + $1.opinions }
    return max(1, m / (m - 1) * squares / (all * share * (1 - share)))
  }

  /// The clusters with their weeks dealt anew (Fisher & Yates).
  private static func shuffled(_ clusters: [Placed], _ state: inout UInt64) -> [Placed] {
    var dealt = clusters
    for i in stride(from: dealt.count - 1, to: 0, by: -1) {
      let j = Int(SplitMix.next(&state) % UInt64(i + 1))
      (dealt[i].week, dealt[j].week) = (dealt[j].week, dealt[i].week)
    }
    return dealt
  }
}

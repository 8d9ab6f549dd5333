/// A change of the share of complaints, split into what changed inside groups and what their mix changed.
///
/// Kitagawa, "Components of a Difference Between Two Rates", *JASA* 50 (1955): the groups' own changes at their mean weight, and
/// the mix's change at their mean share. Both sum to the change. Groups are platforms, posts, sets of issues, or people.
package struct Composition: Equatable, Sendable {
  /// What changed inside the groups.
  package let within: Double
  /// What the mix of groups changed.
  package let mix: Double
  /// How many groups there are then, now, and at both times.
  package let groups: (then: Int, now: Int, both: Int)

  /// The part of the opinions, on the side where it is smaller, that groups make which are there at both times.
  package let covered: Double

  /// Whether the mix makes the larger part of the change.
  package var isMostlyMix: Bool { abs(mix) > abs(within) }

  /// One group's opinions then and now.
  package typealias Group = (then: MoodCounts, now: MoodCounts)

  /// - Returns: `nil` below two groups, or where one time has no opinion.
  package init?(_ groups: [Group]) {
    let groups = groups.filter { $0.then.opinions.total + $0.now.opinions.total > 0 }
    let all = groups.reduce(into: (then: 0.0, now: 0.0)) {
      $0.then += Double($1.then.opinions.total)
      $0.now += Double($1.now.opinions.total)
    }
    guard groups.count > 1, all.then > 0, all.now > 0 else { return nil }
    var (within, mix) = (0.0, 0.0)
    for group in groups {
      let (then, now) = (group.then.opinions, group.now.opinions)
      let weights = (Double(then.total) / all.then, Double(now.total) / all.now)
      // A group that is there at one time only has no change of its own: its share then stands for both.
      guard let before = then.share(of: .complaint) ?? now.share(of: .complaint),
        let after = now.share(of: .complaint) ?? then.share(of: .complaint)
      else { continue }
      within += (weights.0 + weights.1) / 2 * (after - before)
      mix += (before + after) / 2 * (weights.1 - weights.0)
    }
    let both = groups.filter { $0.then.opinions.total > 0 && $0.now.opinions.total > 0 }
    covered = min(
      both.reduce(0) { $0 + Double($1.then.opinions.total) } / all.then,
      both.reduce(0) { $0 + Double($1.now.opinions.total) } / all.now)
    self.within = within
    self.mix = mix
    self.groups = (
      groups.count { $0.then.opinions.total > 0 }, groups.count { $0.now.opinions.total > 0 },
      groups.count { $0.then.opinions.total > 0 && $0.now.opinions.total > 0 }
    )
  }

  /// The split where groups that are there at both times make four fifths of the opinions; of others little can be told.
  var whereCovered: Composition? { covered >= 0.8 ? self : nil }

  /// By the clusters of `days`: each is a group.
  init?(_ days: [ClusterDay], _ then: ClosedRange<Int32>, _ now: ClosedRange<Int32>) {
    self.init(Self.groups(days, then, now))
  }

  /// By people: those who spoke at both times, and all others.
  init?(
    authors days: [ClusterDay], _ then: ClosedRange<Int32>, _ now: ClosedRange<Int32>
  ) {
    var (stayed, others): (Group, Group) = (
      (MoodCounts(), MoodCounts()), (MoodCounts(), MoodCounts())
    )
    for group in Self.groups(days, then, now) {
      if group.then.total > 0, group.now.total > 0 {
        stayed.then += group.then
        stayed.now += group.now
      } else {
        others.then += group.then
        others.now += group.now
      }
    }
    self.init([stayed, others])
  }

  /// Each cluster's opinions then and now, by its number.
  static func groups(
    _ days: [ClusterDay], _ then: ClosedRange<Int32>, _ now: ClosedRange<Int32>
  ) -> [Group] {
    // Clusters are numbered from 0.
    var sums: [Group] = []
    for one in days {
      while sums.count <= one.cluster { sums.append((MoodCounts(), MoodCounts())) }
      if then.contains(one.day) { sums[one.cluster].then += one.counts.opinions }
      if now.contains(one.day) { sums[one.cluster].now += one.counts.opinions }
    }
    return sums
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.within == right.within && left.mix == right.mix && left.groups == right.groups
  }
}

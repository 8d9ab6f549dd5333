/// Comments of one day that hang together: under one post, or, where none is named, of one author.
package struct ClusterDay: Equatable, Sendable {
  package let day: Int32
  /// The cluster's number among the official's, from 0: a post keeps its number on all days.
  package let cluster: Int
  package let counts: MoodCounts

  package init(day: Int32, cluster: Int, counts: MoodCounts) {
    self.day = day
    self.cluster = cluster
    self.counts = counts
  }
}

extension TrendTally {
  /// One official's comments by cluster and day, in an order that does not depend on that of the comments.
  ///
  /// - Complexity: O(*c* log *c*) in the cells.
  package func clusterDays(of official: Int) -> [ClusterDay] {
    numbered(official) { [.post, .loneAuthor, .unknown].contains($0) }
  }

  /// One official's comments by author and day; none where the dump names no author.
  package func authorDays(of official: Int) -> [ClusterDay] { numbered(official) { $0 == .author } }

  /// One official's comments by platform and day, the platforms' hashes in the order of their numbers.
  package func platformDays(of official: Int) -> (platforms: [UInt64], days: [ClusterDay]) {
    var platforms: [UInt64] = []
    let days = numbered(official, { $0 == .platform }) { platforms.append($0) }
    return (platforms, days)
  }

  /// One official's comments by exactly which issues they are about, and day.
  func issueSetDays(of official: Int) -> [ClusterDay] { numbered(official) { $0 == .issueSet } }

  /// Whether every comment on an official names its post.
  func namesPosts(_ official: Int) -> Bool {
    var names = false
    for cell in table.cells where Int(cell.key.official) == official && cell.key.kind.isCluster {
      guard cell.key.kind == .post else { return false }
      names = true
    }
    return names
  }

  /// Each official's comments as a tally of its own, by place.
  ///
  /// - Complexity: O(*c*) in the cells.
  package var byOfficial: [Int: TrendTally] {
    var sizes: [(cells: Int, copies: Int)] = []
    func reach(_ official: Int32) -> Int {
      while sizes.count <= Int(official) { sizes.append((0, 0)) }
      return Int(official)
    }
    for cell in table.cells { sizes[reach(cell.key.official)].cells += 1 }
    for copy in copies { sizes[reach(copy.official)].copies += 1 }
    // Room is made once: pages that growing asks for cost more than the counting.
    var cells = sizes.map { [CellTable.Cell](capacity: $0.cells) }
    var copies = sizes.map { [Copy](capacity: $0.copies) }
    for cell in table.cells { cells[Int(cell.key.official)].append(cell) }
    for copy in self.copies { copies[Int(copy.official)].append(copy) }
    var tallies: [Int: TrendTally] = [:]
    for official in sizes.indices where !cells[official].isEmpty {
      tallies[official] = TrendTally(cells: cells[official], copies: copies[official])
    }
    return tallies
  }

  private func numbered(
    _ official: Int, _ isWanted: (CellTable.Kind) -> Bool, _ new: (UInt64) -> Void = { _ in }
  ) -> [ClusterDay] {
    let cells = table.cells.filter { Int($0.key.official) == official && isWanted($0.key.kind) }
      .sorted { ($0.key.kind, $0.key.id, $0.key.day) < ($1.key.kind, $1.key.id, $1.key.day) }
    var found: [ClusterDay] = []
    var last: CellTable.Key?
    var number = -1
    for cell in cells {
      // An author's or an unknown author's comments hang together for a day, a post's for ever.
      let isKnown =
        last.map {
          $0.kind == cell.key.kind && $0.id == cell.key.id
            && ![.loneAuthor, .unknown].contains($0.kind)
        } ?? false
      if !isKnown {
        number += 1
        new(cell.key.id)
      }
      last = cell.key
      found.append(ClusterDay(day: cell.key.day, cluster: number, counts: cell.counts))
    }
    return found
  }
}

extension Collection where Element == ClusterDay {
  /// The counts of each cluster over the days `days`; clusters without a comment then are left out.
  package func clusters(in days: ClosedRange<Int32>) -> [MoodCounts] {
    // Clusters come together and in order, as tallies give them.
    var sums: [MoodCounts] = []
    var last = -1
    for one in self where days.contains(one.day) {
      if one.cluster == last {
        sums[sums.count - 1] += one.counts
      } else if one.cluster > last {
        sums.append(one.counts)
        last = one.cluster
      } else {
        return unsortedClusters(in: days)
      }
    }
    return sums
  }

  private func unsortedClusters(in days: ClosedRange<Int32>) -> [MoodCounts] {
    var sums: [Int: MoodCounts] = [:]
    for one in self where days.contains(one.day) {
      sums[one.cluster, default: MoodCounts()] += one.counts
    }
    return sums.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension MoodCounts {
  /// The comments that take a side.
  package var opinions: MoodCounts { MoodCounts(complaint: complaint, support: support) }
}

extension Array {
  fileprivate init(capacity: Int) {
    self.init()
    reserveCapacity(capacity)
  }
}

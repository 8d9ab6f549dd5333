import Glibc

/// A week from which the share of complaints among opinions is another.
package struct ChangePoint: Equatable, Sendable {
  /// The first day of the first week on the new level.
  package let day: Int32
  /// The weeks that are nearly as likely: twice the log likelihood within 3.84 of the best, of as many independent opinions.
  package let interval: ClosedRange<Int32>
  /// How often shuffled posts show a change as strong.
  package let p: Double
  package let before: Double
  package let after: Double
}

/// Finds changes of level: the partition of the weeks into at most four under which a binomial share of each is likeliest.
///
/// Optimal partitioning (Jackson and others 2005, *IEEE Signal Process. Lett.* 12) over weeks, with 2·log(weeks) as the price
/// of a change, on counts divided by the design effect. A partition counts when posts shuffled over time show one as strong in at most one of
/// 25 runs: a permutation of posts, not of comments, because comments under a post hang together. Then each change must hold
/// alone, between its neighbours, at that level divided by the number of changes (Bonferroni); otherwise one change less is
/// tried. Segments have at least four weeks and 60 opinions. Above 156 weeks, several go together.
package struct ChangePointSearch: Sendable {
  package var most = 3
  package var shuffles = 499
  package var leastWeeks = 4
  package var leastOpinions = 60
  /// Below the .05 that is asked of flat series, so that simulations show at most that (`bench trends`).
  package var level = 0.04

  package init() {}

  /// The change points, by day.
  ///
  /// - Complexity: O(shuffles × (clusters + weeks²)); flat series stop after some tens of shuffles.
  package func changePoints(in days: [ClusterDay], seed: UInt64 = 17) -> [ChangePoint] {
    let days = days.filter { $0.counts.opinions.total > 0 }
    guard let first = days.map(\.day).min(), let last = days.map(\.day).max() else { return [] }
    let weeks = Int(last - first) / 7 + 1
    let step = (weeks - 1) / 156 + 1
    let bins = (weeks - 1) / step + 1
    let clusters = Placed.clusters(of: days, first: first, daysInBin: step * 7)
    let all = clusters.reduce(into: MoodCounts()) { $0 += $1.counts }
    let partition = Partition(
      most: most, leastBins: (leastWeeks - 1) / step + 1, leastOpinions: leastOpinions,
      price: 2 * log(Double(max(2, bins))), table: LogTable(all.total))
    var state = seed
    let effect = Placed.designEffect(clusters, borders: [])
    let observed = partition.best(clusters, 0..<bins, effect: effect)
    guard let strength = observed.map(\.strength).max(),
      let p = share(
        of: clusters, atLeast: strength, &state,
        {
          partition.best($0, 0..<bins, effect: effect).map(\.strength).max() ?? -.infinity
        })
    else { return [] }
    var count = observed.first { $0.strength == strength }?.borders.count ?? 0
    while count > 0, let found = observed.first(where: { $0.borders.count == count }) {
      let alone = count == 1 ? [p] : chances(found.borders, clusters, bins, partition, &state)
      if let alone {
        let residual = Placed.designEffect(clusters, borders: found.borders)
        return found.borders.indices.map { i in
          let ends = neighbours(found.borders, i, bins)
          let inside = clusters.filter { ends.contains($0.bin) }
          let likely = partition.likely(inside, ends, effect: residual)
          func day(_ bin: Int) -> Int32 { first + Int32(bin * step * 7) }
          let border = found.borders[i]
          return ChangePoint(
            day: day(border),
            interval: day(min(border, likely.lowerBound))...day(max(border, likely.upperBound)),
            p: max(p, alone[i]),
            before: Placed.share(inside, ends.lowerBound..<border),
            after: Placed.share(inside, border..<ends.upperBound))
        }
      }
      count -= 1
    }
    return []
  }

  /// Between which bins the `i`th border lies.
  private func neighbours(_ borders: [Int], _ i: Int, _ bins: Int) -> Range<Int> {
    (i == 0 ? 0 : borders[i - 1])..<(i == borders.count - 1 ? bins : borders[i + 1])
  }

  /// Each border's p between its neighbours; `nil` where one does not hold.
  private func chances(
    _ borders: [Int], _ clusters: [Placed], _ bins: Int, _ partition: Partition,
    _ state: inout UInt64
  ) -> [Double]? {
    var found: [Double] = []
    var one = partition
    one.most = 1
    for i in borders.indices {
      let ends = neighbours(borders, i, bins)
      let inside = clusters.filter { ends.contains($0.bin) }
      let effect = Placed.designEffect(inside, borders: [])
      guard let gain = one.best(inside, ends, effect: effect).first?.strength,
        let p = share(
          of: inside, atLeast: gain, level: level / Double(borders.count), &state,
          { one.best($0, ends, effect: effect).first?.strength ?? -.infinity })
      else { return nil }
      found.append(p)
    }
    return found
  }

  /// How often shuffled clusters are as strong; `nil` as soon as it must be above the level (Besag & Clifford 1991,
  /// *Biometrika* 78).
  private func share(
    of clusters: [Placed], atLeast strength: Double, level: Double? = nil, _ state: inout UInt64,
    _ measure: ([Placed]) -> Double
  ) -> Double? {
    let most = Int((level ?? self.level) * Double(shuffles + 1))
    var atLeast = 1
    var dealt = clusters
    for _ in 0..<shuffles {
      Placed.deal(&dealt, &state)
      if measure(dealt) >= strength - 1e-9 { atLeast += 1 }
      if atLeast > most { return nil }
    }
    return Double(atLeast) / Double(shuffles + 1)
  }
}

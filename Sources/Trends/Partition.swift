import Glibc

/// A cluster's opinions, in one bin of time.
struct Placed {
  var bin: Int
  let counts: MoodCounts

  private var complaints: Double { Double(counts.complaint) }
  private var opinions: Double { Double(counts.total) }

  /// Each cluster in the bin of its middle opinion: only a cluster with one place can be shuffled.
  static func clusters(of days: [ClusterDay], first: Int32, daysInBin: Int) -> [Placed] {
    var clusters: [Int: (counts: MoodCounts, moment: Double)] = [:]
    for one in days where one.counts.opinions.total > 0 {
      var cluster = clusters[one.cluster] ?? (MoodCounts(), 0)
      cluster.counts += one.counts.opinions
      cluster.moment += Double(one.day - first) * Double(one.counts.opinions.total)
      clusters[one.cluster] = cluster
    }
    return clusters.sorted { $0.key < $1.key }.map { _, cluster in
      Placed(
        bin: Int(cluster.moment / Double(cluster.counts.total) / Double(daysInBin)),
        counts: cluster.counts)
    }
  }

  static func share(_ clusters: [Placed], _ bins: Range<Int>) -> Double {
    clusters.reduce(into: MoodCounts()) { if bins.contains($1.bin) { $0 += $1.counts } }
      .share(of: .complaint) ?? 0
  }

  /// How many times the variance exceeds that of independent opinions, around the shares between borders.
  static func designEffect(_ clusters: [Placed], borders: [Int]) -> Double {
    var sums = Array(repeating: MoodCounts(), count: borders.count + 1)
    func segment(_ bin: Int) -> Int { borders.count { $0 <= bin } }
    for one in clusters { sums[segment(one.bin)] += one.counts }
    var (squares, expected) = (0.0, 0.0)
    for one in clusters {
      let share = sums[segment(one.bin)].share(of: .complaint) ?? 0
      let residual = one.complaints - share * one.opinions
      squares += residual * residual
      expected += one.opinions * share * (1 - share)
    }
    let m = Double(clusters.count)
    guard m > Double(sums.count), expected > 0 else { return 1 }
    return max(1, m / (m - Double(sums.count)) * squares / expected)
  }

  /// Deals the bins anew (Fisher & Yates).
  static func deal(_ clusters: inout [Placed], _ state: inout UInt64) {
    for i in stride(from: clusters.count - 1, to: 0, by: -1) {
      let j = Int(SplitMix.next(&state) % UInt64(i + 1))
      (clusters[i].bin, clusters[j].bin) = (clusters[j].bin, clusters[i].bin)
    }
  }
}

/// n·log(n) for whole n, which a shuffle needs some ten thousand times.
struct LogTable {
  private let values: [Double]

  init(_ largest: Int) {
    values = (0...min(largest, 1 << 20)).map { $0 == 0 ? 0 : Double($0) * log(Double($0)) }
  }

  subscript(n: Int) -> Double { n < values.count ? values[n] : Double(n) * log(Double(n)) }
}

/// Cuts bins into segments whose binomial likelihood is largest.
struct Partition {
  var most: Int
  let leastBins: Int
  let leastOpinions: Int
  /// What a change must gain, as twice a log likelihood.
  let price: Double
  let table: LogTable

  struct Cut {
    /// The first bin of each segment but the first.
    let borders: [Int]
    /// Twice the gain of the log likelihood, over the design effect, less the price.
    let strength: Double
  }

  /// Running sums of the bins: the first is of none.
  private func sums(_ clusters: [Placed], _ bins: Range<Int>) -> (complaints: [Int], all: [Int]) {
    var complaints = Array(repeating: 0, count: bins.count + 1)
    var all = complaints
    for one in clusters {
      complaints[one.bin - bins.lowerBound + 1] += Int(one.counts.complaint)
      all[one.bin - bins.lowerBound + 1] += one.counts.total
    }
    for i in 1..<complaints.count {
      complaints[i] += complaints[i - 1]
      all[i] += all[i - 1]
    }
    return (complaints, all)
  }

  private func likelihood(_ complaints: Int, _ all: Int) -> Double {
    table[complaints] + table[all - complaints] - table[all]
  }

  /// The best partition for each number of borders that can be: of one, of two and so on.
  func best(_ clusters: [Placed], _ bins: Range<Int>, effect: Double) -> [Cut] {
    let (complaints, all) = sums(clusters, bins)
    let n = bins.count
    guard n >= 2 * leastBins, all[n] >= 2 * leastOpinions else { return [] }
    func cost(_ start: Int, _ end: Int) -> Double {
      guard end - start >= leastBins, all[end] - all[start] >= leastOpinions else {
        return -.infinity
      }
      return likelihood(complaints[end] - complaints[start], all[end] - all[start])
    }
    let whole = likelihood(complaints[n], all[n])
    // The best of the first `end` bins in one segment more each round, and where the last one starts.
    var best = (0...n).map { cost(0, $0) }
    var starts: [[Int]] = []
    var cuts: [Cut] = []
    for count in 1...max(1, most) {
      var next = Array(repeating: -Double.infinity, count: n + 1)
      var from = Array(repeating: 0, count: n + 1)
      // Only the last round's last bin matters.
      for end in (count == most ? n : (count + 1) * leastBins)...max(n, (count + 1) * leastBins)
      where end <= n && end >= (count + 1) * leastBins {
        for start in count * leastBins...end - leastBins where best[start] > -.infinity {
          let sum = best[start] + cost(start, end)
          if sum > next[end] { (next[end], from[end]) = (sum, start) }
        }
      }
      starts.append(from)
      best = next
      guard best[n] > -.infinity else { break }
      var borders: [Int] = []
      var end = n
      for round in starts.reversed() {
        end = round[end]
        borders.append(end + bins.lowerBound)
      }
      cuts.append(
        Cut(
          borders: borders.reversed(),
          strength: 2 * (best[n] - whole) / effect - price * Double(count)))
    }
    return cuts
  }

  /// The places of one border that are nearly as likely as the best.
  func likely(_ clusters: [Placed], _ bins: Range<Int>, effect: Double) -> ClosedRange<Int> {
    let (complaints, all) = sums(clusters, bins)
    let n = bins.count
    var gains: [(place: Int, gain: Double)] = []
    for place in leastBins..<max(leastBins + 1, n - leastBins + 1)
    where all[place] >= leastOpinions && all[n] - all[place] >= leastOpinions {
      let gain =
        likelihood(complaints[place], all[place])
        + likelihood(complaints[n] - complaints[place], all[n] - all[place])
      gains.append((place + bins.lowerBound, 2 * gain / effect))
    }
    guard let best = gains.map(\.gain).max() else { return bins.lowerBound...bins.upperBound }
    let places = gains.filter { best - $0.gain <= 3.841_458_820_694_124 }.map(\.place)
    return (places.min() ?? 0)...(places.max() ?? 0)
  }
}

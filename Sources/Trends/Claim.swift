import Times

/// "At first mostly complaints, now mostly support": what a dump says to that.
///
/// The first and the last third of the days are held against each other, or what lies before and from a day that was
/// named; never a day that the same numbers chose. Shares are of complaints among comments that take a side.
package struct Claim: Sendable {
  /// What the numbers say.
  package enum Finding: String, Sendable {
    /// Complaints were the larger part then and are the smaller part now, both beyond chance.
    case supported = "didukung"
    /// One half of the claim, or the change, is contradicted.
    case unsupported = "tidak didukung"
    /// Too little, or too near to one half, to tell.
    case short = "data kurang"
  }

  /// The opinions of one side of the comparison.
  package struct Window: Sendable {
    package let days: ClosedRange<Int32>
    package let counts: MoodCounts
    package let clusters: Int
    /// The share of complaints among opinions.
    package let complaint: ShareEstimate
    /// How many independent comments, those of no side among them, the window is worth.
    package let effective: Double

    package var isShort: Bool { (complaint.effective ?? 0) < 10 || clusters < 4 }
  }

  /// The share of complaints among all opinions of the dump.
  package let whole: ShareEstimate
  package let then: Window
  package let now: Window
  /// The share of complaints now less that of then, with its 95 % interval.
  package let change: (value: Double, interval: ClosedRange<Double>)?
  package let finding: Finding
  /// The shares and their change corrected for the classifier's errors; `nil` without labels that allow it.
  package let corrected:
    (
      then: ErrorCorrection.Estimate, now: ErrorCorrection.Estimate,
      change: ErrorCorrection.Estimate
    )?
  package let trend: TrendTest?
  package let changePoints: [ChangePoint]
  /// Whether complaints fell beyond chance, whatever their level.
  package var surelyFell: Bool { (change?.interval.upperBound ?? 0) < 0 }
  /// How many opinions on each side would show a fall of 10 points, given how comments hang together here.
  package let opinionsForTenPoints: Int
  /// The change split into what changed on each platform and what their mix changed; `nil` below two platforms.
  package let platforms: Composition?
  /// The same by what comments are about: groups are sets of issues; `nil` where too few are there at both times.
  package let issues: Composition?
  /// The same by post; `nil` where too few are there at both times.
  package let posts: Composition?
  /// The same by people: those who spoke at both times, and all others; `nil` without authors.
  package let people: Composition?
  /// The shares of complaints without campaigns of copies, and how many comments those are; `nil` where there are none.
  package let withoutCampaigns:
    (then: Double, now: Double, copies: Int, changePoints: [ChangePoint])?
  /// Posts that have exactly as many comments as the one with the most, and how many those are.
  ///
  /// Collectors stop after so many. `nil` below three such posts of 20 comments.
  package let fullPosts: (posts: Int, comments: Int)?
  /// The shares of complaints when each author has one vote; `nil` without authors.
  package let perAuthor: (then: Double, now: Double)?
  /// The shares of complaints of those who spoke both then and now, and how many they are.
  package let returning: (then: Double, now: Double, authors: Int)?
  /// The share of the opinions now that the five busiest authors wrote.
  package let topFive: Double?
  /// Comments for each post, then and now; `nil` where no post is named.
  package let perPost: (then: Double, now: Double)?

  /// Whether the change comes more from another mix of platforms than from a change inside them.
  package var isMostlyMix: Bool { platforms?.isMostlyMix ?? false }

  /// - Parameters:
  ///   - split: The first day of "now"; without it the first and the last third are compared.
  ///   - correction: What labelled comments tell of the classifier's errors.
  /// - Returns: `nil` without a comment.
  package init?(
    of official: Int, in tally: TrendTally, split: Int32? = nil, correction: ErrorCorrection? = nil
  ) {
    let days = tally.clusterDays(of: official)
    guard let first = days.map(\.day).min(), let last = days.map(\.day).max() else { return nil }
    let third = (last - first + 1) / 3
    let thenDays = first...max(first, split.map { $0 - 1 } ?? first + third - 1)
    let nowDays = min(last, split ?? last - third + 1)...last
    whole = Self.window(days, first...last).complaint
    then = Self.window(days, thenDays)
    now = Self.window(days, nowDays)
    change = Self.change(then, now)
    finding = Self.finding(then, now, change)
    corrected = correction?.corrected(
      (then.counts, then.effective), (now.counts, now.effective))
    trend = TrendTest(days)
    changePoints = ChangePointSearch().changePoints(in: days)
    let effect = max(then.complaint.designEffect ?? 1, now.complaint.designEffect ?? 1)
    let share = then.complaint.share ?? 0.5
    opinionsForTenPoints = Power.comments(
      before: max(0.1, share), after: max(0.1, share) - 0.1, designEffect: effect)
    platforms = Composition(tally.platformDays(of: official).days, thenDays, nowDays)
    issues = Composition(tally.issueSetDays(of: official), thenDays, nowDays)?.whereCovered
    let namesPosts = tally.namesPosts(official)
    posts = namesPosts ? Composition(days, thenDays, nowDays)?.whereCovered : nil
    let authors = tally.authorDays(of: official)
    people = Composition(authors: authors, thenDays, nowDays)
    withoutCampaigns = Self.withoutCampaigns(official, tally, thenDays, nowDays)
    fullPosts = namesPosts ? Self.fullPosts(days) : nil
    perAuthor = Self.votes(authors, thenDays, nowDays)
    returning = Self.returning(authors, thenDays, nowDays)
    topFive = Self.topFive(authors, nowDays)
    perPost = namesPosts ? (Self.perPost(days, thenDays), Self.perPost(days, nowDays)) : nil
  }

  private static func window(_ days: [ClusterDay], _ range: ClosedRange<Int32>) -> Window {
    let all = days.clusters(in: range)
    let opinions = all.map(\.opinions).filter { $0.total > 0 }
    return Window(
      days: range, counts: all.reduce(into: MoodCounts()) { $0 += $1 }, clusters: opinions.count,
      complaint: ShareEstimate.estimates(of: opinions)[Mood.complaint.rawValue],
      effective: ShareEstimate.estimates(of: all).compactMap(\.effective).min() ?? 0)
  }

  /// The difference of two shares, each with its own clusters, by *t* on the clusters less two.
  private static func change(
    _ then: Window, _ now: Window
  ) -> (value: Double, interval: ClosedRange<Double>)? {
    guard let p = then.complaint.share, let q = now.complaint.share,
      let n = then.complaint.effective, let m = now.complaint.effective
    else { return nil }
    // Agresti & Caffo 2000: one complaint and one support more on each side keep shares of 0 and 1 honest.
    func variance(_ share: Double, _ count: Double) -> Double {
      let adjusted = (share * count + 1) / (count + 2)
      return adjusted * (1 - adjusted) / (count + 2)
    }
    let reach =
      studentQuantile(0.975, degrees: max(1, then.clusters + now.clusters - 2))
      * (variance(p, n) + variance(q, m)).squareRoot()
    return (q - p, max(-1, q - p - reach)...min(1, q - p + reach))
  }

  private static func finding(
    _ then: Window, _ now: Window, _ change: (value: Double, interval: ClosedRange<Double>)?
  ) -> Finding {
    guard !then.isShort, !now.isShort, let before = then.complaint.interval,
      let after = now.complaint.interval, let change
    else { return .short }
    if before.upperBound < 0.5 || after.lowerBound > 0.5 || change.interval.lowerBound > 0 {
      return .unsupported
    }
    if before.lowerBound > 0.5, after.upperBound < 0.5 { return .supported }
    // The level is near one half; a change that is surely small is no turn.
    return change.interval.lowerBound > -0.1 ? .unsupported : .short
  }

  private static func withoutCampaigns(
    _ official: Int, _ tally: TrendTally, _ then: ClosedRange<Int32>, _ now: ClosedRange<Int32>
  ) -> (then: Double, now: Double, copies: Int, changePoints: [ChangePoint])? {
    let copies = tally.campaignCopies(of: official)
    guard !copies.isEmpty else { return nil }
    let rest = tally.without(copies, of: official).clusterDays(of: official)
    func share(_ days: ClosedRange<Int32>) -> Double? {
      rest.clusters(in: days).reduce(into: MoodCounts()) { $0 += $1.opinions }
        .share(of: .complaint)
    }
    guard let before = share(then), let after = share(now) else { return nil }
    return (before, after, copies.count, ChangePointSearch().changePoints(in: rest))
  }

  private static func fullPosts(_ days: [ClusterDay]) -> (posts: Int, comments: Int)? {
    guard let first = days.map(\.day).min(), let last = days.map(\.day).max() else { return nil }
    let totals = days.clusters(in: first...last).map(\.total)
    let most = totals.max() ?? 0
    let posts = totals.count { $0 == most }
    return most >= 20 && posts >= 3 ? (posts, most) : nil
  }

  private static func votes(
    _ authors: [ClusterDay], _ then: ClosedRange<Int32>, _ now: ClosedRange<Int32>
  ) -> (then: Double, now: Double)? {
    func share(_ days: ClosedRange<Int32>) -> Double? {
      let opinions = authors.clusters(in: days).map(\.opinions).filter { $0.total > 0 }
      guard !opinions.isEmpty else { return nil }
      return opinions.reduce(0) { $0 + ($1.share(of: .complaint) ?? 0) } / Double(opinions.count)
    }
    guard let before = share(then), let after = share(now) else { return nil }
    return (before, after)
  }

  private static func returning(
    _ authors: [ClusterDay], _ then: ClosedRange<Int32>, _ now: ClosedRange<Int32>
  ) -> (then: Double, now: Double, authors: Int)? {
    let both = Composition.groups(authors, then, now)
      .filter { $0.then.total > 0 && $0.now.total > 0 }
    let all = both.reduce(into: (then: MoodCounts(), now: MoodCounts())) {
      $0.then += $1.then
      $0.now += $1.now
    }
    guard let before = all.then.share(of: .complaint), let after = all.now.share(of: .complaint)
    else { return nil }
    return (before, after, both.count)
  }

  private static func topFive(_ authors: [ClusterDay], _ now: ClosedRange<Int32>) -> Double? {
    let counts = authors.clusters(in: now).map(\.opinions.total).sorted(by: >)
    let all = counts.reduce(0, +)
    return all == 0 ? nil : Double(counts.prefix(5).reduce(0, +)) / Double(all)
  }

  private static func perPost(_ days: [ClusterDay], _ range: ClosedRange<Int32>) -> Double {
    let clusters = days.clusters(in: range)
    return Double(clusters.reduce(0) { $0 + $1.total }) / Double(max(1, clusters.count))
  }
}

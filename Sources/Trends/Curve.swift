import Times

/// What is said of one official, period by period.
package struct Curve: Equatable, Sendable {
  /// Which official, by place in the caller's list.
  package let official: Int
  /// How long a period is.
  package let every: Binning
  /// The periods from the official's first comment to the last, without gaps.
  package let points: [CurvePoint]
  /// The issues that were spoken of, most comments first.
  package let issues: [IssueCounts]
  /// By what the comments were clustered, over all periods.
  package let clustering: Clustering

  /// All comments on the official.
  package var comments: Int { points.reduce(0) { $0 + $1.counts.total } }
}

/// One period of a curve.
package struct CurvePoint: Equatable, Sendable {
  /// Which days.
  package let key: PeriodKey
  /// Whether the dump covers all its days; the first and the last period often are cut.
  ///
  /// Of periods with a least count, the last often has not reached it.
  package let complete: Bool
  /// The comments of each mood.
  package let counts: MoodCounts
  /// Posts commented on, or `nil` when no comment on this official names its post.
  package let posts: Int?
  /// People who commented, or `nil` when no comment on this official names its author.
  package let authors: Int?
  /// Groups of comments that may hang together, counted for the intervals.
  package let clusters: Int
  /// By what this period's comments were clustered.
  package let clustering: Clustering
  package let complaint: ShareEstimate
  package let support: ShareEstimate
  package let neutral: ShareEstimate

  /// How many independent comments the complaint share is worth, or `nil` when it cannot be known.
  package var effective: Double? { complaint.effective }

  /// Share of support less share of complaint, −1 to 1; `nil` without comments.
  package var net: Double? {
    guard let support = support.share, let complaint = complaint.share else { return nil }
    return support - complaint
  }

  /// Whether there is too little to speak of a share ("data kurang"): below 10 effective comments or 4 clusters.
  ///
  /// Both limits are METHODS.md's: "suppress share if n_eff < 10", where a share of one half is known to ±26 points at
  /// best, and "3 posts: honest but very wide", where the interval is some 70 points wide.
  package var short: Bool { (effective ?? 0) < 10 || clusters < 4 }

  /// The estimate of one mood's share.
  package subscript(mood: Mood) -> ShareEstimate {
    switch mood {
    case .complaint: complaint
    case .support: support
    case .neutral: neutral
    }
  }
}

/// What was taken to make comments hang together.
///
/// Comments under one post answer each other, so they tell less than as many apart. Where no post is named, one
/// author's comments of a day are taken together, and where the author is unknown too, all those of a day.
package struct Clustering: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Some comments were clustered by post.
  package static let posts = Clustering(rawValue: 1)
  /// Some comments named no post and were clustered by author and day.
  package static let authorDays = Clustering(rawValue: 2)
  /// Some comments named neither post nor author and were clustered by day.
  package static let days = Clustering(rawValue: 4)
}

/// How much an issue is spoken of.
package struct IssueCounts: Equatable, Sendable {
  /// Which issue, by place in the caller's list.
  package let issue: Int
  /// The comments of each mood over the whole range.
  package let counts: MoodCounts
  /// The same for each of the curve's points.
  package let periods: [MoodCounts]
}

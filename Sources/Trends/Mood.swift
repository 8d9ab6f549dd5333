/// What a comment does to the official it speaks of, as the statistics know it.
package enum Mood: Int, CaseIterable, Sendable {
  /// It speaks against (`keluhan`).
  case complaint
  /// It speaks for (`dukungan`).
  case support
  /// It does neither (`netral`).
  case neutral
}

/// How many comments there are of each mood.
///
///     var counts = MoodCounts()
///     counts.add(.complaint)
///     counts.share(of: .complaint)   // 1.0
package struct MoodCounts: Hashable, Sendable {
  package private(set) var complaint: UInt32
  package private(set) var support: UInt32
  package private(set) var neutral: UInt32

  package init(complaint: UInt32 = 0, support: UInt32 = 0, neutral: UInt32 = 0) {
    self.complaint = complaint
    self.support = support
    self.neutral = neutral
  }

  /// The count of one mood.
  package subscript(mood: Mood) -> Int {
    switch mood {
    case .complaint: Int(complaint)
    case .support: Int(support)
    case .neutral: Int(neutral)
    }
  }

  /// All comments.
  package var total: Int { Int(complaint) + Int(support) + Int(neutral) }

  /// The share of one mood, or `nil` where there are no comments.
  package func share(of mood: Mood) -> Double? {
    total == 0 ? nil : Double(self[mood]) / Double(total)
  }

  /// Counts one comment more.
  package mutating func add(_ mood: Mood) {
    switch mood {
    case .complaint: complaint += 1
    case .support: support += 1
    case .neutral: neutral += 1
    }
  }

  package static func += (left: inout MoodCounts, right: MoodCounts) {
    left.complaint += right.complaint
    left.support += right.support
    left.neutral += right.neutral
  }

  /// What is left when `right`, a part of `left`, is taken away.
  package static func - (left: MoodCounts, right: MoodCounts) -> MoodCounts {
    MoodCounts(
      complaint: left.complaint - right.complaint, support: left.support - right.support,
      neutral: left.neutral - right.neutral)
  }
}

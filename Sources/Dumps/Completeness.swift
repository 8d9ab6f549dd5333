/// What a dump says of its own size, beside what was found in it.
package struct Completeness: Equatable, Sendable {
  /// Posts, pages or videos that tell how many comments they have.
  package private(set) var counted = 0
  /// How many comments they tell of, and how many of theirs are in the dump.
  package private(set) var reported = 0
  package private(set) var found = 0
  /// Those with fewer comments in the dump than they tell of.
  package private(set) var truncated = 0
  /// Those whose comments are closed.
  package private(set) var locked = 0
  /// Those that are open and have no comment.
  package private(set) var silent = 0
  /// How many replies comments tell of; `ReadSummary.replies` were found.
  package internal(set) var reportedReplies = 0
  /// Whether the dump ends in the middle of a list: it was not copied whole.
  package internal(set) var isCutOff = false

  package init() {}

  /// Counts a post, page or video.
  mutating func add(reported count: Int?, found here: Int, isLocked: Bool = false) {
    if isLocked { locked += 1 }
    guard let count else { return }
    counted += 1
    reported += count
    found += here
    if here < count { truncated += 1 }
    if count == 0, !isLocked { silent += 1 }
  }

  /// Adds the counts of another dump.
  mutating func merge(_ other: Completeness) {
    counted += other.counted
    reported += other.reported
    found += other.found
    truncated += other.truncated
    locked += other.locked
    silent += other.silent
    reportedReplies += other.reportedReplies
    isCutOff = isCutOff || other.isCutOff
  }
}

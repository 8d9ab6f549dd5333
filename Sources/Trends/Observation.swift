/// One comment as the statistics see it: numbers only, no text.
package struct Observation: Hashable, Sendable {
  /// Which official it speaks of, by place in the caller's list.
  package var official: Int32
  /// The civil day it was written on, in the zone of the report: `Day.number`.
  package var day: Int32
  /// A hash of the post it stands under; 0 when none is named.
  package var post: UInt64
  /// A hash of who wrote it; 0 when unknown.
  package var author: UInt64
  /// What it does.
  package var mood: Mood
  /// What it is about: bit *i* is set for the issue with place *i* in the caller's list of at most 64.
  package var issues: UInt64
  /// A hash of the platform it was written on; 0 when unknown.
  package var platform: UInt64
  /// When it was written, in seconds since 1970; only copies need it.
  package var seconds: Int64
  /// A hash of its text where that is long enough for equal texts to be copies; else 0.
  package var text: UInt64

  /// Whether others with the same text are copies of it.
  var canBeCopy: Bool { text != 0 && author != 0 }

  package init(
    official: Int, day: Int32, post: UInt64 = 0, author: UInt64 = 0, mood: Mood,
    issues: UInt64 = 0, platform: UInt64 = 0, seconds: Int64 = 0, text: UInt64 = 0
  ) {
    self.official = Int32(official)
    self.day = day
    self.post = post
    self.author = author
    self.mood = mood
    self.issues = issues
    self.platform = platform
    self.seconds = seconds
    self.text = text
  }
}

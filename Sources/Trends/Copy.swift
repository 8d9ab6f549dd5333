/// A comment long enough that others with the same text are copies of it; by numbers alone.
package struct Copy: Hashable, Comparable, Sendable {
  package let text: UInt64
  package let seconds: Int64
  package let author: UInt64
  package let post: UInt64
  package var official: Int32
  package let day: Int32
  package let mood: Mood

  init(
    text: UInt64, seconds: Int64, author: UInt64, post: UInt64, official: Int32, day: Int32,
    mood: Mood
  ) {
    self.text = text
    self.seconds = seconds
    self.author = author
    self.post = post
    self.official = official
    self.day = day
    self.mood = mood
  }

  init(_ comment: Observation) {
    self.init(
      text: comment.text, seconds: comment.seconds, author: comment.author, post: comment.post,
      official: comment.official, day: comment.day, mood: comment.mood)
  }

  package static func < (left: Copy, right: Copy) -> Bool {
    if left.text != right.text { return left.text < right.text }
    if left.seconds != right.seconds { return left.seconds < right.seconds }
    if left.author != right.author { return left.author < right.author }
    return (left.post, left.official, left.day, left.mood.rawValue)
      < (right.post, right.official, right.day, right.mood.rawValue)
  }
}

/// Which comments are part of a campaign of copies.
///
/// A campaign is one text of six words or more by three authors or more within 24 hours; what is shorter ("sehat selalu pak",
/// prayers, greetings) many people write of their own accord.
package enum Campaign {
  package static let leastAuthors = 3
  package static let window: Int64 = 86_400

  /// The copies that belong to a campaign.
  ///
  /// - Complexity: O(*n* log *n*) in the copies.
  package static func copies(among all: [Copy]) -> [Copy] {
    let sorted = repeated(all).sorted()
    var found: [Copy] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].text == sorted[start].text { end += 1 }
      if end - start >= leastAuthors { found += members(of: sorted[start..<end]) }
      start = end
    }
    return found
  }

  /// The copies but those whose text surely comes seldom: most, so that few need sorting.
  private static func repeated(_ all: [Copy]) -> [Copy] {
    var size = 1024
    while size < all.count * 4 { size *= 2 }
    var counts = [UInt8](repeating: 0, count: size)
    for copy in all {
      let slot = Int(copy.text & UInt64(size - 1))
      if counts[slot] < UInt8(leastAuthors) { counts[slot] += 1 }
    }
    return all.filter { counts[Int($0.text & UInt64(size - 1))] >= UInt8(leastAuthors) }
  }

  /// The copies of one text, by time, that lie in some window with enough authors.
  private static func members(of copies: ArraySlice<Copy>) -> [Copy] {
    var isMember = Array(repeating: false, count: copies.count)
    var authors: [UInt64: Int] = [:]
    var first = copies.startIndex
    // Up to here all are marked already.
    var marked = copies.startIndex
    for last in copies.indices {
      authors[copies[last].author, default: 0] += 1
      while copies[last].seconds - copies[first].seconds > window {
        let author = copies[first].author
        authors[author] = authors[author] == 1 ? nil : (authors[author] ?? 0) - 1
        first += 1
      }
      guard authors.count >= leastAuthors else { continue }
      for place in max(first, marked)...last { isMember[place - copies.startIndex] = true }
      marked = last + 1
    }
    return zip(copies, isMember).filter(\.1).map(\.0)
  }
}

extension TrendTally {
  /// The copies about an official that belong to campaigns.
  package func campaignCopies(of official: Int) -> [Copy] {
    Campaign.copies(among: copies.filter { Int($0.official) == official })
  }

  /// One official's comments by post and author without `removed`; issues and platforms are left out.
  ///
  /// - Complexity: O(*c*) in the cells.
  package func without(_ removed: [Copy], of official: Int) -> TrendTally {
    var gone = TrendTally()
    for copy in removed {
      gone.add(
        Observation(
          official: Int(copy.official), day: copy.day, post: copy.post, author: copy.author,
          mood: copy.mood))
    }
    var rest = TrendTally()
    for cell in table.cells
    where Int(cell.key.official) == official
      && (cell.key.kind.isCluster || cell.key.kind == .author)
    {
      let counts = cell.counts - gone.table.counts(of: cell.key)
      if counts.total > 0 { rest.add(counts, to: cell.key) }
    }
    return rest
  }
}

/// Which complaints an account answered, and how soon.
///
/// A complaint is answered by the account's first reply to it, or, being a reply itself, by the account's first reply in
/// its thread from then on: platforms hang all replies of a thread on its first comment.
package struct AnswerTally: Sendable {
  /// A complaint, by numbers alone.
  package struct Complaint: Sendable {
    package let id: UInt64
    /// The comment it replies to; 0 for none.
    package let parent: UInt64
    package let seconds: Int64
    package let official: Int32
    package let issues: UInt64
    /// Where the caller keeps its text.
    package let place: Int

    package init(
      id: UInt64, parent: UInt64, seconds: Int64, official: Int32, issues: UInt64, place: Int
    ) {
      self.id = id
      self.parent = parent
      self.seconds = seconds
      self.official = official
      self.issues = issues
      self.place = place
    }
  }

  /// What became of a complaint.
  package struct Outcome: Sendable {
    package let complaint: Complaint
    /// When the account first answered, in seconds; `nil` where it did not.
    package let answered: Int64?
    /// Whether a citizen told in the thread that it is solved.
    package let closed: Bool
  }

  /// Counts over some complaints.
  package struct Summary: Sendable {
    package let complaints: Int
    package let answered: Int
    /// Told to be solved by a citizen, answered or not.
    package let closed: Int
    /// The median time to the first answer, of those that have one, in seconds.
    package let medianSeconds: Int64?
    /// The time of the oldest complaint that is neither answered nor closed.
    package let oldestOpen: Int64?

    package var share: Double? {
      complaints == 0 ? nil : Double(answered) / Double(complaints)
    }
  }

  private var complaints: [Complaint] = []
  private var answers: [UInt64: [Int64]] = [:]
  private var closures: [UInt64: [Int64]] = [:]
  /// The last time of any comment.
  package private(set) var last = Int64.min

  package init() {}

  package var isEmpty: Bool { complaints.isEmpty }

  package mutating func add(_ complaint: Complaint) {
    complaints.append(complaint)
    see(complaint.seconds)
  }

  /// A reply of the account to `parent`.
  package mutating func addAnswer(to parent: UInt64, at seconds: Int64) {
    answers[parent, default: []].append(seconds)
    see(seconds)
  }

  /// A citizen's word in the thread of `parent` that a problem is solved.
  package mutating func addClosure(in parent: UInt64, at seconds: Int64) {
    closures[parent, default: []].append(seconds)
    see(seconds)
  }

  /// Takes a comment's time into account that is neither.
  package mutating func see(_ seconds: Int64) { last = max(last, seconds) }

  /// What became of each complaint, oldest first.
  ///
  /// - Complexity: O(*n* log *n*) in the complaints.
  package var outcomes: [Outcome] {
    complaints.map { one in
      Outcome(
        complaint: one, answered: first(answers, one),
        closed: first(closures, one) != nil)
    }
    .sorted {
      ($0.complaint.seconds, $0.complaint.id) < ($1.complaint.seconds, $1.complaint.id)
    }
  }

  private func first(_ replies: [UInt64: [Int64]], _ complaint: Complaint) -> Int64? {
    var times = (replies[complaint.id] ?? []).filter { $0 >= complaint.seconds }
    if complaint.parent != 0 {
      times += (replies[complaint.parent] ?? []).filter { $0 >= complaint.seconds }
    }
    return times.min()
  }

  package static func summary(of outcomes: some Sequence<Outcome>) -> Summary {
    var (complaints, closed) = (0, 0)
    var waits: [Int64] = []
    var oldest: Int64?
    for one in outcomes {
      complaints += 1
      if one.closed { closed += 1 }
      if let answered = one.answered {
        waits.append(answered - one.complaint.seconds)
      } else if !one.closed {
        oldest = min(oldest ?? one.complaint.seconds, one.complaint.seconds)
      }
    }
    waits.sort()
    let middle = waits.count / 2
    let median: Int64? =
      waits.isEmpty
      ? nil : waits.count % 2 == 1 ? waits[middle] : (waits[middle - 1] + waits[middle]) / 2
    return Summary(
      complaints: complaints, answered: waits.count, closed: closed, medianSeconds: median,
      oldestOpen: oldest)
  }
}

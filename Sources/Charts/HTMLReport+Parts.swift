import Times
import Trends

extension HTMLReport {
  /// A comment that shows what the numbers are made of.
  package struct Quote: Sendable {
    package let text: String
    /// The spans of `text`, in bytes of UTF-8, that spoke for the stance.
    package let evidence: [Range<Int>]
    package let isComplaint: Bool
    /// When it was written; `nil` when unknown.
    package let day: Day?
    /// Who wrote it among those quoted, from 1; `nil` when unknown.
    ///
    /// The same number is the same author.
    package let author: Int?
    /// Bit *i* for the issue at place *i*.
    package let issues: UInt64

    package init(
      text: String, evidence: [Range<Int>], isComplaint: Bool, day: Day?, author: Int?,
      issues: UInt64
    ) {
      self.text = text
      self.evidence = evidence
      self.isComplaint = isComplaint
      self.day = day
      self.author = author
      self.issues = issues
    }
  }

  /// A complaint without an answer.
  package struct OpenComplaint: Sendable {
    package let day: Day
    /// How many days it lies before the dump's last.
    package let age: Int
    package let text: String
    package let issues: UInt64

    package init(day: Day, age: Int, text: String, issues: UInt64) {
      self.day = day
      self.age = age
      self.text = text
      self.issues = issues
    }
  }

  /// Comments of one week that are nearly the same.
  package struct Campaign: Sendable {
    /// The Monday of its week.
    package let week: Day
    package let comments: Int
    /// `nil` when no comment names its author.
    package let authors: Int?
    /// Which way it speaks; `nil` when neither.
    package let mood: Mood
    /// One of the comments.
    package let text: String

    package init(week: Day, comments: Int, authors: Int?, mood: Mood, text: String) {
      self.week = week
      self.comments = comments
      self.authors = authors
      self.mood = mood
      self.text = text
    }
  }

  /// Something that happened, as the user told it.
  package struct Event: Sendable {
    package let day: Day
    package let label: String
    /// The only official it concerns; `nil` for all.
    package let official: String?

    package init(day: Day, label: String, official: String?) {
      self.day = day
      self.label = label
      self.official = official
    }
  }

  /// What became of every row: the parts add up to the rows read.
  package struct Ledger: Sendable {
    package let rows: Int
    /// Rejected rows by reason, in machine words.
    package let rejected: [(reason: String, rows: Int)]
    package let spam: Int
    package let ownReplies: Int
    package let badTimes: Int
    /// Rows that were left out because the same comment was read before.
    package let duplicates: Int
    /// Rows that stand in curves.
    package let counted: Int
    /// Columns that no dump has.
    package let missing: [String]
    package let invalidUTF8: Int

    package init(
      rows: Int, rejected: [(reason: String, rows: Int)], spam: Int, ownReplies: Int,
      badTimes: Int, duplicates: Int, counted: Int, missing: [String], invalidUTF8: Int
    ) {
      self.rows = rows
      self.rejected = rejected
      self.spam = spam
      self.ownReplies = ownReplies
      self.badTimes = badTimes
      self.duplicates = duplicates
      self.counted = counted
      self.missing = missing
      self.invalidUTF8 = invalidUTF8
    }
  }

  /// How the dumps were named and read.
  package struct Source: Sendable {
    /// The flags that say how to read them, and their paths, as a shell must see them.
    let operands: String
    /// The length of a period, as in `--every`.
    let every: Period

    /// - Parameters:
    ///   - flags: The flags that other commands need too, such as `--map`.
    ///   - paths: The dumps.
    package init(flags: [String], paths: [String], every: Period) {
      operands = (flags + paths).map(shellQuoted).joined(separator: " ")
      self.every = every
    }
  }
}

/// A row that could not be read, and why.
///
/// It says nothing of what is written in the row.
package struct Rejection: Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// More or fewer fields than the header has.
    case raggedRow(found: Int, expected: Int)
    /// Not JSON at the given byte of the line, from 1.
    case badJSON(column: Int, JSONProblem.Reason)
    /// A JSON object whose text is missing, `null`, or no text.
    case missingText
    /// An object that tells of an error, as scrapers write one for an empty post.
    case errorObject
    /// Longer than `DumpOptions.rowLimit`.
    case oversizedRow(limit: Int)
    /// A quote without an end. Reading goes on at the line after the row's first.
    case unclosedQuote(openedAtLine: Int)
  }

  /// The reasons without their particulars, to count by.
  package enum Kind: String, CaseIterable, Sendable {
    case raggedRow, badJSON, missingText, errorObject, oversizedRow, unclosedQuote
  }

  /// The physical line on which the row begins, from 1.
  package let line: Int
  package let reason: Reason

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  package var kind: Kind {
    switch reason {
    case .raggedRow: .raggedRow
    case .badJSON: .badJSON
    case .missingText: .missingText
    case .errorObject: .errorObject
    case .oversizedRow: .oversizedRow
    case .unclosedQuote: .unclosedQuote
    }
  }
}

extension Rejection: CustomStringConvertible {
  package var description: String {
    switch reason {
    case .raggedRow(let found, let expected):
      "\(line): the row has \(found) fields, the header has \(expected)"
    case .badJSON(let column, let reason): "\(line):\(column): \(reason)"
    case .missingText: "\(line): the object has no text"
    case .errorObject: "\(line): the object tells of an error, not of a comment"
    case .oversizedRow(let limit): "\(line): the row is longer than \(limit) bytes"
    case .unclosedQuote(let opened): "\(line): the quote opened on line \(opened) is never closed"
    }
  }
}

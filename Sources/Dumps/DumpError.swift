/// A dump that cannot be read at all: which, where, and why.
///
/// A row that cannot be read is a `Rejection`.
package struct DumpError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    case cannotOpen(SystemError)
    case isDirectory
    /// A folder without a file that could be a dump.
    case noDumpsInFolder
    case empty
    case noTextColumn(columns: [String])
    case unknownMappedColumn(name: String, columns: [String])
    case unsupported(UnsupportedFormat)
    /// Compressed data, a workbook or a text that cannot be turned into rows.
    case damaged(String)
    case readFailed(SystemError, atByte: Int)
  }

  /// The file as the user named it; `-` is standard input.
  package let path: String
  /// The physical line at fault, from 1, when there is one.
  package let line: Int?
  package let reason: Reason

  package init(path: String, line: Int? = nil, reason: Reason) {
    self.path = path
    self.line = line
    self.reason = reason
  }
}

/// A lexicon file that cannot be read, and the place at fault.
package struct LexiconError: Error, Equatable, Sendable {
  /// What is wrong with the place.
  package enum Reason: Equatable, Sendable {
    case cannotRead(String)
    case notUTF8
    case noHeader
    case missingColumn(String, found: [String])
    case wrongCells(found: Int, expected: Int)
    case blankTerm
    case spaceAround(column: String)
    case notANumber(column: String, found: String)
    case outOfRange(column: String, found: String, allowed: String)
    case unknownName(column: String, found: String, allowed: [String])
    case phraseWhereWordExpected(String)
    case wordWhereKnownExpected(column: String, found: String)
    case duplicate(term: String, firstLine: Int)
    case conflict(term: String, otherFile: String, otherLine: Int)
    case slangOfWord(variant: String, otherFile: String, otherLine: Int)
    case unsorted(term: String, before: String)
    case noFiles
  }

  /// The file's path, from the lexicon's folder.
  package let file: String
  /// The line at fault, from 1; 0 where it is the whole file.
  package let line: Int
  package let reason: Reason

  package init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}

extension LexiconError: CustomStringConvertible {
  package var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    return "\(place): \(problem)"
  }

  private var problem: String {
    switch reason {
    case .cannotRead(let why): "cannot be read: \(why)"
    case .notUTF8: "is not UTF-8; save it as UTF-8 text"
    case .noHeader: "has no header row; the first line without '#' names the columns"
    case .missingColumn(let name, let found):
      "has no column '\(name)'; its columns are \(found.joined(separator: ", "))"
    case .wrongCells(let found, let expected):
      "has \(found) cells where the header names \(expected); cells are parted by tabs"
    case .blankTerm: "the first cell is empty"
    case .spaceAround(let column): "the cell '\(column)' begins or ends with a space"
    case .notANumber(let column, let found): "'\(column)' is '\(found)', expected a number"
    case .outOfRange(let column, let found, let allowed):
      "'\(column)' is \(found), allowed is \(allowed)"
    case .unknownName(let column, let found, let allowed):
      "'\(column)' is '\(found)', allowed are \(allowed.joined(separator: ", "))"
    case .phraseWhereWordExpected(let term): "'\(term)' holds a space; phrases belong in idioms.tsv"
    case .wordWhereKnownExpected(let column, let found):
      "'\(column)' names '\(found)', which is no word"
    case .duplicate(let term, let firstLine): "'\(term)' is already given on line \(firstLine)"
    case .conflict(let term, let otherFile, let otherLine):
      "'\(term)' has another valence in \(otherFile):\(otherLine); a term has one valence"
    case .slangOfWord(let variant, let otherFile, let otherLine):
      "'\(variant)' is slang here and a word in \(otherFile):\(otherLine); keep one of them"
    case .unsorted(let term, let before):
      "'\(term)' stands after '\(before)'; rows are sorted by bytes"
    case .noFiles: "holds no lexicon file"
    }
  }
}

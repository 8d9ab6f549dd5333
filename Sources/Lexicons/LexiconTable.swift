import Wording

/// The rows of one lexicon file, read strictly: a header, then as many cells in each row as the header names.
///
/// Lines that begin with `#` and blank lines are no rows.
struct LexiconTable: Sendable {
  let file: LexiconFile
  let columns: [String]
  let rowCount: Int
  /// For each row where its first cell starts, then where each of its cells ends; the next starts one byte later.
  private let places: Shelf<UInt32>

  init(_ file: LexiconFile) throws(LexiconError) {
    let bytes = file.contents.span
    var places = Pile<UInt32>(room: max(64, bytes.count / 4))
    var columns: [String] = []
    var rowCount = 0
    var line = 1
    var start = 0
    while start < bytes.count {
      if bytes[start] == UInt8(ascii: "#") {
        start = bytes.endOfLine(from: start) + 1
      } else {
        let row = places.count
        let (next, spaced) = Self.readRow(bytes, from: start, into: &places)
        if places.count == row + 2, places[row] == places[row + 1] {
          places.removeLast(2)
        } else if columns.isEmpty {
          columns = (row + 1..<places.count).map { place in
            let first = Int(places[place - 1]) + (place == row + 1 ? 0 : 1)
            return bytes.extracting(first..<Int(places[place])).text
          }
          places.removeAll()
        } else {
          if places.count - row - 1 != columns.count || spaced != nil
            || places[row] == places[row + 1],
            let reason = Self.fault(places.span.extracting(row...), columns, spaced)
          {
            throw LexiconError(file: file.path, line: line, reason: reason)
          }
          rowCount += 1
        }
        start = next
      }
      line += 1
    }
    guard !columns.isEmpty else { throw LexiconError(file: file.path, line: 0, reason: .noHeader) }
    self.file = file
    self.columns = columns
    self.rowCount = rowCount
    self.places = Shelf(places)
  }

  /// Appends the places of the row that begins at `start`.
  ///
  /// - Returns: Where the next line begins, and the first column of which the cell begins or ends with a space.
  private static func readRow(
    _ bytes: Span<UInt8>, from start: Int, into places: inout Pile<UInt32>
  ) -> (next: Int, spaced: Int?) {
    var spaced: Int?
    var column = 0
    var cell = start
    places.append(UInt32(start))
    while true {
      let end = bytes.endOfCell(from: cell)
      let isLast = end == bytes.count || bytes[end] == UInt8(ascii: "\n")
      let stop = isLast && end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
      places.append(UInt32(stop))
      if cell < stop, bytes[cell] == 0x20 || bytes[stop - 1] == 0x20 { spaced = spaced ?? column }
      cell = end + 1
      column += 1
      if isLast { return (cell, spaced) }
    }
  }

  /// What is wrong with a row of `places`, if anything is.
  private static func fault(
    _ places: Span<UInt32>, _ columns: [String], _ spaced: Int?
  ) -> LexiconError.Reason? {
    let found = places.count - 1
    guard found == columns.count else {
      return .wrongCells(found: found, expected: columns.count)
    }
    if let spaced { return .spaceAround(column: columns[spaced]) }
    return places[0] == places[1] ? .blankTerm : nil
  }

  /// The place of the column `name` in a row.
  func column(_ name: String) throws(LexiconError) -> Int {
    guard let place = columns.firstIndex(of: name) else {
      throw LexiconError(
        file: file.path, line: 0, reason: .missingColumn(name, found: columns))
    }
    return place
  }

  /// All bytes of the file.
  var contents: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { file.contents.span }
  }

  /// Where a cell stands in the file.
  func range(_ row: Int, _ column: Int) -> Range<Int> {
    let place = row &* (columns.count &+ 1) &+ column
    return Int(places[place]) &+ (column == 0 ? 0 : 1)..<Int(places[place &+ 1])
  }

  /// The bytes of a cell.
  @_lifetime(borrow self)
  borrowing func bytes(_ row: Int, _ column: Int) -> Span<UInt8> {
    file.contents.span.extracting(range(row, column))
  }

  /// A cell's bytes as a word, as they are.
  func word(_ row: Int, _ column: Int) -> WordBytes {
    WordBytes(raw: contents, range(row, column))
  }

  /// A cell's word, folded.
  func folded(_ row: Int, _ column: Int) -> WordBytes {
    WordBytes(folding: contents, range(row, column))
  }

  func text(_ row: Int, _ column: Int) -> String { bytes(row, column).text }

  /// The texts of a cell that lists several, parted by `|`; none for an empty cell.
  func list(_ row: Int, _ column: Int) -> [String] {
    text(row, column).split(separator: "|").map(String.init)
  }

  /// Whether the row's term has more than one word.
  func isPhrase(_ row: Int) -> Bool { contents.firstIndex(of: 0x20, in: range(row, 0)) != nil }

  /// The line of each row, from 1.
  ///
  /// - Complexity: O(length of the file).
  var lines: [Int] {
    var lines: [Int] = []
    var line = 1
    var position = 0
    for row in 0..<rowCount {
      let start = Int(places[row * (columns.count + 1)])
      while position < start {
        if file.contents[position] == UInt8(ascii: "\n") { line += 1 }
        position += 1
      }
      lines.append(line)
    }
    return lines
  }

  func failure(_ row: Int, _ reason: LexiconError.Reason) -> LexiconError {
    LexiconError(file: file.path, line: lines[row], reason: reason)
  }

  func number(_ row: Int, _ column: Int, in allowed: ClosedRange<Double>) throws(LexiconError)
    -> Double
  {
    guard let value = bytes(row, column).decimal ?? Double(text(row, column)) else {
      throw failure(row, .notANumber(column: columns[column], found: text(row, column)))
    }
    guard value >= allowed.lowerBound, value <= allowed.upperBound else {
      throw failure(
        row,
        .outOfRange(
          column: columns[column], found: text(row, column),
          allowed: "\(allowed.lowerBound)…\(allowed.upperBound)"))
    }
    return value
  }

  /// The one of `names` that a cell names.
  func name<Name>(_ row: Int, _ column: Int, of names: CellNames<Name>) throws(LexiconError) -> Name
  {
    guard let name = names[word(row, column)] else {
      throw failure(
        row,
        .unknownName(
          column: columns[column], found: text(row, column), allowed: Name.allCases.map(\.rawValue)
        ))
    }
    return name
  }
}

/// The names that the cells of a column may hold, to be found by a cell's bytes.
struct CellNames<Name: RawRepresentable & CaseIterable> where Name.RawValue == String {
  private let names: [(spelling: WordBytes, name: Name)] = Name.allCases.map {
    (WordBytes($0.rawValue), $0)
  }

  subscript(spelling: WordBytes) -> Name? {
    for one in names where one.spelling == spelling { return one.name }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// Where the first tab or line feed from `position` on stands; the end where there is none.
  ///
  /// - Complexity: O(distance), eight bytes a step.
  fileprivate func endOfCell(from position: Int) -> Int {
    var position = position
    while position < count {
      let chunk = chunk(at: position)
      // The top bit of each byte below 0x0B, as tabs, line feeds and what lies beyond the end are (Lamport 1975).
      let low =
        ~((chunk & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7575_7575_7575_7575 | chunk)
        & 0x8080_8080_8080_8080
      position &+= low.trailingZeroBitCount &>> 3
      if low == 0 { continue }
      if position >= count { break }
      if self[position] == UInt8(ascii: "\t") || self[position] == UInt8(ascii: "\n") {
        return position
      }
      position &+= 1
    }
    return count
  }

  /// Where the first line feed from `position` on stands; the end where there is none.
  fileprivate func endOfLine(from position: Int) -> Int {
    var end = endOfCell(from: position)
    while end < count, self[end] == UInt8(ascii: "\t") { end = endOfCell(from: end + 1) }
    return end
  }

  /// A plain decimal of up to 15 digits, the same number as the library reads, found faster: such digits and such
  /// powers of ten are exact, so the one division rounds right (Clinger 1990).
  fileprivate var decimal: Double? {
    var digits = 0
    var scale = 1.0
    var seesPoint = false
    let isNegative = count > 0 && self[0] == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    guard count &- first <= 16 else { return nil }
    var found = 0
    for place in first..<count {
      let digit = self[place] &- 0x30
      if digit < 10 {
        digits = digits &* 10 &+ Int(digit)
        if seesPoint { scale *= 10 }
        found &+= 1
      } else if self[place] == UInt8(ascii: "."), !seesPoint, found > 0 {
        seesPoint = true
      } else {
        return nil
      }
    }
    guard found > 0, found <= 15 else { return nil }
    let value = Double(digits) / scale
    return isNegative ? -value : value
  }
}

/// One file of word lists, as its bytes.
package struct LexiconFile: Sendable {
  /// The path from the lexicon's folder, with `/`: `sentiment/betawi.tsv`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The rows of one lexicon file, read strictly: a header, then as many cells in each row as the header names.
///
/// Lines that begin with `#` and blank lines are no rows.
struct LexiconTable: Sendable {
  let file: LexiconFile
  private(set) var columns: [String] = []
  /// Where each cell starts and ends.
  private var cells: [(start: UInt32, end: UInt32)] = []
  private(set) var lines: [Int] = []

  init(_ file: LexiconFile) throws(LexiconError) {
    self.file = file
    let bytes = file.bytes
    cells.reserveCapacity(bytes.count / 6)
    lines.reserveCapacity(bytes.count / 24)
    var line = 1
    var start = 0
    var cell = 0
    for position in 0...bytes.count {
      let byte = position < bytes.count ? bytes[position] : UInt8(ascii: "\n")
      guard byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") else { continue }
      if byte == UInt8(ascii: "\t") {
        cells.append((UInt32(cell), UInt32(position)))
        cell = position + 1
        continue
      }
      let stop =
        position > start && bytes[position - 1] == UInt8(ascii: "\r") ? position - 1 : position
      if stop > start, bytes[start] != UInt8(ascii: "#") {
        cells.append((UInt32(cell), UInt32(stop)))
        if columns.isEmpty {
          columns = cells.map {
            String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
          }
          cells.removeAll(keepingCapacity: true)
        } else {
          try checkRow(from: lines.count * columns.count, line)
          lines.append(line)
        }
      } else {
        // A comment's tabs begin no cells.
        cells.removeLast(cells.count - lines.count * columns.count)
      }
      line += 1
      start = position + 1
      cell = start
    }
    guard !columns.isEmpty else { throw LexiconError(file: file.path, line: 0, reason: .noHeader) }
  }

  /// The cells from `first` on are the row of `line`.
  private func checkRow(from first: Int, _ line: Int) throws(LexiconError) {
    guard cells.count - first == columns.count else {
      throw LexiconError(
        file: file.path, line: line,
        reason: .wrongCells(found: cells.count - first, expected: columns.count))
    }
    for column in columns.indices {
      let (start, end) = cells[first + column]
      guard start < end else { continue }
      if file.bytes[Int(start)] == 0x20 || file.bytes[Int(end) - 1] == 0x20 {
        throw LexiconError(
          file: file.path, line: line, reason: .spaceAround(column: columns[column]))
      }
    }
    if cells[first].start == cells[first].end {
      throw LexiconError(file: file.path, line: line, reason: .blankTerm)
    }
  }

  var rowCount: Int { lines.count }

  /// The place of the column `name` in a row.
  func column(_ name: String) throws(LexiconError) -> Int {
    guard let place = columns.firstIndex(of: name) else {
      throw LexiconError(
        file: file.path, line: 0, reason: .missingColumn(name, found: columns))
    }
    return place
  }

  func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let (start, end) = cells[row * columns.count + column]
    return file.bytes[Int(start)..<Int(end)]
  }

  func text(_ row: Int, _ column: Int) -> String {
    String(decoding: bytes(row, column), as: UTF8.self)
  }

  /// The texts of a cell that lists several, parted by `|`; none for an empty cell.
  func list(_ row: Int, _ column: Int) -> [String] {
    text(row, column).split(separator: "|").map(String.init)
  }

  func failure(_ row: Int, _ reason: LexiconError.Reason) -> LexiconError {
    LexiconError(file: file.path, line: lines[row], reason: reason)
  }

  func number(_ row: Int, _ column: Int, in allowed: ClosedRange<Double>) throws(LexiconError)
    -> Double
  {
    guard let value = Self.decimal(bytes(row, column)) ?? Double(text(row, column)) else {
      throw failure(row, .notANumber(column: columns[column], found: text(row, column)))
    }
    guard allowed.contains(value) else {
      throw failure(
        row,
        .outOfRange(
          column: columns[column], found: text(row, column),
          allowed: "\(allowed.lowerBound)…\(allowed.upperBound)"))
    }
    return value
  }

  /// A plain decimal of up to 15 digits, the same number as the library reads, found faster: such digits and such
  /// powers of ten are exact, so the one division rounds right (Clinger 1990).
  private static func decimal(_ bytes: ArraySlice<UInt8>) -> Double? {
    var digits = 0
    var scale = 1.0
    var isNegative = false
    var seesPoint = false
    var count = 0
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where place == 0: isNegative = true
      case UInt8(ascii: ".") where !seesPoint && count > 0: seesPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int(byte &- 0x30)
        if seesPoint { scale *= 10 }
        count += 1
        if count > 15 { return nil }
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    let value = Double(digits) / scale
    return isNegative ? -value : value
  }

  /// The case of `Name` that a cell names.
  func name<Name: RawRepresentable & CaseIterable>(
    _ row: Int, _ column: Int, as type: Name.Type
  ) throws(LexiconError) -> Name where Name.RawValue == String {
    let bytes = bytes(row, column)
    guard
      let name = Name.allCases.first(where: {
        $0.rawValue.utf8.count == bytes.count && bytes.elementsEqual($0.rawValue.utf8)
      })
    else {
      let found = text(row, column)
      throw failure(
        row,
        .unknownName(
          column: columns[column], found: found, allowed: Name.allCases.map(\.rawValue)))
    }
    return name
  }
}

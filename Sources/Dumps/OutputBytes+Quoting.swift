extension OutputBytes {
  /// Appends `cell` as a field of CSV, in quotes where it must be.
  ///
  /// - Complexity: O(*n*).
  package mutating func appendCSVField(_ cell: Span<UInt8>, delimiter: UInt8 = ASCII.comma) {
    let breaking = cell.first(
      of: delimiter, ASCII.lineFeed, ASCII.carriageReturn, from: 0, to: cell.count)
    let quote = cell.first(ASCII.quote, from: 0, to: cell.count)
    if breaking == cell.count, quote == cell.count { append(cell) } else { appendQuoted(cell) }
  }

  /// Appends `cell` as a field of TSV: tabs and line ends become spaces.
  ///
  /// A cell that begins with a quote is quoted as in CSV, because spreadsheets, and our reader, take the
  /// quote for one.
  ///
  /// - Complexity: O(*n*).
  package mutating func appendTSVField(_ cell: Span<UInt8>) {
    if cell.count > 0, cell[0] == ASCII.quote {
      appendQuoted(cell, replacingBreaks: true)
      return
    }
    var runStart = 0
    while true {
      let end = cell.first(
        of: ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn, from: runStart, to: cell.count)
      append(cell.extracting(runStart..<end))
      guard end < cell.count else { return }
      append(ASCII.space)
      runStart = end &+ 1
    }
  }

  /// Whether a spreadsheet would take the cell for a formula and reckon it.
  ///
  /// `=`, `+`, `-`, `@`, tab and carriage return begin one (OWASP, "CSV Injection"). A plain number does not, so that
  /// scores stay numbers; nor does `@name`, with which replies begin, unless a call, a pipe or a sheet follows.
  static func isFormula(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 0 else { return false }
    switch cell[0] {
    case UInt8(ascii: "="), ASCII.tab, ASCII.carriageReturn: return true
    case UInt8(ascii: "@"):
      for i in 1..<cell.count where "(|!".utf8.contains(cell[i]) { return true }
      return false
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      for i in 1..<cell.count where cell[i] &- 0x30 >= 10 && cell[i] != UInt8(ascii: ".") {
        return true
      }
      return cell.count == 1
    default: return false
    }
  }

  private mutating func appendQuoted(_ cell: Span<UInt8>, replacingBreaks: Bool = false) {
    append(ASCII.quote)
    for i in 0..<cell.count {
      let byte = cell[i]
      if byte == ASCII.quote { append(ASCII.quote) }
      let breaks =
        byte == ASCII.tab || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
      append(replacingBreaks && breaks ? ASCII.space : byte)
    }
    append(ASCII.quote)
  }
}

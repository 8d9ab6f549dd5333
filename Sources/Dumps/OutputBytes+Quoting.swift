extension Span where Element == UInt8 {
  /// The first place from `start` on, or the end, of what a JSON string cannot hold as it is or what is no ASCII.
  ///
  /// Eight bytes are looked at together: a byte's top bit is set where it is one, below a blank, a quote or a backslash
  /// (Mycroft's test for a zero byte, 1987).
  @inline(__always)
  fileprivate func endOfOrdinary(from start: Int) -> Int {
    var position = start
    while position &+ 8 <= count {
      // Checked by `unsafeLoadUnaligned` itself against the span's end; any eight bytes are a number.
      let chunk = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
        .littleEndian
      let quotes = chunk ^ 0x2222_2222_2222_2222
      let backslashes = chunk ^ 0x5C5C_5C5C_5C5C_5C5C
      let found =
        chunk | (chunk &- 0x2020_2020_2020_2020) & ~chunk
        | (quotes &- 0x0101_0101_0101_0101) & ~quotes
        | (backslashes &- 0x0101_0101_0101_0101) & ~backslashes
      let special = found & 0x8080_8080_8080_8080
      if special != 0 { return position &+ special.trailingZeroBitCount &>> 3 }
      position &+= 8
    }
    while position < count {
      let byte = self[position]
      if byte >= 0x80 || byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash { break }
      position &+= 1
    }
    return position
  }
}

extension OutputBytes {
  /// Appends `text` as a JSON string.
  ///
  /// What is not UTF-8 becomes U+FFFD, so what comes out is always JSON.
  ///
  /// - Complexity: O(*n*); runs of ordinary bytes are copied whole.
  package mutating func appendJSONString(_ text: Span<UInt8>) {
    append(ASCII.quote)
    var runStart = 0
    var position = 0
    while position < text.count {
      position = text.endOfOrdinary(from: position)
      guard position < text.count else { break }
      let byte = text[position]
      if byte >= 0x80 {
        if let length = text.utf8Length(at: position, to: text.count) {
          position &+= length
          continue
        }
        append(text.extracting(runStart..<position))
        append(ASCII.replacementCharacter)
      } else if byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash {
        append(text.extracting(runStart..<position))
        appendJSONEscape(of: byte)
      } else {
        position &+= 1
        continue
      }
      position &+= 1
      runStart = position
    }
    append(text.extracting(runStart..<text.count))
    append(ASCII.quote)
  }

  private mutating func appendJSONEscape(of byte: UInt8) {
    append(ASCII.backslash)
    switch byte {
    case ASCII.quote, ASCII.backslash: append(byte)
    case ASCII.lineFeed: append(UInt8(ascii: "n"))
    case ASCII.carriageReturn: append(UInt8(ascii: "r"))
    case ASCII.tab: append(UInt8(ascii: "t"))
    default:
      append("u00")
      append(Self.hexadecimal(byte >> 4))
      append(Self.hexadecimal(byte & 0xF))
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }

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

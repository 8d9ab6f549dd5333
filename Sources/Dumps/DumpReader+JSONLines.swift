extension DumpReader {
  mutating func readJSONLines(into batch: inout Batch) throws(DumpError) {
    var bytes: [UInt8] = []
    swap(&bytes, &pending)
    var position = 0
    var size = options.batchSize
    repeat {
      try file.fill(&bytes, to: size)
      scanLines(of: &bytes, from: &position, into: &batch)
      size = bytes.count + options.batchSize
    } while batch.isEmpty && !(file.isAtEnd && position == bytes.count)
    pending = Array(bytes[position...])
    bytes.removeLast(bytes.count - position)
    batch.bytes = bytes
  }

  /// Reads lines until the bytes run out or the batch is full.
  private mutating func scanLines(
    of bytes: inout [UInt8], from position: inout Int, into batch: inout Batch
  ) {
    // `position` stays at a line's start, so a line that grows is searched again; lines rarely do.
    while !batch.isFull {
      let end = bytes.span.first(ASCII.lineFeed, from: position, to: bytes.count)
      let isWhole = end < bytes.count || file.isAtEnd
      if isSkipping {
        guard end < bytes.count else {
          bytes.removeLast(bytes.count - position)
          return
        }
        isSkipping = false
      } else if end - position > options.rowLimit {
        reject(.oversizedRow(limit: options.rowLimit), into: &batch)
        guard end < bytes.count else {
          bytes.removeLast(bytes.count - position)
          isSkipping = true
          return
        }
      } else if !isWhole || position == bytes.count {
        return
      } else {
        readLine(position..<end, of: &bytes, into: &batch)
      }
      position = min(end + 1, bytes.count)
      line &+= 1
    }
  }

  private mutating func readLine(
    _ range: Range<Int>, of bytes: inout [UInt8], into batch: inout Batch
  ) {
    if Self.isBlank(range, of: bytes.span) {
      summary.blankLines += 1
      return
    }
    let firstExtra = batch.extras.count
    batch.extras.append(contentsOf: repeatElement(.absent, count: batch.extraCount))
    var row = Row(line: line)
    do {
      let escaped = try readObject(range, of: bytes.span, row: &row) { place, cell in
        batch.extras[firstExtra + place] = cell
      }
      if row[.text] != nil || header.map[.text] == nil {
        summary.addKeptRow(with: bytes.span.damage(from: range.lowerBound, to: range.upperBound))
        if escaped != 0 { unescape(escaped, in: &bytes, &row, &batch, firstExtra) }
        batch.rows.append(row)
        return
      }
      reject(Self.tellsOfError(range, bytes.span) ? .errorObject : .missingText, into: &batch)
    } catch {
      reject(
        .badJSON(column: error.position - range.lowerBound + 1, error.reason), into: &batch)
    }
    batch.extras.removeLast(batch.extraCount)
  }

  /// Reads the cells of the object in `range`.
  ///
  /// Returns which slots have escapes to undo, a bit each.
  private mutating func readObject(
    _ range: Range<Int>, of bytes: Span<UInt8>, row: inout Row,
    setExtra: (_ place: Int, ByteRange) -> Void
  ) throws(JSONProblem) -> UInt64 {
    var escaped: UInt64 = 0
    var scanner = JSONScanner(at: range.lowerBound)
    let bytes = bytes.extracting(0..<range.upperBound)
    guard try scanner.next(in: bytes) == .beginObject else {
      throw Self.notAnObject(range, in: bytes)
    }
    while case .key(let key, let isEscaped) = try scanner.next(in: bytes) {
      let slot: Int?
      if isEscaped {
        let plain = JSONScanner.unescaped(bytes, key)
        slot = keys.slot(of: 0..<plain.count, in: plain.span)
      } else {
        slot = keys.slot(of: key, in: bytes)
      }
      var cell = ByteRange.absent
      var hasEscapes = false
      switch try scanner.next(in: bytes) {
      case .string(let value, isEscaped: let isEscaped):
        cell = ByteRange(value.lowerBound, value.upperBound)
        hasEscapes = isEscaped
      case .number(let value): cell = ByteRange(value.lowerBound, value.upperBound)
      case .word(let value) where bytes[value.lowerBound] != UInt8(ascii: "n"):
        cell = ByteRange(value.lowerBound, value.upperBound)
      default: try scanner.skip(to: 1, in: bytes)
      }
      guard let slot else { continue }
      let bit: UInt64 = 1 &<< UInt64(slot)
      escaped = hasEscapes ? escaped | bit : escaped & ~bit
      if slot < Column.count {
        row.set(cell, at: slot)
      } else {
        setExtra(slot - Column.count, cell)
      }
    }
    _ = try scanner.next(in: bytes)
    return escaped
  }

  private mutating func unescape(
    _ escaped: UInt64, in bytes: inout [UInt8], _ row: inout Row, _ batch: inout Batch,
    _ firstExtra: Int
  ) {
    var isDamaged = false
    var rest = escaped
    var span = bytes.mutableSpan
    while rest != 0 {
      let slot = rest.trailingZeroBitCount
      rest &= rest &- 1
      let extra = firstExtra + slot - Column.count
      let cell = slot < Column.count ? row.cell(at: slot) : batch.extras[extra]
      let result = JSONScanner.unescape(cell.range.lowerBound, cell.range.upperBound, in: &span)
      let shorter = ByteRange(cell.range.lowerBound, result.end)
      if slot < Column.count { row.set(shorter, at: slot) } else { batch.extras[extra] = shorter }
      isDamaged = isDamaged || result.isDamaged
    }
    if isDamaged { summary.rowsWithInvalidEscapes &+= 1 }
  }

  /// Whether an object without text has a key `error` (Apify) at its beginning.
  private static func tellsOfError(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    bytes.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 256))
      .contains(#""error":"#)
  }

  private static func notAnObject(_ range: Range<Int>, in bytes: Span<UInt8>) -> JSONProblem {
    var position = range.lowerBound
    while Sniffer.isSpace(bytes[position]) { position += 1 }
    return JSONProblem(
      position: position, reason: .unexpected(found: bytes[position], expected: .object))
  }

  @inline(__always)
  private static func isBlank(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    for position in range where !Sniffer.isSpace(bytes[position]) { return false }
    return true
  }
}

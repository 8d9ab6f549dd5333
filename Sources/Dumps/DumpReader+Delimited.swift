extension DumpReader {
  /// The record being read.
  private struct Record {
    var row = Row(line: 0)
    var fieldCount = 0
    /// Whether it is a line without a byte so far.
    var isBlank = false
    /// How long it may become: see `RescanCredit`.
    var allowance = 0
    /// The cells with quotes to undo, once the record is complete: a column's ordinal, or
    /// `Column.count` and the place among the batch's extras.
    var escaped: [Int] = []
  }

  mutating func readDelimited(into batch: inout Batch) throws(DumpError) {
    var bytes: [UInt8] = []
    swap(&bytes, &pending)
    var record = Record()
    var size = options.batchSize
    repeat {
      try file.fill(&bytes, to: size)
      scanRecords(of: &bytes, into: &batch, &record)
      size = bytes.count + options.batchSize
    } while batch.isEmpty && !(file.isAtEnd && scanner.position == bytes.count)

    let end = scanner.isBetweenRecords ? scanner.position : scanner.recordStart
    pending = Array(bytes[end...])
    scanner.restart(at: 0)
    bytes.removeLast(bytes.count - end)
    batch.extras.removeLast(batch.extras.count - batch.rows.count * batch.extraCount)
    batch.bytes = bytes
  }

  /// Reads records until the bytes run out or the batch is full.
  private mutating func scanRecords(
    of bytes: inout [UInt8], into batch: inout Batch, _ record: inout Record
  ) {
    while !batch.isFull {
      if isSkipping, !skipLine(of: &bytes) { return }
      if scanner.isBetweenRecords {
        scanOrdinaryRecords(of: bytes.span, into: &batch)
        guard !batch.isFull, scanner.beginRecord(in: bytes.span) else { return }
        begin(&record)
      }
      let window = min(bytes.count, scanner.recordStart &+ record.allowance)
      switch scanner.next(in: bytes.span, upTo: window) {
      case .field(let field):
        store(field, of: &record, into: &batch)
        if field.endsRecord { end(&record, in: &bytes, into: &batch) }
      case .needsMore:
        if bytes.count > window {
          endAtLimit(&record, in: &bytes, into: &batch)
        } else if !file.isAtEnd {
          return
        } else if scanner.isInsideQuotes {
          rejectUnclosedQuote(in: &bytes, into: &batch)
        } else if let field = scanner.finish() {
          store(field, of: &record, into: &batch)
          end(&record, in: &bytes, into: &batch)
        }
      }
    }
  }

  /// Reads records as long as they are easy to read and the batch is not full.
  private mutating func scanOrdinaryRecords(of bytes: Span<UInt8>, into batch: inout Batch) {
    let own = slots
    let slots = own.span
    while !batch.isFull {
      var row = Row(line: line)
      let isRead = scanner.readOrdinaryRecord(
        in: bytes, upTo: scanner.position &+ credit.allowance, fields: slots.count
      ) { field, cell in
        let slot = slots[field]
        if slot < Column.count { row.set(cell, at: slot) } else { batch.extras.append(cell) }
      }
      guard isRead else {
        batch.extras.removeLast(batch.extras.count - batch.rows.count * batch.extraCount)
        return
      }
      let (start, end) = (scanner.recordStart, scanner.position)
      summary.addKeptRow(
        with: scanner.isPlain ? ByteDamage() : bytes.damage(from: start, to: end))
      batch.rows.append(row)
      credit.earn(end &- start)
      line &+= 1
    }
  }

  @inline(__always)
  private func begin(_ record: inout Record) {
    record.row = Row(line: line)
    record.fieldCount = 0
    record.allowance = credit.allowance
    if !record.escaped.isEmpty { record.escaped.removeAll(keepingCapacity: true) }
  }

  @inline(__always)
  private func store(_ field: CSVScanner.Field, of record: inout Record, into batch: inout Batch) {
    record.isBlank = record.fieldCount == 0 && field.start == field.end && !field.isQuoted
    if record.fieldCount < slots.count {
      let slot = slots[record.fieldCount]
      let cell = ByteRange(field.start, field.end)
      if slot < Column.count {
        record.row.set(cell, at: slot)
        if field.isEscaped { record.escaped.append(slot) }
      } else {
        if field.isEscaped { record.escaped.append(Column.count + batch.extras.count) }
        batch.extras.append(cell)
      }
    }
    record.fieldCount &+= 1
  }

  @inline(__always)
  private mutating func end(
    _ record: inout Record, in bytes: inout [UInt8], into batch: inout Batch
  ) {
    let range = scanner.recordStart..<scanner.position
    if record.fieldCount == slots.count, !record.isBlank {
      summary.addKeptRow(with: bytes.span.damage(from: range.lowerBound, to: range.upperBound))
      if scanner.hasBytesAfterQuote { summary.rowsWithBytesAfterQuote &+= 1 }
      if !record.escaped.isEmpty { unescape(&record, in: &bytes, of: &batch) }
      batch.rows.append(record.row)
    } else {
      batch.extras.removeLast(batch.extras.count - batch.rows.count * batch.extraCount)
      if record.isBlank {
        summary.blankLines += 1
      } else {
        reject(.raggedRow(found: record.fieldCount, expected: slots.count), into: &batch)
      }
    }
    credit.earn(range.count)
    line &+= 1 &+ scanner.embeddedLines
  }

  private func unescape(_ record: inout Record, in bytes: inout [UInt8], of batch: inout Batch) {
    var span = bytes.mutableSpan
    for slot in record.escaped {
      let extra = slot - Column.count
      let cell = extra < 0 ? record.row.cell(at: slot) : batch.extras[extra]
      let end = CSVScanner.unescape(cell.range.lowerBound, cell.range.upperBound, in: &span)
      let shorter = ByteRange(cell.range.lowerBound, end)
      if extra < 0 { record.row.set(shorter, at: slot) } else { batch.extras[extra] = shorter }
    }
  }
}

extension DumpReader {
  /// The record is as long as it may be and goes on.
  private mutating func endAtLimit(
    _ record: inout Record, in bytes: inout [UInt8], into batch: inout Batch
  ) {
    if scanner.isInsideQuotes, scanner.embeddedLines > 0 {
      rejectUnclosedQuote(in: &bytes, into: &batch)
    } else if record.allowance < options.rowLimit {
      // Nothing is read twice because of the row's first line, nor outside quotes.
      record.allowance = min(options.rowLimit, record.allowance + RescanCredit.least)
    } else {
      rejectOversizedRow(in: &bytes, into: &batch)
    }
  }

  /// Rejects the record and goes on at the line after its first.
  private mutating func rejectUnclosedQuote(in bytes: inout [UInt8], into batch: inout Batch) {
    reject(.unclosedQuote(openedAtLine: line + scanner.linesBeforeField), into: &batch)
    batch.extras.removeLast(batch.extras.count - batch.rows.count * batch.extraCount)
    credit.spend(scanner.position - scanner.recordStart)
    let end = bytes.span.first(
      of: ASCII.lineFeed, ASCII.carriageReturn, ASCII.lineFeed, from: scanner.recordStart,
      to: bytes.count)
    let next = min(end + 1, bytes.count)
    scanner.restart(
      at: next, afterCarriageReturn: end < bytes.count && bytes[end] == ASCII.carriageReturn)
    line += 1
  }

  private mutating func rejectOversizedRow(in bytes: inout [UInt8], into batch: inout Batch) {
    reject(.oversizedRow(limit: options.rowLimit), into: &batch)
    batch.extras.removeLast(batch.extras.count - batch.rows.count * batch.extraCount)
    line += scanner.embeddedLines
    let (start, position) = (scanner.recordStart, scanner.position)
    bytes.removeSubrange(start..<position)
    scanner.restart(at: start)
    isSkipping = true
  }

  /// Steps over the rest of the line.
  ///
  /// Returns whether its end was found; if not, the bytes are dropped.
  private mutating func skipLine(of bytes: inout [UInt8]) -> Bool {
    let start = scanner.position
    let lineFeed = bytes.span.first(ASCII.lineFeed, from: start, to: bytes.count)
    let carriageReturn = bytes.span.first(ASCII.carriageReturn, from: start, to: lineFeed)
    let end = carriageReturn < lineFeed ? carriageReturn : lineFeed
    guard end < bytes.count else {
      bytes.removeLast(bytes.count - start)
      return false
    }
    scanner.restart(at: end + 1, afterCarriageReturn: bytes[end] == ASCII.carriageReturn)
    isSkipping = false
    line += 1
    return true
  }
}

/// Finds the fields of delimited text (RFC 4180, and what people write instead) without copying a byte.
///
/// The scanner knows bytes and states; it owns no memory and gives places, not text. It can stop at any
/// byte and go on when more bytes have been put behind them:
///
///     var scanner = CSVScanner(delimiter: UInt8(ascii: ","))
///     while case .field(let field) = scanner.next(in: bytes) { … }
///     while let field = scanner.finish() { … }          // the last record may lack its newline
///
/// What is not in the RFC: CR, LF and CRLF all end a record; a quote within an unquoted field is a letter
/// like any other; bytes behind a closing quote belong to the field (`"a"b` is `ab`) and are noted.
package struct CSVScanner: Sendable {
  /// A field, by its place in the bytes.
  package struct Field: Equatable, Sendable {
    /// Where the content begins, behind the opening quote if there is one.
    package var start: Int
    /// Where the content ends, before the closing quote if nothing follows it.
    package var end: Int
    package var isQuoted: Bool
    /// Whether quotes within must be undone by `CSVScanner.unescape`.
    package var isEscaped: Bool
    package var endsRecord: Bool
  }

  /// What a scan came to.
  package enum Step: Equatable, Sendable {
    case field(Field)
    /// The bytes ran out: put more behind them, or call `finish()`.
    case needsMore
  }

  private enum State: Sendable {
    case recordStart, fieldStart, unquoted, quoted, quoteSeen, afterQuote
  }

  private let delimiter: UInt8
  private var state = State.recordStart
  private var skipsLineFeed = false
  private var contentStart = 0
  private var isEscaped = false

  /// The next byte to look at.
  package private(set) var position = 0
  /// Where the record being read, or just read, begins.
  package private(set) var recordStart = 0
  /// How many line ends the record has within its quotes so far.
  package private(set) var embeddedLines = 0
  /// How many of them come before the field being read.
  package private(set) var linesBeforeField = 0
  /// Whether bytes stood between a closing quote and the end of its field in this record.
  package private(set) var hasBytesAfterQuote = false
  /// Marks that the last ordinary record has a byte that is not ASCII or is NUL, or may have.
  private var seen = SIMD16<UInt8>()

  /// Whether the last ordinary record is known to be ASCII without NUL.
  var isPlain: Bool { !seen.hasMark }

  /// - Parameter delimiter: The byte between fields; a line feed when a record is one field.
  package init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Whether the last record is complete and no byte of the next has been seen.
  package var isBetweenRecords: Bool { state == .recordStart }

  /// Whether the bytes ran out within quotes.
  package var isInsideQuotes: Bool { state == .quoted }

  /// Takes up the scan at the start of a record at `position`, as when bytes were moved.
  package mutating func restart(at position: Int, afterCarriageReturn: Bool = false) {
    if state != .recordStart || afterCarriageReturn { skipsLineFeed = afterCarriageReturn }
    self.position = position
    state = .recordStart
  }

  /// Steps over the LF of a CRLF that ended the last record.
  ///
  /// Returns whether a byte of a record is there.
  @inline(__always)
  package mutating func beginRecord(in bytes: Span<UInt8>) -> Bool {
    guard state == .recordStart else { return true }
    guard position < bytes.count else { return false }
    if skipsLineFeed {
      skipsLineFeed = false
      if bytes[position] == ASCII.lineFeed { position &+= 1 }
      guard position < bytes.count else { return false }
    }
    recordStart = position
    embeddedLines = 0
    linesBeforeField = 0
    hasBytesAfterQuote = false
    state = .fieldStart
    return true
  }

  /// Returns the next field of `bytes`, looking no further than `end`.
  ///
  /// - Complexity: O(*n*) in the length of the field, eight bytes a step.
  @inline(__always)
  package mutating func next(in bytes: Span<UInt8>, upTo limit: Int? = nil) -> Step {
    let end = min(limit ?? bytes.count, bytes.count)
    guard beginRecord(in: bytes) else { return .needsMore }
    while position < end {
      switch state {
      case .recordStart, .fieldStart:
        beginField(with: bytes[position])
      case .unquoted, .afterQuote:
        position = bytes.first(
          of: delimiter, ASCII.lineFeed, ASCII.carriageReturn, from: position, to: end)
        guard position < end else { return .needsMore }
        return .field(endField(at: position, with: bytes[position]))
      case .quoted:
        scanQuoted(bytes, to: end)
      case .quoteSeen:
        let byte = bytes[position]
        if byte == ASCII.quote {
          isEscaped = true
          state = .quoted
          position &+= 1
        } else if byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
          return .field(endField(at: position &- 1, with: byte))
        } else {
          isEscaped = true
          hasBytesAfterQuote = true
          state = .afterQuote
        }
      }
    }
    return .needsMore
  }

  /// Reads the next record where that is easy, as it mostly is: it lies whole in the bytes before `end`, has `count` fields,
  /// no quote within quotes and no line end.
  ///
  /// Else returns `false`, between records as before, so that the record can be read field by field.
  ///
  /// - Parameter take: Is given each field's number and place, also of a record that turns out not to be easy.
  /// - Complexity: O(*n*) in the length of the record, sixteen bytes a step; at most a line is read twice.
  @inline(__always)
  mutating func readOrdinaryRecord(
    in bytes: Span<UInt8>, upTo limit: Int, fields count: Int, _ take: (Int, ByteRange) -> Void
  ) -> Bool {
    let end = min(limit, bytes.count)
    var position = position
    if skipsLineFeed, position < end, bytes[position] == ASCII.lineFeed { position &+= 1 }
    let recordStart = position
    var seen = SIMD16<UInt8>()
    var last = delimiter
    for field in 0..<count {
      guard position < end, last == delimiter else { return false }
      if bytes[position] == ASCII.quote {
        let start = position &+ 1
        let stop = bytes.firstBreak(or: ASCII.quote, from: start, to: end, noting: &seen)
        guard stop &+ 1 < end, bytes[stop] == ASCII.quote else { return false }
        take(field, ByteRange(start, stop))
        position = stop &+ 1
      } else {
        let stop = bytes.firstBreak(or: delimiter, from: position, to: end, noting: &seen)
        guard stop < end else { return false }
        take(field, ByteRange(position, stop))
        position = stop
      }
      last = bytes[position]
      position &+= 1
    }
    let endsRecord = last == ASCII.lineFeed || last == ASCII.carriageReturn
    // A line without a byte is no record.
    guard endsRecord, position > recordStart &+ 1 else { return false }
    self.position = position
    self.recordStart = recordStart
    self.seen = seen
    skipsLineFeed = last == ASCII.carriageReturn
    return true
  }

  /// Returns the last field of the last record when no more bytes come, or `nil` if there is none or if
  /// its quote was never closed.
  package mutating func finish() -> Field? {
    let last: Field
    switch state {
    case .recordStart, .quoted: return nil
    case .fieldStart:
      last = Field(
        start: position, end: position, isQuoted: false, isEscaped: false, endsRecord: true)
    case .unquoted, .afterQuote: last = field(end: position, endsRecord: true)
    case .quoteSeen: last = field(end: position - 1, endsRecord: true)
    }
    state = .recordStart
    return last
  }

  @inline(__always)
  private mutating func beginField(with byte: UInt8) {
    isEscaped = false
    linesBeforeField = embeddedLines
    if byte == ASCII.quote {
      position &+= 1
      state = .quoted
    } else {
      state = .unquoted
    }
    contentStart = position
  }

  @inline(__always)
  private mutating func endField(at end: Int, with byte: UInt8) -> Field {
    let endsRecord = byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    let field = field(end: end, endsRecord: endsRecord)
    position &+= 1
    skipsLineFeed = byte == ASCII.carriageReturn
    state = endsRecord ? .recordStart : .fieldStart
    return field
  }

  @inline(__always)
  private func field(end: Int, endsRecord: Bool) -> Field {
    Field(
      start: contentStart, end: end, isQuoted: state != .unquoted, isEscaped: isEscaped,
      endsRecord: endsRecord)
  }

  @inline(__always)
  private mutating func scanQuoted(_ bytes: Span<UInt8>, to end: Int) {
    position = bytes.first(
      of: ASCII.quote, ASCII.lineFeed, ASCII.carriageReturn, from: position, to: end)
    guard position < end else { return }
    switch bytes[position] {
    case ASCII.quote: state = .quoteSeen
    case ASCII.carriageReturn: embeddedLines &+= 1
    // The byte before is at worst the opening quote, so looking back stays within the record.
    default: if bytes[position &- 1] != ASCII.carriageReturn { embeddedLines &+= 1 }
    }
    position &+= 1
  }
}

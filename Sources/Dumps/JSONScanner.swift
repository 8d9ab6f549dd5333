/// Reads JSON a token at a time (RFC 8259), without copying a byte and without recursion.
///
/// Tokens are places in the bytes. Nesting is kept as one bit a level, so there is no memory to own.
///
///     var scanner = JSONScanner()
///     let bytes = #"{"text":"jalan rusak"}"#.utf8.span
///     while true {
///       let token = try scanner.next(in: bytes)   // beginObject, key(2..<6), string(9..<20), endObject, end
///       if token == .end { break }
///     }
///
/// With `isComplete: false` a token cut by the end of the bytes gives `.needsMore` and can be asked for again
/// when more bytes stand behind. Escapes are left as they are (`JSONScanner.unescape` undoes them) and raw
/// control bytes within strings are let pass: dumps have both.
package struct JSONScanner: Sendable {
  package enum Token: Equatable, Sendable {
    case beginObject, endObject, beginArray, endArray
    /// The key's content, between its quotes.
    case key(Range<Int>, isEscaped: Bool)
    /// The string's content, between its quotes.
    case string(Range<Int>, isEscaped: Bool)
    case number(Range<Int>)
    /// `true`, `false` or `null`, as written.
    case word(Range<Int>)
    /// The value is complete and only white space follows.
    case end
    case needsMore
  }

  private enum State: Sendable {
    case value, firstKey, key, colon, firstValue, afterValue, done
  }

  /// How deep values may nest: one bit a level of a 64-bit word.
  package static let depthLimit = 64

  /// The next byte to look at.
  package private(set) var position: Int
  /// How many objects and arrays are open.
  package private(set) var depth = 0
  private var state = State.value
  /// Bit `d` is set when the container at depth `d + 1` is an object.
  private var objects: UInt64 = 0

  package init(at position: Int = 0) { self.position = position }

  private var isInObject: Bool { depth > 0 && objects &>> UInt64(depth &- 1) & 1 == 1 }

  /// Returns the next token of `bytes`.
  ///
  /// - Complexity: O(*n*) in the length of the token, eight bytes a step within strings.
  package mutating func next(in bytes: Span<UInt8>, isComplete: Bool = true) throws(JSONProblem)
    -> Token
  {
    while true {
      skipSpace(in: bytes)
      guard position < bytes.count else {
        if state == .done { return .end }
        guard !isComplete else { throw problem(.endsEarly(expected: expected)) }
        return .needsMore
      }
      let byte = bytes[position]
      switch (state, byte) {
      case (.colon, UInt8(ascii: ":")):
        state = .value
        position &+= 1
      case (.afterValue, ASCII.comma):
        state = isInObject ? .key : .value
        position &+= 1
      case (.afterValue, UInt8(ascii: "}")) where isInObject,
        (.firstKey, UInt8(ascii: "}")):
        return close(.endObject)
      case (.afterValue, UInt8(ascii: "]")) where !isInObject,
        (.firstValue, UInt8(ascii: "]")):
        return close(.endArray)
      case (.firstKey, ASCII.quote), (.key, ASCII.quote):
        return try scanString(in: bytes, isComplete: isComplete, isKey: true)
      case (.value, _), (.firstValue, _):
        return try scanValue(byte, in: bytes, isComplete: isComplete)
      default:
        throw problem(.unexpected(found: byte, expected: expected))
      }
    }
  }

  /// Steps over the rest of the containers deeper than `depth`, from inside them.
  package mutating func skip(to depth: Int, in bytes: Span<UInt8>) throws(JSONProblem) {
    while self.depth > depth { _ = try next(in: bytes) }
  }

  private var expected: JSONProblem.Expected {
    switch state {
    case .value: .value
    case .firstKey: .keyOrEnd
    case .key: .key
    case .colon: .colon
    case .firstValue: .valueOrEnd
    case .afterValue: isInObject ? .commaOrBrace : .commaOrBracket
    case .done: .nothing
    }
  }

  func problem(_ reason: JSONProblem.Reason) -> JSONProblem {
    JSONProblem(position: position, reason: reason)
  }

  private mutating func skipSpace(in bytes: Span<UInt8>) {
    while position < bytes.count {
      switch bytes[position] {
      case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn: position &+= 1
      default: return
      }
    }
  }

  private mutating func open(object: Bool) throws(JSONProblem) -> Token {
    guard depth < Self.depthLimit else { throw problem(.tooDeep(limit: Self.depthLimit)) }
    let bit: UInt64 = 1 &<< UInt64(depth)
    objects = object ? objects | bit : objects & ~bit
    depth &+= 1
    position &+= 1
    state = object ? .firstKey : .firstValue
    return object ? .beginObject : .beginArray
  }

  private mutating func close(_ token: Token) -> Token {
    depth &-= 1
    position &+= 1
    endValue()
    return token
  }

  private mutating func endValue() { state = depth == 0 ? .done : .afterValue }

  private mutating func scanValue(_ byte: UInt8, in bytes: Span<UInt8>, isComplete: Bool)
    throws(JSONProblem) -> Token
  {
    switch byte {
    case ASCII.quote: try scanString(in: bytes, isComplete: isComplete, isKey: false)
    case UInt8(ascii: "{"): try open(object: true)
    case UInt8(ascii: "["): try open(object: false)
    case UInt8(ascii: "t"): try scanWord("true", in: bytes, isComplete: isComplete)
    case UInt8(ascii: "f"): try scanWord("false", in: bytes, isComplete: isComplete)
    case UInt8(ascii: "n"): try scanWord("null", in: bytes, isComplete: isComplete)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try scanNumber(in: bytes, isComplete: isComplete)
    default: throw problem(.unexpected(found: byte, expected: expected))
    }
  }

  private mutating func scanString(in bytes: Span<UInt8>, isComplete: Bool, isKey: Bool)
    throws(JSONProblem) -> Token
  {
    let start = position &+ 1
    var end = start
    var isEscaped = false
    while true {
      end = bytes.first(
        of: ASCII.quote, ASCII.backslash, ASCII.backslash, from: min(end, bytes.count),
        to: bytes.count)
      guard end < bytes.count else {
        guard !isComplete else { throw problem(.unclosedString) }
        return .needsMore
      }
      if bytes[end] == ASCII.quote { break }
      isEscaped = true
      end &+= 2
    }
    position = end &+ 1
    if isKey {
      state = .colon
      return .key(start..<end, isEscaped: isEscaped)
    }
    endValue()
    return .string(start..<end, isEscaped: isEscaped)
  }

  private mutating func scanWord(_ word: StaticString, in bytes: Span<UInt8>, isComplete: Bool)
    throws(JSONProblem) -> Token
  {
    let length = word.utf8CodeUnitCount
    for i in 0..<length {
      guard position &+ i < bytes.count else {
        guard !isComplete else { throw problem(.endsEarly(expected: expected)) }
        return .needsMore
      }
      guard unsafe bytes[position &+ i] == word.utf8Start[i] else {
        throw problem(.unexpected(found: bytes[position], expected: expected))
      }
    }
    let start = position
    position &+= length
    endValue()
    return .word(start..<position)
  }

  private mutating func scanNumber(in bytes: Span<UInt8>, isComplete: Bool) throws(JSONProblem)
    -> Token
  {
    guard let end = JSONNumber.end(in: bytes, from: position) else {
      let ends = JSONNumber.run(in: bytes, from: position) == bytes.count
      guard !isComplete, ends else { throw problem(.badNumber) }
      return .needsMore
    }
    // More digits may stand behind the end of the bytes.
    if end == bytes.count, !isComplete { return .needsMore }
    let start = position
    position = end
    endValue()
    return .number(start..<end)
  }
}

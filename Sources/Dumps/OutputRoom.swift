/// Room at the end of an `OutputBytes`, got once for many bytes, which go there sixteen at a time.
///
/// An array asks at each change who owns its memory and whether it suffices; a row is a dozen changes. Steps may run up to
/// thirty-one bytes over what they mean to write; what comes next is written over that.
///
/// This is the one place of the module where bytes are written by pointers. It is safe because every step is checked against
/// the room's end, those bytes included, and because the pointer leaves neither this type nor the closure that
/// `OutputBytes.append(atMost:)` hands it to.
@safe
struct OutputRoom: ~Copyable {
  private let start: UnsafeMutableRawPointer
  private let capacity: Int
  /// How many bytes were put there.
  private(set) var count = 0

  /// How many bytes a step may write beyond those that it means to.
  static let slack = Pieces.step

  @unsafe
  init(_ start: UnsafeMutableRawPointer, capacity: Int) {
    unsafe self.start = start
    self.capacity = capacity
  }

  /// Stores `value` and keeps its first `kept` bytes.
  @inline(__always)
  private mutating func store<Value: BitwiseCopyable>(_ value: Value, keeping kept: Int) {
    precondition(count &+ MemoryLayout<Value>.size <= capacity, "the room suffices")
    unsafe (start + count).storeBytes(of: value, as: Value.self)
    count &+= kept
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) { store(byte, keeping: 1) }

  /// Appends the piece with this number.
  @inline(__always)
  mutating func append(_ pieces: borrowing Pieces, _ number: Int) {
    let piece = pieces.range(of: number)
    let bytes = pieces.bytes.span
    let steps = (piece.count &+ Pieces.step &- 1) / Pieces.step
    // The room holds the last step whole; behind a piece are zeros up to a multiple of a step.
    precondition(
      count &+ steps &* Pieces.step <= capacity
        && piece.lowerBound &+ steps &* Pieces.step <= bytes.count, "the room suffices")
    for step in 0..<steps {
      let (source, target) = (piece.lowerBound &+ step &* Pieces.step, count &+ step &* Pieces.step)
      unsafe (start + target).storeBytes(of: bytes.chunk(at: source), as: SIMD16<UInt8>.self)
      unsafe (start + target + 16).storeBytes(
        of: bytes.chunk(at: source &+ 16), as: SIMD16<UInt8>.self)
    }
    count &+= piece.count
  }

  /// Appends what a JSON string of the bytes from `position` on holds, and moves `position` there, to `stop` or behind the
  /// character that goes over it.
  ///
  /// What is not UTF-8 becomes U+FFFD, so what comes out is always JSON. A byte becomes six at most.
  ///
  /// - Parameter end: Where the text ends, not before `stop`.
  /// - Complexity: O(*n*), sixteen ordinary bytes a step.
  @inline(__always)
  mutating func appendJSON(
    _ bytes: Span<UInt8>, from position: inout Int, to stop: Int, of end: Int
  ) {
    precondition(position >= 0 && stop <= end && end <= bytes.count, "the text is there")
    while position < stop {
      while position &+ 16 <= bytes.count {
        let chunk = bytes.chunk(at: position)
        let special = chunk.specialsOfJSON
        let ordinary = special.hasMark ? special.firstMark : 16
        let kept = min(ordinary, stop &- position)
        store(chunk, keeping: kept)
        position &+= kept
        guard position < stop else { return }
        guard ordinary == 16 else { break }
      }
      appendJSONCharacter(bytes, at: &position, of: end)
    }
  }

  /// Appends one character, of any kind.
  private mutating func appendJSONCharacter(
    _ bytes: Span<UInt8>, at position: inout Int, of end: Int
  ) {
    let byte = bytes[position]
    var length = 1
    if byte >= 0x80 {
      if let whole = bytes.utf8Length(at: position, to: end) {
        length = whole
        for i in 0..<length { append(bytes[position &+ i]) }
      } else {
        for byte in ASCII.replacementCharacter { append(byte) }
      }
    } else if byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash {
      appendJSONEscape(of: byte)
    } else {
      append(byte)
    }
    position &+= length
  }

  private mutating func appendJSONEscape(of byte: UInt8) {
    append(ASCII.backslash)
    switch byte {
    case ASCII.quote, ASCII.backslash: append(byte)
    case ASCII.lineFeed: append(UInt8(ascii: "n"))
    case ASCII.carriageReturn: append(UInt8(ascii: "r"))
    case ASCII.tab: append(UInt8(ascii: "t"))
    default:
      append(UInt8(ascii: "u"))
      append(UInt8(ascii: "0"))
      append(UInt8(ascii: "0"))
      append(Self.hexadecimal(byte >> 4))
      append(Self.hexadecimal(byte & 0xF))
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}

extension SIMD16<UInt8> {
  /// Marks the bytes that a JSON string doesn't hold as they are: controls, quotes and backslashes; and what is not ASCII.
  @inline(__always)
  fileprivate var specialsOfJSON: SIMD16<UInt8> {
    self | (self &- SIMD16(repeating: 0x20)) | equal(to: SIMD16(repeating: ASCII.quote))
      | equal(to: SIMD16(repeating: ASCII.backslash))
  }
}

extension OutputBytes {
  /// Appends what `write` puts into room for `most` bytes.
  @inline(__always)
  mutating func append(atMost most: Int, _ write: (inout OutputRoom) -> Void) {
    unsafe appendUninitialized(most + OutputRoom.slack) { start, capacity in
      var room = unsafe OutputRoom(start, capacity: capacity)
      write(&room)
      return room.count
    }
  }

  /// Appends `text` as a JSON string.
  ///
  /// What is not UTF-8 becomes U+FFFD, so what comes out is always JSON.
  ///
  /// - Complexity: O(*n*), sixteen ordinary bytes a step.
  package mutating func appendJSONString(_ text: Span<UInt8>) {
    append(ASCII.quote)
    appendJSON(text, 0..<text.count)
    append(ASCII.quote)
  }

  /// Appends what a JSON string of the bytes in `range` holds.
  ///
  /// Room is got for a kibibyte of text at a time: it may become six.
  mutating func appendJSON(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      let stop = min(range.upperBound, position &+ 1024)
      append(atMost: 6 &* (stop &- position) &+ 4) { room in
        room.appendJSON(bytes, from: &position, to: stop, of: range.upperBound)
      }
    }
  }
}

/// Room at the end of an `OutputBytes`, got once for many bytes, which go there sixteen at a time.
///
/// An array asks at each change who owns its memory and whether it suffices; a row is a dozen changes. Steps may run up to
/// fifteen bytes over what they mean to write; what comes next is written over that.
///
/// This is the one place of the module where bytes are written by pointers. It is safe because every step is checked against
/// the room's end, fifteen bytes included, and because the pointer leaves neither this type nor the closure that
/// `OutputBytes.append(atMost:)` hands it to.
@safe
struct OutputRoom: ~Copyable {
  private let start: UnsafeMutableRawPointer
  private let capacity: Int
  /// How many bytes were put there.
  private(set) var count = 0

  /// How many bytes a step may write beyond those that it means to.
  static let slack = 16

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
    let bytes = unsafe pieces.bytes.span.bytes
    var position = piece.lowerBound
    while position < piece.upperBound {
      // A piece is followed by zeros up to a multiple of sixteen, and the span checks it.
      let chunk = unsafe bytes.unsafeLoadUnaligned(
        fromByteOffset: position, as: SIMD16<UInt8>.self)
      store(chunk, keeping: min(16, piece.upperBound &- position))
      position &+= 16
    }
  }

  /// Appends what a JSON string of the bytes from `position` on holds, and moves `position` there, to `stop` or behind the
  /// character that goes over it.
  ///
  /// What is not UTF-8 becomes U+FFFD, so what comes out is always JSON. A byte becomes six at most.
  ///
  /// - Parameter end: Where the text ends, not before `stop`.
  /// - Complexity: O(*n*), sixteen ordinary bytes a step.
  mutating func appendJSON(
    _ bytes: Span<UInt8>, from position: inout Int, to stop: Int, of end: Int
  ) {
    precondition(position >= 0 && stop <= end && end <= bytes.count, "the text is there")
    while position < stop {
      if position &+ 16 <= bytes.count {
        let chunk = bytes.chunk(at: position)
        let special = chunk.specialsOfJSON
        let kept = min(special.hasMark ? special.firstMark : 16, stop &- position)
        store(chunk, keeping: kept)
        position &+= kept
        guard kept < 16, position < stop else { continue }
      }
      let byte = bytes[position]
      if byte >= 0x80 {
        guard let length = bytes.utf8Length(at: position, to: end) else {
          for byte in ASCII.replacementCharacter { append(byte) }
          position &+= 1
          continue
        }
        for i in 0..<length { append(bytes[position &+ i]) }
        position &+= length
      } else {
        if byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash {
          appendJSONEscape(of: byte)
        } else {
          append(byte)
        }
        position &+= 1
      }
    }
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

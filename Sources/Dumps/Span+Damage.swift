/// Damage in a row that is read all the same.
struct ByteDamage: Equatable, Sendable {
  var hasInvalidUTF8 = false
  var hasNUL = false
}

extension Span<UInt8> {
  /// What is unusual about the bytes in `start..<end`: damage that is read all the same, but counted.
  ///
  /// - Complexity: O(*n*): sixteen bytes a step over ASCII, one character a step over the rest.
  func damage(from start: Int, to end: Int) -> ByteDamage {
    precondition(start >= 0 && end <= count, "the search stays within the bytes")
    var damage = ByteDamage()
    var position = start
    while position < end {
      if position &+ 16 <= end {
        let chunk = chunk(at: position)
        let unusual = chunk | (chunk &- SIMD16(repeating: 1))
        guard unusual.hasMark else {
          position &+= 16
          continue
        }
        position &+= unusual.firstMark
      }
      let byte = self[position]
      if byte < 0x80 {
        if byte == 0 { damage.hasNUL = true }
        position &+= 1
      } else if let length = utf8Length(at: position, to: end) {
        position &+= length
      } else {
        damage.hasInvalidUTF8 = true
        position &+= 1
      }
    }
    return damage
  }

  /// Returns how many bytes the character at `position` has, or `nil` if it isn't well-formed UTF-8.
  ///
  /// The ranges are those of table 3-7 of the Unicode Standard: no overlong forms, no surrogates,
  /// nothing above U+10FFFF.
  func utf8Length(at position: Int, to end: Int) -> Int? {
    let first = self[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard position &+ length <= end, second.contains(self[position &+ 1]) else { return nil }
    var i = position &+ 2
    while i < position &+ length {
      guard self[i] & 0xC0 == 0x80 else { return nil }
      i &+= 1
    }
    return length
  }
}

extension Span where Element == UInt8 {
  /// Where the word that starts at `start` ends; `start` itself where there is none.
  ///
  /// Letters and digits go on a word. An apostrophe, a hyphen or a star goes on it only between two of them:
  /// `jum'at`, `jalan-jalan`, `g*blok`, but not `'jalan'` or `jalan -`.
  ///
  /// - Complexity: O(length of the word).
  func endOfWord(from start: Int) -> Int {
    var position = start
    while position < count {
      let byte = self[position]
      switch ByteClass(of: byte) {
      case .letter, .digit:
        position += 1
      case .multibyte:
        let scalar = scalar(at: position)
        switch ScalarClass(of: scalar.value) {
        case .letter:
          position += scalar.length
        case .joiner where position > start && startsLetter(at: position + scalar.length):
          position += scalar.length
        case .mark where scalar.value == 0x2019 && startsLetter(at: position + scalar.length):
          position += scalar.length
        default:
          return position
        }
      case .mark where position > start && Self.joinsWords(byte) && startsLetter(at: position + 1):
        position += 1
      default:
        return position
      }
    }
    return position
  }

  /// The end of a word whose letters stand apart, as advertisers write it: `A E R O 8 8`; `nil` for fewer than four.
  ///
  /// - Complexity: O(length of the word).
  func endOfSpacedWord(from start: Int) -> Int? {
    var end = start + 1
    var letters = 1
    while end + 1 < count, self[end] == 0x20, startsLetter(at: end + 1) || isDigit(at: end + 1) {
      let next = end + 2
      guard next == count || ByteClass(of: self[next]) != .letter && !isDigit(at: next) else {
        break
      }
      guard self[end + 1] < 0x80 else { break }
      end = next
      letters += 1
    }
    return letters >= 4 ? end : nil
  }

  private func isDigit(at position: Int) -> Bool { ByteClass(of: self[position]) == .digit }

  private static func joinsWords(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "*")
  }

  /// Whether a letter (not a digit) starts at `position`.
  private func startsLetter(at position: Int) -> Bool {
    guard position < count else { return false }
    switch ByteClass(of: self[position]) {
    case .letter: return true
    case .multibyte: return ScalarClass(of: scalar(at: position).value) == .letter
    default: return false
    }
  }

  /// Where the number that starts at `start` ends: digits, with one `.`, `,`, `:`, `/` or `-` between two digits.
  func endOfNumber(from start: Int) -> Int {
    var position = start
    while position < count {
      if ByteClass(of: self[position]) == .digit {
        position += 1
        continue
      }
      switch self[position] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"),
        UInt8(ascii: "-"):
        guard position > start, position + 1 < count,
          ByteClass(of: self[position + 1]) == .digit
        else { return position }
        position += 1
      default:
        return position
      }
    }
    return position
  }

  /// Where the handle behind an `@` ends: letters, digits, `_`, and `.` between them.
  func endOfHandle(from start: Int) -> Int {
    var position = start
    while position < count {
      switch ByteClass(of: self[position]) {
      case .letter, .digit: position += 1
      case .mark where self[position] == UInt8(ascii: "_"): position += 1
      case .mark where self[position] == UInt8(ascii: "."):
        guard position + 1 < count, ByteClass(of: self[position + 1]) != .mark,
          ByteClass(of: self[position + 1]) == .letter
            || ByteClass(of: self[position + 1]) == .digit
        else { return position }
        position += 1
      default: return position
      }
    }
    return position
  }

  /// Where the tag behind a `#` ends: letters of any script, digits and `_`.
  func endOfTag(from start: Int) -> Int {
    var position = start
    while position < count {
      switch ByteClass(of: self[position]) {
      case .letter, .digit: position += 1
      case .mark where self[position] == UInt8(ascii: "_"): position += 1
      case .multibyte:
        let scalar = scalar(at: position)
        guard ScalarClass(of: scalar.value) == .letter else { return position }
        position += scalar.length
      default: return position
      }
    }
    return position
  }
}

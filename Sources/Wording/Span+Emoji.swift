private let faces: [StaticString] = ["<3", "^_^", "-_-", ">_<"]

extension Span where Element == UInt8 {
  /// Where the emoji that starts at `start` ends, with all that joins it.
  ///
  /// Takes a flag's two letters, a skin tone, U+FE0F, U+20E3 and every part behind a zero-width joiner
  /// (UTS #51, emoji ZWJ sequences): 🤦🏽‍♀️ is one token.
  func endOfEmoji(from start: Int) -> Int {
    let first = scalar(at: start)
    var position = start + first.length
    if ScalarClass(of: first.value) == .regionalIndicator, position < count {
      let second = scalar(at: position)
      if ScalarClass(of: second.value) == .regionalIndicator { position += second.length }
      return position
    }
    while position < count, self[position] >= 0x80 {
      let scalar = scalar(at: position)
      switch scalar.value {
      case 0xFE0F, 0xFE0E, 0x20E3, 0x1F3FB...0x1F3FF:
        position += scalar.length
      case 0x200D:
        let next = position + scalar.length
        guard next < count else { return position }
        let joined = self.scalar(at: next)
        guard ScalarClass(of: joined.value) == .emoji else { return position }
        position = next + joined.length
      default:
        return position
      }
    }
    return position
  }

  /// Where the emoticon of letters that starts at `start` ends (`T_T`, `XD`), or `nil`.
  func endOfLetterEmoticon(at start: Int) -> Int? {
    guard start + 1 < count else { return nil }
    let first = self[start] | 0x20
    if first == UInt8(ascii: "t"), start + 2 < count, self[start + 1] == UInt8(ascii: "_"),
      self[start + 2] | 0x20 == UInt8(ascii: "t"), isBoundary(at: start + 3)
    {
      return start + 3
    }
    if self[start] == UInt8(ascii: "X"), self[start + 1] == UInt8(ascii: "D"),
      isBoundary(at: start + 2), start == 0 || ByteClass(of: self[start - 1]) == .space
    {
      return start + 2
    }
    return nil
  }

  /// Where the emoticon of marks that starts at `start` ends (`:)`, `:'(`, `<3`, `^_^`, `-_-`), or `nil`.
  func endOfMarkEmoticon(at start: Int) -> Int? {
    for emoticon in faces where hasPrefix(emoticon, at: start) {
      return start + emoticon.utf8CodeUnitCount
    }
    guard
      self[start] == UInt8(ascii: ":") || self[start] == UInt8(ascii: ";")
        || self[start] == UInt8(ascii: "=")
    else { return nil }
    var position = start + 1
    if position < count,
      self[position] == UInt8(ascii: "'") || self[position] == UInt8(ascii: "\"")
        || self[position] == UInt8(ascii: "-")
    {
      position += 1
    }
    guard position < count else { return nil }
    switch self[position] {
    case UInt8(ascii: ")"), UInt8(ascii: "("):
      let mouth = self[position]
      while position < count, self[position] == mouth { position += 1 }
      return position
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"):
      guard isBoundary(at: position + 1) else { return nil }
      return position + 1
    default:
      return nil
    }
  }

  private func isBoundary(at position: Int) -> Bool {
    guard position < count else { return true }
    switch ByteClass(of: self[position]) {
    case .letter, .digit: return false
    default: return true
    }
  }
}

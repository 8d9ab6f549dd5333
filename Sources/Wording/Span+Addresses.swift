/// What ends the name of a host in comments.
///
/// The two-part endings stand first.
private let addressEndings: [StaticString] = [
  "go.id", "co.id", "or.id", "com", "net", "org", "xyz", "id", "ly", "me",
]

extension Span where Element == UInt8 {
  /// Where the web address that starts at `start` ends, or `nil` where there is none.
  ///
  /// `http://…`, `https://…`, `www.…`, and bare names with a known ending (`bit.ly/x`, `sukamaju.go.id`).
  /// A full stop between two words ("rusak.tolong") is not an address: only the endings listed count.
  func endOfAddress(at start: Int) -> Int? {
    if hasPrefix("http://", at: start) || hasPrefix("https://", at: start)
      || hasPrefix("www.", at: start)
    {
      return endOfAddressBody(from: start)
    }
    var dot = start
    while dot < count, dot - start < 64 {
      let kind = ByteClass(of: self[dot])
      if kind == .letter || kind == .digit || self[dot] == UInt8(ascii: "-") {
        dot += 1
        continue
      }
      break
    }
    guard dot > start, dot + 2 < count, self[dot] == UInt8(ascii: ".") else { return nil }
    for ending in addressEndings where hasPrefix(ending, at: dot + 1) {
      let end = dot + 1 + ending.utf8CodeUnitCount
      guard end < count else { return end }
      switch ByteClass(of: self[end]) {
      case .space, .newline: return end
      case .mark where self[end] == UInt8(ascii: "/") || self[end] == UInt8(ascii: "."):
        return endOfAddressBody(from: start)
      case .mark: return end
      default: continue
      }
    }
    return nil
  }

  private func endOfAddressBody(from start: Int) -> Int {
    var position = start
    while position < count {
      switch ByteClass(of: self[position]) {
      case .space, .newline, .multibyte: return trimmedEnd(of: start..<position)
      case .mark where self[position] == UInt8(ascii: "\"") || self[position] == UInt8(ascii: ")"):
        return trimmedEnd(of: start..<position)
      default: position += 1
      }
    }
    return trimmedEnd(of: start..<position)
  }

  /// A sentence's own `.`, `,`, `?` or `!` behind an address is not part of it.
  private func trimmedEnd(of range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound + 1 {
      switch self[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "!"): end -= 1
      default: return end
      }
    }
    return end
  }

  /// Where the mail address whose name is `start..<nameEnd` ends, or `nil` where no `@host.ending` follows.
  func endOfMail(from start: Int, nameEnd: Int) -> Int? {
    var name = nameEnd
    // The name may go on over dots, underscores and digits that end a word.
    while name < count, name - start < 64 {
      let kind = ByteClass(of: self[name])
      guard
        kind == .letter || kind == .digit || self[name] == UInt8(ascii: ".")
          || self[name] == UInt8(ascii: "_")
      else { break }
      name += 1
    }
    guard name < count, self[name] == UInt8(ascii: "@") else { return nil }
    let end = endOfHandle(from: name + 1)
    guard end > name + 1 else { return nil }
    for position in (name + 1)..<end where self[position] == UInt8(ascii: ".") { return end }
    return nil
  }

  /// Whether the bytes from `position` begin with the lower-case ASCII `text`, whatever their own case.
  func hasPrefix(_ text: StaticString, at position: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard position + length <= count else { return false }
    return text.withUTF8Buffer { letters in
      for i in 0..<length {
        let byte = self[position + i]
        let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
        if unsafe lower != letters[i] { return false }
      }
      return true
    }
  }
}

/// What in a text names a person: found by its shape, and masked.
///
/// - identity-card numbers (NIK, 16 digits) and family-card numbers (KK, 16 digits): `[nik]`
/// - phones: 9 to 15 digits that begin with `0`, `62` or `+`, also with spaces, full stops and hyphens between: `[telepon]`
/// - mails: `[email]`
/// - number plates: one or two letters, one to four digits, one to three letters (`B 1234 XYZ`): `[plat]`
/// - `@names`: what `mention` makes of them
///
/// Digits of other lengths (prices, years, bank accounts of 10 digits without a leading zero) stay.
struct PersonalData {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func masked(mention: ([UInt8]) -> [UInt8]) -> [UInt8] {
    output.reserveCapacity(bytes.count)
    while position < bytes.count {
      let startsWord = position == 0 || !Self.isWord(bytes[position - 1])
      if startsWord, let end = mailEnd() {
        mask("[email]", to: end)
      } else if startsWord, bytes[position] == UInt8(ascii: "@"), let end = mentionEnd() {
        output.append(UInt8(ascii: "@"))
        output += mention(Array(bytes[position + 1..<end]))
        position = end
      } else if startsWord, let (end, label) = numberEnd() {
        mask(label, to: end)
      } else if startsWord, let end = plateEnd() {
        mask("[plat]", to: end)
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return output
  }

  private mutating func mask(_ label: String, to end: Int) {
    output += label.utf8
    position = end
  }

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte >= 0x80
  }

  /// `name.x@host.id`: at most 64 bytes before the `@` (RFC 5321, 4.5.3.1.1).
  private func mailEnd() -> Int? {
    func isName(_ byte: UInt8) -> Bool {
      Self.isDigit(byte) || Self.isLetter(byte) || "._%+-".utf8.contains(byte)
    }
    var place = position
    while isName(byte(place)), place - position < 64 { place += 1 }
    guard place > position, byte(place) == UInt8(ascii: "@") else { return nil }
    place += 1
    let host = place
    while isName(byte(place)) { place += 1 }
    while place > host, byte(place - 1) == UInt8(ascii: ".") { place -= 1 }
    return bytes[host..<place].contains(UInt8(ascii: ".")) ? place : nil
  }

  private func mentionEnd() -> Int? {
    var place = position + 1
    while Self.isDigit(byte(place)) || Self.isLetter(byte(place)) || byte(place) == 0x5F
      || byte(place) == 0x2E && Self.isWord(byte(place + 1))
    {
      place += 1
    }
    return place > position + 1 ? place : nil
  }

  private func numberEnd() -> (Int, String)? {
    let hasPlus = byte(position) == UInt8(ascii: "+")
    var place = position + (hasPlus ? 1 : 0)
    var digits: [UInt8] = []
    var end = place
    while place < bytes.count {
      if Self.isDigit(byte(place)) {
        digits.append(byte(place))
        place += 1
        end = place
      } else if " .-".utf8.contains(byte(place)), Self.isDigit(byte(place + 1)), digits.count >= 2 {
        place += 1
      } else {
        break
      }
    }
    guard !Self.isWord(byte(end)) else { return nil }
    if !hasPlus, digits.count == 16 { return (end, "[nik]") }
    let isPhone =
      hasPlus || digits.first == 0x30 && digits.count > 1 && digits[1] != 0x30
      || digits.starts(with: "62".utf8) && digits.count >= 10
    return isPhone && (9...15).contains(digits.count) ? (end, "[telepon]") : nil
  }

  private func plateEnd() -> Int? {
    var place = position
    func run(_ limit: Int, _ isIn: (UInt8) -> Bool) -> Int {
      let start = place
      while isIn(byte(place)), place - start <= limit { place += 1 }
      return place - start
    }
    // Capitals only: "di 2024 aja" is no plate.
    let isCapital: (UInt8) -> Bool = { $0 &- 0x41 < 26 }
    guard (1...2).contains(run(2, isCapital)) else { return nil }
    if byte(place) == ASCII.space { place += 1 }
    // No plate's number begins with zero, as those of neighbourhoods do (`RT 01 RW 02`).
    guard byte(place) != 0x30, (1...4).contains(run(4, Self.isDigit)) else { return nil }
    if byte(place) == ASCII.space { place += 1 }
    guard (1...3).contains(run(3, isCapital)), !Self.isWord(byte(place)) else { return nil }
    return place
  }
}

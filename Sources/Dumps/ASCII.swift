/// The bytes that readers and writers ask for by name.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let bar = UInt8(ascii: "|")
  static let backslash = UInt8(ascii: "\\")
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]
}

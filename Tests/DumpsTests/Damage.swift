import TestSupport

/// Dumps that chance writes, for properties that hold for any.
struct Chance {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Text of all that has a meaning to some format, and of some that has none.
  mutating func text(upTo count: Int = 12) -> [UInt8] {
    let pieces = [
      "a", "jalan rusak", ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", "\\", "\\n", "{",
      "}", "😡",
      "é", "\0", "\u{1}", " ", "\u{FEFF}", "=1+1",
    ]
    return (0..<Int.random(in: 0...count, using: &random)).flatMap { _ in
      Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
  }

  /// The bytes with a few of them changed, dropped, or put in.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let byte = Array("\"\",\n\r{}\\x:".utf8).randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = byte
      case 1: bytes.remove(at: place)
      default: bytes.insert(byte, at: place)
      }
    }
    return bytes
  }
}

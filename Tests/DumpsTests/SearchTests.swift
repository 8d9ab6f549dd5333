import TestSupport
import Testing

@testable import Dumps

@Suite struct SearchTests {
  @Test(
    "a search eight bytes at a time finds what a search byte by byte finds",
    arguments: 0..<32 as Range<UInt64>)
  func first(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let count = Int.random(in: 0...40, using: &random)
      // Neighbours of the bytes sought, and high bytes: where the arithmetic of words could carry.
      let bytes = (0..<count).map { _ in
        ([0x2B, 0x2C, 0x2D, 0x09, 0x0B, 0x80, 0xAC, 0xFF, 0] as [UInt8])[
          Int.random(in: 0..<9, using: &random)]
      }
      let start = Int.random(in: 0...count, using: &random)
      let naive = bytes[start...].firstIndex { $0 == 0x2C || $0 == 0x0A || $0 == 0 } ?? count
      #expect(bytes.span.first(of: 0x2C, 0x0A, 0, from: start, to: count) == naive)
    }
  }

  @Test("damage is what the standard library calls damage", arguments: 0..<32 as Range<UInt64>)
  func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces: [[UInt8]] = [
      Array("jalan ru".utf8), Array("é".utf8), Array("😡".utf8), [0], [0xFF], [0xC0, 0x80],
      [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], Array("a".utf8),
    ]
    for _ in 0..<50 {
      let bytes = (0..<Int.random(in: 0...4, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      let damage = bytes.span.damage(from: 0, to: bytes.count)
      #expect(damage.hasInvalidUTF8 == (String(validating: bytes, as: UTF8.self) == nil))
      #expect(damage.hasNUL == bytes.contains(0))
    }
  }
}

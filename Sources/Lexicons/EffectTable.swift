/// What something in a comment adds to the three stances' scores, in logits: complaint, support, neutral.
///
/// The fourth lane is unused and 0 in sums.
package typealias Effect = SIMD4<Float>

/// Effects by a 64-bit key: a flat hash table.
package struct EffectTable: Sendable {
  @usableFromInline var keys: [UInt64] = Array(repeating: 0, count: 16)
  @usableFromInline var effects: [Effect] = Array(repeating: .zero, count: 16)
  /// Bits of the keys that are there (Bloom 1970, with one hash): most look-ups fail, and end here, in the cache.
  @usableFromInline var present: [UInt64] = Array(repeating: 0, count: 1024)
  /// How many keys there are.
  package private(set) var count = 0

  package init() {}

  /// The effect of `key`, or zero.
  ///
  /// - Precondition: `key` is not 0.
  /// - Complexity: O(1) expected.
  @inlinable
  package subscript(key: UInt64) -> Effect {
    let bit = Self.bit(of: key)
    guard present[bit &>> 6] &>> UInt64(bit & 63) & 1 != 0 else { return .zero }
    var slot = Self.slot(of: key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return effects[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return .zero
  }

  /// Sets the effect of `key`, over one that is there.
  package mutating func set(_ key: UInt64, _ effect: Effect) {
    if count * 2 >= keys.count { grow() }
    if place(key, effect) { count += 1 }
    let bit = Self.bit(of: key)
    present[bit &>> 6] |= 1 &<< UInt64(bit & 63)
  }

  private mutating func place(_ key: UInt64, _ effect: Effect) -> Bool {
    var slot = Self.slot(of: key) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    let isNew = keys[slot] == 0
    keys[slot] = key
    effects[slot] = effect
    return isNew
  }

  private mutating func grow() {
    let old = zip(keys, effects).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    effects = Array(repeating: .zero, count: keys.count)
    for (key, effect) in old { _ = place(key, effect) }
  }

  /// A bit of `present`, from other bits of the hash than the slot's.
  @inlinable
  static func bit(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0xBF58_476D_1CE4_E5B9) &>> 48)
  }

  @inlinable
  static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}

import Wording

/// What something in a comment adds to the three stances' scores, in logits: complaint, support, neutral.
///
/// The fourth lane is unused and 0 in sums.
public typealias Effect = SIMD4<Float>

/// Effects by a 64-bit key: a flat hash table.
///
/// Made from an `EffectTable.Builder`.
public struct EffectTable: Sendable {
  @usableFromInline let keys: Shelf<UInt64>
  @usableFromInline let effects: Shelf<Effect>
  /// Bits of the keys that are there (Bloom 1970, with one hash): most look-ups fail, and end here, in the cache.
  @usableFromInline let present: Shelf<UInt64>
  /// How many keys there are.
  public let count: Int

  package init(_ builder: consuming Builder) {
    count = builder.count
    (keys, effects, present) = builder.shelves()
  }

  /// The effect of `key`, or zero.
  ///
  /// - Precondition: `key` is not 0.
  /// - Complexity: O(1) expected.
  @inlinable
  public subscript(key: UInt64) -> Effect {
    @inline(__always) get {
      let hash = Self.hash(key)
      let bit = Self.bit(of: hash)
      guard present[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63) & 1 != 0 else {
        return .zero
      }
      var slot = Self.slot(of: hash) & (keys.count &- 1)
      while keys[slot] != 0 {
        if keys[slot] == key { return effects[slot] }
        slot = (slot &+ 1) & (keys.count &- 1)
      }
      return .zero
    }
  }

  /// The key of two words, marks or classes that follow each other.
  @inlinable @inline(__always)
  public static func pair(_ a: UInt32, _ b: UInt32) -> UInt64 {
    (UInt64(a) &<< 32 | UInt64(b)) &+ 1
  }

  /// The key of an entry as it was turned.
  @inlinable @inline(__always)
  public static func entry(_ entry: UInt32, turn: UInt8) -> UInt64 {
    (UInt64(entry) &<< 8 | UInt64(turn)) &+ 1
  }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  @inlinable @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// A bit of `present`, by the top bits of the hash.
  @inlinable @inline(__always)
  static func bit(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 47) }

  /// A slot, by bits that both halves of a key reach.
  @inlinable @inline(__always)
  static func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 36) }

  /// A table that is being made.
  package struct Builder: ~Copyable {
    private var keys: Pile<UInt64>
    private var effects: Pile<Effect>
    private var present = Pile<UInt64>(repeating: 0, count: 2048)
    fileprivate private(set) var count = 0

    /// - Parameter expected: How many keys there will be about, to make room for them at once.
    package init(expected: Int = 8) {
      var slots = 16
      while slots < expected * 2 { slots *= 2 }
      keys = Pile(repeating: 0, count: slots)
      effects = Pile(repeating: .zero, count: slots)
    }

    /// Sets the effect of `key`, over one that is there.
    package mutating func set(_ key: UInt64, _ effect: Effect) {
      if count * 2 >= keys.count { grow() }
      let hash = EffectTable.hash(key)
      let slot = slot(of: key, hash)
      if keys[slot] == 0 { count += 1 }
      keys[slot] = key
      effects[slot] = effect
      let bit = EffectTable.bit(of: hash)
      present[bit &>> 6] |= 1 &<< UInt64(bit & 63)
    }

    /// The slot that `key` has or may take.
    private func slot(of key: UInt64, _ hash: UInt64) -> Int {
      var slot = EffectTable.slot(of: hash) & (keys.count &- 1)
      while keys[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & (keys.count &- 1) }
      return slot
    }

    private mutating func grow() {
      var larger = Builder(expected: keys.count)
      for i in keys.indices where keys[i] != 0 { larger.set(keys[i], effects[i]) }
      self = larger
    }

    fileprivate consuming func shelves() -> (Shelf<UInt64>, Shelf<Effect>, Shelf<UInt64>) {
      (Shelf(keys), Shelf(effects), Shelf(present))
    }
  }
}

import Wording

/// The phrase that ends at a node of the trie, and what it takes its words for.
public struct PhraseEnd: Sendable, BitwiseCopyable {
  /// The phrase, or `UInt32.max` where none ends.
  public var phrase: UInt32 = .max
  /// Whether it has a valence or an operator, or keeps its words from having theirs.
  public var hasStance = false
  /// Whether it counts for an issue, a guard or a place.
  public var isTopical = false

  init() {}

  init(_ id: UInt32, _ entry: Entry) {
    phrase = id
    hasStance = entry.isIdiom || entry.role != .none || entry.spam != 0
    isTopical = !entry.keywords.isEmpty || entry.guardTerm != 0 || entry.isPlace
  }
}

/// Phrases of two words and more, walked word by word: a flat hash table from (node, word) to node.
///
/// Made from a `PhraseTrie.Builder`.
public struct PhraseTrie: Sendable {
  /// A place in the trie; 0 is the root.
  public typealias Node = UInt32

  @usableFromInline let keys: Shelf<UInt64>
  @usableFromInline let values: Shelf<Node>
  /// What ends at each node.
  @usableFromInline let ends: Shelf<PhraseEnd>

  /// Bits of the words behind the root's words, by the node of the first: most phrases end where they begin.
  let continuations: Shelf<UInt64>

  /// - Parameter entries: What the words and phrases mean, by number.
  init(_ builder: consuming Builder, _ entries: Shelf<Entry>) {
    let ends: Shelf<UInt32>
    (keys, values, ends, continuations) = builder.shelves()
    var known = Pile<PhraseEnd>(room: ends.count)
    for i in ends.indices {
      known.append(
        ends[i] == 0 ? PhraseEnd() : PhraseEnd(ends[i] - 1, entries[Int(ends[i] - 1)]))
    }
    self.ends = Shelf(known)
  }

  /// The node behind `word` from `node`, or `nil` where no phrase goes on so.
  ///
  /// - Complexity: O(1) expected.
  @inlinable @inline(__always)
  public func next(from node: Node, _ word: UInt32) -> Node? {
    let key = UInt64(node) &<< 32 | UInt64(word)
    var slot = Self.slot(of: key) & (keys.count &- 1)
    while keys[slot] != .max {
      if keys[slot] == key { return values[slot] }
      slot = (slot &+ 1) & (keys.count &- 1)
    }
    return nil
  }

  /// What ends at `node`.
  @inlinable @inline(__always)
  public func end(at node: Node) -> PhraseEnd { ends[Int(node)] }

  /// One of 64 bits that stands for a word.
  @inlinable @inline(__always)
  public static func bit(of word: UInt32) -> UInt64 { 1 &<< UInt64(word &* 0x9E37_79B1 &>> 26) }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4): bits that both the node and the word reach.
  @inlinable @inline(__always)
  static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40)
  }

  /// A trie that is being made.
  struct Builder: ~Copyable {
    private var keys: Pile<UInt64>
    private var values: Pile<Node>
    private var count = 0
    /// The phrase that ends at a node, as its number + 1; 0 where none does.
    private var ends = Pile<UInt32>(repeating: 0, count: 1)
    private var continuations = Pile<UInt64>(repeating: 0, count: 1)

    /// - Parameter expected: How many nodes there will be about, to make room for them at once.
    init(expected: Int = 128) {
      var slots = 256
      while slots < expected * 2 { slots *= 2 }
      keys = Pile(repeating: .max, count: slots)
      values = Pile(repeating: 0, count: slots)
    }

    /// Adds the phrase of `words`, numbered `id`; returns the phrase that was there before, if one was.
    @discardableResult
    mutating func add(_ words: [Vocabulary.WordID], id: Vocabulary.WordID) -> Vocabulary.WordID? {
      var node: Node = 0
      for word in words {
        if (count + 1) * 2 > keys.count { grow() }
        let key = UInt64(node) &<< 32 | UInt64(word)
        let slot = slot(of: key)
        if keys[slot] == .max {
          keys[slot] = key
          values[slot] = Node(ends.count)
          count += 1
          ends.append(0)
          continuations.append(0)
          continuations[Int(node)] |= PhraseTrie.bit(of: word)
        }
        node = values[slot]
      }
      guard ends[Int(node)] == 0 else { return ends[Int(node)] - 1 }
      ends[Int(node)] = id + 1
      return nil
    }

    /// The slot that `key` has or may take.
    private func slot(of key: UInt64) -> Int {
      var slot = PhraseTrie.slot(of: key) & (keys.count &- 1)
      while keys[slot] != .max, keys[slot] != key { slot = (slot &+ 1) & (keys.count &- 1) }
      return slot
    }

    private mutating func grow() {
      var oldKeys = Pile<UInt64>(repeating: .max, count: keys.count * 2)
      var oldValues = Pile<Node>(repeating: 0, count: keys.count * 2)
      swap(&keys, &oldKeys)
      swap(&values, &oldValues)
      for i in oldKeys.indices where oldKeys[i] != .max {
        let slot = slot(of: oldKeys[i])
        keys[slot] = oldKeys[i]
        values[slot] = oldValues[i]
      }
    }

    fileprivate consuming func shelves() -> (
      Shelf<UInt64>, Shelf<Node>, Shelf<UInt32>, Shelf<UInt64>
    ) {
      (Shelf(keys), Shelf(values), Shelf(ends), Shelf(continuations))
    }
  }
}

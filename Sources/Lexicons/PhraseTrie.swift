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

  init(_ builder: Builder, _ entries: [Entry]) {
    var bits = Array(repeating: UInt64(0), count: builder.ends.count)
    for key in builder.keys where key != .max {
      bits[Int(key >> 32)] |= Self.bit(of: UInt32(truncatingIfNeeded: key))
    }
    continuations = Shelf(bits)
    keys = Shelf(builder.keys)
    values = Shelf(builder.values)
    ends = Shelf(builder.ends.map { $0 == 0 ? PhraseEnd() : PhraseEnd($0 - 1, entries[Int($0 - 1)]) })
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

  /// A trie that is being made; an end is its phrase's number + 1, or 0.
  struct Builder {
    fileprivate var keys: [UInt64] = Array(repeating: .max, count: 256)
    fileprivate var values: [Node] = Array(repeating: 0, count: 256)
    private var count = 0
    fileprivate var ends: [UInt32] = [0]

    /// Adds the phrase of `words`, numbered `id`; returns the phrase that was there before, if one was.
    @discardableResult
    mutating func add(_ words: [Vocabulary.WordID], id: Vocabulary.WordID) -> Vocabulary.WordID? {
      var node: Node = 0
      for word in words {
        if let known = next(from: node, word) {
          node = known
        } else {
          let new = Node(ends.count)
          ends.append(0)
          insert(UInt64(node) << 32 | UInt64(word), new)
          node = new
        }
      }
      guard ends[Int(node)] == 0 else { return ends[Int(node)] - 1 }
      ends[Int(node)] = id + 1
      return nil
    }

    private func next(from node: Node, _ word: Vocabulary.WordID) -> Node? {
      let key = UInt64(node) << 32 | UInt64(word)
      var slot = PhraseTrie.slot(of: key) & (keys.count - 1)
      while keys[slot] != .max {
        if keys[slot] == key { return values[slot] }
        slot = (slot + 1) & (keys.count - 1)
      }
      return nil
    }

    private mutating func insert(_ key: UInt64, _ value: Node) {
      if (count + 1) * 2 > keys.count {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: .max, count: oldKeys.count * 2)
        values = Array(repeating: 0, count: keys.count)
        for i in oldKeys.indices where oldKeys[i] != .max { place(oldKeys[i], oldValues[i]) }
      }
      place(key, value)
      count += 1
    }

    private mutating func place(_ key: UInt64, _ value: Node) {
      var slot = PhraseTrie.slot(of: key) & (keys.count - 1)
      while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      values[slot] = value
    }
  }
}

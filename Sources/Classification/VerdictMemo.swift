import Wording

/// Remembers verdicts on comments that come again: *amin*, *mantap pak*, and what a campaign copies.
///
/// A comment's first coming costs a hash and a look-up; from its second on its verdict is kept, with its bytes, which
/// are compared, so a verdict is never another comment's. What the memo answers is what the classifier would; at its
/// limits it forgets all.
struct VerdictMemo: ~Copyable, Sendable {
  struct Remembered: Sendable {
    let verdict: Verdict
    let text: Range<Int>
    let places: Range<Int>
  }

  /// Half of a comment's hash and a number, in eight bytes: the table must not fill the caches.
  struct Slot: HashSlot, Sendable {
    private static let numberBits: UInt64 = 0xFF_FFFF
    private var bits: UInt64 = 0

    init() {}

    init(hash: UInt64, number: Int) { bits = hash & ~Self.numberBits | UInt64(number) }

    /// The upper bits of the hash.
    var hash: UInt64 { bits & ~Self.numberBits }

    /// The number of what is remembered, plus 1; 0 where the comment came once.
    var number: Int { Int(bits & Self.numberBits) }

    func holds(_ hash: UInt64) -> Bool { (bits ^ hash) & ~Self.numberBits == 0 }
  }

  /// Longer comments come twice so seldom that looking for them costs more than it saves.
  private static let longest = 280
  private static let mostSlots = 1 << 16
  private static let mostText = 4 << 20

  /// Twice as many as comments that came, a power of two.
  private var slots = Pile(repeating: Slot(), count: 1 << 12)
  private var used = 0
  private var remembered: [Remembered] = []
  private var texts: [UInt8] = []
  private(set) var places: [UInt32] = []

  /// What is known of a comment.
  enum Answer {
    case known(Remembered)
    /// It came before: its verdict, once found, is worth remembering at this place.
    case again(slot: Int)
    case new
  }

  mutating func answer(for bytes: Span<UInt8>) -> Answer {
    guard bytes.count <= Self.longest else { return .new }
    let hash = bytes.wordHash
    var place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[place].hash != 0 {
      if slots[place].holds(hash) {
        guard slots[place].number > 0 else { return .again(slot: place) }
        let found = remembered[slots[place].number - 1]
        return isText(found.text, bytes) ? .known(found) : .new
      }
      place = (place + 1) & (slots.count - 1)
    }
    if used == Self.mostSlots {
      forget()
      place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    }
    slots[place] = Slot(hash: hash, number: 0)
    used += 1
    if used * 2 > slots.count { slots.doubleSlots() }
    return .new
  }

  mutating func remember(
    _ verdict: Verdict, of bytes: Span<UInt8>, places newPlaces: borrowing Pile<UInt32>, slot: Int
  ) {
    guard texts.count + bytes.count <= Self.mostText else { return forget() }
    let (text, place) = (texts.count, places.count)
    for i in bytes.indices { texts.append(bytes[i]) }
    for i in newPlaces.indices { places.append(newPlaces[i]) }
    remembered.append(
      Remembered(verdict: verdict, text: text..<texts.count, places: place..<places.count))
    slots[slot] = Slot(hash: slots[slot].hash, number: remembered.count)
  }

  private mutating func forget() {
    slots.fill(with: Slot())
    used = 0
    remembered.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  private func isText(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard range.count == bytes.count else { return false }
    for i in bytes.indices where texts[range.lowerBound &+ i] != bytes[i] { return false }
    return true
  }
}

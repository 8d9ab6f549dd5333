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

  struct Slot: BitwiseCopyable, Sendable {
    var hash: UInt64 = 0
    /// The number of what is remembered, plus 1; 0 where the comment came once.
    var number: UInt32 = 0
  }

  /// Longer comments come twice so seldom that looking for them costs more than it saves.
  private static let longest = 48
  private static let mostSlots = 1 << 17
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
    let hash = Self.hash(of: bytes)
    var place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[place].hash != 0 {
      if slots[place].hash == hash {
        guard slots[place].number > 0 else { return .again(slot: place) }
        let found = remembered[Int(slots[place].number) - 1]
        return isText(found.text, bytes) ? .known(found) : .new
      }
      place = (place + 1) & (slots.count - 1)
    }
    if used == Self.mostSlots {
      forget()
      place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    }
    slots[place].hash = hash
    used += 1
    if used * 2 > slots.count { grow() }
    return .new
  }

  private mutating func grow() {
    var larger = Pile(repeating: Slot(), count: slots.count * 2)
    for i in slots.indices where slots[i].hash != 0 {
      var place = Int(truncatingIfNeeded: slots[i].hash >> 32) & (larger.count - 1)
      while larger[place].hash != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slots[i]
    }
    swap(&slots, &larger)
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
    slots[slot].number = UInt32(remembered.count)
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

  /// Eight bytes a step, each mixed in by a multiplication (Knuth's multiplicative hashing, TAOCP 3, 6.4); never 0.
  private static func hash(of bytes: Span<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    let raw = unsafe bytes.bytes
    var position = 0
    while position &+ 8 <= bytes.count {
      // Checked by `unsafeLoadUnaligned` itself against the span's end; any eight bytes are a number.
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      hash = (hash ^ word) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 29
      position &+= 8
    }
    while position < bytes.count {
      hash = (hash ^ UInt64(bytes[position])) &* 0x100_0000_01B3
      position &+= 1
    }
    hash = (hash ^ (hash >> 32)) &* 0xBF58_476D_1CE4_E5B9
    return (hash ^ (hash >> 31)) | 1
  }
}

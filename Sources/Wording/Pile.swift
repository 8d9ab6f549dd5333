/// Elements one after the other in memory of their own, which has one owner and is used again and again.
///
/// What an array asks at each change (whether it shares its memory, whether that is native) a pile need not ask: it
/// cannot be copied. Its memory stays when it is emptied, so what is read comment by comment allocates nothing.
///
///     var pile = Pile<Int>()
///     pile.append(3)
///     pile[0]   // 3
///
/// This is the one place where the hot path touches memory by pointers. It is safe because the pointer never leaves the
/// type; `capacity` elements are allocated behind it, of which the first `count` are initialised; every subscript is
/// checked against `count`; elements are bits without references, so they need no destruction; and the type cannot be
/// copied, so memory is given back once, by its owner. It may be sent where its elements may: nobody else has the pointer.
@safe
@frozen
public struct Pile<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<Element>
  /// How many elements there are.
  public var count = 0
  @usableFromInline var capacity: Int

  /// - Parameter room: How many elements fit before the memory grows, from 1.
  @inlinable
  public init(room: Int = 64) {
    precondition(room > 0, "a pile has room")
    unsafe start = Self.allocate(room)
    capacity = room
  }

  /// Memory for `room` elements that begins where a line of the cache does.
  @inlinable
  static func allocate(_ room: Int) -> UnsafeMutablePointer<Element> {
    unsafe UnsafeMutableRawPointer.allocate(
      byteCount: room * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: room)
  }

  /// A pile of `count` times `element`.
  @inlinable
  public init(repeating element: Element, count: Int) {
    self.init(room: count)
    unsafe start.initialize(repeating: element, count: count)
    self.count = count
  }

  @inlinable
  deinit { unsafe start.deallocate() }

  /// Whether there is no element.
  public var isEmpty: Bool {
    @inlinable @inline(__always) get { count == 0 }
  }

  /// The places of all elements.
  public var indices: Range<Int> {
    @inlinable @inline(__always) get { 0..<count }
  }

  /// The element at `position`, in place.
  @inlinable
  public subscript(position: Int) -> Element {
    @inline(__always)
    unsafeAddress {
      precondition(UInt(bitPattern: position) < UInt(bitPattern: count), "no such element")
      return unsafe UnsafePointer(start + position)
    }
    @inline(__always)
    unsafeMutableAddress {
      precondition(UInt(bitPattern: position) < UInt(bitPattern: count), "no such element")
      return unsafe start + position
    }
  }

  /// All elements: loops over a span keep its start and end in registers.
  public var span: Span<Element> {
    @_lifetime(borrow self)
    @inlinable @inline(__always)
    get {
      let span = unsafe Span(_unsafeStart: UnsafePointer(start), count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// - Complexity: O(1), amortised.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element) {
    if count == capacity { grow() }
    unsafe (start + count).initialize(to: element)
    count &+= 1
  }

  /// Appends where `isWanted`: without a branch, which unforeseen answers would make dear.
  ///
  /// - Complexity: O(1), amortised.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element, where isWanted: Bool) {
    if count == capacity { grow() }
    unsafe (start + count).initialize(to: element)
    count &+= isWanted ? 1 : 0
  }

  @inlinable @inline(never)
  mutating func grow() {
    let larger = unsafe Self.allocate(capacity * 2)
    unsafe larger.initialize(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = larger
    capacity *= 2
  }

  /// Forgets all elements, but keeps their room.
  @inlinable @inline(__always)
  public mutating func removeAll() { count = 0 }

  /// Forgets the last `n` elements.
  @inlinable
  public mutating func removeLast(_ n: Int) {
    precondition(n >= 0 && n <= count, "no such elements")
    count &-= n
  }

  /// Makes every element `element`.
  @inlinable
  public mutating func fill(with element: Element) {
    unsafe start.update(repeating: element, count: count)
  }
}

extension Pile: @unchecked Sendable where Element: Sendable {}

extension Pile {
  /// Gives the memory to a new owner, who gives it back.
  @inlinable
  consuming func taken() -> (start: UnsafeMutablePointer<Element>, count: Int) {
    let taken = unsafe (start, count)
    discard self
    return unsafe taken
  }
}

/// A slot of a flat hash table with linear probing, which a key's hash finds by its upper half.
public protocol HashSlot: BitwiseCopyable {
  /// The key's hash; 0 where the slot is free.
  var hash: UInt64 { get }
  /// A free slot.
  init()
}

extension Pile where Element: HashSlot {
  /// Makes room for twice as many keys; what was found before is found again.
  ///
  /// - Precondition: There are a power of two of slots, of which one is free.
  /// - Complexity: O(*n*) in the slots.
  @inlinable
  public mutating func doubleSlots() {
    var larger = Pile(repeating: Element(), count: count * 2)
    for i in indices where self[i].hash != 0 {
      var place = Int(truncatingIfNeeded: self[i].hash &>> 32) & (larger.count - 1)
      while larger[place].hash != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = self[i]
    }
    swap(&self, &larger)
  }
}

/// Elements that never change, shared by all that hold them and read without a question to their owner.
///
/// An array in an object is kept and let go around each access; this keeps its memory once, when it is copied. The
/// argument for its safety is the pile's, and that its memory is written before it is shared, never after, and freed by
/// the last that holds it.
@safe
public struct Shelf<Element: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline let owner: Owner
  @usableFromInline let start: UnsafePointer<Element>
  /// How many elements there are.
  public let count: Int

  @safe
  @usableFromInline
  final class Owner {
    /// `nil` where the memory lives as long as the program.
    @usableFromInline let memory: UnsafeMutablePointer<Element>?

    @inlinable init(_ memory: UnsafeMutablePointer<Element>?) { unsafe self.memory = memory }
    @inlinable deinit { unsafe memory?.deallocate() }
  }

  /// A shelf of the elements of `pile`, whose memory it takes.
  @inlinable
  public init(_ pile: consuming Pile<Element>) {
    let (memory, count) = unsafe pile.taken()
    owner = unsafe Owner(memory)
    unsafe start = UnsafePointer(memory)
    self.count = count
  }

  /// A shelf of `elements`, which are copied.
  @inlinable
  public init(_ elements: [Element]) {
    var pile = Pile<Element>(room: max(1, elements.count))
    for element in elements { pile.append(element) }
    self.init(pile)
  }

  /// A shelf of `count` elements that never change and live as long as the program, as constants of C do.
  @inlinable
  public init(constant start: UnsafePointer<Element>, count: Int) {
    owner = unsafe Owner(nil)
    unsafe self.start = start
    self.count = count
  }

  /// The places of all elements.
  public var indices: Range<Int> {
    @inlinable @inline(__always) get { 0..<count }
  }

  /// All elements: loops over a span keep its start and end in registers.
  public var span: Span<Element> {
    @_lifetime(borrow self)
    @inlinable @inline(__always)
    get {
      let span = unsafe Span(_unsafeStart: start, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The element at `position`, in place.
  @inlinable
  public subscript(position: Int) -> Element {
    @inline(__always)
    unsafeAddress {
      precondition(UInt(bitPattern: position) < UInt(bitPattern: count), "no such element")
      return unsafe start + position
    }
  }
}

import Testing
import Wording

@Suite struct PileTests {
  @Test("elements stand in the order they were put, however often the memory grew")
  func order() {
    var pile = Pile<Int>(room: 1)
    for i in 0..<1000 { pile.append(i * 3) }
    // A macro cannot borrow what cannot be copied, so elements are taken out first.
    var found: [Int] = []
    for i in pile.indices { found.append(pile[i]) }
    #expect(found == (0..<1000).map { $0 * 3 })
    pile[7] = -1
    let changed = pile[7]
    #expect(changed == -1)
    pile.removeAll()
    let isEmpty = pile.isEmpty
    #expect(isEmpty)
    pile.append(5)
    let first = pile[0]
    #expect(first == 5)
  }

  @Test("a place beyond the last stops the program, also where memory is left from before")
  func bounds() async {
    await #expect(processExitsWith: .failure) {
      var pile = Pile<Int>(room: 8)
      pile.append(1)
      pile.removeAll()
      _ = pile[0]
    }
    await #expect(processExitsWith: .failure) {
      let shelf = Shelf([1, 2])
      _ = shelf[2]
    }
  }

  @Test("a shelf is read the same by all that hold it")
  func shared() {
    let one = Shelf((0..<50).map { $0 * $0 })
    let other = one
    for i in other.indices { #expect(one[i] == i * i && other[i] == i * i) }
    #expect(Shelf<Int>([]).count == 0)
  }

  @Test("a shelf takes a pile's memory, and reads memory that never changes")
  func taken() {
    var pile = Pile<UInt32>(room: 2)
    for i in 0..<100 { pile.append(UInt32(i)) }
    pile.removeLast(40)
    let shelf = Shelf(pile)
    #expect(shelf.count == 60)
    #expect(shelf.indices.allSatisfy { shelf[$0] == UInt32($0) })
    let constant = UnsafeMutablePointer<UInt32>.allocate(capacity: 2)
    unsafe constant.initialize(repeating: 7, count: 2)
    let seven = unsafe Shelf(constant: constant, count: 2)
    #expect(seven.count == 2 && seven[0] == 7 && seven[1] == 7)
    unsafe constant.deallocate()
  }
}

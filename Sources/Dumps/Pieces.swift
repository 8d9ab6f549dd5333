/// Byte strings made ready, to be written again and again.
///
///     var pieces = Pieces()
///     let stance = pieces.add(#","stance":"#)
///     output.append(pieces, stance)
///
/// Each begins at a multiple of a step's bytes and has zeros behind it up to the next, so that it is copied in whole steps.
package struct Pieces: Sendable {
  /// How many bytes are copied in a step: most pieces take one.
  static let step = 32

  private(set) var bytes: [UInt8] = []
  private var ranges: [ByteRange] = []
  /// The bytes of the longest.
  private(set) var longest = 0

  package init() {}

  package var count: Int { ranges.count }

  /// Keeps `piece` and returns its number.
  package mutating func add(_ piece: Span<UInt8>) -> Int {
    let start = bytes.count
    for i in piece.indices { bytes.append(piece[i]) }
    ranges.append(ByteRange(start, bytes.count))
    longest = max(longest, piece.count)
    while bytes.count % Self.step != 0 { bytes.append(0) }
    return ranges.count - 1
  }

  /// Keeps `piece` and returns its number.
  package mutating func add(_ piece: String) -> Int { add(Array(piece.utf8).span) }

  @inline(__always)
  func range(of number: Int) -> Range<Int> {
    let range = ranges.span[number]
    return Int(range.offset)..<Int(range.offset) &+ Int(range.count)
  }
}

extension OutputBytes {
  /// Appends the piece with this number.
  package mutating func append(_ pieces: Pieces, _ number: Int) {
    append(atMost: pieces.longest) { room in room.append(pieces, number) }
  }

  /// Appends the pieces with these numbers, one after the other.
  package mutating func append(_ pieces: Pieces, _ numbers: Span<Int>) {
    append(atMost: pieces.longest &* numbers.count) { room in
      for i in numbers.indices { room.append(pieces, numbers[i]) }
    }
  }
}

/// A row's cells as the first members of a JSON object: `{"id":"1","official":null`.
package struct CellMembers: Sendable {
  private struct Member: Sendable {
    let ordinal: Int
    /// The name and what stands before the cell.
    let beginning: Int
    /// The name and what stands for a cell that the row doesn't have.
    let absence: Int
  }

  private var pieces = Pieces()
  private var members: [Member] = []

  /// - Parameter columns: What becomes a member, and the text that stands for a cell that the row doesn't have: `null` where
  ///   it is `nil`.
  package init(_ columns: [(column: Column, missing: String?)]) {
    for (column, missing) in columns {
      let name = "\(members.isEmpty ? "{" : ",")\"\(column.rawValue)\":"
      var absence = OutputBytes()
      absence.append(name)
      if let missing {
        absence.appendJSONString(Array(missing.utf8).span)
      } else {
        absence.append("null")
      }
      members.append(
        Member(
          ordinal: column.ordinal, beginning: pieces.add(name + "\""),
          absence: pieces.add(absence.bytes.span)))
    }
  }

  /// Writes the members of the batch's row at `place`.
  ///
  /// - Complexity: O(*n*) in the cells' bytes.
  package func append(rowAt place: Int, of batch: Batch, to output: inout OutputBytes) {
    let (members, rows, bytes) = (members.span, batch.rows.span, batch.bytes.span)
    var length = 0
    for i in members.indices { length &+= Int(rows[place].cell(at: members[i].ordinal).count) }
    if length <= 1 << 10 {
      output.append(atMost: members.count &* (pieces.longest &+ 1) &+ 6 &* length) { room in
        for i in members.indices {
          let cell = rows[place].cell(at: members[i].ordinal)
          guard cell.isPresent else {
            room.append(pieces, members[i].absence)
            continue
          }
          room.append(pieces, members[i].beginning)
          var position = Int(cell.offset)
          let end = position &+ Int(cell.count)
          room.appendJSON(bytes, from: &position, to: end, of: end)
          room.append(ASCII.quote)
        }
      }
    } else {
      for i in members.indices {
        let cell = rows[place].cell(at: members[i].ordinal)
        output.append(pieces, cell.isPresent ? members[i].beginning : members[i].absence)
        guard cell.isPresent else { continue }
        output.appendJSON(bytes, cell.range)
        output.append(ASCII.quote)
      }
    }
  }
}

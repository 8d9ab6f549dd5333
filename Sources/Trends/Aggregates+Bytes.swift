extension CellTable.Kind {
  /// What aggregates call it.
  static let names: [(kind: Self, name: String)] = [
    (.post, "post"), (.loneAuthor, "lone"), (.unknown, "unknown"), (.author, "author"),
    (.platform, "platform"), (.issueSet, "issues"),
  ]
}

extension Mood {
  /// What aggregates call it.
  fileprivate static let names = ["complaint", "support", "neutral"]
}

extension Aggregates {
  /// How a file of aggregates starts.
  package static let magic = "suara-aggregates "
  private static let version = "1"

  /// The counts as a file.
  ///
  /// - Complexity: O(*c* log *c*) in the cells.
  package var bytes: [UInt8] {
    let own = sorted
    var out: [UInt8] = []
    func line(_ cells: [String]) {
      for (place, cell) in cells.enumerated() {
        if place > 0 { out.append(0x09) }
        out += cell.utf8.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      }
      out.append(0x0A)
    }
    line([Self.magic + Self.version])
    line(["model", own.model])
    line(["zone", own.zone])
    line(["by", own.grouping])
    line(["left"] + own.left.map { "\($0)" })
    for name in own.names { line(["name", name]) }
    let names = Dictionary(uniqueKeysWithValues: CellTable.Kind.names.map { ($0.kind, $0.name) })
    let cells = own.tally.table.cells.sorted { $0.key < $1.key }
    for cell in cells {
      line([
        "cell", "\(cell.key.official)", "\(cell.key.day)", names[cell.key.kind] ?? "",
        String(cell.key.id, radix: 16), "\(cell.counts.complaint)", "\(cell.counts.support)",
        "\(cell.counts.neutral)",
      ])
    }
    for copy in own.tally.copies.sorted() {
      line([
        "copy", "\(copy.official)", "\(copy.day)", "\(copy.seconds)",
        String(copy.text, radix: 16), String(copy.author, radix: 16), String(copy.post, radix: 16),
        Mood.names[copy.mood.rawValue],
      ])
    }
    line(["end", "\(cells.count + own.tally.copies.count)"])
    return out
  }

  /// Reads a file of aggregates.
  package init(_ bytes: [UInt8]) throws(AggregateError) {
    self.init(model: "", zone: "", grouping: "")
    var number = 0
    var items = 0
    var isWhole = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
      number += 1
      if number == 1 {
        let first = String(decoding: line.prefix(60), as: UTF8.self)
        guard first == Self.magic + Self.version else { throw .version(first) }
        continue
      }
      guard !isWhole else { throw .damaged(line: number) }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      switch (cells[0], cells.count) {
      case ("model", 2): model = cells[1]
      case ("zone", 2): zone = cells[1]
      case ("by", 2): grouping = cells[1]
      case ("left", 4): left = cells.dropFirst().map { Int($0) ?? 0 }
      case ("name", 2): names.append(cells[1])
      case ("cell", 8):
        guard add(cell: cells) else { throw .damaged(line: number) }
        items += 1
      case ("copy", 8):
        guard add(copy: cells) else { throw .damaged(line: number) }
        items += 1
      case ("end", 2):
        guard Int(cells[1]) == items else { throw .damaged(line: number) }
        isWhole = true
      default: throw .damaged(line: number)
      }
    }
    guard isWhole else { throw .cut }
  }

  private mutating func add(cell cells: [String]) -> Bool {
    guard let official = Int32(cells[1]), names.indices.contains(Int(official)),
      let day = Int32(cells[2]),
      let kind = CellTable.Kind.names.first(where: { $0.name == cells[3] })?.kind,
      let id = UInt64(cells[4], radix: 16), let complaint = UInt32(cells[5]),
      let support = UInt32(cells[6]), let neutral = UInt32(cells[7])
    else { return false }
    tally.add(
      MoodCounts(complaint: complaint, support: support, neutral: neutral),
      to: CellTable.Key(official: official, day: day, id: id, kind: kind))
    return true
  }

  private mutating func add(copy cells: [String]) -> Bool {
    guard let official = Int32(cells[1]), names.indices.contains(Int(official)),
      let day = Int32(cells[2]), let seconds = Int64(cells[3]),
      let text = UInt64(cells[4], radix: 16), let author = UInt64(cells[5], radix: 16),
      let post = UInt64(cells[6], radix: 16),
      let mood = Mood.names.firstIndex(of: cells[7]).flatMap(Mood.init(rawValue:))
    else { return false }
    tally.add(
      Copy(
        text: text, seconds: seconds, author: author, post: post, official: official, day: day,
        mood: mood))
    return true
  }
}

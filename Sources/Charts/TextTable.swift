/// A table of text in aligned columns, of which the least needed give way when the screen is narrow.
struct TextTable {
  /// One column: its head, its cells, and when it gives way.
  struct Column {
    let head: String
    let cells: [String]
    /// Columns of the highest rank leave first; rank 0 never leaves.
    let rank: Int
    let alignsLeft: Bool

    init(_ head: String, rank: Int, alignsLeft: Bool = false, _ cells: [String]) {
      self.head = head
      self.cells = cells
      self.rank = rank
      self.alignsLeft = alignsLeft
    }

    var width: Int { cells.reduce(head.count) { max($0, $1.count) } }

    func padded(_ cell: String) -> String {
      let space = String(repeating: " ", count: max(0, width - cell.count))
      return alignsLeft ? cell + space : space + cell
    }
  }

  /// Two spaces part columns, as in the output of most tools.
  private static let gap = "  "

  private let columns: [Column]

  /// The columns that fit in `width` characters.
  init(_ columns: [Column], width: Int) {
    var columns = columns
    while Self.width(of: columns) > width {
      let rank = columns.reduce(0) { max($0, $1.rank) }
      guard rank > 0 else { break }
      columns.removeAll { $0.rank == rank }
    }
    self.columns = columns
  }

  /// The head and then each row, without spaces at the end.
  var lines: [String] {
    let rows = columns.first?.cells.count ?? 0
    let head = columns.map { $0.padded($0.head) }
    let body = (0..<rows).map { row in columns.map { $0.padded($0.cells[row]) } }
    return ([head] + body).map { cells in
      let line = cells.joined(separator: Self.gap)
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func width(of columns: [Column]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap.count * max(0, columns.count - 1)
  }

  /// Whether these columns fit without any giving way.
  static func fits(_ columns: [Column], width: Int) -> Bool { self.width(of: columns) <= width }
}

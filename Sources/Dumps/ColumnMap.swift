/// Which column of a dump's header means what.
///
///     let map = ColumnMap(names: ["Nama", "Komentar"], chosen: [:])
///     map[.text]    // 1
///     map[.author]  // 0
///
/// What the user chose comes first, then the names of the tool the dump is from, then exact canonical names, then
/// synonyms in their order. A header
/// stands for one column only, and of equal headers the first counts.
package struct ColumnMap: Equatable, Sendable {
  private var places: [Int?]
  /// The chosen names that the header doesn't have, in the order of the columns.
  package let unknown: [String]

  /// - Complexity: O(*n* × *s*) for *n* headers and *s* synonyms; done once a dump.
  package init(names: [String], chosen: [Column: String], source: SourceFormat? = nil) {
    let folded = names.map(Column.fold)
    var places: [Int?] = Array(repeating: nil, count: Column.count)
    var isTaken = Array(repeating: false, count: names.count)
    var unknown: [String] = []
    func take(_ place: Int?, for column: Column) {
      guard let place, places[column.ordinal] == nil, !isTaken[place] else { return }
      places[column.ordinal] = place
      isTaken[place] = true
    }
    for column in Column.allCases {
      guard let name = chosen[column] else { continue }
      let place = names.firstIndex(of: name) ?? folded.firstIndex(of: Column.fold(name))
      if place == nil { unknown.append(name) }
      take(place, for: column)
    }
    // A column the user chose is settled, be its header there or not.
    let open = Column.allCases.filter { chosen[$0] == nil }
    for column in open {
      for name in source?.columns[column] ?? [] {
        take(names.firstIndex(of: name) ?? folded.firstIndex(of: Column.fold(name)), for: column)
      }
    }
    for column in open { take(folded.firstIndex(of: column.canonical), for: column) }
    for column in open where places[column.ordinal] == nil {
      for synonym in column.synonyms {
        guard let place = folded.firstIndex(of: synonym), !isTaken[place] else { continue }
        take(place, for: column)
        break
      }
    }
    self.places = places
    self.unknown = unknown
  }

  /// The place in the header of what means `column`, if anything does.
  package subscript(column: Column) -> Int? { places[column.ordinal] }

  /// What the header at `place` means, if anything.
  package func column(at place: Int) -> Column? {
    Column.allCases.first { places[$0.ordinal] == place }
  }
}

/// Counts of a dump, or of a part of one, to be written, read and joined with those of other parts.
///
/// The format is text, one item a line, cells parted by tabs, in an order that does not depend on that of the comments: the
/// same counts are the same bytes. Names of officials are in it; posts, authors and texts are hashes, which hide who wrote, but
/// not from one who has a name and looks whether it is there.
///
///     suara-aggregates 1
///     model     9f3c…
///     zone      Asia/Jakarta
///     by        official
///     left      0 12 3
///     name      Bupati Sukamaju
///     cell      0 20298 post 9e3779b97f4a7c15 3 1 0
///     copy      0 20298 1754000000 TEXT AUTHOR POST support
///     end       2
package struct Aggregates: Equatable, Sendable {
  /// The hash of engine and lexicon that judged the comments.
  package var model: String
  package var zone: String
  /// By what comments were grouped: "official", or "official,issue".
  package var grouping: String
  /// What no curve counts: without a readable time, advertisements, the official's own replies.
  package var left: [Int]
  /// The groups' names, by place in the tally.
  package var names: [String]
  package var tally: TrendTally

  package init(
    model: String, zone: String, grouping: String, left: [Int] = [0, 0, 0], names: [String] = [],
    tally: TrendTally = TrendTally()
  ) {
    self.model = model
    self.zone = zone
    self.grouping = grouping
    self.left = left
    self.names = names
    self.tally = tally
  }

  /// Adds the counts of another part.
  ///
  /// - Throws: `AggregateError.unlike` where another model, zone or grouping made them: their shares do not compare.
  package mutating func merge(_ other: Aggregates) throws(AggregateError) {
    for (what, own, others) in [
      ("model", model, other.model), ("zone", zone, other.zone),
      ("grouping", grouping, other.grouping),
    ] where own != others {
      throw .unlike(what: what, first: own, second: others)
    }
    left = zip(left, other.left).map(+)
    var places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let map = other.names.map { name in
      let place = places[name] ?? names.count
      if place == names.count {
        names.append(name)
        places[name] = place
      }
      return Int32(place)
    }
    tally.merge(other.tally, places: map)
  }

  /// The same with names in the order of their bytes, in which `bytes` has them.
  package var sorted: Aggregates {
    var sorted = Aggregates(
      model: model, zone: zone, grouping: grouping, left: left,
      names: names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let places = Dictionary(
      uniqueKeysWithValues: zip(sorted.names, sorted.names.indices.map { Int32($0) }))
    sorted.tally.merge(tally, places: names.map { places[$0] ?? 0 })
    return sorted
  }

  /// Whether both hold the same counts under the same names, in whatever order those are.
  package static func == (left: Aggregates, right: Aggregates) -> Bool {
    let (one, other) = (left.sorted, right.sorted)
    return one.model == other.model && one.zone == other.zone && one.grouping == other.grouping
      && one.left == other.left && one.names == other.names && one.tally == other.tally
  }
}

/// Why aggregates cannot be read or joined.
package enum AggregateError: Error, Equatable, CustomStringConvertible {
  case unlike(what: String, first: String, second: String)
  case version(String)
  case damaged(line: Int)
  case cut

  package var description: String {
    switch self {
    case .unlike(let what, let first, let second):
      "aggregates of unlike \(what) do not join: '\(first)' and '\(second)'; make them anew from the dumps with the same suara and flags"
    case .version(let found):
      "aggregates of a format that this suara does not know: '\(found)'; make them anew from the dumps"
    case .damaged(let line):
      "line \(line) of the aggregates is damaged; make them anew from the dump"
    case .cut: "the aggregates are cut short; make them anew from the dump"
    }
  }
}

import Classification
import Dumps
import FoundationEssentials
import Glibc
import Lexicons
import Times
import Trends

/// All comments of the dumps, judged and counted; files of aggregates count as what they were made from.
struct CommentTally {
  private(set) var aggregates: Aggregates
  let exitCode: ExitCode

  var names: [String] { aggregates.names }
  /// The places of names in their order, so that output does not depend on which dump comes first.
  var order: [Int] {
    names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
  }
  var tally: TrendTally { aggregates.tally }
  var zone: String { aggregates.zone }

  init(
    _ arguments: Arguments, _ lexicon: Lexicon, _ grouping: Grouping = Grouping()
  ) async throws {
    let options = try arguments.dumpOptions()
    let (zoneName, zone) = try arguments.zone()
    let threads = try arguments.threads(ProcessInfo.processInfo.activeProcessorCount)
    let constant = arguments[.official]
    // The lexicon's hash does not tell whether its weights are in use.
    let model = lexicon.model + (arguments.has(.untrained) ? "-untrained" : "")
    var joined = Aggregates(model: model, zone: zoneName, grouping: grouping.id)
    var paths: [String] = []
    for path in try arguments.dumps() {
      guard let part = try writtenAggregates(at: path) else {
        paths.append(path)
        continue
      }
      try joined.merge(part)
      if !arguments.has(.quiet) { note("\(path): aggregates of \(part.names.count) names") }
    }
    let dispatch = Dispatch<TrendPart>(threads: threads) { [lexicon] in
      let observer = CommentObserver(lexicon, zone: zone, official: constant, grouping: grouping)
      return { batch, header in
        observer.part(of: batch, hasOfficial: header.name(of: .official) != nil)
      }
    }
    var names = joined.names
    var places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var tally = joined.tally
    var left = LeftOut()
    let summary = try await dispatch.run(
      paths, options, times: try arguments.times(zone),
      dropsDuplicates: arguments.dropsDuplicates(), quiet: arguments.has(.quiet)
    ) {
      part, header in
      guard header.name(of: .createdAt) != nil else {
        throw TrendError.noTimes(columns: header.names)
      }
      left.add(part.left)
      for (official, observations) in zip(part.officials, part.observations) {
        let place = places[official] ?? names.count
        if place == names.count {
          names.append(official)
          places[official] = place
        }
        tally.add(observations, official: Int32(place))
      }
    }
    joined.names = names
    joined.tally = tally
    joined.left = zip(joined.left, [left.badTimes, left.spam, left.ownReplies]).map(+)
    guard !tally.isEmpty else { throw TrendError.nothing }
    if !arguments.has(.quiet) {
      LeftOut(badTimes: joined.left[0], spam: joined.left[1], ownReplies: joined.left[2]).report()
    }
    aggregates = joined
    exitCode = summary.rowsRejected == 0 && left.badTimes == 0 ? .done : .rowsRejected
  }
}

/// What a file of aggregates holds; `nil` for all other files, and for what can be read once only.
private func writtenAggregates(at path: String) throws -> Aggregates? {
  var status = stat()
  guard path != "-", unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
    let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe),
    data.starts(with: Aggregates.magic.utf8)
  else { return nil }
  do {
    return try Aggregates(Array(data))
  } catch {
    throw AggregateFileError(path: path, reason: error)
  }
}

/// Why a file of aggregates cannot be read.
struct AggregateFileError: Error, CustomStringConvertible {
  let path: String
  let reason: AggregateError

  var description: String { "\(path): \(reason)" }
}

extension Arguments {
  /// What `--zone` names.
  func zone() throws(UsageError) -> (name: String, zone: Zone) {
    let name = self[.zone] ?? "Asia/Jakarta"
    guard let zone = Zone(name) else {
      throw .badValue(
        flag: "zone", found: name,
        allowed: "WIB, WITA, WIT, UTC, +07:00 or a name like Asia/Jakarta")
    }
    return (name, zone)
  }
}

/// Why no curve can be drawn.
enum TrendError: Error, CustomStringConvertible {
  case noTimes(columns: [String])
  case nothing

  var description: String {
    switch self {
    case .noTimes(let columns):
      "no column is known to hold times; name it with --map created_at=COLUMN. Columns found: "
        + columns.prefix(40).joined(separator: ", ")
    case .nothing: "no comment has a time that can be read, so there is no curve to draw"
    }
  }
}

/// Comments that no curve counts, by reason.
struct LeftOut: Sendable {
  var badTimes = 0
  var spam = 0
  var ownReplies = 0

  mutating func add(_ other: LeftOut) {
    badTimes += other.badTimes
    spam += other.spam
    ownReplies += other.ownReplies
  }

  func report() {
    guard badTimes + spam + ownReplies > 0 else { return }
    note(
      "not counted in curves: \(badTimes) without a readable time, \(spam) advertisements, "
        + "\(ownReplies) replies by the official")
  }
}

/// A batch's observations, by official.
struct TrendPart: Sendable {
  var officials: [String] = []
  var observations: [[Observation]] = []
  var left = LeftOut()
}

/// The handles and aliases under which officials answer.
struct OwnNames: Sendable {
  private let names: [String: Set<String>]

  init(_ lexicon: Lexicon) {
    names = Dictionary(
      lexicon.officials.map { ($0.name, Set($0.aliases.map { $0.lowercased() })) },
      uniquingKeysWith: { $0.union($1) })
  }

  /// Whether `author` is the official itself: by the same name, or by a handle that `officials/` gives it.
  func isOwn(_ author: String, _ official: String) -> Bool {
    if author == official { return true }
    guard let names = names[official] else { return false }
    return names.contains(
      (author.hasPrefix("@") ? String(author.dropFirst()) : author).lowercased())
  }
}

/// Turns rows into observations.
///
/// Each worker has one.
///
/// Only the worker that owns it calls it, one batch at a time.
final class CommentObserver: @unchecked Sendable {
  private var classifier: Classifier
  private let zone: Zone
  private let constant: String?
  private let ownNames: OwnNames

  private let grouping: Grouping
  private let lexicon: Lexicon

  init(
    _ lexicon: Lexicon, zone: Zone, official: String?, grouping: Grouping = Grouping()
  ) {
    classifier = Classifier(lexicon)
    self.zone = zone
    constant = official
    ownNames = OwnNames(lexicon)
    self.grouping = grouping
    self.lexicon = lexicon
  }

  func verdict(of text: Span<UInt8>) -> Verdict { classifier.recalledVerdict(of: text) }

  func official(of row: Row, _ batch: Batch, hasOfficial: Bool) -> String {
    row[.official].map { batch.string($0) } ?? constant ?? (hasOfficial ? "(kosong)" : "(semua)")
  }

  /// Whether the official itself wrote the row.
  func isOwn(_ row: Row, _ batch: Batch, _ official: String) -> Bool {
    if row.isOwn { return true }
    guard let author = row[.author], !author.isEmpty else { return false }
    return ownNames.isOwn(batch.string(author), official)
  }

  func part(of batch: Batch, hasOfficial: Bool) -> TrendPart {
    var part = TrendPart()
    var places: [String: Int] = [:]
    let bytes = batch.bytes.span
    for row in batch.rows {
      let name = official(of: row, batch, hasOfficial: hasOfficial)
      guard let cell = row[.createdAt],
        let time = Timestamp(parsing: bytes.extracting(cell), zone: zone)
      else {
        part.left.badTimes += 1
        continue
      }
      if isOwn(row, batch, name) {
        part.left.ownReplies += 1
        continue
      }
      let verdict = verdict(of: bytes.extracting(row.text))
      if verdict.flags.contains(.spam) {
        part.left.spam += 1
        continue
      }
      let observation = Observation(
        official: 0, day: zone.day(at: time.seconds).number,
        post: cellHash(row[.post], bytes), author: cellHash(row[.author], bytes),
        mood: Mood(verdict.stance),
        issues: verdict.issues.bits, platform: cellHash(row[.platform], bytes),
        seconds: time.seconds, text: copyHash(of: bytes.extracting(row.text)))
      func add(to name: String) {
        let place = places[name] ?? part.officials.count
        if place == part.officials.count {
          places[name] = place
          part.officials.append(name)
          part.observations.append([])
        }
        part.observations[place].append(observation)
      }
      guard !grouping.isOfficialAlone else {
        add(to: name)
        continue
      }
      let platform = row[.platform].map { batch.string($0) }
      for group in grouping.names(
        official: name, platform: platform, issues: verdict.issues, lexicon)
      { add(to: group) }
    }
    return part
  }
}

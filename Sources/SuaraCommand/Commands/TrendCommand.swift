import Charts
import Classification
import Dumps
import FoundationEssentials
import Glibc
import Lexicons
import Times
import Trends

/// `suara trend`: the curve of each official's complaints, support and neutral comments.
struct TrendCommand {
  private let arguments: Arguments
  private let lexicon: Lexicon

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    lexicon = try loadLexicon(arguments)
  }

  func run() async throws -> ExitCode {
    let every = Period(rawValue: arguments[.every] ?? "month") ?? .month
    let comments = try await CommentTally(arguments, lexicon)
    try write(comments.tally, comments.names, zone: comments.zone, every)
    return comments.exitCode
  }

  private func write(_ tally: TrendTally, _ names: [String], zone: String, _ every: Period) throws {
    // Where the dump has a column of officials, `--official` chooses among them.
    let wanted = arguments[.official].flatMap { names.firstIndex(of: $0) }
    let report = TrendReport(
      model: lexicon.model, zone: zone, every: every, officials: names,
      issues: lexicon.issues.map(\.id),
      curves: tally.curves(every: every).filter { wanted == nil || wanted == $0.official })
    let language = Language(rawValue: arguments[.lang] ?? "id") ?? .indonesian
    let text =
      switch arguments[.to] ?? "table" {
      case "json": report.json
      case "csv": report.csv
      case "svg":
        TrendSVG(
          report,
          changes: report.curves.map { Claim(of: $0.official, in: tally)?.changePoints ?? [] },
          language: language
        ).text
      default: TrendTable(report, columns: terminalColumns, language: language).text
      }
    var file = try OutputFile(path: arguments[.output] ?? "-")
    var bytes = OutputBytes()
    bytes.append(text)
    if !text.hasSuffix("\n") { bytes.append("\n") }
    try file.write(bytes.bytes.span)
    try file.commit()
  }
}

/// All comments of the dumps, judged and counted.
struct CommentTally {
  private(set) var names: [String] = []
  private(set) var tally = TrendTally()
  let zone: String
  let exitCode: ExitCode

  init(_ arguments: Arguments, _ lexicon: Lexicon) async throws {
    let paths = try arguments.dumps()
    let options = try arguments.dumpOptions()
    let (zoneName, zone) = try arguments.zone()
    let threads = try arguments.threads(ProcessInfo.processInfo.activeProcessorCount)
    let constant = arguments[.official]
    let dispatch = Dispatch<TrendPart>(threads: threads) { [lexicon] in
      let observer = CommentObserver(lexicon, zone: zone, official: constant)
      return { batch, header in
        observer.part(of: batch, hasOfficial: header.name(of: .official) != nil)
      }
    }
    var names: [String] = []
    var places: [String: Int] = [:]
    var tally = TrendTally()
    var left = LeftOut()
    let summary = try await dispatch.run(paths, options, quiet: arguments.has(.quiet)) {
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
        for var observation in observations {
          observation.official = Int32(place)
          tally.add(observation)
        }
      }
    }
    if !arguments.has(.quiet) { left.report() }
    guard !tally.isEmpty else { throw TrendError.nothing }
    self.names = names
    self.tally = tally
    self.zone = zoneName
    exitCode = summary.rowsRejected == 0 && left.badTimes == 0 ? .done : .rowsRejected
  }
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

  init(_ lexicon: Lexicon, zone: Zone, official: String?) {
    classifier = Classifier(lexicon)
    self.zone = zone
    constant = official
    ownNames = OwnNames(lexicon)
  }

  func verdict(of text: Span<UInt8>) -> Verdict { classifier.recalledVerdict(of: text) }

  func official(of row: Row, _ batch: Batch, hasOfficial: Bool) -> String {
    row[.official].map { batch.string($0) } ?? constant ?? (hasOfficial ? "(kosong)" : "(semua)")
  }

  /// Whether the official itself wrote the row.
  func isOwn(_ row: Row, _ batch: Batch, _ official: String) -> Bool {
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
      let place = places[name] ?? part.officials.count
      if place == part.officials.count {
        places[name] = place
        part.officials.append(name)
        part.observations.append([])
      }
      part.observations[place].append(
        Observation(
          official: 0, day: zone.day(at: time.seconds).number,
          post: cellHash(row[.post], bytes), author: cellHash(row[.author], bytes),
          mood: verdict.stance == .complaint
            ? .complaint : verdict.stance == .support ? .support : .neutral,
          issues: verdict.issues.bits, platform: cellHash(row[.platform], bytes)))
    }
    return part
  }
}

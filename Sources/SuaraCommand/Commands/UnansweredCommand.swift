import Charts
import Classification
import Dumps
import FoundationEssentials
import Lexicons
import Times
import Trends

/// `suara unanswered`: the complaints that the account has not answered.
struct UnansweredCommand {
  private let arguments: Arguments
  private let lexicon: Lexicon

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    lexicon = try loadLexicon(arguments)
  }

  func run() async throws -> ExitCode {
    let (zoneName, zone) = try arguments.zone()
    let asOf = try arguments.day(.asOf)
    let listed = try arguments.count(.list) ?? 20
    let constant = arguments[.official]
    let dispatch = Dispatch<AnswerPart>(
      threads: try arguments.threads(ProcessInfo.processInfo.activeProcessorCount)
    ) { [lexicon] in
      let reader = AnswerReader(lexicon, zone: zone, official: constant)
      return { batch, header in
        reader.part(of: batch, hasOfficial: header.name(of: .official) != nil)
      }
    }
    var names: [String] = []
    var places: [String: Int32] = [:]
    var tally = AnswerTally()
    var texts: [ComplaintText] = []
    var badTimes = 0
    let summary = try await dispatch.run(
      try arguments.dumps(), try arguments.dumpOptions(), times: try arguments.times(zone),
      dropsDuplicates: arguments.dropsDuplicates(), quiet: arguments.has(.quiet)
    ) { part, header in
      for column in [Column.createdAt, .id, .parent, .author]
      where !header.tells(column) {
        throw AnswerError.noColumn(column.rawValue, found: header.names)
      }
      badTimes += part.badTimes
      for one in part.complaints {
        let place = places[one.official] ?? Int32(names.count)
        if place == names.count {
          names.append(one.official)
          places[one.official] = place
        }
        tally.add(
          .init(
            id: one.id, parent: one.parent, seconds: one.seconds, official: place,
            issues: one.issues, place: texts.count))
        texts.append(one.text)
      }
      for (parent, seconds) in part.answers { tally.addAnswer(to: parent, at: seconds) }
      for (parent, seconds) in part.closures { tally.addClosure(in: parent, at: seconds) }
      if let last = part.last { tally.see(last) }
    }
    guard !tally.isEmpty else { throw AnswerError.noComplaints }
    let report = AnswerReport(
      model: lexicon.model, zone: zone, zoneName: zoneName, officials: names,
      agencies: names.map { name in
        lexicon.officials.first { $0.name == name }?.agency ?? name
      },
      issues: lexicon.issues.map { (id: $0.id, indonesian: $0.indonesian, english: $0.english) },
      outcomes: tally.outcomes, text: { texts[$0].text }, id: { texts[$0].id },
      asOf: asOf ?? zone.day(at: tally.last), listed: listed)
    let language = Language(rawValue: arguments[.lang] ?? "id") ?? .indonesian
    let text =
      switch arguments[.to] ?? "text" {
      case "json": report.json
      case "csv": report.csv
      default: report.text(language)
      }
    var file = try OutputFile(path: arguments[.output] ?? "-")
    var bytes = OutputBytes()
    bytes.append(text)
    try file.write(bytes.bytes.span)
    try file.commit()
    return summary.rowsRejected == 0 && badTimes == 0 ? .done : .rowsRejected
  }
}

extension Arguments {
  /// The whole number that `flag` gives.
  func count(_ flag: Flag) throws(UsageError) -> Int? {
    guard let text = self[flag] else { return nil }
    guard let count = Int(text), count >= 0 else {
      throw .badValue(flag: flag.name, found: text, allowed: "a whole number from 0")
    }
    return count
  }
}

/// Why answers cannot be told.
enum AnswerError: Error, CustomStringConvertible {
  case noColumn(String, found: [String])
  case noComplaints

  var description: String {
    switch self {
    case .noColumn(let column, let found):
      "answers cannot be told without the column '\(column)'; name it with --map \(column)=COLUMN. Columns found: "
        + found.prefix(40).joined(separator: ", ")
    case .noComplaints: "no comment with a time that can be read is a complaint"
    }
  }
}

/// What is shown of a complaint.
struct ComplaintText: Sendable {
  let id: String
  let text: String
}

/// A batch's complaints and answers.
struct AnswerPart: Sendable {
  struct Complaint: Sendable {
    let official: String
    let id: UInt64
    let parent: UInt64
    let seconds: Int64
    let issues: UInt64
    let text: ComplaintText
  }

  var complaints: [Complaint] = []
  var answers: [(UInt64, Int64)] = []
  var closures: [(UInt64, Int64)] = []
  var last: Int64?
  var badTimes = 0
}

/// Finds complaints, the account's replies, and citizens' word that something is solved.
///
/// Only the worker that owns it calls it, one batch at a time.
final class AnswerReader: @unchecked Sendable {
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

  func part(of batch: Batch, hasOfficial: Bool) -> AnswerPart {
    var part = AnswerPart()
    let bytes = batch.bytes.span
    for row in batch.rows {
      let official =
        row[.official].map { batch.string($0) } ?? constant
        ?? (hasOfficial ? "(kosong)" : "(semua)")
      guard let cell = row[.createdAt],
        let time = Timestamp(parsing: bytes.extracting(cell), zone: zone)
      else {
        part.badTimes += 1
        continue
      }
      part.last = max(part.last ?? time.seconds, time.seconds)
      let parent = cellHash(row[.parent], bytes)
      if row.isOwn || row[.author].map({ ownNames.isOwn(batch.string($0), official) }) == true {
        if parent != 0 { part.answers.append((parent, time.seconds)) }
        continue
      }
      let verdict = classifier.recalledVerdict(of: bytes.extracting(row.text))
      guard !verdict.flags.contains(.spam) else { continue }
      if verdict.flags.contains(.resolved), verdict.stance != .complaint, parent != 0 {
        part.closures.append((parent, time.seconds))
      }
      guard verdict.stance == .complaint else { continue }
      part.complaints.append(
        .init(
          official: official, id: cellHash(row[.id], bytes), parent: parent, seconds: time.seconds,
          issues: verdict.issues.bits,
          text: ComplaintText(
            id: row[.id].map { batch.string($0) } ?? "",
            text: String(batch.string(row.text).prefix(200)))))
    }
    return part
  }
}

/// FNV-1a, mixed; 0 stands for an absent or empty cell.
func cellHash(_ cell: Range<Int>?, _ bytes: Span<UInt8>) -> UInt64 {
  guard let cell, !cell.isEmpty else { return 0 }
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for i in cell { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
  hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
  return hash == 0 ? 1 : hash
}

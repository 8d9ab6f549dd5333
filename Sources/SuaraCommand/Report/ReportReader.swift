import Classification
import Dumps
import Lexicons
import Times
import Trends

/// What one batch adds to a report.
struct ReportPart: Sendable {
  let trend: TrendPart
  let answers: AnswerPart
  let extras: [String: ReportExtras]
  /// The batch's bytes, which `CampaignTally.Candidate` points into.
  let bytes: [UInt8]
}

/// What a report tells of an official beside its curve and answers.
struct ReportExtras: Sendable {
  var quotes = QuoteShelf()
  var candidates: [CampaignTally.Candidate] = []
  var spam = 0
}

/// Reads a batch for all parts of a report.
///
/// Only the worker that owns it calls it, one batch at a time.
final class ReportReader: @unchecked Sendable {
  private let observer: CommentObserver
  private let reader: AnswerReader
  private let zone: Zone

  init(_ lexicon: Lexicon, zone: Zone, official: String?) {
    observer = CommentObserver(lexicon, zone: zone, official: official)
    reader = AnswerReader(lexicon, zone: zone, official: official)
    self.zone = zone
  }

  func part(of batch: Batch, hasOfficial: Bool) -> ReportPart {
    ReportPart(
      trend: observer.part(of: batch, hasOfficial: hasOfficial),
      answers: reader.part(of: batch, hasOfficial: hasOfficial),
      extras: extras(of: batch, hasOfficial: hasOfficial),
      bytes: batch.bytes)
  }

  /// A comment of fewer bytes says too little to be quoted, one of more is too long to be read.
  private static let quotable = 30...200

  private func extras(of batch: Batch, hasOfficial: Bool) -> [String: ReportExtras] {
    var all: [String: ReportExtras] = [:]
    let bytes = batch.bytes.span
    for row in batch.rows {
      let name = observer.official(of: row, batch, hasOfficial: hasOfficial)
      guard let cell = row[.createdAt],
        let time = Timestamp(parsing: bytes.extracting(cell), zone: zone),
        !observer.isOwn(row, batch, name)
      else { continue }
      let text = bytes.extracting(row.text)
      let verdict = observer.verdict(of: text)
      if verdict.flags.contains(.spam) {
        all[name, default: ReportExtras()].spam += 1
        continue
      }
      let day = zone.day(at: time.seconds)
      let author = cellHash(row[.author], bytes)
      if let signatures = CampaignTally.signatures(of: text) {
        let mood: Mood =
          verdict.stance == .complaint
          ? .complaint : verdict.stance == .support ? .support : .neutral
        all[name, default: ReportExtras()].candidates.append(
          .init(
            signatures: signatures, week: day.monday.number, author: author, mood: mood,
            place: row.text))
      }
      let first = verdict.issues.count > 0 ? verdict.issues[0] : -1
      let isComplaint = verdict.stance == .complaint
      guard verdict.stance != .neutral, !verdict.flags.contains(.toxic),
        Self.quotable.contains(row.text.count),
        all[name, default: ReportExtras()].quotes
          .wants(verdict.confidence, isComplaint: isComplaint, first: first)
      else { continue }
      all[name, default: ReportExtras()].quotes.add(
        .init(
          text: masked(batch.string(row.text)), confidence: verdict.confidence,
          isComplaint: isComplaint, day: day.number, author: author, issues: verdict.issues.bits,
          first: first))
    }
    return all
  }
}

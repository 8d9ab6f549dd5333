import Charts
import Classification
import Dumps
import FoundationEssentials
import Lexicons
import Times
import Trends

/// `suara report`: one HTML file that an officer reads in a minute and prints for the regent.
struct ReportCommand {
  private let arguments: Arguments
  private let lexicon: Lexicon

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    lexicon = try loadLexicon(arguments)
  }

  func run() async throws -> ExitCode {
    let paths = try arguments.dumps()
    let (zoneName, zone) = try arguments.zone()
    let every = Period(rawValue: arguments[.every] ?? "month") ?? .month
    let constant = arguments[.official]
    let dispatch = Dispatch<ReportPart>(
      threads: try arguments.threads(ProcessInfo.processInfo.activeProcessorCount)
    ) { [lexicon] in
      let observer = CommentObserver(lexicon, zone: zone, official: constant)
      let reader = AnswerReader(lexicon, zone: zone, official: constant)
      return { batch, header in
        let hasOfficial = header.name(of: .official) != nil
        return ReportPart(
          trend: observer.part(of: batch, hasOfficial: hasOfficial),
          answers: reader.part(of: batch, hasOfficial: hasOfficial),
          quotes: observer.quotes(of: batch, hasOfficial: hasOfficial))
      }
    }
    var names: [String] = []
    var places: [String: Int] = [:]
    var tally = TrendTally()
    var answers = AnswerTally()
    var texts: [String] = []
    var quotes: [Int: QuoteShelf] = [:]
    var left = LeftOut()
    var tellsAnswers = true
    func place(_ name: String) -> Int {
      if let known = places[name] { return known }
      names.append(name)
      places[name] = names.count - 1
      return names.count - 1
    }
    let summary = try await dispatch.run(
      paths, try arguments.dumpOptions(), times: try arguments.times(zone),
      dropsDuplicates: arguments.dropsDuplicates(), quiet: arguments.has(.quiet)
    ) { part, header in
      guard header.name(of: .createdAt) != nil else {
        throw TrendError.noTimes(columns: header.names)
      }
      if !header.tells(.parent) || !header.tells(.id) { tellsAnswers = false }
      left.add(part.trend.left)
      for (official, observations) in zip(part.trend.officials, part.trend.observations) {
        let place = place(official)
        for var observation in observations {
          observation.official = Int32(place)
          tally.add(observation)
        }
      }
      for one in part.answers.complaints {
        answers.add(
          .init(
            id: one.id, parent: one.parent, seconds: one.seconds,
            official: Int32(place(one.official)), issues: one.issues, place: texts.count))
        texts.append(one.text.text)
      }
      for (parent, seconds) in part.answers.answers { answers.addAnswer(to: parent, at: seconds) }
      for (parent, seconds) in part.answers.closures { answers.addClosure(in: parent, at: seconds) }
      if let last = part.answers.last { answers.see(last) }
      for (official, shelf) in part.quotes {
        quotes[place(official), default: QuoteShelf()].merge(shelf)
      }
    }
    guard !tally.isEmpty else { throw TrendError.nothing }
    let outcomes = tellsAnswers ? answers.outcomes : []
    let lastDay = zone.day(at: answers.last)
    var classifier = Classifier(lexicon)
    let sections = tally.curves(every: every).compactMap { curve -> HTMLReport.Section? in
      guard let claim = Claim(of: curve.official, in: tally) else { return nil }
      let own = outcomes.filter { Int($0.complaint.official) == curve.official }
      let open = own.filter { $0.answered == nil && !$0.closed }.prefix(5)
      return HTMLReport.Section(
        name: names[curve.official], curve: curve, claim: claim,
        answers: tellsAnswers ? AnswerTally.summary(of: own) : nil,
        open: open.map {
          (zone.day(at: $0.complaint.seconds).distance(to: lastDay), texts[$0.complaint.place])
        },
        quotes: (quotes[curve.official]?.all ?? []).map { quote(of: $0, &classifier) })
    }
    .sorted { $0.curve.comments > $1.curve.comments }
    let language = Language(rawValue: arguments[.lang] ?? "id") ?? .indonesian
    let isEnglish = language == .english
    let ledger = [
      isEnglish
        ? "\(summary.rowsRead) rows = \(summary.rowsKept) kept + \(summary.rowsRejected) rejected; \(left.spam) advertisements, \(left.ownReplies) replies by the accounts, \(left.badTimes) without a readable time"
        : "\(summary.rowsRead) baris = \(summary.rowsKept) terbaca + \(summary.rowsRejected) ditolak; \(left.spam) iklan, \(left.ownReplies) jawaban akun, \(left.badTimes) tanpa waktu yang terbaca"
    ]
    let report = HTMLReport(
      sections: sections,
      issues: lexicon.issues.map { isEnglish ? $0.english : $0.indonesian }, ledger: ledger,
      command: "suara report " + paths.joined(separator: " "), model: lexicon.model, zone: zoneName,
      language: language)
    var file = try OutputFile(path: arguments[.output] ?? "-")
    var bytes = OutputBytes()
    bytes.append(report.html)
    try file.write(bytes.bytes.span)
    try file.commit()
    return summary.rowsRejected == 0 && left.badTimes == 0 ? .done : .rowsRejected
  }

  /// The comment with the spans that speak most for its stance.
  private func quote(
    of one: QuoteShelf.Quote, _ classifier: inout Classifier
  ) -> HTMLReport.Quote {
    _ = classifier.verdict(of: one.text.utf8.span)
    let spans = classifier.evidence().filter {
      $0.end > $0.start
        && (one.isComplaint ? $0.complaint - $0.support : $0.support - $0.complaint) > 0.4
    }.map { $0.start..<$0.end }
    return HTMLReport.Quote(text: one.text, evidence: spans, isComplaint: one.isComplaint)
  }
}

/// What one batch adds to a report.
struct ReportPart: Sendable {
  let trend: TrendPart
  let answers: AnswerPart
  let quotes: [String: QuoteShelf]
}

/// The few surest comments of each side, of a length that can be quoted.
struct QuoteShelf: Sendable {
  struct Quote: Sendable {
    let text: String
    let confidence: Double
    let isComplaint: Bool
  }

  private static let most = 3
  private(set) var complaints: [Quote] = []
  private(set) var supports: [Quote] = []

  var all: [Quote] { complaints + supports }

  /// Whether a comment of this confidence would be kept.
  func wants(_ confidence: Double, isComplaint: Bool) -> Bool {
    let shelf = isComplaint ? complaints : supports
    return shelf.count < Self.most || confidence > (shelf.last?.confidence ?? 0)
  }

  mutating func add(_ quote: Quote) {
    var shelf = quote.isComplaint ? complaints : supports
    let letters = Self.letters(of: quote.text)
    guard !shelf.contains(where: { Self.letters(of: $0.text) == letters }) else { return }
    shelf.append(quote)
    shelf.sort { ($1.confidence, $0.text) < ($0.confidence, $1.text) }
    if shelf.count > Self.most { shelf.removeLast() }
    if quote.isComplaint { complaints = shelf } else { supports = shelf }
  }

  /// What is left of a text without case and marks: the same for what is copied and typed a little differently.
  private static func letters(of text: String) -> String {
    String(text.lowercased().filter(\.isLetter))
  }

  mutating func merge(_ other: QuoteShelf) {
    for quote in other.all { add(quote) }
  }
}

extension CommentObserver {
  /// The comments of a batch that are worth quoting, by official.
  func quotes(of batch: Batch, hasOfficial: Bool) -> [String: QuoteShelf] {
    var shelves: [String: QuoteShelf] = [:]
    let bytes = batch.bytes.span
    for row in batch.rows where (30...220).contains(row.text.count) {
      let name = official(of: row, batch, hasOfficial: hasOfficial)
      if isOwn(row, batch, name) { continue }
      let verdict = verdict(of: bytes.extracting(row.text))
      guard verdict.stance != .neutral, !verdict.flags.contains(.spam),
        !verdict.flags.contains(.toxic)
      else { continue }
      let isComplaint = verdict.stance == .complaint
      guard shelves[name, default: QuoteShelf()].wants(verdict.confidence, isComplaint: isComplaint)
      else { continue }
      shelves[name, default: QuoteShelf()].add(
        .init(
          text: masked(batch.string(row.text)), confidence: verdict.confidence,
          isComplaint: isComplaint))
    }
    return shelves
  }

  /// The text without what points to a person: handles, and runs of digits as long as a phone's or a card's.
  private func masked(_ text: String) -> String {
    var masked = ""
    var digits = ""
    var isHandle = false
    func flush() {
      masked += digits.count >= 8 ? "•••" : digits
      digits = ""
    }
    for character in text {
      if character.isNumber, character.isASCII {
        if !isHandle { digits.append(character) }
        continue
      }
      flush()
      if character == "@" {
        isHandle = true
        masked += "@•••"
        continue
      }
      if isHandle, character.isLetter || character == "_" || character == "." { continue }
      isHandle = false
      masked.append(character)
    }
    flush()
    return masked
  }
}

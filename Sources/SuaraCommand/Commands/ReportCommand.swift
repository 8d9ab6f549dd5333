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
    let events = try arguments[.events].map { try EventsFile(path: $0, zone: zone).events } ?? []
    let dispatch = Dispatch<ReportPart>(
      threads: try arguments.threads(ProcessInfo.processInfo.activeProcessorCount)
    ) { [lexicon] in
      let reader = ReportReader(lexicon, zone: zone, official: constant)
      return { batch, header in
        reader.part(of: batch, hasOfficial: header.name(of: .official) != nil)
      }
    }
    var gathered = Gathered()
    let summary = try await dispatch.run(
      paths, try arguments.dumpOptions(), times: try arguments.times(zone),
      dropsDuplicates: arguments.dropsDuplicates(), quiet: arguments.has(.quiet)
    ) { part, header in
      guard header.name(of: .createdAt) != nil else {
        throw TrendError.noTimes(columns: header.names)
      }
      gathered.add(part, header)
    }
    guard !gathered.tally.isEmpty else { throw TrendError.nothing }
    let language = Language(rawValue: arguments[.lang] ?? "id") ?? .indonesian
    let report = HTMLReport(
      sections: sections(gathered, every, zone),
      frame: .init(
        issues: lexicon.issues.map { language == .english ? $0.english : $0.indonesian },
        ledger: gathered.ledger(
          summary, duplicates: arguments.dropsDuplicates() ? summary.duplicates : 0),
        events: events,
        source: .init(flags: arguments.readingFlags, paths: paths, every: every),
        model: lexicon.model, zone: zoneName, language: language))
    var file = try OutputFile(path: arguments[.output] ?? "-")
    var bytes = OutputBytes()
    bytes.append(report.html)
    try file.write(bytes.bytes.span)
    try file.commit()
    return summary.rowsRejected == 0 && gathered.left.badTimes == 0 ? .done : .rowsRejected
  }

  /// How many of the oldest open complaints are listed for each official.
  private static let listed = 5
  /// How many campaigns are told of each official.
  private static let campaigns = 3

  private func sections(_ gathered: Gathered, _ every: Period, _ zone: Zone)
    -> [HTMLReport.Section]
  {
    let lastDay = zone.day(at: gathered.answers.last)
    let outcomes = Dictionary(
      grouping: gathered.tellsAnswers ? gathered.answers.outcomes : [],
      by: { Int($0.complaint.official) })
    var classifier = Classifier(lexicon)
    let wanted = arguments[.official].flatMap { gathered.places[$0] }
    return gathered.tally.curves(every: every)
      .filter { wanted == nil || wanted == $0.official }
      .compactMap { curve -> HTMLReport.Section? in
        guard let claim = Claim(of: curve.official, in: gathered.tally) else { return nil }
        let own = outcomes[curve.official] ?? []
        let open = own.filter { $0.answered == nil && !$0.closed }.prefix(Self.listed)
        return HTMLReport.Section(
          name: gathered.names[curve.official], curve: curve, claim: claim,
          answers: gathered.tellsAnswers ? AnswerTally.summary(of: own) : nil,
          open: open.map {
            let day = zone.day(at: $0.complaint.seconds)
            return .init(
              day: day, age: day.distance(to: lastDay),
              text: masked(gathered.texts[$0.complaint.place]), issues: $0.complaint.issues)
          },
          quotes: quotes(gathered.quotes[curve.official]?.chosen ?? [], &classifier),
          campaigns: gathered.campaigns.campaigns(of: curve.official).prefix(Self.campaigns).map {
            .init(
              week: Day($0.week), comments: $0.comments, authors: $0.authors, mood: $0.mood,
              text: masked($0.text))
          },
          spam: gathered.spam[curve.official] ?? 0)
      }
      .sorted { ($1.curve.comments, $0.name) < ($0.curve.comments, $1.name) }
  }

  /// The comments with the spans that speak most for their stance, and their authors by number.
  private func quotes(
    _ chosen: [QuoteShelf.Quote], _ classifier: inout Classifier
  ) -> [HTMLReport.Quote] {
    var authors: [UInt64: Int] = [:]
    return chosen.map { one in
      _ = classifier.verdict(of: one.text.utf8.span)
      let spans = classifier.evidence().filter {
        $0.end > $0.start
          && (one.isComplaint ? $0.complaint - $0.support : $0.support - $0.complaint)
            > Self.telling
      }.map { $0.start..<$0.end }
      if one.author != 0, authors[one.author] == nil { authors[one.author] = authors.count + 1 }
      return HTMLReport.Quote(
        text: one.text, evidence: spans, isComplaint: one.isComplaint, day: Day(one.day),
        author: authors[one.author], issues: one.issues)
    }
  }

  /// From which effect on a word is marked, in log-odds of one stance over the other: half again as likely.
  private static let telling = 0.4
}

/// All that the dumps gave, in one pass.
private struct Gathered {
  private(set) var names: [String] = []
  private(set) var places: [String: Int] = [:]
  private(set) var tally = TrendTally()
  private(set) var answers = AnswerTally()
  /// The complaints' texts, by the places of `answers`.
  private(set) var texts: [String] = []
  private(set) var quotes: [Int: QuoteShelf] = [:]
  private(set) var campaigns = CampaignTally()
  private(set) var spam: [Int: Int] = [:]
  private(set) var left = LeftOut()
  private(set) var counted = 0
  private(set) var tellsAnswers = true
  private(set) var columns: Set<Column> = []

  private mutating func place(_ name: String) -> Int {
    if let known = places[name] { return known }
    names.append(name)
    places[name] = names.count - 1
    return names.count - 1
  }

  mutating func add(_ part: ReportPart, _ header: DumpHeader) {
    for column in Column.allCases where header.tells(column) { columns.insert(column) }
    if !header.tells(.parent) || !header.tells(.id) { tellsAnswers = false }
    left.add(part.trend.left)
    for (official, observations) in zip(part.trend.officials, part.trend.observations) {
      let place = place(official)
      counted += observations.count
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
    for (official, extras) in part.extras {
      let place = place(official)
      quotes[place, default: QuoteShelf()].merge(extras.quotes)
      spam[place, default: 0] += extras.spam
      for one in extras.candidates {
        campaigns.add(one, official: place) {
          String(decoding: part.bytes[$0], as: UTF8.self)
        }
      }
    }
  }

  func ledger(_ summary: ReadSummary, duplicates: Int) -> HTMLReport.Ledger {
    HTMLReport.Ledger(
      rows: summary.rowsRead,
      rejected: Rejection.Kind.allCases.compactMap { kind in
        summary.rejected[kind].map { (kind.rawValue, $0) }
      },
      spam: left.spam, ownReplies: left.ownReplies, badTimes: left.badTimes,
      duplicates: duplicates, counted: counted,
      missing: Column.allCases.filter { !columns.contains($0) }.map(\.rawValue),
      invalidUTF8: summary.rowsWithInvalidUTF8)
  }
}

extension Arguments {
  /// The flags that say how dumps are read, as they were typed, for commands that read the same dumps.
  var readingFlags: [String] {
    [Flag.from, .map, .sheet, .zone, .captured, .dates, .duplicates, .lexicon].flatMap { flag in
      all(flag).flatMap { ["--\(flag.name)", $0] }
    }
  }
}

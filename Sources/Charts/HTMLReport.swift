import Times
import Trends

/// The whole report as one HTML file that asks nothing of the network: for a mail attachment, a browser, a printer.
///
/// Everything is in the page without its script; the script only chooses what is shown. Whatever came from a dump passes
/// through `escaped`.
package struct HTMLReport {
  /// All that is said of one official.
  package struct Section {
    package let name: String
    package let curve: Curve
    package let claim: Claim
    /// Nothing where the dump does not tell replies.
    package let answers: AnswerTally.Summary?
    /// The oldest open complaints.
    package let open: [OpenComplaint]
    package let quotes: [Quote]
    package let campaigns: [Campaign]
    /// Advertisements that were left out.
    package let spam: Int

    package init(
      name: String, curve: Curve, claim: Claim, answers: AnswerTally.Summary?,
      open: [OpenComplaint], quotes: [Quote], campaigns: [Campaign], spam: Int
    ) {
      self.name = name
      self.curve = curve
      self.claim = claim
      self.answers = answers
      self.open = open
      self.quotes = quotes
      self.campaigns = campaigns
      self.spam = spam
    }
  }

  /// What the page is about beside its sections.
  package struct Frame {
    /// The issues' names, by the places curves use.
    package let issues: [String]
    package let ledger: Ledger
    package let events: [Event]
    /// The dumps, flags and zone as they were typed, to be repeated under each figure.
    package let source: Source
    package let model: String
    package let zone: String
    package let language: Language

    package init(
      issues: [String], ledger: Ledger, events: [Event], source: Source, model: String,
      zone: String, language: Language
    ) {
      self.issues = issues
      self.ledger = ledger
      self.events = events
      self.source = source
      self.model = model
      self.zone = zone
      self.language = language
    }
  }

  let sections: [Section]
  let frame: Frame

  /// - Parameter sections: In the order they are shown.
  package init(sections: [Section], frame: Frame) {
    self.sections = sections
    self.frame = frame
  }

  var language: Language { frame.language }
  var words: Words { language.words }
  func say(_ indonesian: String, _ english: String) -> String { language.say(indonesian, english) }
  func percent(_ share: Double) -> String { language.percent(share) }
  func count(_ number: Int) -> String { grouped(number, mark: words.groupMark) }

  /// The page.
  ///
  /// - Complexity: O(*p* · *i*) in the periods and shown issues of all officials.
  package var html: String {
    let title = say("Laporan suara warga", "What citizens say")
    var page = "<!doctype html>\n<html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\">"
    // Nothing but what is in the file may run or be shown, whatever a dump could smuggle in.
    page +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';style-src 'unsafe-inline';script-src 'unsafe-inline'\">"
    page +=
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>\(title)</title><style>\(ReportStyle.page)</style></head><body>\n"
    page +=
      "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\">\(ReportStyle.hatching)</svg>"
    page += "<header><h1>\(title)</h1><p class=\"lede\">\(intro)</p></header>\n"
    page += filters + "<main>\n" + overview
    for (number, section) in sections.enumerated() { page += html(of: section, number: number) }
    page += "</main>\n" + method + "<script>\(ReportScript.text)</script>\n</body></html>\n"
    return page
  }

  /// All periods of all curves, in order.
  private var periods: [PeriodKey] {
    Set(sections.flatMap { $0.curve.points.map(\.key) }).sorted()
  }

  private var intro: String {
    let comments = sections.reduce(0) { $0 + $1.curve.comments }
    let days = sections.flatMap { [$0.claim.then.days.lowerBound, $0.claim.now.days.upperBound] }
    let range =
      days.min().flatMap { first in
        days.max().map { "\(language.date(Day(first))) – \(language.date(Day($0)))" }
      } ?? ""
    return say(
      "\(count(comments)) komentar warga di \(sections.count) akun, \(range)",
      "\(count(comments)) citizens’ comments under \(sections.count) accounts, \(range)")
  }

  /// What the script chooses by; hidden until the script runs.
  private var filters: String {
    func option(_ value: String, _ name: String) -> String {
      "<option value=\"\(value)\">\(escaped(name))</option>"
    }
    func select(_ id: String, _ label: String, _ all: String, _ options: String) -> String {
      "<label>\(label)<select name=\"\(id)\">\(option("", all))\(options)</select></label>"
    }
    let spoken = sections.reduce(into: Set<Int>()) { spoken, section in
      for issue in section.curve.issues where issue.counts[.complaint] > 0 {
        spoken.insert(issue.issue)
      }
    }
    let periods = periods
    return "<form class=\"filters\" hidden autocomplete=\"off\">"
      + select(
        "who", say("Akun", "Account"), say("semua akun", "all accounts"),
        sections.enumerated().map { option("s\($0)", $1.name) }.joined())
      + select(
        "issue", say("Masalah", "Issue"), say("semua masalah", "all issues"),
        spoken.sorted { frame.issues[$0] < frame.issues[$1] }
          .map { option("\($0)", frame.issues[$0]) }.joined())
      + select(
        "from", say("Dari", "From"), say("awal", "the first"),
        periods.map { option($0.start.date.description, language.name(of: $0)) }.joined())
      + select(
        "to", say("Sampai", "To"), say("akhir", "the last"),
        periods.map { option($0.end.date.description, language.name(of: $0)) }.joined())
      + "<button type=\"reset\">\(say("Semua", "All"))</button></form>\n"
  }

  /// The line under a figure that tells how to get it again.
  func command(_ parts: String...) -> String {
    let line = "suara " + parts.joined(separator: " ") + " " + frame.source.operands
    return
      "<p class=\"command\">\(say("Ulangi:", "Repeat:")) <code>\(escaped(line))</code></p>"
  }
}

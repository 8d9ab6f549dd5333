import Times
import Trends

/// The whole report as one HTML file that asks nothing of the network: for a mail attachment, a browser, a printer.
package struct HTMLReport {
  /// A comment that shows what the numbers are made of.
  package struct Quote: Sendable {
    package let text: String
    /// The spans of `text`, in bytes of UTF-8, that spoke for the stance.
    package let evidence: [Range<Int>]
    package let isComplaint: Bool

    package init(text: String, evidence: [Range<Int>], isComplaint: Bool) {
      self.text = text
      self.evidence = evidence
      self.isComplaint = isComplaint
    }
  }

  /// All that is said of one official.
  package struct Section {
    package let name: String
    package let curve: Curve
    package let claim: Claim
    /// Nothing where the dump does not tell replies.
    package let answers: AnswerTally.Summary?
    /// The oldest open complaints: their age in days, and their text.
    package let open: [(days: Int, text: String)]
    package let quotes: [Quote]

    package init(
      name: String, curve: Curve, claim: Claim, answers: AnswerTally.Summary?,
      open: [(days: Int, text: String)], quotes: [Quote]
    ) {
      self.name = name
      self.curve = curve
      self.claim = claim
      self.answers = answers
      self.open = open
      self.quotes = quotes
    }
  }

  private let sections: [Section]
  private let issues: [String]
  /// What became of the rows, one line a dump.
  private let ledger: [String]
  private let command: String
  private let model: String
  private let zone: String
  private let language: Language

  package init(
    sections: [Section], issues: [String], ledger: [String], command: String, model: String,
    zone: String, language: Language
  ) {
    self.sections = sections
    self.issues = issues
    self.ledger = ledger
    self.command = command
    self.model = model
    self.zone = zone
    self.language = language
  }

  private var isEnglish: Bool { language == .english }
  private var words: Words { language.words }
  private func say(_ indonesian: String, _ english: String) -> String {
    isEnglish ? english : indonesian
  }

  package var html: String {
    let title = say("Laporan suara warga", "What citizens say")
    var page =
      "<!doctype html>\n<html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>\(title)</title><style>\(Self.style)</style></head><body>\n"
    page += "<header><h1>\(title)</h1><p>\(intro)</p>"
    page +=
      "<p class=\"filter\"><label>\(say("Tampilkan", "Show")) <select id=\"who\"><option value=\"\">\(say("semua akun", "all accounts"))</option>"
    for (i, section) in sections.enumerated() {
      page += "<option value=\"s\(i)\">\(escaped(section.name))</option>"
    }
    page += "</select></label></p></header>\n<main>\n"
    page += overview
    for (i, section) in sections.enumerated() { page += html(of: section, number: i) }
    page += "</main>\n" + method + "<script>\(Self.script)</script>\n</body></html>\n"
    return page
  }

  private var intro: String {
    let comments = sections.reduce(0) { $0 + $1.curve.comments }
    let days = sections.flatMap { $0.curve.points.map(\.key) }
    let range =
      days.min().flatMap { first in days.max().map { "\(first.start) – \($0.end)" } } ?? ""
    let count = grouped(comments, mark: words.groupMark)
    return say(
      "\(count) komentar di \(sections.count) akun, \(range).",
      "\(count) comments under \(sections.count) accounts, \(range).")
  }

  /// One line an official.
  private var overview: String {
    var html =
      "<section class=\"overview\"><h2>\(say("Ringkas", "At a glance"))</h2><table><thead><tr><th scope=\"col\">\(say("Akun", "Account"))</th><th scope=\"col\">\(say("Komentar", "Comments"))</th><th scope=\"col\">\(say("Keluhan dulu → kini", "Complaints then → now"))</th><th scope=\"col\">\(say("Dijawab", "Answered"))</th><th scope=\"col\">\(say("Dari keluhan ke dukungan?", "From complaint to support?"))</th></tr></thead><tbody>"
    for (i, section) in sections.enumerated() {
      let claim = section.claim
      func share(_ window: Claim.Window) -> String {
        window.isShort ? words.short : window.complaint.share.map(percent) ?? words.short
      }
      html +=
        "<tr><th scope=\"row\"><a href=\"#s\(i)\">\(escaped(section.name))</a></th><td>\(grouped(section.curve.comments, mark: words.groupMark))</td><td>\(share(claim.then)) → \(share(claim.now))</td><td>\(section.answers?.share.map(percent) ?? "–")</td><td><span class=\"finding \(claim.finding)\">\(finding(claim.finding))</span></td></tr>"
    }
    return html + "</tbody></table></section>\n"
  }

  private func finding(_ finding: Claim.Finding) -> String {
    switch finding {
    case .supported: say("didukung data", "supported")
    case .unsupported: say("tidak didukung", "not supported")
    case .short: say("data kurang", "too little data")
    }
  }

  private func html(of section: Section, number: Int) -> String {
    let text = ClaimText(name: section.name, claim: section.claim, language: language)
    var html = "<section class=\"official\" id=\"s\(number)\"><h2>\(escaped(section.name))</h2>"
    html += "<p class=\"headline\">\(escaped(text.finding))</p>"
    let chart = CurveChart(
      curve: section.curve, changes: section.claim.changePoints, words: words, id: "c\(number)")
    html +=
      "<figure>\(chart.svg)<figcaption>\(say("Bagian keluhan dan dukungan tiap masa; pita: selang 95 %; garis putus: taraf berubah. Celah berarti data kurang.", "Shares of complaint and support; bands: 95 % intervals; dashed: the level changes. A gap means too little data.")) <code>suara trend --official '\(escaped(section.name))'</code></figcaption></figure>"
    html +=
      "<details><summary>\(say("Angka", "Numbers"))</summary>\(table(section.curve))</details>"
    html += "<h3>\(say("Dulu dan kini", "Then and now"))</h3><ul>"
    for fact in text.facts { html += "<li>\(escaped(fact))</li>" }
    html +=
      "</ul><h3>\(say("Apa lagi yang bisa menjelaskannya", "What else could explain it"))</h3><ul>"
    for one in text.explanations { html += "<li>\(escaped(one))</li>" }
    html += "</ul>" + issueBars(section.curve) + answers(section) + quotes(section)
    return html + "</section>\n"
  }

  private func table(_ curve: Curve) -> String {
    var html =
      "<table><thead><tr><th scope=\"col\">\(words.period)</th><th scope=\"col\">\(say("Komentar", "Comments"))</th><th scope=\"col\">\(words.complaint)</th><th scope=\"col\">95 %</th><th scope=\"col\">\(words.support)</th><th scope=\"col\">95 %</th><th scope=\"col\">\(words.effective)</th></tr></thead><tbody>"
    for point in curve.points {
      html +=
        "<tr><th scope=\"row\">\(point.key.label)\(point.complete ? "" : " *")</th><td>\(point.counts.total)</td>"
      if point.short {
        html += "<td colspan=\"5\">\(words.short)</td>"
      } else {
        for estimate in [point.complaint, point.support] {
          let interval = estimate.interval.map {
            "\(percent($0.lowerBound))–\(percent($0.upperBound))"
          }
          html += "<td>\(estimate.share.map(percent) ?? "")</td><td>\(interval ?? "")</td>"
        }
        html += "<td>\(Int(point.effective ?? 0))</td>"
      }
      html += "</tr>"
    }
    return html + "</tbody></table><p>* \(words.incompleteExplained)</p>"
  }

  /// The issues most complained of: counts and their course.
  private func issueBars(_ curve: Curve) -> String {
    let shown = curve.issues.filter { $0.counts[.complaint] > 0 }
      .sorted { ($1.counts[.complaint], $0.issue) < ($0.counts[.complaint], $1.issue) }.prefix(8)
    guard let most = shown.first?.counts[.complaint] else { return "" }
    var html =
      "<h3>\(say("Keluhan menurut masalah", "Complaints by issue"))</h3><ul class=\"issues\">"
    for issue in shown {
      let count = issue.counts[.complaint]
      let periods = issue.periods.map { Double($0[.complaint]) }
      let top = max(1, periods.max() ?? 1)
      let bars = periods.enumerated().map { i, value in
        let height = value / top * 20
        return
          "<rect x=\"\(i * 5)\" y=\"\(fixed(20 - height, decimals: 1))\" width=\"4\" height=\"\(fixed(height, decimals: 1))\"/>"
      }.joined()
      html +=
        "<li><span class=\"issue\">\(escaped(issues[issue.issue]))</span><span class=\"bar\"><span style=\"width:\(max(1, count * 100 / most))%\"></span></span><span class=\"count\">\(count)</span><svg class=\"mini\" viewBox=\"0 0 \(max(1, periods.count * 5)) 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\(bars)</svg></li>"
    }
    return html + "</ul>"
  }

  private func answers(_ section: Section) -> String {
    guard let answers = section.answers else { return "" }
    let hours = answers.medianSeconds.map {
      fixed(Double($0) / 3600, decimals: 1, mark: words.decimalMark)
    }
    var html =
      "<h3>\(say("Keluhan yang dijawab", "Complaints answered"))</h3><p>\(say("\(answers.answered) dari \(answers.complaints) keluhan dijawab akun", "\(answers.answered) of \(answers.complaints) complaints were answered"))"
    if let share = answers.share { html += " (\(percent(share)))" }
    if let hours {
      html += say("; tengahnya dalam \(hours) jam", "; half of them within \(hours) hours")
    }
    html += ".</p>"
    if !section.open.isEmpty {
      html += "<p>\(say("Yang paling lama menunggu:", "Waiting longest:"))</p><ul class=\"open\">"
      for one in section.open {
        html +=
          "<li><span class=\"age\">\(one.days) \(say("hari", "days"))</span> <bdi>\(escaped(one.text))</bdi></li>"
      }
      html += "</ul>"
    }
    return html
  }

  private func quotes(_ section: Section) -> String {
    guard !section.quotes.isEmpty else { return "" }
    var html = "<h3>\(say("Kata warga", "In their words"))</h3><ul class=\"quotes\">"
    for quote in section.quotes {
      html +=
        "<li class=\"\(quote.isComplaint ? "complaint" : "support")\"><span class=\"tag\">\(quote.isComplaint ? words.complaint : words.support)</span> <bdi>\(highlighted(quote))</bdi></li>"
    }
    return html + "</ul>"
  }

  /// The text with what spoke for the stance marked.
  private func highlighted(_ quote: Quote) -> String {
    let bytes = Array(quote.text.utf8)
    var html = ""
    var position = 0
    for span in quote.evidence.sorted(by: { $0.lowerBound < $1.lowerBound })
    where span.lowerBound >= position && span.upperBound <= bytes.count {
      html += escaped(String(decoding: bytes[position..<span.lowerBound], as: UTF8.self))
      html += "<mark>\(escaped(String(decoding: bytes[span], as: UTF8.self)))</mark>"
      position = span.upperBound
    }
    return html + escaped(String(decoding: bytes[position...], as: UTF8.self))
  }

  private var method: String {
    let notes = [
      say(
        "Setiap komentar dibaca oleh program, bukan orang: keluhan, dukungan, atau netral. Bagian dihitung menurut program dan tidak dikoreksi terhadap kesalahannya.",
        "Every comment was read by a program, not by people: complaint, support or neutral. Shares are as the program counts them, not corrected for its error."
      ),
      say(
        "Komentar di bawah satu unggahan saling menyahut, maka dihitung kurang dari jumlahnya; selang 95 % memperhitungkannya.",
        "Comments under one post answer each other and count for less than their number; the 95 % intervals allow for it."
      ),
      say(
        "“Dulu” dan “kini” ialah sepertiga pertama dan terakhir dari hari-hari data, bukan hari yang dipilih dari angkanya.",
        "“Then” and “now” are the first and the last third of the days, never days that the numbers chose."
      ),
      say(
        "Iklan dan jawaban akun sendiri tidak dihitung. Komentar yang dihapus atau dikunci tidak ada di data ini.",
        "Advertisements and the account's own replies are not counted. Deleted or locked comments are not in these data."
      ),
    ]
    var html = "<footer><h2>\(say("Data dan cara", "Data and method"))</h2><ul>"
    for line in ledger { html += "<li>\(escaped(line))</li>" }
    for note in notes { html += "<li>\(note)</li>" }
    return html
      + "</ul><p><code>\(escaped(command))</code> · \(say("zona", "zone")) \(escaped(zone)) · \(say("leksikon", "lexicon")) \(escaped(model))</p></footer>\n"
  }

  private func percent(_ share: Double) -> String {
    fixed(share * 100, decimals: 0, mark: words.decimalMark) + "%"
  }

  /// Text that is shown as it is, whatever it holds: marks of HTML are spelt out, control characters and marks that turn
  /// the writing around are dropped.
  private func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default:
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: safe += " "
        default: safe.unicodeScalars.append(scalar)
        }
      }
    }
    return safe
  }

  private static let script =
    "var w=document.getElementById('who');w.addEventListener('change',function(){document.querySelectorAll('.official').forEach(function(s){s.hidden=w.value!==''&&s.id!==w.value})});"

  private static let style = """
    :root{--ink:#1d2430;--soft:#55606f;--line:#d8dde4;--complaint:#a63d00;--support:#0a5a9c;--paper:#fff}
    *{box-sizing:border-box}body{margin:0 auto;max-width:60rem;padding:1.5rem 1.25rem 3rem;font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
    h1{font-size:1.9rem;margin:0 0 .25rem}h2{font-size:1.35rem;margin:2.5rem 0 .5rem;padding-top:1rem;border-top:2px solid var(--ink)}h3{font-size:1.05rem;margin:1.5rem 0 .4rem}
    .overview h2{border:0;margin-top:1rem}p{margin:.3rem 0}.headline{font-size:1.1rem;font-weight:600}
    .overview{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.35rem .6rem;text-align:right;border-bottom:1px solid var(--line)}thead th{font-size:.85rem;color:var(--soft);font-weight:600}th:first-child{text-align:left}td:last-child,thead th:last-child{text-align:left}tbody th{font-weight:500}
    a{color:var(--support)}details{overflow-x:auto}summary{cursor:pointer;color:var(--soft)}
    .finding{white-space:nowrap;padding:.1rem .5rem;border-radius:1rem;border:1px solid currentColor;font-size:.9rem}.finding.supported{color:#1a6330}.finding.unsupported{color:var(--complaint)}.finding.short{color:var(--soft)}
    figure{margin:.75rem 0}figcaption{font-size:.85rem;color:var(--soft)}code{font-size:.85em;overflow-wrap:anywhere}
    svg.curve{display:block;width:100%;height:auto}.grid{stroke:var(--line)}.axis{font-size:12px;fill:var(--soft)}.line{fill:none;stroke-width:2}.line.complaint{stroke:var(--complaint)}.line.support{stroke:var(--support);stroke-dasharray:7 3}.band{opacity:.14}.band.complaint,.dot.complaint,.name.complaint{fill:var(--complaint)}.band.support,.dot.support,.name.support{fill:var(--support)}.name{font-size:13px;font-weight:600}.change{stroke:var(--ink);stroke-dasharray:3 4}
    ul{padding-left:1.2rem;margin:.3rem 0}ul.issues,ul.quotes,ul.open{list-style:none;padding:0}.issues li{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr 3rem 6rem;gap:.6rem;align-items:center;margin:.2rem 0}.bar{background:#eef1f5;height:.8rem}.bar span{display:block;height:100%;background:var(--complaint)}.count{text-align:right;font-variant-numeric:tabular-nums}.mini{width:100%;height:20px;fill:var(--soft)}
    .quotes li,.open li{margin:.4rem 0;padding:.4rem .7rem;border-left:4px solid var(--line);overflow-wrap:anywhere}.quotes .complaint{border-color:var(--complaint)}.quotes .support{border-color:var(--support)}.tag,.age{font-size:.8rem;font-weight:600;color:var(--soft);margin-right:.3rem}mark{background:#ffe9a8;color:inherit;padding:0 .1em}
    footer{font-size:.9rem;color:var(--soft)}select{font:inherit;padding:.2rem .4rem}
    @media(max-width:40rem){.issues li{grid-template-columns:1fr 2.5rem}.bar,.mini{grid-column:1/-1}th,td{padding:.3rem .35rem;font-size:.85rem}.finding{white-space:normal}}
    @media print{body{max-width:none;padding:0;font-size:11pt}.filter,summary{display:none}.official{break-before:page}figure,.quotes li,tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
    """
}

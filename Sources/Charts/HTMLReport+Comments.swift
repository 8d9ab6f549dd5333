import Times
import Trends

extension HTMLReport {
  /// Attributes by which the script chooses: day and issues.
  private func marks(_ day: Day?, _ issues: UInt64) -> String {
    let places = frame.issues.indices.filter { $0 < 64 && issues & 1 << UInt64($0) != 0 }
    let date = day.map { " data-d=\"\($0.date)\"" } ?? ""
    return " data-i=\"\(places.map(String.init).joined(separator: " "))\"\(date)"
  }

  private func names(_ issues: UInt64) -> String {
    frame.issues.indices.filter { $0 < 64 && issues & 1 << UInt64($0) != 0 }.prefix(2)
      .map { escaped(frame.issues[$0]) }.joined(separator: ", ")
  }

  /// How many complaints the account answered, how soon, and which wait longest.
  func answers(_ section: Section) -> String {
    let title = "<h3>\(say("Keluhan yang belum dijawab", "Complaints without an answer"))</h3>"
    guard let answers = section.answers else {
      return
        "<div class=\"block\">\(title)<p>\(say("Data ini tidak memuat balasan (kolom id dan parent), jadi jawaban akun tidak dapat dihitung.", "These data hold no replies (columns id and parent), so answers cannot be told."))</p></div>"
    }
    let hours = answers.medianSeconds.map {
      fixed(Double($0) / 3600, decimals: 1, mark: words.decimalMark)
    }
    var html = "<div class=\"block\">\(title)<p>"
    html += say(
      "<b>\(count(answers.answered))</b> dari \(count(answers.complaints)) keluhan dijawab akun",
      "<b>\(count(answers.answered))</b> of \(count(answers.complaints)) complaints were answered")
    if let share = answers.share { html += " (\(percent(share)))" }
    if let hours {
      html += say("; separuhnya dalam \(hours) jam", "; half of them within \(hours) hours")
    }
    html += "."
    if answers.closed > 0 {
      html += say(
        " Warga menyebut \(count(answers.closed)) sudah beres.",
        " Citizens tell that \(count(answers.closed)) are solved.")
    }
    html += "</p>"
    if !section.open.isEmpty {
      html +=
        "<p>\(say("Paling lama menunggu:", "Waiting longest:"))</p><ul class=\"said\">"
      for one in section.open {
        let about = names(one.issues)
        html +=
          "<li\(marks(one.day, one.issues))><bdi>\(escaped(one.text))</bdi><small>\(count(one.age)) \(say("hari", "days")), \(language.date(one.day))\(about.isEmpty ? "" : " · " + about)</small></li>"
      }
      html += "</ul>"
    }
    return html + command("unanswered") + "</div>"
  }

  /// The most telling comments, with what spoke for their stance marked.
  func quotes(_ section: Section) -> String {
    guard !section.quotes.isEmpty else { return "" }
    var html =
      "<div class=\"block\"><h3>\(say("Kata warga", "In their words"))</h3><p>\(say("Yang paling jelas menurut program; yang ditandai menentukan.", "The clearest to the program; what is marked decided."))</p><ul class=\"said\">"
    for quote in section.quotes {
      let name = quote.isComplaint ? "complaint" : "support"
      let word = quote.isComplaint ? words.complaint : words.support
      let parts =
        [word] + (quote.author.map { ["\(say("warga", "citizen")) \($0)"] } ?? [])
        + (quote.day.map { [language.date($0)] } ?? [])
        + (quote.issues == 0 ? [] : [names(quote.issues)])
      html +=
        "<li class=\"\(name)\"\(marks(quote.day, quote.issues))><bdi>\(highlighted(quote))</bdi><small>\(parts.joined(separator: " · "))</small></li>"
    }
    return html + "</ul>" + command("classify", "--explain", "--text") + "</div>"
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

  /// Comments that came many times within a week, and advertisements.
  func campaigns(_ section: Section) -> String {
    guard !section.campaigns.isEmpty || section.spam > 0 else { return "" }
    var html =
      "<div class=\"block\"><h3>\(say("Kampanye dan iklan", "Campaigns and advertisements"))</h3>"
    if section.spam > 0 {
      let share = Double(section.spam) / Double(section.spam + section.curve.comments)
      html +=
        "<p>\(say("\(count(section.spam)) iklan (\(percent(share))) dibuang dari hitungan.", "\(count(section.spam)) advertisements (\(percent(share))) were left out."))</p>"
    }
    for one in section.campaigns {
      let share = percent(Double(one.comments) / Double(max(1, section.curve.comments)))
      let week = language.name(of: PeriodKey(.week, containing: one.week))
      let authors = one.authors.map {
        say(" oleh \(count($0)) akun", " by \(count($0)) authors")
      }
      html +=
        "<p>\(say("\(count(one.comments)) komentar hampir sama (\(share))\(authors ?? "") pada \(week), tetap dihitung:", "\(count(one.comments)) near-identical comments (\(share))\(authors ?? "") in \(week), counted still:"))</p><ul class=\"said\"><li class=\"\(one.mood == .complaint ? "complaint" : one.mood == .support ? "support" : "neutral")\"><bdi>\(escaped(one.text))</bdi></li></ul>"
    }
    return html + "</div>"
  }
}

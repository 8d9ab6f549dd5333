import Times
import Trends

extension HTMLReport {
  /// One official: what to know first, the curve, what else could explain it, issues, and what people wrote.
  func html(of section: Section, number: Int) -> String {
    let keys = section.curve.points.map(\.key.start.date.description).joined(separator: " ")
    var html =
      "<section class=\"official\" id=\"s\(number)\" data-k=\"\(keys)\"><header><h2>\(escaped(section.name))</h2>\(Course(section.claim).badge(language))</header>"
    html += "<p class=\"headline\">\(headline(section.claim))</p>"
    html += "<p class=\"verdict\">\(verdict(section.claim))</p>"
    html += "<div class=\"duo\">\(numbers(section))\(figure(section, number: number))</div>"
    html += explanations(section) + issues(section, number: number)
    html += "<div class=\"pair\">\(answers(section))\(quotes(section))</div>"
    return html + campaigns(section) + "</section>\n"
  }

  /// Whether complaints fell or rose, and how surely, in a sentence.
  private func headline(_ claim: Claim) -> String {
    guard let change = claim.change else {
      return say(
        "Data kurang untuk membandingkan dulu dan kini.",
        "Too little data to compare then and now.")
    }
    let (then, now) = (share(claim.then), share(claim.now))
    let interval =
      "\(language.points(change.interval.lowerBound)) … \(language.points(change.interval.upperBound))"
    switch Course(claim) {
    case .better:
      return say(
        "Keluhan berkurang dari \(then) menjadi <b>\(now)</b> pendapat warga. Penurunan itu di luar kebetulan (\(interval) poin).",
        "Complaints fell from \(then) to <b>\(now)</b> of opinions. The fall is beyond chance (\(interval) points)."
      )
    case .worse:
      return say(
        "Keluhan bertambah dari \(then) menjadi <b>\(now)</b> pendapat warga. Kenaikan itu di luar kebetulan (\(interval) poin).",
        "Complaints rose from \(then) to <b>\(now)</b> of opinions. The rise is beyond chance (\(interval) points)."
      )
    case .steady:
      return say(
        "Keluhan tidak banyak berubah: \(then) lalu <b>\(now)</b> pendapat warga (\(interval) poin).",
        "Complaints hardly changed: \(then), then <b>\(now)</b> of opinions (\(interval) points).")
    case .unclear:
      return say(
        "Belum jelas berubah: keluhan \(then) lalu <b>\(now)</b> pendapat warga; bedanya masih bisa kebetulan (\(interval) poin).",
        "Not clear: complaints were \(then), then <b>\(now)</b> of opinions; the difference may be chance (\(interval) points)."
      )
    case .short:
      return say(
        "Data kurang: untuk melihat turun 10 poin perlu sekitar \(count(claim.opinionsForTenPoints)) komentar berpendapat di tiap masa.",
        "Too little data: a fall of 10 points shows with about \(count(claim.opinionsForTenPoints)) opinions on each side."
      )
    }
  }

  /// What the numbers say to the claim that people turned.
  private func verdict(_ claim: Claim) -> String {
    let finding =
      switch claim.finding {
      case .supported: say("didukung data", "supported by the data")
      case .unsupported: say("tidak didukung data", "not supported by the data")
      case .short: say("belum dapat dipastikan dari data ini", "cannot be told from these data")
      }
    return say(
      "“Dulu lebih banyak keluhan, kini lebih banyak dukungan”: <b>\(finding)</b>.",
      "“Mostly complaints then, mostly support now”: <b>\(finding)</b>.")
  }

  /// The numbers beside the curve.
  private func numbers(_ section: Section) -> String {
    let claim = section.claim
    func days(_ window: Claim.Window) -> String {
      "\(language.date(Day(window.days.lowerBound))) – \(language.date(Day(window.days.upperBound)))"
    }
    func interval(_ window: Claim.Window) -> String {
      let opinions = say(
        "\(count(window.counts[.complaint])) keluhan, \(count(window.counts[.support])) dukungan",
        "\(count(window.counts[.complaint])) complaints, \(count(window.counts[.support])) support")
      guard !window.isShort, let interval = window.complaint.interval else { return opinions }
      return
        "95%: \(fixed(interval.lowerBound * 100, decimals: 0))–\(percent(interval.upperBound)) · \(opinions)"
    }
    var html = "<div class=\"now\"><dl>"
    html +=
      "<dt>\(say("Kini berupa keluhan", "Complaints now"))</dt><dd class=\"big\"><b>\(share(claim.now))</b><small>\(interval(claim.now))<br>\(days(claim.now))</small></dd>"
    html +=
      "<dt>\(say("Dulu", "Then"))</dt><dd><b>\(share(claim.then))</b><small>\(interval(claim.then))<br>\(days(claim.then))</small></dd>"
    if let change = claim.change {
      html +=
        "<dt>\(say("Perubahan", "Change"))</dt><dd><b>\(language.points(change.value)) \(say("poin", "points"))</b><small>95%: \(language.points(change.interval.lowerBound)) … \(language.points(change.interval.upperBound))</small></dd>"
    }
    html +=
      "<dt>\(say("Komentar", "Comments"))</dt><dd><b>\(count(section.curve.comments))</b></dd>"
    return html + "</dl>\(command("claim", "--official", shellQuoted(section.name)))</div>"
  }

  private func figure(_ section: Section, number: Int) -> String {
    let events = frame.events.filter { $0.official == nil || $0.official == section.name }
    let figure = CurveFigure(
      curve: section.curve, changes: section.claim.changePoints,
      events: events.map { .init(day: $0.day, label: $0.label) }, language: language)
    let id = "c\(number)"
    var html =
      "<figure class=\"plot\"><svg class=\"curve\" viewBox=\"0 0 \(Int(CurveFigure.width)) \(Int(CurveFigure.height))\" role=\"img\" tabindex=\"0\" aria-labelledby=\"\(id)t \(id)d\"><title id=\"\(id)t\">\(say("Keluhan dan dukungan", "Complaint and support")): \(escaped(section.name))</title><desc id=\"\(id)d\">\(figure.description)</desc>\(figure.drawing)</svg>"
    html +=
      "<p class=\"key\" aria-hidden=\"true\"><svg viewBox=\"0 0 34 14\"><g class=\"complaint\"><path class=\"line\" d=\"M0 7H34\"/><g class=\"dots\"><circle cx=\"17\" cy=\"7\" r=\"5\"/></g></g></svg> \(words.complaint) <svg viewBox=\"0 0 34 14\"><g class=\"support\"><path class=\"line\" d=\"M0 7H34\"/><g class=\"dots\"><path d=\"M12 2h10v10h-10z\"/></g></g></svg> \(words.support)</p>"
    html += "<p class=\"readout\" aria-live=\"polite\"></p>"
    html +=
      "<figcaption>\(say("Bagian dari semua komentar, yang netral pun dihitung. Pita: selang 95%. Besar titik: komentar efektif. Kolom kelabu: data kurang.", "Share of all comments, neutral ones counted. Bands: 95% intervals. Size of dots: effective comments. Grey columns: too little data."))"
    if !section.claim.changePoints.isEmpty {
      html += say(
        " Garis putus: taraf keluhan di antara pendapat berubah.",
        " Dotted: the level of complaints among opinions changes.")
    }
    if !events.isEmpty {
      html +=
        " "
        + events.enumerated().map { "(\($0 + 1)) \(language.date($1.day)): \(escaped($1.label))" }
        .joined(separator: "; ") + "."
    }
    html += "</figcaption>"
    html += command(
      "trend", "--official", shellQuoted(section.name), "--every", frame.source.every.rawValue,
      "--to", "svg")
    html +=
      "<p class=\"window\" aria-live=\"polite\" hidden data-text=\"\(say("Dalam masa terpilih: {n} komentar; keluhan {c}, dukungan {s}.", "In the chosen time: {n} comments; complaint {c}, support {s}."))\" data-none=\"\(say("Tidak ada komentar dalam masa terpilih.", "No comments in the chosen time."))\"></p>"
    html +=
      "<details><summary>\(say("Angka tiap masa", "Numbers by period"))</summary><div class=\"scroll\">\(table(section.curve))</div></details>"
    return html + "</figure>"
  }

  private func table(_ curve: Curve) -> String {
    let heads = [
      words.period, words.comments, words.complaint, "95%", words.support, "95%", words.effective,
    ]
    var html =
      "<table><thead><tr>"
      + heads.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead><tbody>"
    for point in curve.points {
      let counts = point.counts
      html +=
        "<tr data-c=\"\(counts[.complaint]) \(counts[.support]) \(counts[.neutral])\"><th scope=\"row\">\(language.name(of: point.key))\(point.complete ? "" : " *")</th><td>\(count(counts.total))</td>"
      if point.short {
        html += "<td colspan=\"5\">\(words.short)</td></tr>"
        continue
      }
      for estimate in [point.complaint, point.support] {
        let interval = estimate.interval.map {
          "\(fixed($0.lowerBound * 100, decimals: 0))–\(fixed($0.upperBound * 100, decimals: 0))"
        }
        html += "<td>\(estimate.share.map(percent) ?? "")</td><td>\(interval ?? "")</td>"
      }
      html += "<td>\(Int(point.effective ?? 0))</td></tr>"
    }
    html += "</tbody></table>"
    return curve.points.allSatisfy(\.complete)
      ? html : html + "<p>* \(words.incompleteExplained)</p>"
  }

  /// What else could explain the change.
  private func explanations(_ section: Section) -> String {
    let text = ClaimText(name: section.name, claim: section.claim, language: language)
    guard !text.explanations.isEmpty else { return "" }
    var html =
      "<div class=\"block\"><h3>\(say("Apa lagi yang bisa menjelaskannya", "What else could explain it"))</h3><ul>"
    for one in text.explanations { html += "<li>\(escaped(one))</li>" }
    return html + "</ul></div>"
  }
}

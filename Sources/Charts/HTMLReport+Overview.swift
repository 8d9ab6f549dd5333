import Times
import Trends

/// Which way complaints went, in the words that people read.
enum Course {
  case better, worse, steady, unclear, short

  /// By the interval of the change: wholly below or above nothing, wholly within ten points, or neither.
  init(_ claim: Claim) {
    guard let change = claim.change, !claim.then.isShort, !claim.now.isShort else {
      self = .short
      return
    }
    let interval = change.interval
    if interval.upperBound < 0 {
      self = .better
    } else if interval.lowerBound > 0 {
      self = .worse
    } else if interval.lowerBound > -0.1, interval.upperBound < 0.1 {
      self = .steady
    } else {
      self = .unclear
    }
  }

  func badge(_ language: Language) -> String {
    let (name, text) =
      switch self {
      case .better: ("better", language.say("▼ keluhan berkurang", "▼ fewer complaints"))
      case .worse: ("worse", language.say("▲ keluhan bertambah", "▲ more complaints"))
      case .steady: ("steady", language.say("= tetap", "= steady"))
      case .unclear: ("unclear", language.say("? belum jelas", "? not clear"))
      case .short: ("short-data", language.say("– data kurang", "– too little data"))
      }
    return "<span class=\"badge \(name)\">\(text)</span>"
  }
}

extension HTMLReport {
  /// The page in a minute: four numbers and one line an official.
  var overview: String {
    "<section class=\"overview\"><div class=\"tiles\">\(tiles)</div>\n" + glance + "</section>\n"
  }

  private var tiles: String {
    let courses = sections.map { Course($0.claim) }
    func number(_ course: Course) -> Int { courses.count { $0 == course } }
    var tiles = [
      (
        "\(number(.better)) ▼ \(number(.worse)) ▲",
        say(
          "akun dengan keluhan berkurang dan bertambah di luar kebetulan; \(number(.steady)) tetap, \(number(.unclear) + number(.short)) belum jelas",
          "accounts with fewer and with more complaints beyond chance; \(number(.steady)) steady, \(number(.unclear) + number(.short)) not clear"
        )
      )
    ]
    let issues = sections.reduce(into: [Int: Int]()) { sums, section in
      for issue in section.curve.issues {
        sums[issue.issue, default: 0] += issue.counts[.complaint]
      }
    }.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if let first = issues.first {
      let rest = issues.dropFirst().prefix(2).map {
        "\(escaped(frame.issues[$0.key])) (\(count($0.value)))"
      }
      tiles.append(
        (
          count(first.value),
          say("keluhan tentang ", "complaints about ") + escaped(frame.issues[first.key])
            + (rest.isEmpty ? "" : say("; lalu ", "; then ") + rest.joined(separator: ", "))
        ))
    }
    let answers = sections.compactMap(\.answers)
    let complaints = answers.reduce(0) { $0 + $1.complaints }
    if complaints > 0 {
      let answered = answers.reduce(0) { $0 + $1.answered }
      tiles.append(
        (
          percent(Double(answered) / Double(complaints)),
          say(
            "keluhan dijawab akun: \(count(answered)) dari \(count(complaints))",
            "of complaints answered: \(count(answered)) of \(count(complaints))")
        ))
    }
    let campaigns = sections.flatMap(\.campaigns).reduce(0) { $0 + $1.comments }
    tiles.append(
      (
        count(campaigns),
        say(
          "komentar hampir sama dalam satu pekan (kampanye); \(count(frame.ledger.spam)) iklan dibuang",
          "near-identical comments within a week (campaigns); \(count(frame.ledger.spam)) advertisements left out"
        )
      ))
    return tiles.map { "<div class=\"tile\"><b>\($0.0)</b><span>\($0.1)</span></div>" }.joined()
  }

  /// One line an official, on one common scale.
  private var glance: String {
    let heads = [
      say("Akun", "Account"), say("Keluhan dulu ○ dan kini ●", "Complaints then ○ and now ●"),
      say("Dulu → kini", "Then → now"), say("Perubahan", "Change"), say("Komentar", "Comments"),
      say("Dijawab", "Answered"), say("Arah", "Course"),
    ]
    var html = "<table class=\"glance\"><thead><tr>"
    for (place, head) in heads.enumerated() {
      html +=
        "<th scope=\"col\"\(place == heads.count - 1 ? " class=\"left\"" : "")>\(head)\(place == 1 ? scale : "")</th>"
    }
    html += "</tr></thead><tbody>"
    for (number, section) in sections.enumerated() {
      let claim = section.claim
      let change =
        claim.change.map {
          say("\(language.points($0.value)) poin", "\(language.points($0.value)) points")
        }
        ?? "–"
      html +=
        "<tr data-who=\"s\(number)\"><th scope=\"row\"><a href=\"#s\(number)\">\(escaped(section.name))</a></th>"
      html += "<td class=\"wide\">\(range(claim))</td>"
      html +=
        "<td class=\"whole\">\(share(claim.then)) → <b>\(share(claim.now))</b></td><td class=\"whole\">\(change)</td>"
      html += "<td data-label=\"\(heads[4])\">\(count(section.curve.comments))</td>"
      html +=
        "<td data-label=\"\(heads[5])\">\(section.answers?.share.map(percent) ?? "–")</td>"
      html += "<td class=\"left\">\(Course(claim).badge(language))</td></tr>"
    }
    html += "</tbody></table>"
    html +=
      "<p class=\"command\">\(say("Bagian keluhan di antara komentar yang berpendapat, dari 0% sampai 100%; garis: selang 95%; tegak di tengah: 50%. Dulu dan kini: sepertiga pertama dan terakhir masa data tiap akun.", "Share of complaints among comments that take a side, from 0% to 100%; lines: 95% intervals; upright: 50%. Then and now: the first and last third of each account’s days."))</p>"
    return html + command("claim")
  }

  func share(_ window: Claim.Window) -> String {
    window.isShort ? words.short : window.complaint.share.map(percent) ?? words.short
  }

  private static let width = 240.0

  private func place(_ share: Double) -> String { shortNumber(8 + (Self.width - 16) * share) }

  /// The scale above the ranges.
  private var scale: String {
    let marks = [0.0, 0.5, 1].map {
      "<text x=\"\(place($0))\" y=\"11\" text-anchor=\"\($0 == 0 ? "start" : $0 == 1 ? "end" : "middle")\">\(percent($0))</text>"
    }
    return
      "<svg class=\"range\" viewBox=\"0 0 240 14\" aria-hidden=\"true\">\(marks.joined())</svg>"
  }

  /// Then and now with their intervals, one above the other.
  private func range(_ claim: Claim) -> String {
    let title =
      "\(say("dulu", "then")) \(share(claim.then)), \(say("kini", "now")) \(share(claim.now))"
    var svg =
      "<svg class=\"range\" viewBox=\"0 0 240 30\" role=\"img\"><title>\(title)</title><path class=\"grid\" d=\"M8 15H232\"/><path class=\"half\" d=\"M120 2V28\"/>"
    for (name, window, y) in [("then", claim.then, 9), ("now", claim.now, 21)] {
      guard !window.isShort, let share = window.complaint.share,
        let interval = window.complaint.interval
      else { continue }
      svg +=
        "<g class=\"\(name)\"><path class=\"bar\" d=\"M\(place(interval.lowerBound)) \(y)H\(place(interval.upperBound))\"/><circle cx=\"\(place(share))\" cy=\"\(y)\" r=\"5\"/></g>"
    }
    return svg + "</svg>"
  }
}

import Times
import Trends

extension HTMLReport {
  /// How many issues get a drawing of their own; the others are named.
  private static let drawn = 8

  /// The issues most complained of as small drawings on one scale, so that their heights compare.
  func issues(_ section: Section, number: Int) -> String {
    let spoken = section.curve.issues.filter { $0.counts[.complaint] > 0 }
      .sorted { ($1.counts[.complaint], $0.issue) < ($0.counts[.complaint], $1.issue) }
    guard !spoken.isEmpty else { return "" }
    let shown = spoken.prefix(Self.drawn)
    let top = shown.flatMap { $0.periods.map { $0[.complaint] } }.max() ?? 1
    var html =
      "<div class=\"block\"><h3>\(say("Masalah yang paling dikeluhkan", "Most complained of"))</h3><div class=\"cards\">"
    for issue in shown { html += card(issue, section.curve, top: max(1, top)) }
    html += "</div>"
    let rest = spoken.dropFirst(Self.drawn)
    if !rest.isEmpty {
      html +=
        "<p class=\"other\">\(say("Lainnya:", "Others:")) "
        + rest.map {
          "<span data-i=\"\($0.issue)\">\(escaped(frame.issues[$0.issue])) \(count($0.counts[.complaint]))</span>"
        }.joined(separator: " · ") + "</p>"
    }
    html +=
      "<p class=\"command\">\(say("Batang: keluhan tentang masalah itu tiap masa, semua pada skala yang sama; paling tinggi \(count(top)).", "Bars: complaints about the issue by period, all on one scale; the highest \(count(top))."))</p>"
    return html
      + command(
        "trend", "--official", shellQuoted(section.name), "--every", frame.source.every.rawValue,
        "--to", "json") + "</div>"
  }

  private func card(_ issue: IssueCounts, _ curve: Curve, top: Int) -> String {
    let name = escaped(frame.issues[issue.issue])
    let complaints = issue.periods.map { "\($0[.complaint])" }.joined(separator: " ")
    let bars = issue.periods.enumerated().compactMap { i, counts -> String? in
      let count = counts[.complaint]
      guard count > 0 else { return nil }
      return "M\(i * 6) 40v-\(shortNumber(Double(count) / Double(top) * 38))h5V40z"
    }.joined()
    let share = issue.counts.share(of: .complaint).map(percent) ?? ""
    let most = zip(curve.points, issue.periods).max { $0.1[.complaint] < $1.1[.complaint] }
    let title =
      most.map {
        say(
          "\(name), terbanyak \(language.name(of: $0.0.key)): \($0.1[.complaint]) keluhan",
          "\(name), most in \(language.name(of: $0.0.key)): \($0.1[.complaint]) complaints")
      } ?? name
    let ends = [curve.points.first, curve.points.last].map {
      $0.map {
        let name = $0.key.isMonth ? language.name(of: $0.key) : language.date($0.key.start)
        return "<span>\(name)</span>"
      } ?? ""
    }
    return
      "<div class=\"card\" data-i=\"\(issue.issue)\" data-n=\"\(complaints)\"><h4>\(name)</h4><p><b>\(issue.counts[.complaint])</b> \(say("keluhan", "complaints")), \(share) \(say("dari yang membahasnya", "of its comments"))</p><svg viewBox=\"0 0 \(max(1, issue.periods.count) * 6) 40\" preserveAspectRatio=\"none\" role=\"img\"><title>\(title)</title><path class=\"bad\" d=\"\(bars)\"/></svg><p class=\"ends\">\(ends.joined())</p></div>"
  }
}

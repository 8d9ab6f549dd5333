import Times
import Trends

/// What a dump says to a claim, in plain words and as JSON.
package struct ClaimReport {
  private let claims: [(name: String, claim: Claim)]

  package init(_ claims: [(name: String, claim: Claim)]) { self.claims = claims }

  /// One paragraph an official.
  package func text(_ language: Language) -> String {
    claims.map { name, claim in
      ClaimText(name: name.onOneLine, claim: claim, language: language).lines.joined(
        separator: "\n")
        + "\n"
    }.joined(separator: "\n")
  }

  package func json(model: String) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("model")
      json.string(model)
      json.key("claims")
      json.array { json in for (name, claim) in claims { write(name, claim, &json) } }
    }
    return json.text + "\n"
  }

  private func write(_ name: String, _ claim: Claim, _ json: inout JSONWriter) {
    json.object { json in
      json.key("official")
      json.string(name)
      json.key("finding")
      json.string(claim.finding.rawValue)
      for (key, window) in [("then", claim.then), ("now", claim.now)] {
        json.key(key)
        write(window, &json)
      }
      json.key("change")
      json.number(claim.change?.value, decimals: 4)
      json.key("change_interval")
      write(claim.change?.interval, &json)
      json.key("trend_per_year_log_odds")
      json.number(claim.trend?.slope, decimals: 4)
      json.key("trend_p")
      json.number(claim.trend?.p, decimals: 6)
      json.key("crossing")
      json.string(claim.trend?.crossing.map { Day(Int32($0.day.rounded())).description })
      json.key("crossing_interval")
      json.array { json in
        guard let interval = claim.trend?.crossing?.interval else { return }
        json.string(Day(Int32(interval.lowerBound.rounded())).description)
        json.string(Day(Int32(interval.upperBound.rounded())).description)
      }
      json.key("change_points")
      json.array { json in
        for point in claim.changePoints {
          json.object { json in
            json.key("day")
            json.string(Day(point.day).description)
            json.key("interval")
            json.array { json in
              json.string(Day(point.interval.lowerBound).description)
              json.string(Day(point.interval.upperBound).description)
            }
            json.key("before")
            json.number(point.before, decimals: 4)
            json.key("after")
            json.number(point.after, decimals: 4)
            json.key("p")
            json.number(point.p, decimals: 4)
          }
        }
      }
      json.key("platform_within")
      json.number(claim.platforms?.within, decimals: 4)
      json.key("platform_mix")
      json.number(claim.platforms?.mix, decimals: 4)
      json.key("per_author_then")
      json.number(claim.perAuthor?.then, decimals: 4)
      json.key("per_author_now")
      json.number(claim.perAuthor?.now, decimals: 4)
      json.key("returning_authors")
      json.number(claim.returning?.authors)
      json.key("returning_then")
      json.number(claim.returning?.then, decimals: 4)
      json.key("returning_now")
      json.number(claim.returning?.now, decimals: 4)
      json.key("top_five_share_now")
      json.number(claim.topFive, decimals: 4)
      json.key("comments_per_post_then")
      json.number(claim.perPost?.then, decimals: 2)
      json.key("comments_per_post_now")
      json.number(claim.perPost?.now, decimals: 2)
      json.key("opinions_for_ten_points")
      json.number(claim.opinionsForTenPoints)
      json.key("corrected")
      if let corrected = claim.corrected {
        json.object { json in
          json.key("method")
          json.string("adjusted count")
          for (key, one) in [
            ("then", corrected.then), ("now", corrected.now), ("change", corrected.change),
          ] {
            json.key(key)
            json.number(one.share, decimals: 4)
            json.key(key + "_interval")
            write(one.interval, &json)
          }
        }
      } else {
        json.bool(false)
      }
    }
  }

  private func write(_ window: Claim.Window, _ json: inout JSONWriter) {
    json.object { json in
      json.key("from")
      json.string(Day(window.days.lowerBound).description)
      json.key("to")
      json.string(Day(window.days.upperBound).description)
      json.key("complaint")
      json.number(window.counts[.complaint])
      json.key("support")
      json.number(window.counts[.support])
      json.key("neutral")
      json.number(window.counts[.neutral])
      json.key("complaint_share_of_opinions")
      json.number(window.complaint.share, decimals: 4)
      json.key("interval")
      write(window.complaint.interval, &json)
      json.key("effective")
      json.number(window.complaint.effective, decimals: 1)
      json.key("clusters")
      json.number(window.clusters)
    }
  }

  private func write(_ interval: ClosedRange<Double>?, _ json: inout JSONWriter) {
    json.array { json in
      guard let interval else { return }
      json.number(interval.lowerBound, decimals: 4)
      json.number(interval.upperBound, decimals: 4)
    }
  }
}

/// One official's paragraph.
struct ClaimText {
  let name: String
  let claim: Claim
  let language: Language

  private var isEnglish: Bool { language == .english }

  var lines: [String] {
    ["\(name): \(finding)"] + facts.map { "  " + $0 } + explanations.map { "  - " + $0 }
  }

  /// What the numbers are.
  var facts: [String] {
    var lines = [side(isEnglish ? "then" : "dulu", claim.then)]
    lines.append(side(isEnglish ? "now " : "kini", claim.now))
    if let change = claim.change {
      let interval =
        "\(signed(change.interval.lowerBound)) … \(signed(change.interval.upperBound))"
      lines.append(
        isEnglish
          ? "change: \(signed(change.value)) points (95 % \(interval))"
          : "perubahan: \(signed(change.value)) poin (95 % \(interval))")
    }
    if let crossing = claim.trend?.crossing {
      let days = (
        date(crossing.day), date(crossing.interval.lowerBound), date(crossing.interval.upperBound)
      )
      lines.append(
        isEnglish
          ? "the curve crosses one half about \(days.0) (95 % \(days.1) … \(days.2))"
          : "kurva melewati separuh sekitar \(days.0) (95 % \(days.1) … \(days.2))")
    }
    for point in claim.changePoints {
      let days = (
        date(Double(point.day)), date(Double(point.interval.lowerBound)),
        date(Double(point.interval.upperBound))
      )
      let levels = "\(percent(point.before)) → \(percent(point.after))"
      lines.append(
        isEnglish
          ? "the level changes about \(days.0) (\(days.1) … \(days.2)): \(levels), p = \(fixed(point.p, decimals: 3))"
          : "taraf berubah sekitar \(days.0) (\(days.1) … \(days.2)): \(levels), p = \(fixed(point.p, decimals: 3, mark: ","))"
      )
    }
    return lines
  }

  var finding: String {
    switch (claim.finding, isEnglish) {
    case (.supported, false):
      "DIDUKUNG: dulu lebih banyak keluhan, kini lebih banyak dukungan"
    case (.supported, true): "SUPPORTED: mostly complaints then, mostly support now"
    case (.unsupported, false): "TIDAK DIDUKUNG oleh data"
    case (.unsupported, true): "NOT SUPPORTED by the data"
    case (.short, false) where claim.surelyFell:
      "DATA KURANG untuk bilang dulu lebih banyak keluhan dan kini lebih banyak dukungan; yang pasti, keluhan berkurang"
    case (.short, true) where claim.surelyFell:
      "TOO LITTLE DATA for mostly complaints then and mostly support now; what is sure is that complaints fell"
    case (.short, false):
      "DATA KURANG: untuk melihat turun 10 poin perlu sekitar \(claim.opinionsForTenPoints) komentar berpendapat di tiap masa"
    case (.short, true):
      "TOO LITTLE DATA: a fall of 10 points shows with about \(claim.opinionsForTenPoints) opinions on each side"
    }
  }

  private func side(_ label: String, _ window: Claim.Window) -> String {
    let days =
      "\(date(Double(window.days.lowerBound))) … \(date(Double(window.days.upperBound)))"
    let counts = "\(window.counts[.complaint]) / \(window.counts[.support])"
    let effective = window.complaint.effective.map { "\(Int($0))" } ?? "?"
    guard !window.isShort, let share = window.complaint.share,
      let interval = window.complaint.interval
    else {
      return isEnglish
        ? "\(label) \(days): too little data (complaints / support \(counts))"
        : "\(label) \(days): data kurang (keluhan / dukungan \(counts))"
    }
    let range = "\(percent(interval.lowerBound)) … \(percent(interval.upperBound))"
    return isEnglish
      ? "\(label) \(days): \(percent(share)) of opinions complain (95 % \(range)); complaints / support \(counts), worth \(effective) independent ones"
      : "\(label) \(days): \(percent(share)) pendapat berupa keluhan (95 % \(range)); keluhan / dukungan \(counts), setara \(effective) yang lepas"
  }

  /// What else could explain the change.
  var explanations: [String] {
    var found: [String] = []
    if let split = claim.platforms, abs(split.mix) >= 0.02 {
      found.append(
        isEnglish
          ? "of it \(signed(split.mix)) points come from another mix of platforms, \(signed(split.within)) from within them"
          : "\(signed(split.mix)) poin berasal dari berubahnya campuran platform, \(signed(split.within)) dari dalamnya"
      )
    }
    if let votes = claim.perAuthor {
      found.append(
        (isEnglish ? "one vote per author: " : "satu suara per orang: ")
          + "\(percent(votes.then)) → \(percent(votes.now))")
    }
    if let back = claim.returning, back.authors >= 10 {
      found.append(
        isEnglish
          ? "the \(back.authors) people who spoke both times: \(percent(back.then)) → \(percent(back.now))"
          : "\(back.authors) orang yang bicara di kedua masa: \(percent(back.then)) → \(percent(back.now))"
      )
    }
    if let top = claim.topFive, top >= 0.2 {
      found.append(
        isEnglish
          ? "five authors wrote \(percent(top)) of the opinions now"
          : "lima orang menulis \(percent(top)) pendapat masa kini")
    }
    if let posts = claim.perPost, posts.now < posts.then * 0.6 {
      let numbers = "\(decimal(posts.then)) → \(decimal(posts.now))"
      found.append(
        isEnglish
          ? "comments per post fell \(numbers): deleted or locked comments could look like contentment"
          : "komentar per unggahan turun \(numbers): komentar yang dihapus atau dikunci bisa tampak seperti puas"
      )
    }
    if let corrected = claim.corrected {
      func range(_ one: ErrorCorrection.Estimate) -> String {
        "\(percent(one.share)) (\(percent(one.interval.lowerBound)) … \(percent(one.interval.upperBound)))"
      }
      let change = corrected.change
      let points =
        "\(signed(change.share)) (\(signed(change.interval.lowerBound)) … \(signed(change.interval.upperBound)))"
      found.append(
        isEnglish
          ? "corrected for the classifier's error (adjusted count): \(range(corrected.then)) → \(range(corrected.now)); \(points) points"
          : "dikoreksi terhadap kesalahan pengelompok (adjusted count): \(range(corrected.then)) → \(range(corrected.now)); \(points) poin"
      )
    } else {
      found.append(
        isEnglish
          ? "shares as the classifier counts them; not corrected for its error"
          : "bagian menurut hitungan pengelompok; tidak dikoreksi terhadap kesalahannya")
    }
    return found
  }

  private func date(_ day: Double) -> String { Day(Int32(day.rounded())).description }
  private func percent(_ share: Double) -> String { decimal(share * 100) + "%" }
  private func decimal(_ value: Double) -> String {
    fixed(value, decimals: 1, mark: isEnglish ? "." : ",")
  }
  private func signed(_ share: Double) -> String {
    let text = decimal(share * 100)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : "+" + text
  }
}

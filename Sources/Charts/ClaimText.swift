import Times
import Trends

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
    return lines + changes
  }

  /// Where the level changed.
  var changes: [String] {
    claim.changePoints.map { sentence($0, isEnglish ? "the level changes" : "taraf berubah") }
  }

  private func sentence(_ point: ChangePoint, _ start: String) -> String {
    let days = (
      date(Double(point.day)), date(Double(point.interval.lowerBound)),
      date(Double(point.interval.upperBound))
    )
    let levels = "\(percent(point.before)) → \(percent(point.after))"
    let p = fixed(point.p, decimals: 3, mark: isEnglish ? "." : ",")
    return
      "\(start) \(isEnglish ? "about" : "sekitar") \(days.0) (\(days.1) … \(days.2)): \(levels), p = \(p)"
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
    for (split, name, english) in splits {
      guard let split, abs(split.mix) >= 0.02 else { continue }
      let values = (signed(split.mix), signed(split.within))
      found.append(
        isEnglish
          ? "of it \(values.0) points come from another mix of \(english), \(values.1) from within them"
          : "\(values.0) poin berasal dari berubahnya campuran \(name), \(values.1) dari dalamnya")
    }
    if claim.isMostlyMix, claim.surelyFell || (claim.change?.interval.lowerBound ?? 0) > 0 {
      found.append(
        isEnglish
          ? "so the change comes mostly from another mix of platforms: composition, not a change of mind"
          : "jadi perubahan itu terutama karena campuran platform: komposisi, bukan perubahan sikap"
      )
    }
    if let rest = claim.withoutCampaigns {
      let shares = "\(percent(rest.then)) → \(percent(rest.now))"
      found.append(
        isEnglish
          ? "without \(rest.copies) copied comments (one text of six words or more, three authors or more, 24 hours): \(shares)"
          : "tanpa \(rest.copies) komentar salinan (satu teks enam kata atau lebih, tiga orang atau lebih, 24 jam): \(shares)"
      )
      for point in rest.changePoints where !claim.changePoints.contains(point) {
        found.append(
          sentence(
            point, isEnglish ? "without them the level changes" : "tanpa itu taraf berubah"))
      }
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
    if let full = claim.fullPosts {
      found.append(
        isEnglish
          ? "\(full.posts) posts have exactly \(full.comments) comments: the collector may have stopped there"
          : "\(full.posts) unggahan tepat \(full.comments) komentar: pengumpulnya mungkin berhenti di situ"
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

  private var splits: [(Composition?, String, String)] {
    [
      (claim.platforms, "platform", "platforms"), (claim.issues, "isu", "issues"),
      (claim.posts, "unggahan", "posts"),
      (claim.people, "orang lama dan baru", "people who stayed and others"),
    ]
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

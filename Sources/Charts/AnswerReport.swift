import Times
import Trends

/// Which complaints were answered, by official and by issue, with the oldest open ones.
package struct AnswerReport {
  private let model: String
  private let zone: Zone
  private let zoneName: String
  private let officials: [String]
  private let agencies: [String]
  private let issues: [(id: String, indonesian: String, english: String)]
  private let outcomes: [AnswerTally.Outcome]
  private let text: (Int) -> String
  private let id: (Int) -> String
  private let asOf: Day
  private let listed: Int

  /// - Parameters:
  ///   - agencies: Each official's agency; none where they are not known.
  ///   - outcomes: Oldest first.
  ///   - text: The text of the complaint at a place.
  ///   - id: Its id in the dump.
  ///   - asOf: The day from which ages are reckoned.
  ///   - listed: How many open complaints the text and JSON list; CSV has all.
  package init(
    model: String, zone: Zone, zoneName: String, officials: [String], agencies: [String] = [],
    issues: [(id: String, indonesian: String, english: String)], outcomes: [AnswerTally.Outcome],
    text: @escaping (Int) -> String, id: @escaping (Int) -> String, asOf: Day, listed: Int
  ) {
    self.model = model
    self.zone = zone
    self.zoneName = zoneName
    self.officials = officials
    self.agencies = agencies
    self.issues = issues
    self.outcomes = outcomes
    self.text = text
    self.id = id
    self.asOf = asOf
    self.listed = listed
  }

  /// Complaints that are neither answered nor told to be solved, oldest first.
  private var open: [AnswerTally.Outcome] { outcomes.filter { $0.answered == nil && !$0.closed } }

  /// Rows of a table: the name, and the complaints it is about.
  private func groups(_ language: Language) -> [(
    kind: String, name: String, summary: AnswerTally.Summary
  )] {
    var rows = officials.indices.map { place in
      (
        "official", officials[place].onOneLine,
        AnswerTally.summary(of: outcomes.filter { Int($0.complaint.official) == place })
      )
    }
    // Agencies tell more than officials only where some agency has several, or another name.
    if agencies.count == officials.count, agencies != officials {
      for agency in Set(agencies).sorted() {
        let inside = outcomes.filter { agencies[Int($0.complaint.official)] == agency }
        rows.append(("agency", agency.onOneLine, AnswerTally.summary(of: inside)))
      }
    }
    for place in issues.indices {
      let inside = outcomes.filter { $0.complaint.issues & 1 << UInt64(place) != 0 }
      guard !inside.isEmpty else { continue }
      let name = language == .english ? issues[place].english : issues[place].indonesian
      rows.append(("issue", name, AnswerTally.summary(of: inside)))
    }
    return rows
  }

  package func text(_ language: Language) -> String {
    let isEnglish = language == .english
    let heading =
      isEnglish
      ? ["", "complaints", "answered", "solved", "median wait", "oldest open"]
      : ["", "keluhan", "dijawab", "selesai", "tunggu tengah", "tertua terbuka"]
    var rows = [heading]
    let all = groups(language)
    for kind in ["official", "agency", "issue"] {
      let inside = all.filter { $0.kind == kind }
        .sorted { ($1.summary.complaints, $0.name) < ($0.summary.complaints, $1.name) }
      if inside.isEmpty { continue }
      for (_, name, summary) in inside { rows.append([name] + cells(summary, isEnglish)) }
      rows.append([])
    }
    let widths = heading.indices.map { column in
      rows.compactMap { $0.count > column ? $0[column].count : nil }.max() ?? 0
    }
    var text = ""
    for row in rows {
      let line = row.enumerated().map { column, cell in
        let blank = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blank : blank + cell
      }.joined(separator: "  ")
      text += line + "\n"
    }
    let open = open
    text +=
      isEnglish
      ? "\(open.count) complaints are open; the oldest \(min(listed, open.count)):\n"
      : "\(open.count) keluhan belum dijawab; \(min(listed, open.count)) yang tertua:\n"
    for one in open.prefix(listed) {
      let days = zone.day(at: one.complaint.seconds).distance(to: asOf)
      let age = isEnglish ? "\(days) days" : "\(days) hari"
      let name = officials[Int(one.complaint.official)].onOneLine
      text += "  \(age)  \(name)  \(self.text(one.complaint.place).onOneLine)\n"
    }
    return text
  }

  private func cells(_ summary: AnswerTally.Summary, _ isEnglish: Bool) -> [String] {
    let share = summary.share.map {
      fixed($0 * 100, decimals: 0) + "%"
    }
    return [
      "\(summary.complaints)", share ?? "", "\(summary.closed)",
      summary.medianSeconds.map { wait($0, isEnglish) } ?? "–",
      summary.oldestOpen.map { zone.day(at: $0).description } ?? "–",
    ]
  }

  private func wait(_ seconds: Int64, _ isEnglish: Bool) -> String {
    let hours = Double(seconds) / 3600
    let mark = isEnglish ? "." : ","
    return hours < 48
      ? fixed(hours, decimals: 1, mark: mark) + (isEnglish ? " h" : " jam")
      : fixed(hours / 24, decimals: 1, mark: mark) + (isEnglish ? " days" : " hari")
  }

  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.key("model")
      json.string(model)
      json.key("zone")
      json.string(zoneName)
      json.key("as_of")
      json.string(asOf.description)
      for (kind, kinds) in [
        ("official", "officials"), ("agency", "agencies"), ("issue", "issues"),
      ] {
        json.key(kinds)
        json.array { json in
          for (_, name, summary) in groups(.english).filter({ $0.kind == kind }) {
            json.object { json in
              json.key(kind)
              json.string(name)
              json.key("complaints")
              json.number(summary.complaints)
              json.key("answered")
              json.number(summary.answered)
              json.key("solved")
              json.number(summary.closed)
              json.key("median_wait_seconds")
              json.number(summary.medianSeconds.map(Int.init))
              json.key("oldest_open")
              json.string(summary.oldestOpen.map { zone.day(at: $0).description })
            }
          }
        }
      }
      let open = open
      json.key("open")
      json.number(open.count)
      json.key("oldest")
      json.array { json in
        for one in open.prefix(listed) {
          json.object { json in
            json.key("id")
            json.string(id(one.complaint.place))
            json.key("official")
            json.string(officials[Int(one.complaint.official)])
            json.key("day")
            json.string(zone.day(at: one.complaint.seconds).description)
            json.key("issues")
            json.array { json in for id in issueIDs(one.complaint) { json.string(id) } }
            json.key("text")
            json.string(text(one.complaint.place))
          }
        }
      }
    }
    return json.text + "\n"
  }

  private func issueIDs(_ complaint: AnswerTally.Complaint) -> [String] {
    issues.indices.filter { complaint.issues & 1 << UInt64($0) != 0 }.map { issues[$0].id }
  }

  /// All open complaints, oldest first: id, official, day, age in days, issues, text.
  package var csv: String {
    var csv = "id,official,day,age_days,issues,text\n"
    for one in open {
      let day = zone.day(at: one.complaint.seconds)
      let cells = [
        id(one.complaint.place), officials[Int(one.complaint.official)], day.description,
        "\(day.distance(to: asOf))", issueIDs(one.complaint).joined(separator: "|"),
        text(one.complaint.place),
      ]
      csv += cells.map(Self.cell).joined(separator: ",") + "\n"
    }
    return csv
  }

  /// RFC 4180; a cell that a spreadsheet would reckon gets an apostrophe before it.
  private static func cell(_ text: String) -> String {
    let first = text.unicodeScalars.first
    let safe = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false ? "'" + text : text
    return safe.contains { "\",\n\r".contains($0) }
      ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}

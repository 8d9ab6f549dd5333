import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Testing
import Times

@testable import Charts
@testable import Trends

@Suite("the HTML report") struct HTMLReportTests {
  private func page(name: String, quote: String, language: Language = .indonesian) throws -> String
  {
    var tally = TrendTally()
    for day in 0..<360 {
      for comment in 0..<6 {
        tally.add(
          Observation(
            official: 0, day: Int32(20_000 + day), post: UInt64(1 + day / 2),
            author: UInt64(1 + comment + day % 7),
            mood: (comment < 4) == (day < 180) ? .complaint : .support, issues: 1))
      }
    }
    let curve = try #require(tally.curves(every: .month).first)
    let claim = try #require(Claim(of: 0, in: tally))
    return HTMLReport(
      sections: [
        .init(
          name: name, curve: curve, claim: claim, answers: AnswerTally.summary(of: []),
          open: [.init(day: Day(20_100), age: 3, text: quote, issues: 1)],
          quotes: [
            .init(
              text: quote, evidence: [0..<4], isComplaint: true, day: Day(20_010), author: 2,
              issues: 1)
          ],
          campaigns: [
            .init(week: Day(20_000).monday, comments: 9, authors: 3, mood: .support, text: quote)
          ], spam: 4)
      ],
      frame: .init(
        issues: ["<b>Jalan</b>"],
        ledger: .init(
          rows: 2_170, rejected: [("1 < 2", 1)], spam: 4, ownReplies: 3, badTimes: 2, duplicates: 0,
          counted: 2_160, missing: ["likes"], invalidUTF8: 0),
        events: [.init(day: Day(20_180), label: quote, official: nil)],
        source: .init(flags: ["--map", "text=a&b"], paths: ["it's.csv"], every: .month),
        model: "m", zone: "Asia/Jakarta", language: language)
    ).html
  }

  @Test("whatever a dump holds is shown as text")
  func escaping() throws {
    let page = try page(
      name: "<script>alert(1)</script>", quote: "jika \"</li><img src=x onerror=y>\" \u{202E}& 'z'")
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<img"))
    #expect(!page.contains("<b>Jalan"))
    #expect(!page.contains("\u{202E}"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("<mark>jika</mark>"))
    // The shell quotes what the page then escapes: 'it'\''s.csv'.
    #expect(page.contains("--map &#39;text=a&amp;b&#39; &#39;it&#39;\\&#39;&#39;s.csv&#39;"))
    #expect(page.contains("1 &lt; 2"))
  }

  @Test("the page asks nothing of the network")
  func selfContained() throws {
    let page = try page(name: "Bupati", quote: "jalan rusak")
    let inside = page.replacing("http://www.w3.org/2000/svg", with: "").replacing(
      "url(#hatch)", with: "")
    for outside in ["http:", "https:", "src=", "@import", "url("] {
      #expect(!inside.contains(outside))
    }
  }

  @Test("tags are closed in order")
  func balanced() throws {
    for language in Language.allCases {
      let page = try page(name: "Bupati", quote: "jalan rusak", language: language)
      var open: [Substring] = []
      // The script compares by `<`, which is no tag.
      for piece in page.replacing(ReportScript.text, with: "").split(separator: "<").dropFirst() {
        let name = piece.prefix { $0 != ">" && $0 != " " && $0 != "\n" }
        guard let end = piece.firstIndex(of: ">") else { continue }
        if name.hasPrefix("/") {
          #expect(open.popLast() == name.dropFirst())
        } else if !name.hasPrefix("!"), piece[piece.index(before: end)] != "/",
          !["meta", "br"].contains(name), !name.hasPrefix("br>")
        {
          open.append(name)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test("both languages say the finding and draw the curve")
  func languages() throws {
    let indonesian = try page(name: "Bupati", quote: "jalan rusak")
    #expect(indonesian.contains("didukung data") && indonesian.contains("keluhan berkurang"))
    #expect(indonesian.contains("<svg class=\"curve\""))
    #expect(indonesian.contains("keluhan"))
    let english = try page(name: "Bupati", quote: "jalan rusak", language: .english)
    #expect(english.contains("supported by the data") && english.contains("fewer complaints"))
    #expect(english.contains("What else could explain it"))
  }

  @Test(
    "the ledger's parts add up to the rows read, and campaigns, events and masked authors are told")
  func parts() throws {
    let page = try page(name: "Bupati", quote: "jalan rusak")
    for part in [
      "2.170", "2.160", "9 komentar hampir sama", "oleh 3 akun", "4 iklan", "warga 2", "likes",
      "(1) 2 Apr 2025: jalan rusak",
    ] { #expect(page.contains(part), "\(part)") }
  }
}

@Suite("text for HTML") struct HTMLTextTests {
  @Test(
    "marks are spelt out; what hides or turns text is dropped; emoji stay whole",
    arguments: [
      ("<a href='x'>\"&", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;"),
      ("ke\u{200B}lu\u{2060}h\u{FEFF}an", "keluhan"), ("a\u{202E}b\u{2066}c\u{200F}d", "abcd"),
      ("a\nb\u{0}c\u{2028}d", "a b c d"), ("👩\u{200D}🔧", "👩\u{200D}🔧"), ("a\u{E0041}b", "ab"),
    ])
  func escaping(text: String, shown: String) {
    #expect(escaped(text) == shown)
  }

  @Test(
    "words for a shell",
    arguments: [
      ("a.csv", "a.csv"), ("", "''"), ("Dinas PUPR", "'Dinas PUPR'"), ("it's", "'it'\\''s'"),
      ("$(rm x)", "'$(rm x)'"),
    ])
  func shell(word: String, quoted: String) {
    #expect(shellQuoted(word) == quoted)
  }

  @Test("periods and days as people write them")
  func dates() throws {
    let day = try #require(CivilDate(year: 2026, month: 4, day: 29)).dayNumber
    #expect(Language.indonesian.name(of: PeriodKey(.month, containing: day)) == "Apr 2026")
    #expect(
      Language.indonesian.name(of: PeriodKey(.week, containing: day)) == "27 Apr – 3 Mei 2026")
    #expect(Language.english.name(of: PeriodKey(.day, containing: day)) == "29 Apr 2026")
    let august = try #require(CivilDate(year: 2026, month: 8, day: 12)).dayNumber
    #expect(
      Language.indonesian.name(of: PeriodKey(.week, containing: august)) == "10–16 Agu 2026")
    #expect(Language.indonesian.points(-0.341) == "−34" && Language.indonesian.points(0.07) == "+7")
  }
}

@Suite("curves as SVG") struct TrendSVGTests {
  @Test("golden drawing, well-formed, one panel a curve")
  func golden() throws {
    let svg = TrendSVG(Sample.report).text
    try expectGolden(svg, "trend.svg")
    #expect(svg.components(separatedBy: "<desc>").count - 1 == Sample.report.curves.count)
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse())
  }

  @Test("a period with too little data is neither dot nor line; no coordinate leaves the frame")
  func gaps() throws {
    let curve = Sample.report.curves[0]
    let figure = CurveFigure(curve: curve, changes: [], events: [], language: .english)
    let dots = figure.drawing.components(separatedBy: "<circle").count - 1
    #expect(dots == curve.points.count { !$0.short } && dots < curve.points.count)
    for match in figure.drawing.matches(of: /c[xy]="(-?[0-9.]+)"/) {
      let place = try #require(Double(match.output.1))
      #expect(place >= 0 && place <= CurveFigure.width)
    }
  }
}

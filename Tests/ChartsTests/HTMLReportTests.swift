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
          name: name, curve: curve, claim: claim,
          answers: AnswerTally.summary(of: []), open: [(3, quote)],
          quotes: [.init(text: quote, evidence: [0..<4], isComplaint: true)])
      ], issues: ["<b>Jalan</b>"], ledger: ["1 < 2"], command: "suara report 'a&b'", model: "m",
      zone: "Asia/Jakarta", language: language
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
    #expect(page.contains("suara report &#39;a&amp;b&#39;"))
  }

  @Test("the page asks nothing of the network")
  func selfContained() throws {
    let page = try page(name: "Bupati", quote: "jalan rusak")
    for outside in ["http:", "https:", "src=", "@import", "url("] {
      #expect(!page.contains(outside))
    }
  }

  @Test("tags are closed in order")
  func balanced() throws {
    for language in Language.allCases {
      let page = try page(name: "Bupati", quote: "jalan rusak", language: language)
      var open: [Substring] = []
      for piece in page.split(separator: "<").dropFirst() {
        let name = piece.prefix { $0 != ">" && $0 != " " && $0 != "\n" }
        guard let end = piece.firstIndex(of: ">") else { continue }
        if name.hasPrefix("/") {
          #expect(open.popLast() == name.dropFirst())
        } else if !name.hasPrefix("!"), piece[piece.index(before: end)] != "/",
          !["meta", "br"].contains(name)
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
    #expect(indonesian.contains("didukung data"))
    #expect(indonesian.contains("<svg class=\"curve\""))
    #expect(indonesian.contains("keluhan"))
    let english = try page(name: "Bupati", quote: "jalan rusak", language: .english)
    #expect(english.contains(">supported<"))
    #expect(english.contains("What else could explain it"))
  }
}

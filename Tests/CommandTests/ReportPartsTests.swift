import Foundation
import TestSupport
import Testing
import Trends

@testable import SuaraCommand

@Suite("what points to a person is masked") struct MaskingTests {
  @Test(
    "handles, phones and identity cards; amounts and years stay",
    arguments: [
      ("@warga_1 tolong", "@••• tolong"), ("wa 081234567890 ya", "wa ••• ya"),
      ("wa 0812-3456-7890 ya", "wa ••• ya"), ("0812 3456 7890", "•••"),
      ("nik 3201234567890001", "nik •••"), ("Rp 25.000.000 tahun 2026", "Rp 25.000.000 tahun 2026"),
      ("2025 2026", "2025 2026"), ("budi@contoh.id", "budi@•••"), ("", ""), ("12 ", "12 "),
      ("tgl 12-05-2026, no 7", "tgl 12-05-2026, no 7"),
    ])
  func masks(text: String, shown: String) {
    #expect(masked(text) == shown)
  }
}

@Suite("campaigns") struct CampaignTallyTests {
  private func tally(_ texts: [String], week: Int32 = 20_000) -> CampaignTally {
    var tally = CampaignTally()
    for (i, text) in texts.enumerated() {
      guard let signatures = CampaignTally.signatures(of: text.utf8.span) else { continue }
      tally.add(
        .init(
          signatures: signatures, week: week, author: UInt64(1 + i % 5), mood: .support,
          place: 0..<1
        ), official: 3
      ) { _ in text }
    }
    return tally
  }

  @Test("texts typed a little differently meet; unlike ones do not")
  func meeting() {
    let copies = (0..<12).map { i in
      "Bupati kita luar biasa, kerja nyata untuk rakyat\(i % 3 == 0 ? "!!" : "") Lanjutkan \(i % 4 == 0 ? "dua" : "2") periode"
    }
    let found = tally(copies).campaigns(of: 3)
    #expect(found.count == 1)
    #expect((8...12).contains(found.first?.comments ?? 0))
    #expect(found.first?.authors.map { (2...5).contains($0) } ?? false)
    #expect(found.first?.mood == .support)
    #expect(tally(copies).campaigns(of: 2).isEmpty)
    var random = SplitMix64(seed: 9)
    let unlike = (0..<400).map { _ in
      (0..<8).map { _ in
        "kata"
          + String(UInt64.random(in: 0..<1 << 40, using: &random), radix: 36)
          .filter(\.isLetter) + "x"
      }.joined(separator: " ")
    }
    #expect(tally(unlike).campaigns(of: 3).isEmpty)
  }

  @Test("seven copies are no campaign, and four words are too few to tell")
  func least() {
    let copies = Array(repeating: "mari kita dukung program baru ini", count: 7)
    #expect(tally(copies).campaigns(of: 3).isEmpty)
    #expect(tally(copies + copies).campaigns(of: 3).first?.comments == 14)
    #expect(tally(Array(repeating: "semoga sehat selalu pak", count: 50)).campaigns(of: 3).isEmpty)
  }

  @Test("case, marks and letters typed long do not part copies")
  func folding() {
    let one = CampaignTally.signatures(of: "Mari kita dukung program baru ini".utf8.span)
    let other = CampaignTally.signatures(
      of: "MARIII kitaaa, dukung... program baru ini!!".utf8.span)
    #expect(one != nil && one == other)
  }
}

@Suite("progress") struct ProgressTests {
  @Test("rows, rate and time left; without a known end no time is told")
  func line() {
    #expect(
      Progress.line(rows: 1_204_000, bytes: 41, total: 100, seconds: 2)
        == "41%  1,204,000 rows  602,000 rows/s  3 s left")
    #expect(
      Progress.line(rows: 900, bytes: 50, total: nil, seconds: 3) == "900 rows  300 rows/s")
    #expect(
      Progress.line(rows: 10, bytes: 1, total: 100, seconds: 10)
        == "1%  10 rows  1 rows/s  17 min left")
  }
}

@Suite("the report's numbers") struct ReportLedgerTests {
  /// The numbers of the ledger's table, in order.
  private func ledger(_ page: String) throws -> [Int] {
    let table = try #require(page.firstMatch(of: /<table class="ledger">([\s\S]*?)<\/table>/))
    return table.output.1.matches(of: /<td>([0-9.]+)<\/td><\/tr>/)
      .compactMap { Int($0.output.1.replacing(".", with: "")) }
  }

  @Test("the parts of the ledger add up to the rows read, rejected rows and duplicates among them")
  func addsUp() throws {
    let demo = try ledger(Suara.run(["report", "--quiet", Suara.demo]).out)
    #expect(demo[0] == 3801 && demo.dropFirst().reduce(0, +) == 3801)
    var dump = try String(contentsOfFile: Suara.demo, encoding: .utf8)
    let lines = dump.split(separator: "\n")
    dump += lines[1...40].joined(separator: "\n") + "\nzu,wenig\n"
    dump += "q1,jalan rusak,kemarin dulu sekali,Dinas PUPR,x,p,,1,facebook\n"
    let (out, err, code) = try Suara.run(["report", "-"], input: Array(dump.utf8))
    #expect(code == 1, "\(err)")
    let damaged = try ledger(out)
    #expect(damaged[0] == 3801 + 42 && damaged.dropFirst().reduce(0, +) == damaged[0])
    #expect(damaged.contains(40))
  }

  @Test("the commands under the figures run, and repeat the numbers")
  func commands() throws {
    let page = try Suara.run(["report", "--quiet", Suara.demo]).out
    let commands = Set(page.matches(of: /<code>suara ([^<]*)<\/code>/).map { String($0.output.1) })
    // For each of eight accounts: claim, trend as SVG, trend as JSON; and claim, unanswered, classify, inspect, report.
    #expect(commands.count == 8 * 3 + 5)
    let seen = Set(commands.map { $0.split(separator: " ")[0] })
    #expect(seen == ["claim", "trend", "unanswered", "classify", "inspect", "report"])
    for command in commands where !command.contains("--official") || command.contains("PUPR") {
      let words = command.replacing("&#39;", with: "'")
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "'\(Suara.program.path)' \(words) >/dev/null 2>&1"]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(command)")
    }
    // The curve's drawing in the page is the one that the command under it prints.
    let svg = try Suara.run(
      [
        "trend", "--quiet", "--official", "Dinas PUPR", "--every", "month", "--to", "svg",
        Suara.demo,
      ]
    ).out
    let line = try #require(svg.firstMatch(of: /<path class="line" d="([^"]+)"/))
    #expect(page.contains(line.output.1))
  }

  @Test("the same page whatever the number of threads")
  func threads() throws {
    let one = try Suara.run(["report", "--quiet", "--threads", "1", Suara.demo]).out
    let seven = try Suara.run(["report", "--quiet", "--threads", "7", Suara.demo]).out
    #expect(one == seven)
  }
}

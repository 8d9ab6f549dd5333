import Testing
import Times
import Trends

@testable import Charts

@Suite("terminal tables")
struct TrendTableTests {
  @Test("golden tables")
  func golden() throws {
    try expectGolden(Sample.table(80), "table_id_80.txt")
    try expectGolden(Sample.table(120), "table_id_120.txt")
    try expectGolden(Sample.table(80, .english, unicode: false), "table_en_80_ascii.txt")
    try expectGolden(Sample.table(40), "table_id_40.txt")
    try expectGolden(Sample.table(60), "table_id_60.txt")
    try expectGolden(Sample.table(60, .english, unicode: false), "table_en_60_ascii.txt")
    try expectGolden(Sample.table(120, .english, unicode: false), "table_en_120_ascii.txt")
  }

  @Test("no line is wider than the screen", arguments: 36...140)
  func width(columns: Int) {
    for language in Language.allCases {
      for line in Sample.table(columns, language).split(separator: "\n")
      where !line.hasPrefix("*") && !line.hasPrefix("·") && !line.hasSuffix(".") {
        let isSummary = line.contains("→")
        #expect(line.count <= columns || isSummary && columns < 56, "\(columns): \(line)")
      }
    }
  }

  @Test("ASCII when asked, and colour only when asked")
  func marks() {
    for columns in [30, 80, 120] {
      let ascii = Sample.table(columns, unicode: false)
      #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
      let plain = Sample.table(columns)
      #expect(!plain.contains("\u{1b}"))
      // Colour changes nothing but the marks of colour.
      let painted = Sample.table(columns, colour: true)
      #expect(painted.contains("\u{1b}[31m") && painted.contains("\u{1b}[32m"))
      #expect(painted.replacing(/\u{1b}\[[0-9]+m/, with: "") == plain)
    }
  }

  @Test("no comments, one comment, and a name that would move the cursor")
  func small() {
    func text(_ tally: TrendTally, _ language: Language) -> String {
      let report = TrendReport(
        model: nil, zone: "UTC", every: .day, officials: ["\u{1b}[2JBupati\n\u{202e}X"], issues: [],
        curves: tally.curves(every: .day))
      return TrendTable(report, columns: 80, language: language).text
    }
    #expect(text(TrendTally(), .indonesian) == "Tidak ada komentar.\n")
    #expect(text(TrendTally(), .english) == "No comments.\n")
    var tally = TrendTally()
    tally.add(Observation(official: 0, day: 20_299, mood: .support))
    let one = text(tally, .english)
    #expect(one.hasPrefix(" [2JBupati  X · 1 comment · complaint too few\n"))
    #expect(one.contains("2025-07-30") && one.contains("too few"))
    #expect(text(tally, .indonesian).contains("data kurang"))
  }

  @Test("a long curve shows its latest periods in the sparkline")
  func long() {
    var tally = TrendTally()
    for day in Int32(0)..<200 {
      for post in 0..<20 as Range<UInt64> {
        let mood: Mood = day < 190 || post.isMultiple(of: 2) ? .complaint : .support
        tally.add(Observation(official: 0, day: day, post: post + 1, mood: mood))
      }
    }
    let report = TrendReport(
      model: nil, zone: "UTC", every: .day, officials: ["X"], issues: [],
      curves: tally.curves(every: .day))
    let lines = TrendTable(report, columns: 60).text.split(separator: "\n")
    #expect(lines[0] == "X · 4.000 komentar · keluhan 100,0% → 50,0% (−50,0 poin)")
    #expect(lines[1].hasPrefix("keluhan   …█") && lines[1].hasSuffix("▅▅  50–100%"))
    #expect(lines[1].count == lines[2].count + 2 && lines[1].count == 60 - 1)
  }

  @Test("sparklines: a fixed least span, levels and gaps")
  func sparklines() {
    func line(_ shares: [Double?], glyphs: Glyphs = .unicode) -> String {
      Sparkline(scaledTo: shares.compactMap(\.self), glyphs: glyphs).line(of: shares)
    }
    #expect(line([]) == "")
    #expect(line([nil]) == "·")
    #expect(line([0, 1]) == "▁█")
    #expect(line([0, nil, 0.5, 1], glyphs: .ascii) == "_?+@")
    // Two points of difference are not drawn as a swing.
    #expect(line([0.50, 0.52]) == "▄▅")
    #expect(line([0, 0.01]) == "▁▁")
    #expect(line([1, 0.99]) == "██")
  }
}

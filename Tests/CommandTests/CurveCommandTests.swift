import Foundation
import Testing

/// Runs the built program on files of a folder of its own, which is its working folder.
private struct Workshop {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "suara-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func run(_ arguments: String...) throws -> (out: String, err: String, code: Int32) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = root.appending(path: ".build/debug/suara")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    for name in ["out", "err"] {
      _ = FileManager.default.createFile(
        atPath: folder.appending(path: name).path, contents: nil)
    }
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return (try text("out"), try text("err"), process.terminationStatus)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

private let header = "id,text,created_at,official,author,post,platform\n"

/// Two officials over a year of posts: complaints about roads at first, thanks later.
private func rows(_ range: Range<Int>) -> String {
  range.map { i in
    let day = String(format: "2025-%02d-%02d", i / 50 % 12 + 1, i % 28 + 1)
    let text =
      (i < 300) != (i % 7 == 0)
      ? "jalan rusak parah kapan diperbaiki" : "mantap terima kasih jalannya bagus"
    let official = i % 2 == 0 ? "Bupati Contoh" : "Dinas Contoh"
    return
      "\(i),\(text),\(day),\(official),warga\(i % 90),p\(i / 8),\(i % 3 == 0 ? "facebook" : "instagram")\n"
  }.joined()
}

@Suite struct CurveCommandTests {
  @Test("aggregates of parts join to what the whole dump gives, in any order")
  func aggregates() throws {
    let work = try Workshop()
    defer { work.remove() }
    try work.write(header + rows(0..<600), "all.csv")
    try work.write(header + rows(0..<250), "a.csv")
    try work.write(header + rows(250..<600), "b.csv")
    for name in ["all", "a", "b"] {
      let made = try work.run("trend", "--to", "aggregates", "-o", "\(name).agg", "\(name).csv")
      #expect(made.code == 0)
    }
    let whole = try work.run("trend", "--quiet", "--to", "json", "all.csv").out
    #expect(whole.contains("\"trend\":{\"slope\":-"))
    for parts in [["a.agg", "b.agg"], ["b.agg", "a.agg"], ["a.agg", "b.csv"]] {
      let joined = try work.run("trend", "--quiet", "--to", "json", parts[0], parts[1])
      #expect(joined.out == whole)
    }
    let again = try work.run("trend", "--quiet", "--to", "aggregates", "b.agg", "a.agg").out
    #expect(
      try Data(again.utf8) == Data(contentsOf: work.folder.appending(path: "all.agg")))
    let unlike = try work.run("trend", "--untrained", "a.agg")
    #expect(unlike.code == 2 && unlike.err.contains("unlike model"))
    let other = try work.run("trend", "--by", "issue", "a.agg")
    #expect(other.code == 2 && other.err.contains("unlike grouping"))
    try work.write(
      String(
        decoding: Data(contentsOf: work.folder.appending(path: "a.agg")).prefix(900), as: UTF8.self),
      "cut.agg")
    let cut = try work.run("trend", "cut.agg")
    #expect(cut.code == 2 && cut.err.contains("cut.agg"))
  }

  @Test("curves of officials, issues, platforms and agencies, by the month or by counts")
  func grouping() throws {
    let work = try Workshop()
    defer { work.remove() }
    try work.write(header + rows(0..<600), "all.csv")
    func officials(_ flags: String) throws -> [String] {
      let out = try work.run("trend", "--quiet", "--to", "json", flags, "all.csv").out
      return out.matches(of: /\{"official":"([^"]*)","periods"/).map { String($0.output.1) }
    }
    #expect(try officials("--by=official") == ["Bupati Contoh", "Dinas Contoh"])
    #expect(try officials("--by=platform") == ["facebook", "instagram"])
    #expect(try officials("--by=issue").contains("roads"))
    #expect(try officials("--by=official,platform").contains("Dinas Contoh › facebook"))
    #expect(try work.run("trend", "--quiet", "--by", "issue", "all.csv").out.contains("Jalan"))
    let counts = try work.run(
      "trend", "--quiet", "--every", "100-comments", "--to", "json", "all.csv")
    #expect(counts.out.contains("\"every\":\"100-comments\""))
    let sizes = counts.out.matches(of: /"complete":true,"comments":([0-9]+)/)
      .compactMap { Int($0.output.1) }
    #expect(sizes.count >= 4 && sizes.allSatisfy { $0 >= 100 })
    for bad in ["--by=mood", "--by=official,official", "--every=year", "--every=0-comments"] {
      let found = try work.run("trend", bad, "all.csv")
      #expect(found.code == 2 && found.err.contains("allowed"))
    }
  }

  @Test("labels correct the curve, and the method and condition are told; none are told too")
  func labels() throws {
    let work = try Workshop()
    defer { work.remove() }
    try work.write(header + rows(0..<600), "all.csv")
    var labels = "text,stance,probability\n"
    for i in 0..<120 {
      labels +=
        [
          "jalan rusak parah \(i),complaint,0.5", "mantap bagus \(i),support,0.25",
          "jam \(i),neutral,1",
        ][
          i % 3] + "\n"
    }
    try work.write(labels, "gold.csv")
    let plain = try work.run("trend", "--quiet", "all.csv").out
    #expect(plain.contains("tidak dikoreksi"))
    let found = try work.run("trend", "--labels", "gold.csv", "all.csv")
    #expect(found.err.contains("120 labels, condition number"))
    #expect(found.out.contains("dikoreksi: bayesian; 120 label; κ = "))
    #expect(!found.out.contains("tidak dikoreksi"))
    let json = try work.run("trend", "--quiet", "--labels", "gold.csv", "--to", "json", "all.csv")
      .out
    #expect(json.contains("\"corrected\":{\"method\":\"bayesian\",\"share\":"))
    #expect(json.contains("\"correction\":{\"labels\":120,\"condition\":"))
    try work.write("text,stance\na,complaint\n", "few.csv")
    let few = try work.run("trend", "--labels", "few.csv", "all.csv")
    #expect(few.code == 2 && few.err.contains("too few"))
    try work.write("text,stance,probability\na,complaint,2\n", "bad.csv")
    let bad = try work.run("trend", "--labels", "bad.csv", "all.csv")
    #expect(bad.code == 2 && bad.err.contains("bad.csv:2"))
  }

  @Test("the demo dump's truths come out: turned, flat, worse, and the campaign")
  func demo() throws {
    let work = try Workshop()
    defer { work.remove() }
    let demo = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpus/demo/comments.csv").path
    let out = try work.run("trend", "--quiet", "--to", "json", demo).out
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
    let officials = try #require(json["officials"] as? [[String: Any]])
    func official(_ name: String) throws -> [String: Any] {
      try #require(officials.first { $0["official"] as? String == name })
    }
    func slope(_ name: String) throws -> (slope: Double, p: Double) {
      let trend = try #require(try official(name)["trend"] as? [String: Any])
      return (
        try #require(trend["slope"] as? Double), try #require(trend["p_adjusted"] as? Double)
      )
    }
    for name in ["Bupati Sukamaju", "Disdukcapil", "Dinas PUPR"] {
      let found = try slope(name)
      #expect(found.slope < 0 && found.p < 0.01, "\(name)")
    }
    let water = try slope("Perumda Tirta Sukamaju")
    #expect(water.slope > 0 && water.p < 0.01)
    for name in ["Dinas Lingkungan Hidup", "Dinas Kesehatan", "Dinas Perhubungan"] {
      #expect(try slope(name).p > 0.05, "\(name)")
    }
    let changes = try #require(
      try official("Perumda Tirta Sukamaju")["changes"] as? [[String: Any]])
    #expect(changes.count == 1)
    let at = try #require(changes.first?["at"] as? String)
    #expect(at >= "2026-04-15" && at <= "2026-05-15")
    let moved = try #require(try official("Bupati Sukamaju")["moved"] as? [String: Any])
    #expect(try #require(moved["campaign_copies"] as? Int) >= 20)
  }
}

@Suite struct UnansweredByAgencyTests {
  @Test("complaints of accounts that one agency answers for are summed by agency")
  func agencies() throws {
    let work = try Workshop()
    defer { work.remove() }
    try work.write(
      """
      id,text,created_at,official,author,parent
      1,jalan rusak parah kapan diperbaiki,2025-01-01,Dinas PUPR,warga1,
      2,siap segera kami tindak lanjuti,2025-01-02,Dinas PUPR,Dinas PUPR,1
      3,air mati sudah tiga hari parah,2025-01-03,Akun Lain,warga2,

      """, "all.csv")
    let json = try work.run("unanswered", "--quiet", "--to", "json", "all.csv").out
    #expect(
      json.contains(
        #""agencies":[{"agency":"Akun Lain","complaints":1,"answered":0,"solved":0,"median_wait_seconds":null,"oldest_open":"2025-01-03"},{"agency":"Dinas Pekerjaan Umum dan Penataan Ruang","complaints":1,"answered":1,"#
      ))
    #expect(
      try work.run("unanswered", "--quiet", "all.csv").out
        .contains("Dinas Pekerjaan Umum dan Penataan Ruang"))
  }
}

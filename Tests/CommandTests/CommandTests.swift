import Foundation
import Testing

/// Runs the built program as a user would: arguments and standard input in, output, messages and exit code out.
private func suara(_ arguments: String..., input: [UInt8] = []) throws -> (
  out: String, err: String, code: Int32
) {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build/debug")
  let process = Process()
  process.executableURL = folder.appending(path: "suara")
  process.arguments = arguments
  let work = FileManager.default.temporaryDirectory.appending(path: "suara-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: work) }
  // Files rather than pipes: a full pipe would stop the program while we wait for it.
  for name in ["in", "out", "err"] {
    _ = FileManager.default.createFile(
      atPath: work.appending(path: name).path, contents: Data(input))
  }
  process.standardInput = try FileHandle(forReadingFrom: work.appending(path: "in"))
  let out = try FileHandle(forWritingTo: work.appending(path: "out"))
  let err = try FileHandle(forWritingTo: work.appending(path: "err"))
  try out.truncate(atOffset: 0)
  try err.truncate(atOffset: 0)
  process.standardOutput = out
  process.standardError = err
  try process.run()
  process.waitUntilExit()
  return (
    String(decoding: try Data(contentsOf: work.appending(path: "out")), as: UTF8.self),
    String(decoding: try Data(contentsOf: work.appending(path: "err")), as: UTF8.self),
    process.terminationStatus
  )
}

private let dump = """
  id,text,created_at,official,catatan
  1,"Mantap pak 👍👍",2025-08-01,Bupati,a
  2,"kapan beres, pak?
  😡😡😡",2025-08-02,Bupati,b
  3,,2025-09-01,Bupati,c

  """

@Suite struct ClassifyTests {
  @Test("one object a row, in order, with the contract's keys")
  func jsonLines() throws {
    let (out, _, code) = try suara("classify", "--to", "jsonl", "-", input: Array(dump.utf8))
    #expect(code == 0)
    let lines = out.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(
      lines[0].hasPrefix(
        #"{"id":"1","official":"Bupati","created_at":"2025-08-01","stance":"support","score":"#))
    for key in ["confidence", "issues", "flags", "places", "model"] {
      #expect(lines[0].contains("\"\(key)\":"))
    }
    #expect(lines[1].contains(#""stance":"complaint""#))
    #expect(lines[2].contains(#""stance":"neutral""#))
  }

  @Test("CSV keeps the dump's own columns")
  func csv() throws {
    let (out, _, code) = try suara("classify", "--to", "csv", "-", input: Array(dump.utf8))
    #expect(code == 0)
    #expect(
      out.hasPrefix(
        "id,text,created_at,official,catatan,stance,score,confidence,issues,flags,places,model\n1,")
    )
  }

  @Test("the same bytes for one thread and for two")
  func threads() throws {
    var text = "id,text\n"
    for i in 0..<60_000 { text += "\(i),jalan rusak nomor \(i % 97) kapan diperbaiki pak?\n" }
    let one = try suara("classify", "--threads", "1", "-", input: Array(text.utf8))
    let two = try suara("classify", "--threads", "2", "-", input: Array(text.utf8))
    #expect(one.out == two.out)
    #expect(one.out.split(separator: "\n").count == 60_000)
  }
}

@Suite struct BadInputTests {
  @Test("a missing file, a folder without dumps, an empty file")
  func files() throws {
    let missing = try suara("classify", "/nowhere/x.csv")
    #expect(missing.code == 2 && missing.err.contains("/nowhere/x.csv"))
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "suara-empty-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let none = try suara("classify", folder.path)
    #expect(none.code == 2 && none.err.contains("no dumps"))
    let empty = try suara("classify", "-")
    #expect(empty.code == 2 && empty.err.contains("is empty"))
  }

  @Test("no text column lists the columns and suggests --map")
  func noText() throws {
    let found = try suara("classify", "-", input: Array("a,b\n1,2\n".utf8))
    #expect(found.code == 2)
    #expect(found.err.contains("--map text=") && found.err.contains("'a', 'b'"))
  }

  @Test("ragged rows and broken JSON lines are told by line, and the rest is read")
  func damaged() throws {
    let ragged = try suara("classify", "-", input: Array("id,text\n1,a\n2\n3,b\n".utf8))
    #expect(ragged.code == 1)
    #expect(ragged.out.split(separator: "\n").count == 2)
    #expect(
      ragged.err.contains("3 rows = 2 comments + 0 replies + 0 duplicates + 1 rejected")
        && ragged.err.contains(":3:"))
    let json = try suara(
      "classify", "-", input: Array("{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"b\"}\n".utf8))
    #expect(json.code == 1)
    #expect(json.out.split(separator: "\n").count == 2)
  }

  @Test("invalid UTF-8 and a NUL byte are read, and output stays UTF-8")
  func bytes() throws {
    let input = Array("id,text\n1,a".utf8) + [0xFF, 0x00] + Array("b\n".utf8)
    let found = try suara("classify", "--text", "-", input: input)
    #expect(found.code == 0)
    #expect(found.out.contains("\u{FFFD}"))
    #expect(found.err.contains("invalid UTF-8"))
  }

  @Test("a field of 50 MB is rejected, and the next row is read")
  func hugeField() throws {
    let input =
      Array("id,text\n1,".utf8) + [UInt8](repeating: 0x61, count: 50_000_000)
      + Array("\n2,baik\n".utf8)
    let found = try suara("classify", "-", input: input)
    #expect(found.code == 1)
    #expect(found.out.split(separator: "\n").count == 1)
    #expect(found.err.contains("oversizedRow 1"))
  }

  @Test("an unknown option or command suggests the one that was meant")
  func usage() throws {
    let option = try suara("classify", "--explian", "x.csv")
    #expect(option.code == 2 && option.err.contains("Did you mean '--explain'?"))
    let command = try suara("clasify")
    #expect(command.code == 2 && command.err.contains("Did you mean 'classify'?"))
  }

  @Test("a lexicon line that cannot be read is told by file and line")
  func lexicon() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "suara-lex-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "sentiment"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("term\tvalence\tkind\tnote\nrusak\t-3\n".utf8)
      .write(to: folder.appending(path: "sentiment/x.tsv"))
    let found = try suara("classify", "--lexicon", folder.path, "-", input: Array("text\na\n".utf8))
    #expect(found.code == 2 && found.err.contains("sentiment/x.tsv:2:"))
  }
}

@Suite struct TrendCommandTests {
  @Test("a curve per official, as table and as JSON")
  func trend() throws {
    let table = try suara("trend", "-", input: Array(dump.utf8))
    #expect(table.code == 0)
    #expect(table.out.contains("Bupati") && table.out.contains("2025-08"))
    let json = try suara("trend", "--to", "json", "--every", "week", "-", input: Array(dump.utf8))
    #expect(json.out.contains(#""every":"week","officials":[{"official":"Bupati""#))
  }

  @Test("a dump without times says which columns it has")
  func noTimes() throws {
    let found = try suara("trend", "-", input: Array("id,text\n1,a\n".utf8))
    #expect(found.code == 2 && found.err.contains("--map created_at="))
  }

  @Test("inspect names format, columns, rows and what is missing")
  func inspect() throws {
    let found = try suara("inspect", "--lang", "en", "-", input: Array(dump.utf8))
    #expect(found.code == 0)
    for part in [
      "CSV (,)", "text ← text (2)", "3 = 3 comments + 0 replies + 0 duplicates + 0 rejected",
      "2025-08-01 … 2025-09-01",
      "missing: author",
    ] {
      #expect(found.out.contains(part), "\(part)")
    }
  }

  @Test("inspect describes a table without comments and says how to name them")
  func inspectWithoutText() throws {
    let table = "token\tcount\nyang\t3\njalan\t2\n"
    let (out, _, code) = try suara("inspect", "-", input: Array(table.utf8))
    #expect(code == 0)
    #expect(out.contains("format: TSV"))
    #expect(out.contains("2 = 2 komentar + 0 balasan + 0 ganda + 0 ditolak"))
    #expect(out.contains("token, count"))
    #expect(out.contains("--map text="))
  }

  @Test("evaluate judges by labels")
  func evaluate() throws {
    let found = try suara(
      "evaluate", "-", input: Array("text,stance\n👍👍,support\n😡😡,complaint\n".utf8))
    #expect(found.code == 0)
    #expect(found.out.contains("macro-F1 1.000"))
  }

  @Test(
    "help teaches every command with examples",
    arguments: ["classify", "trend", "inspect", "evaluate", "lexicon"])
  func help(command: String) throws {
    let found = try suara("help", command)
    #expect(found.code == 0 && found.out.contains("Examples:"))
  }
}

@Suite struct ClaimCommandTests {
  @Test("the demo's accounts that turned, got worse or stayed are told apart")
  func demo() throws {
    let (out, _, code) = try suara("claim", "--to", "json", "--quiet", demoDump)
    #expect(code == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
    let claims = try #require(object["claims"] as? [[String: Any]])
    for claim in claims {
      let name = claim["official"] as? String ?? ""
      let finding = claim["finding"] as? String
      let change = try #require(claim["change_interval"] as? [Double])
      switch name {
      case "Bupati Sukamaju", "Disdukcapil":
        // They turned; whether the level then is surely above one half depends on the classifier's errors.
        #expect(finding != "tidak didukung", "\(name)")
        #expect(change[1] < 0, "\(name)")
      case "Dinas PUPR":
        #expect(change[1] < 0, "\(name)")
      case "Perumda Tirta Sukamaju":
        #expect(finding == "tidak didukung", "\(name)")
        #expect(change[0] > 0, "\(name)")
      default: #expect(finding != "didukung", "\(name)")
      }
    }
    #expect(claims.count == 8)
  }

  @Test("one official as JSON")
  func json() throws {
    let (out, _, _) = try suara(
      "claim", "--to", "json", "--quiet", "--official", "Disdukcapil", demoDump)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
    let claims = try #require(object["claims"] as? [[String: Any]])
    #expect(claims.count == 1)
    #expect(claims[0]["official"] as? String == "Disdukcapil")
    #expect(
      ["didukung", "tidak didukung", "data kurang"].contains(claims[0]["finding"] as? String ?? ""))
    #expect((claims[0]["change_interval"] as? [Double])?.count == 2)
  }

  @Test("labels correct the shares; too few are an error")
  func labels() throws {
    let gold = demoDump.replacing("demo/comments.csv", with: "gold/test.csv")
    let (out, err, code) = try suara(
      "claim", "--official", "Disdukcapil", "--labels", gold, demoDump)
    #expect(code == 0)
    #expect(out.contains("dikoreksi terhadap kesalahan"))
    #expect(err.contains("1277 labels, condition number"))
    let (_, few, failed) = try suara(
      "claim", "--labels", "-", demoDump, input: Array("text,stance\nrusak,complaint\n".utf8))
    #expect(failed == 2)
    #expect(few.contains("too few"))
  }

  @Test("a day that is none is told")
  func badDay() throws {
    let (_, err, code) = try suara("claim", "--split", "2026-13-01", demoDump)
    #expect(code == 2)
    #expect(err.contains("2026-03-01"))
  }
}

@Suite struct UnansweredCommandTests {
  private let replies = """
    id,text,created_at,official,author,parent
    1,jalan rusak parah pak,2025-08-01T08:00:00+07:00,Bupati,u1,
    2,air mati terus,2025-08-02T08:00:00+07:00,Bupati,u2,
    3,"Baik, kami teruskan",2025-08-02T10:00:00+07:00,Bupati,Bupati,2
    4,=lampu jalan mati semua,2025-08-03T08:00:00+07:00,Bupati,u3,
    5,mantap pak,2025-08-04T08:00:00+07:00,Bupati,u4,

    """

  @Test("what was answered, how soon, and what is open, oldest first")
  func text() throws {
    let (out, _, code) = try suara("unanswered", "-", input: Array(replies.utf8))
    #expect(code == 0)
    #expect(out.contains("2,0 jam"))
    #expect(out.contains("2 keluhan belum dijawab"))
    let lines = out.split(separator: "\n").suffix(2)
    #expect(lines.first?.contains("jalan rusak") ?? false)
    #expect(lines.first?.contains("3 hari") ?? false)
  }

  @Test("CSV lists all and reckons nothing in a spreadsheet")
  func csv() throws {
    let (out, _, _) = try suara("unanswered", "--to", "csv", "-", input: Array(replies.utf8))
    let lines = out.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[2].hasSuffix(",'=lampu jalan mati semua"))
  }

  @Test("a dump without parents cannot tell answers, and says so")
  func noParents() throws {
    let (_, err, code) = try suara("unanswered", "-", input: Array(dump.utf8))
    #expect(code == 2)
    #expect(err.contains("parent"))
  }
}

@Suite struct LabellingCommandTests {
  @Test("a sample has the asked size, all officials, and chances that add up to the dump")
  func sample() throws {
    let (out, _, code) = try suara("sample", "--size", "240", "--quiet", demoDump)
    #expect(code == 0)
    let (again, _, _) = try suara("sample", "--size", "240", "--quiet", demoDump)
    #expect(again == out)
    let rows = out.split(separator: "\n").dropFirst()
    #expect(rows.count == 240)
    let chances = rows.compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    #expect(chances.count == 240)
    #expect(chances.allSatisfy { $0 > 0 && $0 <= 1 })
    // Horvitz and Thompson: the inverse chances estimate the size of what was drawn from.
    let estimate = chances.reduce(0) { $0 + 1 / $1 }
    #expect(abs(estimate - 3597) < 2)
  }

  @Test("two readers' agreement, joined by id")
  func agree() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "suara-agree-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (a, b) = (folder.appending(path: "a.csv"), folder.appending(path: "b.csv"))
    try "id,stance\n1,complaint\n2,support\n3,neutral\n4,complaint\n".write(
      to: a, atomically: true, encoding: .utf8)
    try "id,stance\n4,support\n3,neutral\n2,support\n1,complaint\n9,neutral\n".write(
      to: b, atomically: true, encoding: .utf8)
    let (out, _, code) = try suara("agree", a.path, b.path)
    #expect(code == 0)
    #expect(out.contains("4 comments read by both"))
    #expect(out.contains("equal   0.75"))
    let (_, err, failed) = try suara("agree", a.path)
    #expect(failed == 2)
    #expect(err.contains("two label files"))
  }
}

@Suite struct ReportCommandTests {
  @Test("the demo's report names every account and masks handles")
  func demo() throws {
    let (out, _, code) = try suara("report", "--quiet", demoDump)
    #expect(code == 0)
    #expect(out.hasPrefix("<!doctype html>"))
    #expect(out.hasSuffix("</html>\n"))
    for name in ["Bupati Sukamaju", "Dinas PUPR", "Disdukcapil"] { #expect(out.contains(name)) }
    #expect(out.utf8.count < 2_000_000)
  }

  @Test("a dump without times says what is missing")
  func noTimes() throws {
    let (_, err, code) = try suara("report", "-", input: Array("text\njalan rusak\n".utf8))
    #expect(code == 2)
    #expect(err.contains("created_at"))
  }
}

private let demoDump = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Corpus/demo/comments.csv").path

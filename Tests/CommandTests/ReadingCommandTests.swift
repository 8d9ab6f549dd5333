import Foundation
import Testing

/// A folder of files for one test, and the built program run in it.
struct CommandFolder: ~Copyable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "suara-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
    return path + "/" + name
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }

  /// The names in the folder, hidden ones too, but for those of the run itself.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter {
      $0 != ".out" && $0 != ".err"
    }
    .sorted()
  }

  static let program = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".build/debug/suara")
    .path

  /// Runs a shell's line with the program as `$SUARA` and this folder as `$DIR`.
  func shell(_ line: String) throws -> (out: String, err: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "{ \(line)\n} >\"$DIR/.out\" 2>\"$DIR/.err\""]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SUARA": Self.program, "DIR": path], uniquingKeysWith: { $1 })
    try process.run()
    process.waitUntilExit()
    return (try text(".out"), try text(".err"), process.terminationStatus)
  }
}

@Suite("what a dump's times say") struct TimesCommandTests {
  private let dated =
    "id,text,created_at,official\n1,jalan rusak,13/12/2025,B\n2,jalan rusak parah,08/12/2025,B\n"

  @Test("the order of day and month is decided by the dump's dates")
  func decided() throws {
    let folder = try CommandFolder()
    try folder.file("a.csv", dated)
    let found = try folder.shell(#""$SUARA" inspect --to json "$DIR/a.csv""#)
    #expect(found.out.contains(#""first":"2025-12-08","last":"2025-12-13""#))
    #expect(found.out.contains(#""order":"dmy""#))
    let trend = try folder.shell(#""$SUARA" trend --to json --every day "$DIR/a.csv""#)
    #expect(trend.code == 0)
    #expect(trend.out.contains("2025-12-08") && trend.out.contains("2025-12-13"))
  }

  @Test("dates that could be either are refused, until the order is said")
  func undecidable() throws {
    let folder = try CommandFolder()
    try folder.file("a.csv", "id,text,created_at,official\n1,jalan rusak,08/12/2025,B\n")
    let refused = try folder.shell(#""$SUARA" trend "$DIR/a.csv""#)
    #expect(refused.code == 2 && refused.err.contains("--dates dmy"))
    let said = try folder.shell(#""$SUARA" trend --to json --every day --dates mdy "$DIR/a.csv""#)
    #expect(said.code == 0 && said.out.contains("2025-08-12"))
    let classified = try folder.shell(#""$SUARA" classify --to jsonl "$DIR/a.csv""#)
    #expect(classified.code == 0 && classified.err.contains("--dates dmy"))
  }

  @Test("relative times are dated by a declared capture, and told by their precision")
  func relative() throws {
    let folder = try CommandFolder()
    let dump =
      #"{"cid":"1","comment":"jalan rusak","author":"w","publishedTimeText":"2 minggu yang lalu","voteCount":1,"videoId":"v"}"#
    try folder.file(
      "a.jsonl",
      dump + "\n" + dump.replacing("2 minggu", with: "3 hari").replacing("\"1\"", with: "\"2\""))
    let without = try folder.shell(#""$SUARA" inspect --lang en "$DIR/a.jsonl""#)
    #expect(without.out.contains("2 times cannot be read") && without.out.contains("--captured"))
    let with = try folder.shell(
      #""$SUARA" inspect --lang en --captured 2025-08-12 "$DIR/a.jsonl""#)
    #expect(with.out.contains("2025-07-29 … 2025-08-09 (2)"))
    #expect(with.out.contains("precision: day 1, week 1"))
    #expect(with.out.contains("Apify streamers/youtube-comments-scraper"))
    let json = try folder.shell(
      #""$SUARA" classify --captured 2025-08-12 --to jsonl "$DIR/a.jsonl""#)
    #expect(json.out.contains(#""created_at":"2025-07-29""#))
    let bad = try folder.shell(#""$SUARA" inspect --captured kemarin "$DIR/a.jsonl""#)
    #expect(bad.code == 2 && bad.err.contains("--captured"))
  }

  @Test("who named the zone is told")
  func zones() throws {
    let folder = try CommandFolder()
    try folder.file(
      "a.csv", "text,created_at\na,2025-08-12 10:30:00\nb,2025-08-12T03:30:00Z\nc,12 Agustus 2025\n"
    )
    let found = try folder.shell(#""$SUARA" inspect --to json --zone WITA "$DIR/a.csv""#)
    #expect(found.out.contains(#""zone":{"given":1,"declared":2,"name":"Asia/Makassar"}"#))
    #expect(found.out.contains(#""precision":{"second":2,"day":1}"#))
  }
}

@Suite("duplicates") struct DuplicateCommandTests {
  private let page =
    #"{"data":[{"id":"1","message":"jalan rusak","created_time":"2025-08-12T03:30:00+0000"},{"id":"2","message":"banjir","created_time":"2025-08-12T03:31:00+0000"}]}"#

  @Test("a comment in two dumps counts once in curves, and is told")
  func acrossDumps() throws {
    let folder = try CommandFolder()
    try folder.file("a.json", page)
    try folder.file("b.json", page.replacing("\"2\"", with: "\"3\""))
    let found = try folder.shell(#""$SUARA" trend --to json "$DIR/a.json" "$DIR/b.json""#)
    #expect(found.code == 0)
    #expect(
      found.err.contains("b.json: 2 rows = 1 comments + 0 replies + 1 duplicates + 0 rejected"))
    #expect(found.out.contains("\"comments\":3"))
    let all = try folder.shell(
      #""$SUARA" trend --duplicates keep --to json "$DIR/a.json" "$DIR/b.json""#)
    #expect(all.out.contains("\"comments\":4"))
    let classified = try folder.shell(#""$SUARA" classify --to jsonl "$DIR/a.json" "$DIR/b.json""#)
    #expect(classified.out.split(separator: "\n").count == 4)
    let unique = try folder.shell(
      #""$SUARA" classify --duplicates drop --to jsonl "$DIR/a.json" "$DIR/b.json""#)
    #expect(unique.out.split(separator: "\n").count == 3)
  }

  @Test("without ids, the same author, text and minute are one; a day alone is not enough")
  func withoutIDs() throws {
    let folder = try CommandFolder()
    try folder.file(
      "a.csv",
      "text,author,created_at\nx,w,2025-08-12 10:30:01\nx,w,2025-08-12 10:30:59\nx,w,2025-08-12 10:31:00\nx,v,2025-08-12 10:30:01\ny,w,2025-08-12\ny,w,2025-08-12\n"
    )
    let found = try folder.shell(#""$SUARA" inspect --to json "$DIR/a.csv""#)
    #expect(found.out.contains(#""kept":6,"comments":5,"replies":0,"duplicates":1"#))
  }

  @Test("numbers of rows of unknown tools are no ids of comments")
  func runningNumbers() throws {
    let folder = try CommandFolder()
    try folder.file("a.csv", "id,text\n1,jalan rusak\n2,banjir\n")
    try folder.file("b.csv", "id,text\n1,air mati\n2,banjir\n")
    let found = try folder.shell(#""$SUARA" inspect --to json "$DIR/a.csv" "$DIR/b.csv""#)
    #expect(found.out.contains(#""duplicates":1"#))
    #expect(found.out.contains(#""duplicates":0"#))
  }
}

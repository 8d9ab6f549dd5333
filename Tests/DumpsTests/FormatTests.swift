import Foundation
import Testing

@testable import Dumps

/// Fixtures are ours, to the field names that the sources document.
@Suite("formats of tools") struct FormatTests {
  /// What a row says: id, text, author, time, parent.
  private func rows(_ bytes: [UInt8], _ options: DumpOptions = DumpOptions()) throws -> [String] {
    let folder = TemporaryFolder()
    let path = folder.path + "/dump"
    try Data(bytes).write(to: URL(filePath: path))
    return try rows(of: path, options)
  }

  private func rows(of path: String, _ options: DumpOptions = DumpOptions()) throws -> [String] {
    var reader = try DumpReader(path: path, options: options)
    var rows: [String] = []
    while let batch = try reader.next() {
      for row in batch.rows {
        rows.append(
          [Column.id, .text, .author, .createdAt, .parent].map { column in
            row[column].map { batch.string($0) } ?? "-"
          }.joined(separator: " | "))
      }
    }
    #expect(reader.summary.rowsRead == rows.count + reader.summary.rowsRejected)
    return rows
  }

  @Test(
    "comments and replies come out of every nesting",
    arguments: [
      (
        "Instagram Graph API",
        #"""
        {
         "data": [{"id": "1", "text": "jalan rusak", "username": "u1", "timestamp": "2017-08-31T19:16:02+0000",
           "replies": {"data": [{"id": "2", "text": "kami cek", "username": "dinas", "timestamp": "2017-08-31T20:16:02+0000"}]}}],
         "paging": {"cursors": {"after": "x"}}
        }
        """#,
        [
          "1 | jalan rusak | u1 | 2017-08-31T19:16:02+0000 | -",
          "2 | kami cek | dinas | 2017-08-31T20:16:02+0000 | 1",
        ]
      ),
      (
        "Facebook Graph",
        #"{"data":[{"id":"9_1","message":"banjir","from":{"id":"4","name":"Warga"},"created_time":"2026-08-07T10:00:00+0000","comments":{"data":[{"id":"9_2","message":"ya","parent":{"id":"9_1"},"created_time":"2026-08-07T11:00:00+0000"}]}}]}"#,
        [
          "9_1 | banjir | Warga | 2026-08-07T10:00:00+0000 | -",
          "9_2 | ya | - | 2026-08-07T11:00:00+0000 | 9_1",
        ]
      ),
      (
        "YouTube Data API",
        #"{"items":[{"id":"T","snippet":{"videoId":"v","topLevelComment":{"id":"T","snippet":{"textDisplay":"jalan&#39;nya<br>rusak","authorDisplayName":"@a","publishedAt":"2024-01-01T00:00:00Z"}}},"replies":{"comments":[{"id":"T.r","snippet":{"textDisplay":"ya","authorDisplayName":"@b","parentId":"T","publishedAt":"2024-01-02T00:00:00Z"}}]}}]}"#,
        [
          "T | jalan'nya rusak | @a | 2024-01-01T00:00:00Z | -",
          "T.r | ya | @b | 2024-01-02T00:00:00Z | T",
        ]
      ),
      (
        "yt-dlp",
        #"{"id":"vid","formats":[{"format_id":"18"}],"comments":[{"id":"a","parent":"root","text":"rusak","author":"@a","timestamp":1700000000},{"id":"b","parent":"a","text":"ok","author":"@b","timestamp":1700000100}]}"#,
        ["a | rusak | @a | 1700000000 | -", "b | ok | @b | 1700000100 | a"]
      ),
      (
        "Apify Instagram",
        #"[{"id":"1","text":"air mati","ownerUsername":"a","timestamp":"2026-06-22T17:24:20.000Z","replies":[{"id":"2","text":"siap","ownerUsername":"d","timestamp":"2026-06-22T18:24:20.000Z","replies":null}]}]"#,
        [
          "1 | air mati | a | 2026-06-22T17:24:20.000Z | -",
          "2 | siap | d | 2026-06-22T18:24:20.000Z | 1",
        ]
      ),
      (
        "Apify Facebook, an empty post among them",
        #"[{"error":"no_items","errorDescription":"x"},{"id":"1","text":"banjir","profileName":"a","date":"2026-06-22T17:24:20.000Z"}]"#,
        ["1 | banjir | a | 2026-06-22T17:24:20.000Z | -"]
      ),
      (
        "Apify TikTok",
        #"[{"cid":"1","text":"macet","uniqueId":"a","createTimeISO":"2026-06-22T17:24:20.000Z","repliesToId":null},{"cid":"2","text":"ya","uniqueId":"b","createTimeISO":"2026-06-22T18:24:20.000Z","repliesToId":"1"}]"#,
        [
          "1 | macet | a | 2026-06-22T17:24:20.000Z | -",
          "2 | ya | b | 2026-06-22T18:24:20.000Z | 1",
        ]
      ),
      (
        "instaloader",
        #"[{"id":17,"created_at":1600000000,"text":"mantap","owner":{"id":"5","username":"u"},"answers":[{"id":18,"created_at":1600000001,"text":"ok","owner":{"username":"d"}}]}]"#,
        ["17 | mantap | u | 1600000000 | -", "18 | ok | d | 1600000001 | 17"]
      ),
      (
        "twarc2 pages, one a line",
        #"{"data":[{"id":"1","text":"macet","author_id":"9","created_at":"2021-09-22T16:38:35.000Z"}],"includes":{"users":[{"id":"9","username":"z"}]}}"#
          + "\n"
          + #"{"data":[{"id":"2","text":"banjir","author_id":"9","created_at":"2021-09-22T16:39:35.000Z"}]}"#,
        [
          "1 | macet | z | 2021-09-22T16:38:35.000Z | -",
          "2 | banjir | 9 | 2021-09-22T16:39:35.000Z | -",
        ]
      ),
      (
        "snscrape",
        #"{"id":1,"rawContent":"jalan rusak","user":{"username":"u"},"date":"2022-01-01T00:00:00+00:00","inReplyToTweetId":null}"#,
        ["1 | jalan rusak | u | 2022-01-01T00:00:00+00:00 | -"]
      ),
      (
        "TikTok Research",
        #"{"data":{"comments":[{"id":7123456789012345678,"text":"air keruh","create_time":1700000000,"parent_comment_id":5}],"cursor":1},"error":{"code":"ok"}}"#,
        ["7123456789012345678 | air keruh | - | 1700000000 | 5"]
      ),
      (
        "youtube-comment-downloader",
        #"{"cid":"Ugx","text":"rusak","time":"2 years ago","author":"@a"}"#,
        ["Ugx | rusak | @a | 2 years ago | -"]
      ),
    ] as [(String, String, [String])])
  func nested(tool: String, json: String, expected: [String]) throws {
    #expect(try rows(Array(json.utf8)) == expected, "\(tool)")
  }

  @Test("what comes out of nested JSON does not depend on where reads end", arguments: [1, 7, 64])
  func chunks(size: Int) throws {
    let json = Array(
      #"[{"id":"1","text":"a \" } ] \\","replies":[{"id":"2","text":"b"}]},{"id":"3","text":"c","x":{"y":[1,{"text":"n"}]}}]"#
        .utf8)
    var (whole, parts) = ([UInt8](), [UInt8]())
    try JSONFlattener(rootIsRecord: false, limit: 1000).feed(json, isLast: true, into: &whole)
    let flattener = JSONFlattener(rootIsRecord: false, limit: 1000)
    for start in stride(from: 0, to: json.count, by: size) {
      let end = min(json.count, start + size)
      try flattener.feed(Array(json[start..<end]), isLast: end == json.count, into: &parts)
    }
    #expect(parts == whole)
    #expect(whole.filter { $0 == 0x0A }.count == 3)
  }

  @Test("a comment cut off by the dump's end is rejected, not lost")
  func cutOff() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/dump.json"
    try Data(#"[{"id":"1","text":"a"},{"id":"2","te"#.utf8).write(to: URL(filePath: path))
    var reader = try DumpReader(path: path)
    var kept = 0
    while let batch = try reader.next() { kept += batch.rows.count }
    #expect(kept == 1)
    #expect(reader.summary.rowsRejected == 1)
  }

  @Test("a comment longer than the limit is rejected")
  func tooLong() throws {
    let long = String(repeating: "a", count: 5000)
    let json = "[{\"text\":\"a\"},{\"text\":\"\(long)\"},{\"text\":\"b\"}]"
    let found = try rows(Array(json.utf8), DumpOptions(rowLimit: 1000))
    #expect(found.map { $0.split(separator: " | ")[1] } == ["a", "b"])
  }

  private var workbook: String {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/comments.xlsx").path
  }

  @Test("a workbook's first sheet, its header below a title, dates as times")
  func xlsx() throws {
    #expect(
      try rows(of: workbook) == [
        "- | Jalan rusak & berlubang, pak | warga1 | 2025-08-30 17:40:39 | -",
        "- | Mantap \"pak\" <3 | warga2 | 2025-08-30 17:40:40 | -",
        "- | Air mati\ndua hari | warga3 | 2025-08-30 17:40:41 | -",
      ])
  }

  @Test("another sheet by name; an unknown name tells the known ones")
  func sheets() throws {
    var options = DumpOptions()
    options.sheet = "Lain"
    #expect(try rows(of: workbook, options) == ["- | lampu jalan mati | - | - | -"])
    options.sheet = "Tiada"
    let path = workbook
    let error = #expect(throws: DumpError.self) { _ = try DumpReader(path: path, options: options) }
    #expect(error?.description.contains("Komentar, Lain") ?? false)
  }

  @Test("UTF-16 with tabs, as Meltwater exports", arguments: [true, false])
  func utf16(isBig: Bool) throws {
    let text = "Date\tMessage\n2025-01-01\tjalan rusak – parah 👍\n"
    let bytes = ([0xFEFF] + Array(text.utf16)).flatMap {
      isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(try rows(bytes) == ["- | jalan rusak – parah 👍 | - | 2025-01-01 | -"])
  }

  @Test("gzip, and gzip of what else there is")
  func gzip() throws {
    // `printf 'id,text\n1,air mati\n' | gzip -n`, made once.
    let packed: [UInt8] = Self.packed
    #expect(try rows(packed) == ["1 | air mati | - | - | -"])
    #expect(throws: DumpError.self) { try rows(Array(packed.dropLast(6))) }
  }

  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xCB, 0x4C, 0xD1, 0x29,
    0x49, 0xAD, 0x28, 0xE1, 0x32, 0xD4, 0x49, 0xCC, 0x2C, 0x52, 0xC8, 0x4D, 0x2C, 0xC9,
    0xE4, 0x02, 0x00, 0xA2, 0x9B, 0xF5, 0xAA, 0x13, 0x00, 0x00, 0x00,
  ]
}

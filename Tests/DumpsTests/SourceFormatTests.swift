import Testing

@testable import Dumps

@Suite("formats of tools, by one table") struct SourceFormatTests {
  private static let shown: [Column] = [.id, .text, .author, .createdAt, .likes, .parent, .post]

  private func lines(_ reading: Reading) -> [String] {
    reading.rows.map { row in
      Self.shown.map { row[$0].map { String(decoding: $0, as: UTF8.self) } ?? "-" }
        .joined(separator: " | ")
    }
  }

  private func expected(_ fixture: SourceFixture) -> [String] {
    let posts = fixture.post?.split(separator: " ").map(String.init) ?? []
    return (0..<3).map { i in
      let parent =
        fixture.format == "fixmystreet-updates"
        ? ["7", "1001", "7"][i] : i == 1 && fixture.hasParent ? fixture.ids[0] ?? "-" : "-"
      let post = posts.isEmpty ? "-" : posts.count == 3 ? posts[i] : posts[0]
      return [
        fixture.ids[i] ?? "-", fixture.texts[i], fixture.authors[i] ?? "-",
        fixture.times[i] ?? "-", fixture.likes[i] ?? "-", parent, post,
      ].joined(separator: " | ")
    }
  }

  @Test(
    "each tool's dump is recognised and says the same three comments", arguments: SourceFixture.all)
  func fixtures(fixture: SourceFixture) throws {
    let reading = try read(bytes: fixture.bytes)
    #expect(reading.header.source?.id == fixture.format)
    #expect(lines(reading) == expected(fixture))
    let summary = reading.summary
    #expect(summary.rowsRejected == fixture.rejected)
    #expect(summary.rowsKept == summary.comments + summary.replies + summary.duplicates)
    #expect(summary.ownRows == fixture.own)
    if let platform = reading.header.source?.platform {
      #expect(reading.rows.allSatisfy { $0[.platform] == Array(platform.utf8) })
    }
  }

  @Test("canonical rows written from it are read as the same rows", arguments: SourceFixture.all)
  func roundTrip(fixture: SourceFixture) throws {
    let reading = try read(bytes: fixture.bytes)
    for format in RecordFormat.allCases {
      var writer = RecordWriter(format: format, columns: Self.shown.map(\.rawValue))
      writer.writeHeader()
      for row in reading.rows {
        writer.beginRow()
        for column in Self.shown {
          if let cell = row[column] {
            writer.field(column.rawValue, cell.span)
          } else {
            writer.absent(column.rawValue)
          }
        }
        writer.endRow()
      }
      let again = try read(bytes: writer.take())
      #expect(again.header.source == nil)
      #expect(
        lines(again).map {
          $0.replacing(" |  |", with: " | - |").replacing(" |  |", with: " | - |")
        }
        .map { $0.hasSuffix("| ") ? $0 + "-" : $0 } == lines(reading), "\(format)")
    }
  }

  @Test("every format of the table has a fixture")
  func allHaveFixtures() {
    let missing = SourceFormat.all.map(\.id).filter { id in
      !SourceFixture.all.contains { $0.format == id }
    }
    #expect(missing == [])
    #expect(Set(SourceFormat.all.map(\.id)).count == SourceFormat.all.count)
  }

  @Test("the user's names come before the tool's")
  func mapped() throws {
    var options = DumpOptions()
    options.columns = [.author: "authorChannelId"]
    let fixture = try #require(SourceFixture.all.first { $0.format == "youtube-data-tools" })
    #expect(try read(bytes: fixture.bytes, options).rows.first?[.author] == Array("UC51".utf8))
  }

  @Test("reported counts stand beside what was found")
  func completeness() throws {
    func found(_ format: String) throws -> Completeness {
      let fixture = try #require(SourceFixture.all.first { $0.format == format })
      return try read(bytes: fixture.bytes).summary.completeness
    }
    let video = try found("yt-dlp")
    #expect((video.counted, video.reported, video.found, video.truncated) == (1, 5, 3, 1))
    let post = try found("facebook-scraper")
    #expect((post.reported, post.found, post.truncated) == (5, 2, 1))
    #expect(try found("youtube-api").reportedReplies == 4)
    let pages = try found("x-v2")
    #expect((pages.counted, pages.reported, pages.found, pages.truncated) == (2, 3, 3, 0))
    let posts = try read(
      text:
        #"[{"url":"u1","ownerUsername":"dinas","caption":"Rapat","commentsCount":9,"isCommentsDisabled":false,"latestComments":[{"id":"1","text":"a","ownerUsername":"w","timestamp":"2025-08-12T03:30:00.000Z"}]},{"url":"u2","caption":"Y","commentsCount":0,"isCommentsDisabled":true,"latestComments":[]},{"url":"u3","caption":"Z","commentsCount":0,"latestComments":[]}]"#
    )
    #expect(posts.texts == ["a"])
    #expect(posts.rows[0][.post] == Array("u1".utf8))
    #expect(posts.rows[0][.official] == Array("dinas".utf8))
    let all = posts.summary.completeness
    #expect((all.reported, all.found, all.truncated, all.locked, all.silent) == (9, 1, 1, 1, 1))
    #expect(
      try read(text: #"{"data":[{"id":"1","message":"a","created_time":"x"},"#).summary.completeness
        .isCutOff)
  }

  @Test("empty, deleted and sticker rows, error objects and damaged ids are counted")
  func counted() throws {
    let json = try read(
      text:
        #"[{"error":"no_items"},{"id":"1","message":"","created_time":"x","attachment":{"type":"sticker"}},{"id":"2","message":"  ","created_time":"x"},{"id":"3","message":"[deleted]","created_time":"x"},{"id":"4","message":"[GIF]","created_time":"x"}]"#
    ).summary
    #expect(json.rejected == [.errorObject: 1])
    #expect((json.stickers, json.emptyTexts, json.deletedTexts) == (2, 1, 1))
    let table = try read(
      text:
        "id,text\n1.7E+18,a\n1712345678901230000,b\n1712345678901234567,c\n100,d\n,e\n1.71E+18,f\n")
    #expect(table.summary.damagedIDs == 3)
  }

  @Test(
    "counts as pages show them",
    arguments: [
      ("1.2K", 1200), ("3,4 rb", 3400), ("12", 12), ("2jt", 2_000_000), ("", nil), ("x", nil),
      ("-1", nil),
    ] as [(String, Int?)])
  func shortCounts(text: String, expected: Int?) {
    let bytes = Array(text.utf8)
    #expect(ShortCount.value(bytes.span, 0..<bytes.count) == expected)
  }
}

import Testing

@testable import Dumps

@Suite struct SnifferTests {
  @Test(
    "the format follows from the shape",
    arguments: [
      ("text\na\n", .delimited(by: nil)),
      ("id,text\n1,a;b;c\n", .delimited(by: 0x2C)),
      ("id;text\n1;a, b\n2;c, d, e\n", .delimited(by: 0x3B)),
      ("id\ttext\n1\ta, b\n", .delimited(by: 0x09)),
      ("id|text\n1|a, b\n", .delimited(by: 0x7C)),
      ("\"id\";\"isi komentar\"\n1;\"a\nb\"\n", .delimited(by: 0x3B)),
      ("{\"text\":\"a\"}", .jsonLines),
      ("\u{FEFF}\n {\"text\":\"a\"}\n", .jsonLines),
    ] as [(String, Format)])
  func format(text: String, expected: Format) throws {
    #expect(try read(text: text).header.format == expected)
  }

  @Test(
    "what cannot be read says so",
    arguments: [
      ([], .empty),
      (Array(" \n".utf8), .empty),
      ([0xEF, 0xBB, 0xBF], .empty),
      ([0xFF, 0xFE, 0x61, 0], .noTextColumn(columns: ["a"])),
      ([0xFE, 0xFF, 0, 0x61], .noTextColumn(columns: ["a"])),
      ([0x1F, 0x8B, 8], .damaged("the compressed data end early")),
      (
        [0x50, 0x4B, 3, 4, 0],
        .damaged("is a zip without an end; it was not copied whole")
      ),
      (Array("{\n \"comments\": []\n}".utf8), .empty),
      (Array("a,b\n1,2\n".utf8), .noTextColumn(columns: ["a", "b"])),
      (Array("jalan rusak\npak\n".utf8), .noTextColumn(columns: ["jalan rusak"])),
      (Array("{\"error\":\"no_items\"}".utf8), .noTextColumn(columns: ["error"])),
    ] as [([UInt8], DumpError.Reason)])
  func errors(bytes: [UInt8], expected: DumpError.Reason) {
    #expect(failure(reading: bytes) == expected)
  }

  @Test("the user's choice of format goes before the shape")
  func choice() throws {
    #expect(try read(text: "{x},text\n1,a\n", DumpOptions(format: .csv)).texts == ["a"])
    #expect(
      try read(text: "text,b\tid\nx,y\t1\n", DumpOptions(columns: [.text: "text,b"], format: .tsv))
        .texts == ["x,y"])
    #expect(
      failure(reading: Array("text\na".utf8), DumpOptions(format: .jsonl))
        == .noTextColumn(columns: []))
  }

  @Test("files that cannot be opened say so")
  func files() {
    let folder = TemporaryFolder()
    #expect(throws: DumpError(path: folder.path, reason: .isDirectory)) {
      _ = try DumpReader(path: folder.path)
    }
    let missing = folder.path + "/none.csv"
    let error = #expect(throws: DumpError.self) { _ = try DumpReader(path: missing) }
    #expect(error?.description == "\(missing): cannot be opened: No such file or directory")
  }

  @Test("messages say what is there and what to do, and quote no long cell")
  func messages() {
    let comment = String(repeating: "jalan rusak ", count: 10)
    let error = DumpError(path: "-", line: 1, reason: .noTextColumn(columns: ["id", "", comment]))
    #expect(
      error.description == """
        standard input:1: no column is known to hold comments; name it with --map text=COLUMN. \
        Columns found: 'id', (no name), (a name of 120 bytes)
        """)
    let mapped = DumpError(
      path: "a.csv", line: 1, reason: .unknownMappedColumn(name: "Isi", columns: ["id"]))
    #expect(
      mapped.description
        == "a.csv:1: --map names the column 'Isi', which is not there. Columns found: 'id'")
  }
}

@Suite struct ColumnMapTests {
  @Test(
    "headers of real dumps",
    arguments: [
      (["id", "text"], [.id: 0, .text: 1]),
      ([" TEXT "], [.text: 0]),
      // ExportComments, Instagram.
      (
        [
          "", "", "Name", "Username", "Profile ID", "Date", "Likes", "Comment", "Comment ID",
          "Profile URL", "Comment URL",
        ],
        [.author: 3, .createdAt: 5, .likes: 6, .text: 7, .id: 8]
      ),
      // tweet-harvest.
      (
        [
          "conversation_id_str", "created_at", "favorite_count", "full_text", "id_str", "tweet_url",
          "username",
        ],
        [.post: 0, .createdAt: 1, .likes: 2, .text: 3, .id: 4, .author: 6]
      ),
      // Apify, Instagram and TikTok.
      (
        ["id", "ownerUsername", "postUrl", "text", "timestamp", "likesCount"],
        [.id: 0, .author: 1, .post: 2, .text: 3, .createdAt: 4, .likes: 5]
      ),
      (
        [
          "cid", "uniqueId", "createTime", "createTimeISO", "diggCount", "repliesToId",
          "videoWebUrl", "text",
        ],
        [.id: 0, .author: 1, .createdAt: 3, .likes: 4, .parent: 5, .post: 6, .text: 7]
      ),
      // The exact name goes before synonyms, which go by their own order; equal headers by the header's.
      (["komentar", "comment", "text"], [.text: 2]),
      (["komentar", "comment"], [.text: 1]),
      (["text", "Text"], [.text: 0]),
      (
        ["Pejabat", "Isi Komentar", "Tanggal", "Sumber"],
        [.official: 0, .text: 1, .createdAt: 2, .platform: 3]
      ),
      (["a", "b"], [:]), ([], [:]),
    ] as [([String], [Column: Int])])
  func real(names: [String], expected: [Column: Int]) {
    let map = ColumnMap(names: names, chosen: [:])
    var found: [Column: Int] = [:]
    for column in Column.allCases { found[column] = map[column] }
    #expect(found == expected)
  }

  @Test("what the user chose goes before all")
  func chosen() {
    let map = ColumnMap(
      names: ["text", "Komentar", "id"], chosen: [.text: "komentar", .likes: "x", .author: "text"])
    #expect(map[.text] == 1)
    #expect(map[.author] == 0)
    #expect(map[.id] == 2)
    #expect(map.unknown == ["x"])
    #expect(map.column(at: 1) == .text)
  }

  @Test("a chosen name that isn't there is an error, and the header is told")
  func unknown() {
    let options = DumpOptions(columns: [.createdAt: "Waktu"])
    #expect(
      failure(reading: Array("id,text\n".utf8), options)
        == .unknownMappedColumn(name: "Waktu", columns: ["id", "text"]))
  }

  @Test("no synonym stands under two columns, and all are folded")
  func synonyms() {
    let all = Column.allCases.flatMap { [$0.canonical] + $0.synonyms }
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { Column.fold($0) == $0 })
    #expect(Column.allCases.map(\.ordinal) == Array(0..<Column.count))
  }
}

import Dumps
import Foundation
import Testing

/// Whether this machine lets us make a small file system that can be full.
private let canMount: Bool = {
  guard let folder = try? CommandFolder() else { return false }
  return (try? folder.shell(#"unshare -rm mount -t tmpfs -o size=64k tmpfs "$DIR""#))?.code == 0
}()

@Suite("writing results") struct WritingCommandTests {
  private let dump = """
    id,text,author,created_at,official,catatan
    1,"jalan rusak, hub 0812-3456-7890",@Warga,2025-08-12 10:00:00,Dinas,budi@contoh.id
    2,=1+1,ibu,2025-08-12 10:01:00,Dinas,x
    3,"@Warga makasih pak, B 1234 XYZ",dinas,2025-08-12 10:02:00,Dinas,y

    """

  @Test("CSV opens in Excel: a byte order mark, and no cell is a formula")
  func excel() throws {
    let folder = try CommandFolder()
    try folder.file("a.csv", dump)
    let found = try folder.shell(#""$SUARA" classify --to csv --bom "$DIR/a.csv""#)
    #expect(found.out.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(found.out.contains("\n2,'=1+1,ibu"))
    #expect(found.out.contains(",-0.") && !found.out.contains("'-0."))
    let plain = try folder.shell(#""$SUARA" classify --to csv "$DIR/a.csv""#)
    #expect(found.out.dropFirst() == plain.out || found.out == "\u{FEFF}" + plain.out)
  }

  @Test("pseudonyms hide people, the same in every run, and keep verdicts")
  func pseudonyms() throws {
    let folder = try CommandFolder()
    try folder.file("a.csv", dump)
    let open = try folder.shell(#""$SUARA" classify --to csv "$DIR/a.csv""#)
    let line = #""$SUARA" classify --to csv --pseudonyms "$DIR/key" "$DIR/a.csv""#
    let hidden = try folder.shell(line)
    #expect(hidden.code == 0)
    for name in ["Warga", "0812", "budi", "B 1234", "ibu"] {
      #expect(open.out.contains(name), "\(name)")
      #expect(!(hidden.out + hidden.err).contains(name), "\(name)")
    }
    #expect(hidden.out.contains("[telepon]") && hidden.out.contains("[plat]"))
    // The author of the first row is who the third speaks to.
    let pseudonym = try #require(hidden.out.firstMatch(of: /u-[0-9a-f]{16}/))
    #expect(hidden.out.components(separatedBy: String(pseudonym.output)).count == 3)
    func verdicts(_ text: String) -> [Substring] {
      text.matches(of: /(complaint|support|neutral),[-0-9.]+,[0-9.]+/).map(\.output.0)
    }
    #expect(verdicts(open.out) == verdicts(hidden.out) && verdicts(open.out).count == 3)
    #expect(try folder.shell(line).out == hidden.out)
    let other = try folder.shell(line.replacing("/key", with: "/key2"))
    #expect(other.out != hidden.out)
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/key")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
    try folder.file("short", "abc\n")
    let short = try folder.shell(line.replacing("/key", with: "/short"))
    #expect(short.code == 2 && short.err.contains("at least 16 bytes"))
  }

  @Test("a database grows with weekly runs: what comes again is replaced")
  func database() throws {
    let folder = try CommandFolder()
    func page(_ ids: [Int], likes: Int) -> String {
      let items = ids.map {
        #"{"id":"7_\#($0)","message":"jalan rusak nomor \#($0)","created_time":"2025-08-12T03:30:00+0000","like_count":\#(likes),"from":{"name":"w\#($0)"}}"#
      }
      return "{\"data\":[" + items.joined(separator: ",") + "]}"
    }
    try folder.file("1.json", page([1, 2], likes: 1))
    try folder.file("2.json", page([2, 3], likes: 5))
    for week in ["1", "2"] {
      let found = try folder.shell(
        #""$SUARA" classify --official Dinas -o "$DIR/r.db" "$DIR/\#(week).json""#)
      #expect(found.code == 0, "\(found.err)")
    }
    let rows = try folder.shell(
      #"sqlite3 "$DIR/r.db" "SELECT key, likes, post, official, dump FROM comments ORDER BY key; SELECT count(*) FROM verdicts; SELECT comment, issue, rank FROM issues; SELECT source, rows, comments, duplicates FROM dumps; PRAGMA journal_mode""#
    )
    guard rows.code != 127 else { return }
    #expect(
      rows.out == """
        facebook:7_1|1|7|Dinas|1
        facebook:7_2|5|7|Dinas|2
        facebook:7_3|5|7|Dinas|2
        3
        facebook:7_1|roads|1
        facebook:7_2|roads|1
        facebook:7_3|roads|1
        facebook-graph|2|2|0
        facebook-graph|2|2|0
        wal

        """)
    #expect(try folder.names() == ["1.json", "2.json", "r.db"])
    for query in ResultDatabase.queries {
      let answer = try folder.shell("sqlite3 \"$DIR/r.db\" \"\(query.sql)\"")
      #expect(answer.code == 0 && !answer.out.isEmpty, "\(query.name): \(answer.err)")
    }
  }

  @Test("a file that is no database stays as it is")
  func notADatabase() throws {
    let folder = try CommandFolder()
    try folder.file("a.csv", dump)
    try folder.file(
      "r.db", "catatan penting, bukan basis data; " + String(repeating: "x", count: 200))
    let before = try folder.text("r.db")
    let found = try folder.shell(#""$SUARA" classify -o "$DIR/r.db" "$DIR/a.csv""#)
    #expect(found.code == 2 && found.err.contains("no database"))
    #expect(try folder.text("r.db") == before)
    let piped = try folder.shell(#""$SUARA" classify --to sqlite "$DIR/a.csv""#)
    #expect(piped.code == 2 && piped.err.contains("--output"))
  }
}

@Suite("failures while writing") struct WritingFailureTests {
  @Test("killed in the middle: the old file stays, whole", arguments: ["out.csv", "out.jsonl"])
  func killed(name: String) throws {
    let folder = try CommandFolder()
    try folder.file(name, "old\n")
    // An endless dump, so that the program is in the middle of it whatever the machine's speed.
    _ = try folder.shell(
      """
      mkfifo "$DIR/in"; ( echo id,text; yes '1,jalan rusak' ) > "$DIR/in" &
      "$SUARA" classify --quiet -o "$DIR/\(name)" - < "$DIR/in" & P=$!; sleep 1; kill -9 $P; wait
      """)
    #expect(try folder.text(name) == "old\n")
  }

  @Test("killed in the middle: the database has what was in it")
  func killedDatabase() throws {
    let folder = try CommandFolder()
    try folder.file("a.csv", "id,text\n1,jalan rusak\n")
    #expect(try folder.shell(#""$SUARA" classify --quiet -o "$DIR/r.db" "$DIR/a.csv""#).code == 0)
    _ = try folder.shell(
      "mkfifo \"$DIR/in\"; ( echo id,text; yes '1,banjir lagi' ) > \"$DIR/in\" & \"$SUARA\" classify --quiet -o \"$DIR/r.db\" - < \"$DIR/in\" & P=$!; sleep 1; kill -9 $P; wait"
    )
    let rows = try folder.shell(
      #"sqlite3 "$DIR/r.db" "PRAGMA integrity_check; SELECT count(*) FROM comments; SELECT count(*) FROM dumps""#
    )
    guard rows.code != 127 else { return }
    #expect(rows.out == "ok\n1\n1\n")
    #expect(try folder.shell(#""$SUARA" classify --quiet -o "$DIR/r.db" "$DIR/a.csv""#).code == 0)
  }

  @Test(
    "a full disk: exit 2, nothing new, nothing lost", .enabled(if: canMount),
    arguments: ["out.csv", "out.db"])
  func fullDisk(name: String) throws {
    let folder = try CommandFolder()
    let found = try folder.shell(
      """
      export NAME=\(name)
      mkdir "$DIR/small"; ( echo id,text; for i in $(seq 20000); do echo "$i,jalan rusak kapan diperbaiki pak"; done ) > "$DIR/a.csv"
      unshare -rm bash -c 'mount -t tmpfs -o size=200k tmpfs "$DIR/small"; cd "$DIR/small"
        printf "id,text\\n1,a\\n" > b.csv; "$SUARA" classify --quiet -o "$NAME" b.csv || exit 9
        cp "$NAME" "$DIR/before"; "$SUARA" classify --quiet -o "$NAME" "$DIR/a.csv"; echo "exit $?"; ls -A
        cmp "$NAME" "$DIR/before" || sqlite3 "$NAME" "PRAGMA integrity_check; SELECT count(*) FROM comments"'
      """)
    #expect(found.out.hasPrefix("exit 2\nb.csv\n\(name)\n"), "\(found)")
    if name == "out.db" {
      #expect(!found.out.contains("differ") || found.out.contains("ok\n1\n"), "\(found)")
    } else {
      #expect(found.out == "exit 2\nb.csv\nout.csv\n", "\(found)")
    }
    #expect(found.err.contains(name))
  }

  @Test("a closed pipe is no failure")
  func closedPipe() throws {
    let folder = try CommandFolder()
    let found = try folder.shell(
      #"( echo id,text; yes '1,jalan rusak' ) | "$SUARA" classify --quiet - | head -1 >/dev/null; echo "${PIPESTATUS[@]}""#
    )
    // `yes` may be ended by the pipe; the program says 0.
    #expect(found.out.split(separator: " ").dropFirst().first == "0", "\(found)")
    #expect(!found.err.contains("suara:"))
  }

  @Test("one unreadable file among many: exit 2, it is named, and no output appears")
  func unreadable() throws {
    let folder = try CommandFolder()
    try folder.file("a.csv", "id,text\n1,jalan rusak\n")
    try folder.file("b.csv.gz", "\u{1F}\u{FFFD}not gzip")
    try folder.file("c.csv", "id,text\n2,banjir\n")
    try Data([0x1F, 0x8B, 8, 0, 1, 2]).write(to: URL(filePath: folder.path + "/b.csv.gz"))
    for output in ["out.csv", "out.db"] {
      let found = try folder.shell(
        #""$SUARA" classify --quiet -o "$DIR/\#(output)" "$DIR/a.csv" "$DIR/b.csv.gz" "$DIR/c.csv""#
      )
      #expect(found.code == 2 && found.err.contains("b.csv.gz"))
      #expect(try folder.names() == ["a.csv", "b.csv.gz", "c.csv"])
    }
  }
}

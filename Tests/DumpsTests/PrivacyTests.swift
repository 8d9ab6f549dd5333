import Testing

@testable import Dumps

@Suite("pseudonyms and masks") struct PrivacyTests {
  private static let pseudonyms = Pseudonyms(key: Array("sixteen bytes or".utf8))

  @Test(
    "what names a person is masked, what doesn't stays",
    arguments: [
      ("hub 081234567890 ya", "hub [telepon] ya"), ("+62 812-3456-7890", "[telepon]"),
      ("0812.3456.7890.", "[telepon]."), ("(021) 7654321", "(021) 7654321"),
      ("021-7654321", "[telepon]"), ("6281234567890", "[telepon]"),
      ("NIK 3275010101900001", "NIK [nik]"), ("3275 0101 0190 0001", "[nik]"),
      ("surat ke budi.s@contoh.go.id.", "surat ke [email]."),
      ("mobil B 1234 XYZ ngebut", "mobil [plat] ngebut"),
      ("B1234XYZ", "[plat]"), ("di 2024 aja", "di 2024 aja"),
      ("harga 1500000 rupiah", "harga 1500000 rupiah"),
      ("12 Agustus 2025", "12 Agustus 2025"), ("RT 01 RW 02", "RT 01 RW 02"),
      ("2025-08-12", "2025-08-12"),
      ("", ""), ("@", "@"), ("😡 0", "😡 0"), ("tahun 2024-2025", "tahun 2024-2025"), ("a@b", "a@b"),
      ("00000000000", "00000000000"),
    ])
  func masks(text: String, expected: String) {
    let masked = Self.pseudonyms.text(Array(text.utf8))
    let plain = String(decoding: masked, as: UTF8.self)
    if text == "a@b" { #expect(plain.hasPrefix("a")) } else { #expect(plain == expected) }
  }

  @Test("a name has one pseudonym, however it is written, and another under another key")
  func authors() {
    let one = Self.pseudonyms.author("@Warga".utf8)
    #expect(one == Self.pseudonyms.author("warga".utf8))
    #expect(one.count == 18)
    #expect(one != Pseudonyms(key: Array("another key of ours".utf8)).author("warga".utf8))
    #expect(Self.pseudonyms.author("".utf8).isEmpty)
    #expect(
      Self.pseudonyms.text(Array("hai @warga!".utf8)) == Array("hai @".utf8) + one + Array("!".utf8)
    )
  }

  /// RFC 4231, test cases 1, 2 and 6; FIPS 180-4's example of two blocks.
  @Test(
    "HMAC-SHA-256 as published",
    arguments: [
      (
        [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xaa, count: 131),
        Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ] as [([UInt8], [UInt8], String)])
  func hmac(key: [UInt8], message: [UInt8], expected: String) {
    #expect(hex(HMAC(key: key).code(message)) == expected)
  }

  @Test("SHA-256 of texts around the block's length")
  func sha() {
    #expect(
      hex(SHA256.hash([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      hex(SHA256.hash(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    for count in 0..<200 {
      let bytes = [UInt8](repeating: 7, count: count)
      var parts = SHA256()
      for byte in bytes { parts.update([byte]) }
      #expect(parts.finished() == SHA256.hash(bytes), "\(count)")
    }
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test(
    "cells that spreadsheets would reckon",
    arguments: [
      ("=1+1", true), ("+62 812", true), ("-1", false), ("-0.82", false), ("- jalan", true),
      ("-", true),
      ("@budi makasih", false), ("@SUM(1)", true), ("\tx", true), ("", false), ("a=1", false),
      ("+5", false),
    ])
  func formulas(text: String, isFormula: Bool) {
    #expect(OutputBytes.isFormula(Array(text.utf8).span) == isFormula)
  }
}

@Suite("comments seen before") struct SeenRowsTests {
  private func duplicates(_ text: String, trustsIDs: Bool) throws -> [Int] {
    let folder = TemporaryFolder()
    var reader = try DumpReader(path: folder.file("dump", text))
    var seen = SeenRows()
    var found: [Int] = []
    while let batch = try reader.next() {
      for place in seen.repeated(in: batch, trustsIDs: trustsIDs) {
        found.append(batch.rows[place].line)
      }
    }
    return found
  }

  @Test("by platform and id, or by what else is known")
  func keys() throws {
    let text = "id,text,author,platform\n1,a,x,ig\n1,b,x,ig\n1,a,x,yt\n1,a,x,ig\n,c,,ig\n,c,,ig\n"
    #expect(try duplicates(text, trustsIDs: true) == [3, 5])
    #expect(try duplicates(text, trustsIDs: false) == [5])
  }

  @Test("a hundred thousand ids are told apart, and told again")
  func many() throws {
    var text = "id,text\n"
    for i in 0..<50_000 { text += "\(i),a\n" }
    for i in 0..<50_000 { text += "\(i),a\n" }
    #expect(try duplicates(text, trustsIDs: true).count == 50_000)
  }

  @Test("rows are taken out with their extras")
  func removal() throws {
    let folder = TemporaryFolder()
    var reader = try DumpReader(
      path: folder.file("dump", "id,text,x,y\n1,a,p,q\n2,b,r,s\n3,c,t,u\n"))
    var batch = try #require(try reader.next())
    batch.removeRows { $0 == 1 }
    #expect(batch.rows.map { batch.string($0.text) } == ["a", "c"])
    #expect(batch.extras(ofRow: 1).map { batch.string($0.range) } == ["t", "u"])
    #expect(batch.extras.count == 4)
  }
}

import Testing
import Wording

@testable import Lexicons

func file(_ path: String, _ text: String) -> LexiconFile {
  LexiconFile(path: path, bytes: Array(text.utf8))
}

let sentimentHeader = "# ours\nterm\tvalence\tkind\tnote\n"

@Suite struct LexiconReadingTests {
  @Test(
    "a damaged file is an error that names file, line and what to do",
    arguments: [
      ("", "sentiment/x.tsv: has no header row; the first line without '#' names the columns"),
      (
        "term\tkind\nrusak\tdefect\n",
        "sentiment/x.tsv: has no column 'valence'; its columns are term, kind"
      ),
      (
        sentimentHeader + "rusak\t-3\n",
        "sentiment/x.tsv:3: has 2 cells where the header names 4; cells are parted by tabs"
      ),
      (
        sentimentHeader + "rusak\t-9\tdefect\t\n",
        "sentiment/x.tsv:3: 'valence' is -9, allowed is -5.0…5.0"
      ),
      (
        sentimentHeader + "rusak\tx\tdefect\t\n",
        "sentiment/x.tsv:3: 'valence' is 'x', expected a number"
      ),
      (
        sentimentHeader + " rusak\t-3\tdefect\t\n",
        "sentiment/x.tsv:3: the cell 'term' begins or ends with a space"
      ),
      (sentimentHeader + "\t-3\tdefect\t\n", "sentiment/x.tsv:3: the first cell is empty"),
    ])
  func damaged(text: String, message: String) {
    #expect {
      try Lexicon([file("sentiment/x.tsv", text)])
    } throws: { "\($0)" == message }
  }

  @Test(
    "comments, blank lines, line ends of both kinds and a missing last one are no rows",
    arguments: [
      "a\tb\nx y\t1\nz\t\n", "a\tb\r\nx y\t1\r\nz\t\r\n", "# c\td\n\na\tb\n\n#\nx y\t1\n\r\nz\t",
      "\n#\t\t\t\na\tb\nx y\t1\nz\t\n#end\t", "a\tb\nx y\t1\nz\t\n\n\n",
    ])
  func rows(text: String) throws {
    let table = try LexiconTable(file("x.tsv", text))
    #expect(table.columns == ["a", "b"])
    #expect((0..<table.rowCount).map { table.text($0, 0) } == ["x y", "z"])
    #expect((0..<table.rowCount).map { table.text($0, 1) } == ["1", ""])
    #expect((0..<table.rowCount).map { table.isPhrase($0) } == [true, false])
    // A carriage return and a line feed are one `Character`.
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(table.lines.map { lines[$0 - 1].first } == [UInt8(ascii: "x"), UInt8(ascii: "z")])
  }

  @Test(
    "a decimal is the library's number",
    arguments: [
      "0", "-0", "1", "-5", "0.1", "-0.25", "3.", "12.345678", "123456789012345", "0.000001",
      "1234567890123456", "1e2", "+3", "inf", "2.5.", "-", ".", ".5", "",
    ])
  func decimals(text: String) throws {
    let table = try LexiconTable(file("x.tsv", "a\tb\nx\t\(text)\n"))
    let number = try? table.number(0, 1, in: -1e300...1e300)
    let expected = Double(text).flatMap { $0.isFinite ? $0 : nil }
    #expect(number?.bitPattern == expected?.bitPattern)
  }

  @Test("a later file of the same path wins")
  func overlay() throws {
    let lexicon = try Lexicon([
      file("sentiment/x.tsv", sentimentHeader + "rusak\t-3\tdefect\t\n"),
      file("sentiment/x.tsv", sentimentHeader + "rusak\t-1\tdefect\t\n"),
    ])
    let id = try #require(lexicon.vocabulary.wordID(of: WordBytes("rusak")))
    #expect(lexicon.entries[Int(id)].valence == -1)
  }

  @Test("an issue of a folder laid over takes the place of the one it is named like")
  func issueOverlay() throws {
    let header = "id\tindonesian\tenglish\tthreshold\n"
    let lexicon = try Lexicon([
      file("issues.tsv", header + "roads\tJalan\tRoads\t1\nwater\tAir\tWater\t1\n"),
      file("issues.tsv", header + "roads\tJalan\tRoads\t2\n"),
    ])
    #expect(lexicon.issues.map(\.id) == ["roads", "water"])
    #expect(lexicon.issues[0].threshold == 2)
  }

  @Test("the hash changes with one byte and with nothing else")
  func hash() throws {
    let one = [file("sentiment/x.tsv", sentimentHeader + "rusak\t-3\tdefect\t\n")]
    let other = [file("sentiment/x.tsv", sentimentHeader + "rusak\t-2\tdefect\t\n")]
    #expect(try Lexicon(one).hash == Lexicon(one).hash)
    #expect(try Lexicon(one).hash != Lexicon(other).hash)
  }
}

@Suite struct LinterTests {
  @Test(
    "the linter finds",
    arguments: [
      ("bagus\t3\tpraise\t\nbagus\t2\tpraise\t\n", "'bagus' is already given on line 3"),
      (
        "rusak\t-3\tdefect\t\nbagus\t3\tpraise\t\n",
        "'bagus' stands after 'rusak'; rows are sorted by bytes"
      ),
      ("air mati\t-3\tdefect\t\n", "'air mati' holds a space; phrases belong in idioms.tsv"),
    ])
  func finds(rows: String, message: String) throws {
    let findings = try Linter.findings(in: [file("sentiment/x.tsv", sentimentHeader + rows)])
    #expect(findings.contains { "\($0)".hasSuffix(message) })
  }

  @Test("a term with two valences in two files is a conflict, and so is slang of a valenced word")
  func conflicts() throws {
    let findings = try Linter.findings(in: [
      file("sentiment/a.tsv", sentimentHeader + "ancur\t-3\tdefect\t\n"),
      file("sentiment/b.tsv", sentimentHeader + "ancur\t3\tpraise\t\n"),
      file("slang.tsv", "variant\tstandard\tnote\nancur\thancur\t\n"),
    ])
    #expect(findings.count == 2)
  }
}

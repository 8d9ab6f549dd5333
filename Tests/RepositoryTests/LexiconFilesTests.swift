import Foundation
import Lexicons
import Testing

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

@Suite struct LexiconFilesTests {
  @Test("every file of Lexicons is in the program, byte for byte, and no other")
  func embedded() throws {
    let folder = root.appending(path: "Lexicons").path
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".tsv") }
    let files = LexiconFile.embedded
    #expect(Set(files.map(\.path)) == Set(paths))
    for file in files {
      let isSame =
        FileManager.default.contents(atPath: "\(folder)/\(file.path)").map(Array.init) == file.bytes
      #expect(isSame, "\(file.path) differs: build again, or run Lexicons/embed.sh")
    }
  }

  @Test("the contrast suite is in the program, byte for byte, and no other")
  func contrast() throws {
    let folder = root.appending(path: "Corpus").path
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/contrast")
      .filter { $0.hasSuffix(".tsv") }
    #expect(Set(LexiconFile.contrast.map(\.path)) == Set(names.map { "contrast/\($0)" }))
    for file in LexiconFile.contrast {
      let isSame =
        FileManager.default.contents(atPath: "\(folder)/\(file.path)").map(Array.init) == file.bytes
      #expect(isSame, "\(file.path) differs: build again, or run Lexicons/embed.sh")
      #expect(try ContrastSuite(file).rows.count > 0)
    }
  }

  @Test("the lexicon has no conflict, repeat or disorder")
  func lint() throws {
    let findings = try Linter.findings(in: LexiconFile.embedded)
    #expect(findings.prefix(5).map { "\($0)" } == [])
  }

  @Test("every file names its source, licence and date")
  func sources() {
    for file in LexiconFile.embedded {
      let text = String(decoding: file.bytes.prefix(600), as: UTF8.self)
      #expect(text.contains("Licence: Apache-2.0"), "\(file.path)")
      #expect(file.path == "weights.tsv" || text.contains("Date: "), "\(file.path)")
    }
  }
}

import Foundation
import Testing

/// The terminal session of both READMEs is what the program prints: `UPDATE_GOLDEN=1 swift test` writes it anew, and fails.
@Suite("the READMEs' session") struct ReadmeSessionTests {
  @Test(
    "the session is what the program prints",
    arguments: [("README.md", "en"), ("README.id.md", "id")])
  func session(file: String, language: String) throws {
    let words =
      ["trend", "--official", "Bupati Sukamaju"] + (language == "en" ? ["--lang", "en"] : [])
    let out = try Suara.run(
      words + ["--quiet", Suara.demo], environment: ["COLUMNS": "100", "LC_ALL": "C.UTF-8"]
    ).out
    // The head, the two curves, and where the level changes; the table of months would be long.
    let lines = out.split(separator: "\n")
    let level = lines.filter { $0.hasPrefix(language == "en" ? "the level" : "taraf") }.prefix(1)
    let command = words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
    let shown = (lines[0..<3] + level).joined(separator: "\n")
    let block =
      "<!-- session -->\n```\n$ suara \(command) Corpus/demo/comments.csv\n\(shown)\n```\n<!-- end -->"
    let url = Suara.file(file)
    let readme = try String(contentsOf: url, encoding: .utf8)
    let found = try #require(readme.firstMatch(of: /<!-- session -->[\s\S]*?<!-- end -->/))
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil, found.output != block {
      try readme.replacingCharacters(in: found.range, with: block)
        .write(to: url, atomically: true, encoding: .utf8)
      Issue.record("\(file) was written anew")
      return
    }
    #expect(found.output == block)
  }

  @Test("the README stays below 200 lines")
  func length() throws {
    for file in ["README.md", "README.id.md"] {
      let text = try String(contentsOf: Suara.file(file), encoding: .utf8)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 < 200)
    }
  }
}

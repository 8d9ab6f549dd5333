import Foundation
import Testing

@testable import Dumps

/// What the README says of formats and tables is made from the code: `UPDATE_GOLDEN=1 swift test` writes it anew, and
/// fails once.
@Suite("the README says what the code does") struct ReadmeTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")

  private func hold(_ mark: String, to text: String) throws {
    var readme = try String(contentsOf: Self.path, encoding: .utf8)
    let start = try #require(readme.range(of: "<!-- \(mark) -->\n"))
    let end = try #require(readme.range(of: "<!-- /\(mark) -->"))
    let found = String(readme[start.upperBound..<end.lowerBound])
    if found != text, ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      readme.replaceSubrange(start.upperBound..<end.lowerBound, with: text)
      try readme.write(to: Self.path, atomically: true, encoding: .utf8)
    }
    #expect(found == text)
  }

  @Test("the table of formats")
  func formats() throws { try hold("formats", to: SourceFormat.markdown) }

  @Test("the database's tables and three questions to them")
  func database() throws {
    var text = "```sql\n\(ResultDatabase.schema)\n"
    for (name, query) in ResultDatabase.queries { text += "\n-- \(name)\n\(query)\n" }
    try hold("database", to: text + "```\n")
  }
}

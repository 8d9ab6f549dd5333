import Foundation
import Suara
import Testing

/// The code of `Suara.docc`, compiled and run: what its articles show stands here word for word.
@Suite("the library's documentation") struct DocumentationTests {
  @Test("the overview's code does what its comments say")
  func overview() throws {
    func print(_ value: some Any) { shown.append("\(value)") }
    var shown: [String] = []

    var classifier = try CommentClassifier()
    let reading = classifier.read("Jalan cibarusah ancur pak, kapan diperbaiki?")
    print(reading.verdict.stance)  // complaint
    print(reading.issues)  // ["roads"]

    let comments = [
      "Makasih pak, jalannya udah mulus", "air mati terus min", "kapan lampu jalan nyala lagi?",
    ]
    var complaints = 0
    for comment in comments where classifier.read(comment).verdict.stance == .complaint {
      complaints += 1
    }
    print(complaints)  // 2
    #expect(shown == ["complaint", "[\"roads\"]", "2"])
  }

  @Test("every line of code in the articles stands in this file")
  func same() throws {
    let here = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let mine = letters(here)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Suara/Suara.docc")
    var blocks = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".md") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /```swift\n([\s\S]*?)```/) {
        blocks += 1
        #expect(mine.contains(letters(String(match.output.1))), "\(file)")
      }
    }
    #expect(blocks == 2)
  }

  /// Code without spaces, and without the comma that a formatter adds at a list's end.
  private func letters(_ code: String) -> String {
    String(code.filter { !$0.isWhitespace }).replacing(",]", with: "]")
  }
}

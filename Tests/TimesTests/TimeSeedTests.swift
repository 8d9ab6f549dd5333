import Foundation
import Testing

@testable import Times

/// The seeds of the fuzzer of times, and every input that once trapped: see `Tests/Fuzz`.
@Suite("fuzzer's seeds of times") struct TimeSeedTests {
  @Test("each comes back from its own spelling, if it is a time")
  func seeds() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fuzz/Corpus/times")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count >= 7)
    for name in names {
      TimeCheck.hold(Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }
}

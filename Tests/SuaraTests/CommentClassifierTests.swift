import Suara
import Testing

@Suite struct CommentClassifierTests {
  @Test("an outsider reads a comment with one import")
  func reads() throws {
    var classifier = try CommentClassifier()
    #expect(classifier.read("mantap 👍👍👍").verdict.stance == .support)
    #expect(classifier.model.count == 16)
  }

  @Test("what was read before changes no verdict")
  func independent() throws {
    var fresh = try CommentClassifier()
    var used = try CommentClassifier()
    _ = used.read("jalan rusak parah, kapan diperbaiki pak???")
    _ = used.read("")
    #expect(fresh.read("mantap pak").verdict.score == used.read("mantap pak").verdict.score)
  }
}

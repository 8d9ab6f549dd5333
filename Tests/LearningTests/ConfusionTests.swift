import Learning
import Testing

@Suite struct ConfusionTests {
  // Worked by hand: class a: 2 right, 1 missed, 1 wrongly given; b: 3 right, 1 missed, 1 wrongly given.
  @Test("precision, recall and F1 of a worked table")
  func worked() {
    var confusion = Confusion(classes: ["a", "b"])
    for (gold, given) in [(0, 0), (0, 0), (0, 1), (1, 1), (1, 1), (1, 1), (1, 0)] {
      confusion.add(gold: gold, given: given)
    }
    #expect(confusion.precision(0) == 2.0 / 3)
    #expect(confusion.recall(1) == 3.0 / 4)
    #expect(confusion.f1(0) == 2.0 / 3)
    #expect(confusion.macroF1 == (2.0 / 3 + 3.0 / 4) / 2)
    #expect(confusion.accuracy == 5.0 / 7)
  }

  @Test("nothing judged has no figure")
  func empty() {
    let confusion = Confusion(classes: ["a", "b"])
    #expect(confusion.macroF1 == nil)
    #expect(confusion.precision(0) == nil)
  }
}

import Learning
import Testing

@Suite struct JudgementTests {
  // Worked by hand: confidence .8 twice, one right; confidence .6 once, right.
  private let judgements = [
    Judgement(gold: 0, probabilities: SIMD4(0.8, 0.1, 0.1, 0)),
    Judgement(gold: 1, probabilities: SIMD4(0.8, 0.1, 0.1, 0)),
    Judgement(gold: 2, probabilities: SIMD4(0.2, 0.2, 0.6, 0)),
  ]

  @Test("Brier score and expected calibration error of a worked case")
  func calibration() {
    let calibration = Calibration(judgements)
    let squares = (0.04 + 0.01 + 0.01) + (0.64 + 0.81 + 0.01) + (0.04 + 0.04 + 0.16)
    #expect(abs(calibration.brier - squares / 3) < 1e-6)
    #expect(abs(calibration.expectedError - (2.0 / 3 * 0.3 + 1.0 / 3 * 0.4)) < 1e-6)
    #expect(calibration.bins.map(\.count) == [1, 2])
  }

  @Test("the surest share is judged by itself")
  func surest() {
    #expect(judgements.accuracy(ofSurest: 1) == 2.0 / 3)
    #expect(judgements.accuracy(ofSurest: 0.66) == 0.5)
    #expect([Judgement]().accuracy(ofSurest: 1) == nil)
  }

  @Test("the bootstrap interval holds the figure, and is the same each time")
  func bootstrap() throws {
    let many = Array(repeating: judgements, count: 40).flatMap(\.self)
    let interval = try #require(many.macroF1Interval(rounds: 200))
    let figure = try #require(many.confusion.macroF1)
    #expect(interval.low < figure && figure < interval.high)
    let again = try #require(many.macroF1Interval(rounds: 200))
    #expect(interval == again)
    #expect([judgements[0]].macroF1Interval() == nil)
  }
}

import Testing

@testable import Trends

/// Values reckoned by pymannkendall, statsmodels, numpy and scipy; see `Tests/Reference/trends_reference.py`.
@Suite("values of pymannkendall, statsmodels and numpy")
struct MethodReferenceTests {
  private func isNear(_ value: Double?, _ expected: Double?) -> Bool {
    guard let value, let expected else { return false }
    return ReferenceTests.isNear(value, expected, within: 1e-9)
  }

  private func numbers(_ cell: Substring, by separator: Character = " ") -> [Double] {
    cell.split(separator: separator).compactMap { Double($0) }
  }

  @Test("Mann-Kendall after Hamed & Rao, and Sen's slope")
  func mannKendall() throws {
    for row in try ReferenceTests.rows(of: "mannkendall") {
      let test = try #require(MannKendall(numbers(row[0])))
      let expected = row.dropFirst().compactMap { Double($0) }
      #expect(Double(test.score) == expected[0])
      for (value, other) in zip(
        [test.tau, test.variance, test.p, test.slope], expected.dropFirst())
      {
        #expect(isNear(value, other), "\(row)")
      }
    }
    #expect(MannKendall([1, 2, 3, 4, 5, 6, 7]) == nil)
  }

  @Test("Benjamini & Hochberg's adjustment")
  func benjamini() throws {
    for row in try ReferenceTests.rows(of: "benjamini") {
      for (value, expected) in zip(benjaminiHochberg(numbers(row[0])), numbers(row[1])) {
        #expect(isNear(value, expected))
      }
    }
    #expect(benjaminiHochberg([]).isEmpty)
  }

  @Test("Kitagawa's split")
  func kitagawa() throws {
    for row in try ReferenceTests.rows(of: "kitagawa") {
      let groups = row[0].split(separator: " ").map { cell -> Composition.Group in
        let n = cell.split(separator: "/").compactMap { UInt32($0) }
        return (
          MoodCounts(complaint: n[0], support: n[1], neutral: 5),
          MoodCounts(complaint: n[2], support: n[3])
        )
      }
      let split = try #require(Composition(groups))
      #expect(isNear(split.within, Double(row[1])) && isNear(split.mix, Double(row[2])))
    }
  }

  @Test("the adjusted count, brought back to shares, and the condition number")
  func adjusted() throws {
    for row in try ReferenceTests.rows(of: "adjusted") {
      var correction = ErrorCorrection()
      for (truth, line) in zip(Mood.allCases, row[0].split(separator: " ")) {
        for (given, count) in zip(Mood.allCases, numbers(line, by: "/")) {
          for _ in 0..<Int(count) { correction.add(truth: truth, given: given) }
        }
      }
      let counts = numbers(row[1], by: "/").map { UInt32($0) }
      let shares = try #require(
        correction.adjusted(
          MoodCounts(complaint: counts[0], support: counts[1], neutral: counts[2])))
      for (share, expected) in zip(shares, numbers(row[2])) {
        #expect(abs(share - expected) < 1e-9)
      }
      #expect(isNear(correction.conditionNumber, Double(row[3])))
    }
  }

  @Test("prediction-powered shares with unlike chances")
  func powered() throws {
    for row in try ReferenceTests.rows(of: "powered") {
      var sample = LabelledSample()
      for pair in row[0].split(separator: " ") {
        let cells = numbers(pair, by: "/")
        sample.add(
          .init(
            official: 0, day: 5, truth: cells[0] == 1 ? .complaint : .support,
            given: cells[1] == 1 ? .complaint : .neutral, probability: 1 / cells[2]))
      }
      let expected = row.dropFirst().compactMap { Double($0) }
      let counted = ShareEstimate(
        share: expected[0], designEffect: 1, effective: expected[1], interval: 0...1)
      let found = try #require(
        sample.predictionPowered(.complaint, official: 0, days: 1...9, counted: counted))
      #expect(isNear(found.share, expected[2]))
      #expect(isNear(found.interval.upperBound - found.share, expected[3]))
      #expect(
        sample.predictionPowered(.complaint, official: 0, days: 6...9, counted: counted) == nil)
    }
  }
}

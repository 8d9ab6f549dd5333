import Testing

@testable import Learning

@Suite("agreement of readers") struct AgreementTests {
  /// The pairs of a table: rows the first reader's labels, columns the second's.
  private func agreement(_ table: [[Int]]) -> Agreement {
    var agreement = Agreement(classes: table.count)
    for (i, row) in table.enumerated() {
      for (j, count) in row.enumerated() { for _ in 0..<count { agreement.add(i, j) } }
    }
    return agreement
  }

  @Test("a worked example of kappa: 0.4 of (20, 5; 10, 15)")
  func kappa() throws {
    let found = agreement([[20, 5], [10, 15]])
    #expect(found.count == 50)
    #expect(abs(try #require(found.kappa) - 0.4) < 1e-12)
    #expect(found.observed == 0.7)
  }

  @Test("Krippendorff's example of two observers and binary data: 0.095")
  func alpha() throws {
    // Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section A: ten units, Do = 4/10, De = 84/190.
    let found = agreement([[5, 3], [1, 1]])
    #expect(abs(try #require(found.alpha) - (1 - 0.4 / (84.0 / 190))) < 1e-12)
    #expect(abs(try #require(found.alpha) - 0.095) < 5e-4)
  }

  @Test("full agreement is 1, one label alone tells nothing")
  func extremes() {
    #expect(agreement([[3, 0], [0, 4]]).kappa == 1)
    #expect(agreement([[3, 0], [0, 4]]).alpha == 1)
    #expect(agreement([[3, 0], [0, 0]]).kappa == nil)
    #expect(agreement([[3, 0], [0, 0]]).alpha == nil)
    #expect(Agreement(classes: 3).observed == nil)
  }
}

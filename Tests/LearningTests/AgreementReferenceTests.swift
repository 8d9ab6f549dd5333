import Foundation
import Testing

@testable import Learning

/// Values of scikit-learn and krippendorff; see `Tests/Reference/trends_reference.py`.
@Suite("kappa and alpha of scikit-learn and krippendorff")
struct AgreementReferenceTests {
  @Test("both agree to 1e-9")
  func agreement() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Reference/trends_reference.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t") }.filter { $0.first == "agreement" }
    #expect(rows.count == 2)
    for row in rows {
      var agreement = Agreement(classes: 3)
      for (one, other) in zip(row[1].split(separator: " "), row[2].split(separator: " ")) {
        agreement.add(try #require(Int(one)), try #require(Int(other)))
      }
      let (kappa, alpha) = (try #require(Double(row[3])), try #require(Double(row[4])))
      #expect(abs(try #require(agreement.kappa) - kappa) < 1e-9)
      #expect(abs(try #require(agreement.alpha) - alpha) < 1e-9)
    }
  }
}

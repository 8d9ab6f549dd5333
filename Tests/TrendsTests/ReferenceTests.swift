import Foundation
import Testing

@testable import Trends

/// Values reckoned by scipy; see `Tests/Reference/trends_reference.py`.
@Suite("values of scipy")
struct ReferenceTests {
  /// The rows of one function: its cells after the name.
  static func rows(of function: String) throws -> [[Substring]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Reference/trends_reference.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t") }
      .filter { $0.first == function[...] }
    return try #require(rows.isEmpty ? nil : rows.map { Array($0.dropFirst()) })
  }

  static func numbers(of function: String) throws -> [[Double]] {
    try rows(of: function).map { cells in try cells.map { try #require(Double($0)) } }
  }

  static func isNear(_ value: Double, _ expected: Double, within error: Double = 1e-10) -> Bool {
    abs(value - expected) <= error * max(1, abs(expected))
  }

  @Test("normal quantiles")
  func normal() throws {
    for row in try Self.numbers(of: "normal") {
      let value = normalQuantile(row[0])
      #expect(Self.isNear(value, row[1]), "\(row): \(value)")
    }
  }

  @Test("quantiles of Student's t")
  func student() throws {
    for row in try Self.numbers(of: "student") {
      let value = studentQuantile(row[0], degrees: Int(row[1]))
      #expect(Self.isNear(value, row[2]), "\(row): \(value)")
    }
  }

  @Test("the incomplete beta function")
  func beta() throws {
    for row in try Self.numbers(of: "beta") {
      let value = incompleteBeta(row[0], complement: 1 - row[0], a: row[1], b: row[2])
      #expect(abs(value - row[3]) <= 1e-12, "\(row): \(value)")
    }
    #expect(incompleteBeta(0, complement: 1, a: 2, b: 3) == 0)
    #expect(incompleteBeta(1, complement: 0, a: 2, b: 3) == 1)
  }

  @Test("Wilson's interval")
  func wilson() throws {
    for row in try Self.numbers(of: "wilson") {
      let interval = wilsonInterval(share: row[0], count: row[1], quantile: row[2])
      #expect(Self.isNear(interval.lowerBound, row[3]), "\(row)")
      #expect(Self.isNear(interval.upperBound, row[4]), "\(row)")
    }
  }

  @Test("design effects and intervals of clusters")
  func clusters() throws {
    for row in try Self.rows(of: "clusters") {
      let clusters = row[0].split(separator: " ").map { cell in
        let counts = cell.split(separator: "/").compactMap { UInt32($0) }
        return MoodCounts(complaint: counts[0], support: counts[1], neutral: counts[2])
      }
      let expected = try row.dropFirst().map { try #require(Double($0)) }
      for (mood, estimate) in zip(Mood.allCases, ShareEstimate.estimates(of: clusters)) {
        let values = Array(expected[(4 * mood.rawValue)...].prefix(4))
        #expect(Self.isNear(try #require(estimate.share), values[0]))
        #expect(Self.isNear(try #require(estimate.designEffect), values[1]))
        let interval = try #require(estimate.interval)
        #expect(Self.isNear(interval.lowerBound, values[2]))
        #expect(Self.isNear(interval.upperBound, values[3]))
      }
    }
  }
}

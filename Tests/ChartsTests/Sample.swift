import Foundation
import TestSupport
import Testing
import Times
import Trends

@testable import Charts

/// A report of two officials, always the same: one with posts and authors, one with neither.
enum Sample {
  /// Wednesday 2025-07-30.
  static let firstDay: Int32 = 20_299

  static let report = TrendReport(
    model: "3f9c2a", zone: "Asia/Jakarta", every: .week,
    officials: ["Bupati Bekasi", "Dinas \"Perhubungan\", Kota Tangerang Selatan"],
    issues: ["roads", "floods", "permits"], curves: tally.curves(every: .week))

  /// Twelve weeks in which complaint falls from about 65 % to 35 %, with a thin and an empty week between.
  static let tally: TrendTally = {
    var random = SplitMix64(seed: 42)
    var tally = TrendTally()
    for day in Int32(0)..<80 where !(26..<33).contains(day) {
      let isThin = (12..<19).contains(day)
      for post in 0..<(isThin ? 1 : 3) {
        for _ in 0..<(isThin ? 1 : 7) {
          let roll = Double.random(in: 0..<1, using: &random)
          let complaint = 0.65 - 0.30 * Double(day) / 80
          let mood: Mood =
            roll < complaint ? .complaint : roll < complaint + 0.25 ? .support : .neutral
          tally.add(
            Observation(
              official: 0, day: firstDay + day, post: UInt64(day) * 10 + UInt64(post) + 1,
              author: .random(in: 1...400, using: &random), mood: mood,
              issues: .random(in: 0...7, using: &random)))
        }
      }
    }
    for day in Int32(0)..<14 {
      for i in 0..<6 {
        tally.add(
          Observation(
            official: 1, day: firstDay + day,
            mood: i < 2 ? .complaint : i < 5 ? .neutral : .support))
      }
    }
    return tally
  }()

  static func table(
    _ columns: Int, _ language: Language = .indonesian, unicode: Bool = true, colour: Bool = false
  ) -> String {
    TrendTable(report, columns: columns, language: language, unicode: unicode, colour: colour).text
  }
}

/// Compares text with a file in `Tests/Reference/Charts`; `UPDATE_GOLDEN=1` writes the file anew, and fails.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Reference/Charts/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("\(name) was written anew", sourceLocation: sourceLocation)
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(text == expected, sourceLocation: sourceLocation)
}

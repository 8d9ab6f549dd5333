import Foundation
import Testing
import Times
import Trends

@testable import Charts

@Suite("output for machines")
struct OutputTests {
  @Test("golden JSON and CSV")
  func golden() throws {
    try expectGolden(Sample.report.json, "trend.json")
    try expectGolden(Sample.report.csv, "trend.csv")
  }

  @Test("Foundation reads the JSON and finds what went in")
  func valid() throws {
    let json = try JSONSerialization.jsonObject(with: Data(Sample.report.json.utf8))
    let report = try #require(json as? [String: Any])
    #expect(report["every"] as? String == "week")
    let officials = try #require(report["officials"] as? [[String: Any]])
    #expect(officials.map { $0["official"] as? String } == Sample.report.officials)
    for (official, curve) in zip(officials, Sample.report.curves) {
      let periods = try #require(official["periods"] as? [[String: Any]])
      #expect(periods.map { $0["comments"] as? Int } == curve.points.map(\.counts.total))
      #expect(periods.map { $0["posts"] as? Int } == curve.points.map(\.posts))
      #expect(periods.map { $0["complete"] as? Bool } == curve.points.map(\.complete))
      for (period, point) in zip(periods, curve.points) {
        let complaint = try #require(period["complaint"] as? [String: Any])
        let share = complaint["share"] as? Double
        #expect((share == nil) == (point.complaint.share == nil))
        #expect(abs((share ?? 0) - (point.complaint.share ?? 0)) <= 0.00005 + 1e-12)
      }
      let issues = try #require(official["issues"] as? [[String: Any]])
      #expect(
        issues.map { $0["issue"] as? String }
          == curve.issues.map { Sample.report.issues[$0.issue] })
    }
  }

  @Test("keys come in the order of the contract")
  func order() throws {
    let period = try #require(Sample.report.json.firstMatch(of: /"periods":\[\{(.*?"net":[^}]*)\}/))
    let keys = period.output.1.matches(of: /"([a-z]+)":/).map { String($0.output.1) }
    let share = ["share", "low", "high"]
    #expect(
      keys == ["start", "end", "complete", "comments", "posts", "authors", "effective"]
        + ["complaint"] + share + ["support"] + share + ["neutral"] + share + ["net"])
    #expect(
      Sample.report.json.hasPrefix(
        #"{"model":"3f9c2a","zone":"Asia/Jakarta","every":"week","officials":[{"official":"#))
  }

  @Test("no curves, and a model that is not known")
  func empty() {
    let report = TrendReport(
      model: nil, zone: "UTC", every: .month, officials: [], issues: [], curves: [])
    #expect(report.json == #"{"model":null,"zone":"UTC","every":"month","officials":[]}"# + "\n")
    #expect(report.csv.split(separator: "\n").count == 1)
  }

  @Test(
    "strings come back from Foundation as they went in",
    arguments: [
      "", "a\"b", "a\\b", "\n\r\t\u{8}\u{0}\u{1f}\u{7f}", "Jalan 😡 é \u{2028}", "</script>",
      "e\u{301}\r\n",
    ])
  func strings(text: String) throws {
    var json = JSONWriter()
    json.array { $0.string(text) }
    let read = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String]
    #expect(read.map { $0.map { Array($0.utf8) } } == [Array(text.utf8)])
  }

  @Test("every CSV row has as many fields as the header, quotes doubled")
  func fields() throws {
    let lines = Sample.report.csv.split(separator: "\n")
    let head = lines[0].split(separator: ",")
    #expect(head.count == 19)
    for line in lines.dropFirst() {
      let rest = line.replacing(/^"(?:[^"]|"")*"/, with: "x")
      #expect(rest.split(separator: ",", omittingEmptySubsequences: false).count == head.count)
    }
    #expect(lines.last?.hasPrefix(#""Dinas ""Perhubungan"", Kota Tangerang Selatan","#) == true)
  }

  @Test(
    "fixed decimals",
    arguments: [
      (0, 4, "0.0000"), (1, 4, "1.0000"), (0.58333, 4, "0.5833"), (0.99996, 4, "1.0000"),
      (-0.00004, 4, "0.0000"), (-0.12345, 2, "-0.12"), (12.25, 1, "12.3"), (-12.25, 1, "-12.3"),
      (2.5, 0, "3"), (1_234.5, 0, "1235"), (0.05, 1, "0.1"),
    ] as [(Double, Int, String)])
  func decimals(value: Double, decimals: Int, text: String) {
    #expect(fixed(value, decimals: decimals) == text)
  }

  @Test(
    "groups of three",
    arguments: [(0, "0"), (12, "12"), (999, "999"), (1_000, "1.000"), (1_234_567, "1.234.567")])
  func groups(count: Int, text: String) {
    #expect(grouped(count, mark: ".") == text)
  }

  @Test("prose is wrapped and spelt out; lines that fit stay")
  func prose() {
    #expect(
      fitted("first against last third: −30,7 points", columns: 30, unicode: false)
        == "first against last third:\n  -30,7 points")
    let table = "a   1  2\nb  10  3\n"
    #expect(fitted(table, columns: 8, unicode: true) == table)
    let long = "- " + String(repeating: "kata ", count: 40)
    for columns in [20, 60, 80] {
      for line in fitted(long, columns: columns, unicode: true).split(separator: "\n") {
        #expect(line.count <= columns)
      }
    }
    #expect(fitted("p ≤ 0,05 · 1 → 2 …", columns: 80, unicode: false) == "p <= 0,05 | 1 -> 2 ...")
  }
}

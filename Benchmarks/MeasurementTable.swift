import Foundation

/// Measurements of one run, beside each other and beside an earlier run's.
struct MeasurementTable {
  let measurements: [Measurement]
  let tokens: Int

  /// One line a stage; the ratio is to the floor, and `before` gives the earlier best seconds by name.
  func text(comparedWith before: [String: Double]?) -> String {
    let floor = measurements.first { $0.name == "count by hash" }?.best
    var text =
      "stage             best ms  median ms  spread   MB/s  comments/s  ns/token  × floor"
      + (before == nil ? "" : "  × before") + "\n"
    for one in measurements {
      text += pad(one.name, 15) + lead(fixed(one.best * 1000), 10)
      text += lead(fixed(one.median * 1000), 11) + lead("\(Int(one.spread * 100)) %", 8)
      text += lead("\(Int(one.megabytesPerSecond))", 7)
      text += lead("\(Int(one.commentsPerSecond))", 12)
      text += lead(fixed(one.best / Double(max(tokens, 1)) * 1e9), 10)
      text += lead(floor.map { fixed(one.best / $0, decimals: 2) } ?? "", 9)
      if let earlier = before?[one.name] {
        text += lead(fixed(one.best / earlier, decimals: 2), 10)
      }
      text += "\n"
    }
    return text
  }

  var json: String {
    let rows = measurements.map {
      "{\"stage\":\"\($0.name)\",\"best_s\":\($0.best),\"median_s\":\($0.median),\"bytes\":\($0.bytes),"
        + "\"comments\":\($0.comments),\"answer\":\($0.answer)}"
    }
    return "[" + rows.joined(separator: ",\n ") + "]\n"
  }

  /// The best seconds of each stage in a file that `--json` wrote.
  static func times(inJSON path: String) throws -> [String: Double] {
    struct Row: Decodable {
      let stage: String
      let best_s: Double
    }
    let rows = try JSONDecoder().decode(
      [Row].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    return Dictionary(rows.map { ($0.stage, $0.best_s) }) { $1 }
  }
}

func fixed(_ value: Double, decimals: Int = 1) -> String {
  String(format: "%.\(decimals)f", value)
}

func pad(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

func lead(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

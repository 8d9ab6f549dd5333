import Times
import Trends

/// A curve of complaint and support as inline SVG: lines with their 95 % bands, dots by how much they rest on, gaps where
/// data are short, dashed marks where the level changed.
///
/// Readable without colour: complaint has round dots, support square ones, and both are named at their ends. Values are
/// in `title` elements, which pointers show and screen readers read.
package struct CurveChart {
  let curve: Curve
  let changes: [ChangePoint]
  let words: Words
  let id: String

  private static let (width, height) = (760.0, 300.0)
  private static let (left, right, top, bottom) = (44.0, 86.0, 12.0, 34.0)

  var svg: String {
    let shown = curve.points
    var svg =
      "<svg class=\"curve\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" role=\"img\" aria-labelledby=\"\(id)t \(id)d\">"
    svg += "<title id=\"\(id)t\">\(words.complaint), \(words.support)</title>"
    svg += "<desc id=\"\(id)d\">\(description)</desc>"
    for share in stride(from: 0.0, through: 1.0, by: 0.25) {
      let y = place(share)
      svg +=
        "<line class=\"grid\" x1=\"\(Self.left)\" x2=\"\(Self.width - Self.right)\" y1=\"\(n(y))\" y2=\"\(n(y))\"/>"
      svg +=
        "<text class=\"axis\" x=\"\(Self.left - 6)\" y=\"\(n(y + 4))\" text-anchor=\"end\">\(Int(share * 100))%</text>"
    }
    let step = max(1, (shown.count + 7) / 8)
    for (i, point) in shown.enumerated() where i % step == 0 {
      svg +=
        "<text class=\"axis\" x=\"\(n(x(i)))\" y=\"\(n(Self.height - 12))\" text-anchor=\"middle\">\(point.key.label)</text>"
    }
    for change in changes {
      guard let i = shown.firstIndex(where: { $0.key.days.contains(Day(change.day)) }) else {
        continue
      }
      svg +=
        "<g><title>\(Day(change.day)): \(percent(change.before)) → \(percent(change.after))</title><line class=\"change\" x1=\"\(n(x(i)))\" x2=\"\(n(x(i)))\" y1=\"\(Self.top)\" y2=\"\(n(Self.height - Self.bottom))\"/></g>"
    }
    for (mood, name, word) in [
      (Mood.complaint, "complaint", words.complaint), (.support, "support", words.support),
    ] {
      svg += series(mood, name, word)
    }
    return svg + "</svg>"
  }

  /// The band, line and dots of one mood.
  private func series(_ mood: Mood, _ name: String, _ word: String) -> String {
    var svg = ""
    var run: [(i: Int, point: CurvePoint)] = []
    func flush() {
      defer { run = [] }
      guard run.count > 1 else { return }
      let upper = run.map {
        "\(n(x($0.i))),\(n(place($0.point[mood].interval?.upperBound ?? 0)))"
      }
      let lower = run.reversed().map {
        "\(n(x($0.i))),\(n(place($0.point[mood].interval?.lowerBound ?? 0)))"
      }
      let line = run.map { "\(n(x($0.i))),\(n(place($0.point[mood].share ?? 0)))" }
      svg +=
        "<polygon class=\"band \(name)\" points=\"\((upper + lower).joined(separator: " "))\"/>"
      svg += "<polyline class=\"line \(name)\" points=\"\(line.joined(separator: " "))\"/>"
    }
    for (i, point) in curve.points.enumerated() {
      if point.short || point[mood].share == nil { flush() } else { run.append((i, point)) }
    }
    flush()
    var last: (x: Double, y: Double)?
    for (i, point) in curve.points.enumerated() where !point.short {
      guard let share = point[mood].share, let interval = point[mood].interval else { continue }
      let size = 2.5 + min(5, (point.effective ?? 0).squareRoot() / 3)
      let (px, py) = (x(i), place(share))
      last = (px, py)
      let title =
        "\(point.key.label): \(word) \(percent(share)) (\(percent(interval.lowerBound))–\(percent(interval.upperBound))), \(point.counts.total) \(words.comments), n = \(Int(point.effective ?? 0))"
      let mark =
        mood == .complaint
        ? "<circle class=\"dot \(name)\" cx=\"\(n(px))\" cy=\"\(n(py))\" r=\"\(n(size))\" tabindex=\"0\">"
        : "<rect class=\"dot \(name)\" x=\"\(n(px - size))\" y=\"\(n(py - size))\" width=\"\(n(size * 2))\" height=\"\(n(size * 2))\" tabindex=\"0\">"
      svg += mark + "<title>\(title)</title>" + (mood == .complaint ? "</circle>" : "</rect>")
    }
    if let last {
      svg +=
        "<text class=\"name \(name)\" x=\"\(n(last.x + 10))\" y=\"\(n(last.y + 4))\">\(word)</text>"
    }
    return svg
  }

  private var description: String {
    let shown = curve.points.filter { !$0.short }
    guard let first = shown.first, let last = shown.last else { return words.shortExplained }
    return
      "\(words.complaint): \(first.key.label) \(percent(first.complaint.share ?? 0)), \(last.key.label) \(percent(last.complaint.share ?? 0))"
  }

  private func x(_ i: Int) -> Double {
    let room = Self.width - Self.left - Self.right
    guard curve.points.count > 1 else { return Self.left + room / 2 }
    return Self.left + 8 + (room - 16) * Double(i) / Double(curve.points.count - 1)
  }

  private func place(_ share: Double) -> Double {
    Self.top + (Self.height - Self.top - Self.bottom) * (1 - share)
  }

  private func percent(_ share: Double) -> String {
    fixed(share * 100, decimals: 0, mark: words.decimalMark) + "%"
  }

  private func n(_ value: Double) -> String { fixed(value, decimals: 1) }
}

import Times
import Trends

/// Curves as text for a terminal: a line that sums up, two sparklines and a table of periods for each official.
///
///     print(TrendTable(report, columns: 80, language: .indonesian).text)
///
/// Shares of periods with too few comments are not printed, and gaps stand in the sparklines; `TrendReport.json` has
/// every number.
///
/// - Complexity: O(*p*) in the periods of all curves.
package struct TrendTable: Sendable {
  let report: TrendReport
  let columns: Int
  let words: Words
  let glyphs: Glyphs
  let colour: Bool

  /// A table no wider than `columns` where that can be, with Unicode marks and colour only when asked.
  package init(
    _ report: TrendReport, columns: Int, language: Language = .indonesian, unicode: Bool = true,
    colour: Bool = false
  ) {
    self.report = report
    self.columns = columns
    words = language.words
    glyphs = unicode ? .unicode : .ascii
    self.colour = colour
  }

  /// The whole text, each line ended.
  package var text: String {
    guard !report.curves.isEmpty else { return words.noComments + "\n" }
    let parts = report.curves.indices.map { place in
      let curve = report.curves[place]
      let lines =
        header(of: curve) + [""] + sparklines(of: curve) + [""] + table(of: curve, place)
        + findings(of: place)
      return lines.joined(separator: "\n") + "\n"
    }
    return (parts + comparison).joined(separator: "\n")
  }

  /// The name, the number of comments, and how the complaint share moved from first to last.
  private func header(of curve: Curve) -> [String] {
    let count = grouped(curve.comments, mark: words.groupMark)
    let name = report.caption(of: curve).onOneLine
    let comments = "\(count) \(curve.comments == 1 ? words.comment : words.comments)"
    let parts = [comments, "\(words.complaint) \(change(in: curve))"]
    let rest = ([""] + parts).joined(separator: " \(glyphs.dot) ")
    if name.count + rest.count <= columns { return [paint(name, .bold) + rest] }
    return [paint(name.cut(to: columns, ellipsis: glyphs.ellipsis), .bold)]
      + [parts.joined(separator: " \(glyphs.dot) ")]
  }

  /// "58,3% → 41,2% (−17,1 poin)", between the first and the last period that have data enough.
  private func change(in curve: Curve) -> String {
    let shares = curve.points.filter { !$0.short }.compactMap(\.complaint.share)
    guard let first = shares.first, let last = shares.last else { return words.short }
    guard shares.count > 1 else { return percent(first) }
    let points = signed(last - first)
    return "\(percent(first)) \(glyphs.arrow) \(percent(last)) (\(points) \(words.points))"
  }

  /// One line for complaint and one for support, on one scale.
  private func sparklines(of curve: Curve) -> [String] {
    let moods: [(mood: Mood, word: String, style: Style)] = [
      (.complaint, words.complaint, .red), (.support, words.support, .green),
    ]
    let width = moods.reduce(0) { max($0, $1.word.count) }
    // The range at the end is "100–100%" at its widest; what does not fit in between is the oldest.
    let room = columns - width - 2 - (2 + 7 + glyphs.dash.count)
    let isCut = curve.points.count > room
    let points = curve.points.suffix(isCut ? max(1, room - glyphs.ellipsis.count) : room)
    let shown = points.filter { !$0.short }
    let scale = Sparkline(
      scaledTo: shown.flatMap { point in moods.compactMap { point[$0.mood].share } },
      glyphs: glyphs)
    return moods.map { mood, word, style in
      let line = scale.line(of: points.map { $0.short ? nil : $0[mood].share })
      let label = word + String(repeating: " ", count: width - word.count)
      let start = "\(label)  \(isCut ? glyphs.ellipsis : "")\(paint(line, style))"
      let shares = shown.compactMap { $0[mood].share }
      guard let low = shares.min(), let high = shares.max() else { return start }
      let ends = [low, high].map { fixed($0 * 100, decimals: 0) }
      let range = ends[0] == ends[1] ? [ends[0]] : ends
      return "\(start)  \(range.joined(separator: glyphs.dash))%"
    }
  }

  /// A share as a percentage: 0.583 gives "58,3%".
  func percent(_ share: Double) -> String { number(share) + "%" }

  /// A share in points, without a mark.
  func number(_ share: Double) -> String {
    fixed(share * 100, decimals: 1, mark: words.decimalMark)
  }

  /// A difference of shares in points, always with its sign: "+3,0", "−17,1", "0,0".
  func signed(_ share: Double) -> String {
    let text = number(share)
    if text.hasPrefix("-") { return glyphs.minus + text.dropFirst() }
    return text == number(0) ? text : "+" + text
  }

  /// How a piece of text is set off (ECMA-48, "select graphic rendition").
  enum Style: String {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
  }

  func paint(_ text: String, _ style: Style) -> String {
    colour ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }
}

extension String {
  /// The text without characters that move a terminal's cursor, change its state or turn the line around.
  ///
  /// Names come from dumps, and a dump may hold escape sequences.
  var onOneLine: String {
    var clean = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      // C0, DEL and C1 controls; line and paragraph separators; marks of writing direction.
      case 0x00...0x1f, 0x7f...0x9f, 0x2028...0x202e, 0x2066...0x2069: clean.append(" ")
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }

  /// The text, or its start and an ellipsis when it is longer than `width`.
  func cut(to width: Int, ellipsis: String) -> String {
    count <= width ? self : prefix(Swift.max(1, width - ellipsis.count)) + ellipsis
  }
}

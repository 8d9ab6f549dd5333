import Times
import Trends

/// The curve of one official as SVG: lines with their 95 % bands, dots whose area grows with the effective number of
/// comments, gaps where data are short, the weeks from which the level is another, and events.
///
/// It can be read without colour: complaint has round dots, a whole line and a plain band; support has squares, a broken
/// line and a hatched band; both are named at their ends. Every period has a `title` with its numbers, which pointers
/// show.
///
/// The colours and the hatching (`#hatch`) come from the page or from `TrendSVG`.
struct CurveFigure {
  /// Something that happened, marked on the time line.
  struct Event {
    let day: Day
    let label: String
  }

  let curve: Curve
  let changes: [ChangePoint]
  let events: [Event]
  let language: Language

  static let (width, height) = (760.0, 300.0)
  static let (left, right, top, bottom) = (66.0, 84.0, 30.0, 44.0)
  /// From the frame to the first and the last period's middle.
  static let inset = 10.0

  private var words: Words { language.words }
  private var points: [CurvePoint] { curve.points }
  private var floor: Double { Self.height - Self.bottom }

  /// All that is drawn, without the `svg` element around it.
  var drawing: String {
    shortPeriods + grid + axis + marks
      + [(Mood.complaint, "complaint"), (.support, "support")].map(series).joined() + names
      + columns
  }

  /// What a screen reader says of it.
  var description: String {
    let shown = points.filter { !$0.short }
    guard let first = shown.first, let last = shown.last else { return words.shortExplained }
    func shares(_ point: CurvePoint) -> String {
      "\(language.name(of: point.key)) \(words.complaint) \(language.percent(point.complaint.share ?? 0)), \(words.support) \(language.percent(point.support.share ?? 0))"
    }
    return shares(first) + "; " + shares(last)
  }

  /// Where the middle of the period at `i` lies.
  func x(_ i: Int) -> Double {
    let room = Self.width - Self.left - Self.right - 2 * Self.inset
    guard points.count > 1 else { return Self.left + Self.inset + room / 2 }
    return Self.left + Self.inset + room * Double(i) / Double(points.count - 1)
  }

  /// How far one period's middle lies from the next.
  private var step: Double { points.count > 1 ? x(1) - x(0) : 40 }

  private func y(_ share: Double) -> Double { Self.top + (floor - Self.top) * (1 - share) }

  private var grid: String {
    stride(from: 0, through: 100, by: 25).map { percent in
      let y = y(Double(percent) / 100)
      return
        "<path class=\"\(percent == 50 ? "half" : "grid")\" d=\"M\(n(Self.left)) \(n(y))H\(n(Self.width - Self.right))\"/><text class=\"axis\" x=\"\(n(Self.left - 6))\" y=\"\(n(y + 4))\" text-anchor=\"end\">\(percent)%</text>"
    }.joined()
  }

  /// Months or days below, and each year once.
  private var axis: String {
    var svg = ""
    let every = max(1, Int((52 / step).rounded(.up)))
    var year = 0
    for (tick, i) in stride(from: 0, to: points.count, by: every).enumerated() {
      let date = points[i].key.start.date
      // Every other label leaves where letters must be large: on a telephone.
      let place = tick.isMultiple(of: 2) ? "axis" : "axis odd"
      let label =
        points[i].key.isMonth
        ? language.month(date.month) : "\(date.day) \(language.month(date.month))"
      svg +=
        "<text class=\"\(place)\" x=\"\(n(x(i)))\" y=\"\(n(floor + 18))\" text-anchor=\"middle\">\(label)</text>"
      if date.year != year {
        year = date.year
        svg +=
          "<text class=\"axis year\" x=\"\(n(x(i)))\" y=\"\(n(floor + 36))\" text-anchor=\"middle\">\(year)</text>"
      }
    }
    return svg
  }

  /// A pale column behind each run of periods with too few comments, named where there is room.
  private var shortPeriods: String {
    var svg = ""
    var start: Int?
    for i in 0...points.count {
      if i < points.count, points[i].short {
        start = start ?? i
        continue
      }
      guard let first = start else { continue }
      start = nil
      let from = max(Self.left, x(first) - step / 2)
      let to = min(Self.width - Self.right, x(i - 1) + step / 2)
      svg +=
        "<path class=\"short\" d=\"M\(n(from)) \(n(Self.top))H\(n(to))V\(n(floor))H\(n(from))z\"/>"
      if to - from > 64 {
        svg +=
          "<text class=\"axis\" x=\"\(n((from + to) / 2))\" y=\"\(n(floor - 8))\" text-anchor=\"middle\">\(words.short)</text>"
      }
    }
    return svg
  }

  private func place(of day: Day) -> Int? {
    points.firstIndex { $0.key.days.contains(day) }
  }

  /// Changes of level with the shares before and after, and events by their number.
  private var marks: String {
    var svg = ""
    for change in changes {
      guard let i = place(of: Day(change.day)) else { continue }
      let title = language.say("Taraf berubah sekitar", "The level changes about")
      svg +=
        "<g class=\"change\"><title>\(title) \(language.date(Day(change.day))): \(language.percent(change.before)) → \(language.percent(change.after))</title><path d=\"M\(n(x(i))) \(n(Self.top))V\(n(floor))\"/><text class=\"axis\" x=\"\(n(x(i)))\" y=\"\(n(Self.top - 6))\" text-anchor=\"middle\">\(language.percent(change.before)) → \(language.percent(change.after))</text></g>"
    }
    for (number, event) in events.enumerated() {
      guard let i = place(of: event.day) else { continue }
      svg +=
        "<g class=\"event\"><title>\(number + 1). \(language.date(event.day)): \(escaped(event.label))</title><path d=\"M\(n(x(i))) \(n(Self.top))V\(n(floor))\"/><circle cx=\"\(n(x(i)))\" cy=\"\(n(Self.top - 12))\" r=\"9\"/><text x=\"\(n(x(i)))\" y=\"\(n(Self.top - 8))\" text-anchor=\"middle\">\(number + 1)</text></g>"
    }
    return svg
  }

  /// The band, line and dots of one mood.
  private func series(_ mood: Mood, _ name: String) -> String {
    var (bands, lines, dots) = ("", "", "")
    var run: [Int] = []
    func flush() {
      defer { run = [] }
      guard run.count > 1 else { return }
      let upper = run.map { "\(n(x($0))) \(n(y(points[$0][mood].interval?.upperBound ?? 0)))" }
      let lower = run.reversed().map {
        "\(n(x($0))) \(n(y(points[$0][mood].interval?.lowerBound ?? 0)))"
      }
      bands += "M" + (upper + lower).joined(separator: "L") + "z"
      lines +=
        "M" + run.map { "\(n(x($0))) \(n(y(points[$0][mood].share ?? 0)))" }.joined(separator: "L")
    }
    for (i, point) in points.enumerated() {
      guard !point.short, let share = point[mood].share, let interval = point[mood].interval else {
        flush()
        continue
      }
      run.append(i)
      let size = Self.size(effective: point.effective ?? 0)
      if mood == .complaint {
        dots += "<circle cx=\"\(n(x(i)))\" cy=\"\(n(y(share)))\" r=\"\(n(size))\"/>"
      } else {
        // A square of the same area.
        let half = size * 0.886
        dots +=
          "<path d=\"M\(n(x(i) - half)) \(n(y(share) - half))h\(n(half * 2))v\(n(half * 2))h-\(n(half * 2))z\"/>"
      }
      let isAlone =
        (i == 0 || points[i - 1].short) && (i + 1 == points.count || points[i + 1].short)
      if isAlone {
        lines +=
          "M\(n(x(i))) \(n(y(interval.lowerBound)))V\(n(y(interval.upperBound)))"
      }
    }
    flush()
    return
      "<g class=\"\(name)\"><path class=\"band\" d=\"\(bands)\"/><path class=\"line\" d=\"\(lines)\"/><g class=\"dots\">\(dots)</g></g>"
  }

  /// The radius whose circle has an area in proportion to the effective number of comments, within what can be drawn.
  private static func size(effective: Double) -> Double {
    max(2.5, min(10, effective.squareRoot()))
  }

  /// "keluhan" and "dukungan" beside the last dots, apart from each other.
  private var names: String {
    guard let last = points.lastIndex(where: { !$0.short }),
      let complaint = points[last].complaint.share,
      let support = points[last].support.share
    else { return "" }
    var (first, second) = (y(complaint), y(support))
    let missing = 16 - abs(first - second)
    if missing > 0 {
      let isAbove = first <= second
      first += isAbove ? -missing / 2 : missing / 2
      second += isAbove ? missing / 2 : -missing / 2
    }
    let size = Self.size(effective: points[last].effective ?? 0)
    return [("complaint", words.complaint, first), ("support", words.support, second)].map {
      "<text class=\"name \($0.0)\" x=\"\(n(x(last) + size + 6))\" y=\"\(n($0.2 + 4.5))\">\($0.1)</text>"
    }.joined()
  }

  /// What a pointer finds: one column a period, with its numbers.
  private var columns: String {
    let paths = points.enumerated().map { i, point in
      "<path d=\"M\(n(x(i) - step / 2)) \(n(Self.top))h\(n(step))V\(n(floor))h-\(n(step))z\"><title>\(title(point))</title></path>"
    }
    return "<g class=\"hit\">\(paths.joined())</g>"
  }

  private func title(_ point: CurvePoint) -> String {
    let name = language.name(of: point.key)
    let count = "\(point.counts.total) \(words.comments)"
    guard !point.short else { return "\(name): \(count), \(words.short)" }
    func share(_ estimate: ShareEstimate) -> String {
      guard let share = estimate.share, let interval = estimate.interval else { return "–" }
      return
        "\(language.percent(share)) (\(fixed(interval.lowerBound * 100, decimals: 0))–\(fixed(interval.upperBound * 100, decimals: 0)))"
    }
    return
      "\(name): \(words.complaint) \(share(point.complaint)), \(words.support) \(share(point.support)); \(count), \(words.effective) \(Int(point.effective ?? 0))"
  }

  private func n(_ value: Double) -> String { shortNumber(value) }
}

/// A place in a drawing: a tenth of a unit is finer than any screen, and whole numbers need no decimals.
func shortNumber(_ value: Double) -> String {
  let text = fixed(value, decimals: 1)
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

import Times
import Trends

/// Curves as one SVG drawing that stands by itself: for a slide, a letter or a web page.
///
///     let svg = TrendSVG(report, language: .indonesian).text
package struct TrendSVG {
  private let report: TrendReport
  private let changes: [[ChangePoint]]
  private let language: Language

  /// - Parameter changes: The change points of each of the report's curves; empty where none are known.
  package init(
    _ report: TrendReport, changes: [[ChangePoint]] = [], language: Language = .indonesian
  ) {
    self.report = report
    self.changes = changes
    self.language = language
  }

  /// The whole drawing, curves one below the other.
  ///
  /// - Complexity: O(*p*) in the periods of all curves.
  package var text: String {
    let panel = CurveFigure.height + Self.head
    let height = Int(panel) * max(1, report.curves.count)
    var svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(CurveFigure.width)) \(height)\" width=\"\(Int(CurveFigure.width))\" height=\"\(height)\" role=\"img\">"
    svg +=
      "<title>\(language.say("Keluhan dan dukungan", "Complaint and support"))</title><style>\(ReportStyle.chart)svg{--ink:#1d2430;--soft:#4f5a68;--line:#d8dde4;--complaint:#a63d00;--support:#0a5a9c;font-family:system-ui,sans-serif}.head{font-size:16px;font-weight:700;fill:#1d2430}</style>"
    svg += ReportStyle.hatching
    svg += "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
    if report.curves.isEmpty {
      svg += "<text class=\"head\" x=\"12\" y=\"24\">\(language.words.noComments)</text>"
    }
    for (place, curve) in report.curves.enumerated() {
      let figure = CurveFigure(
        curve: curve, changes: place < changes.count ? changes[place] : [], events: [],
        language: language)
      let count = grouped(curve.comments, mark: language.words.groupMark)
      svg +=
        "<g transform=\"translate(0 \(Int(panel) * place))\"><desc>\(figure.description)</desc><text class=\"head\" x=\"12\" y=\"22\">\(escaped(report.officials[curve.official])) · \(count) \(language.words.comments)</text><g transform=\"translate(0 \(Int(Self.head)))\">\(figure.drawing)</g></g>"
    }
    return svg + "</svg>\n"
  }

  /// Room for the name above a curve.
  private static let head = 30.0
}

/// A curve in one line of text, a character a period: "▇▆▅·▃▂".
///
/// After Tufte, *Beautiful Evidence* (2006). Several lines share one scale, so their heights compare. The scale spans what
/// is shown but never less than 20 points: that is the width of an interval from some 100 effective comments, and
/// a narrower scale would draw chance as a swing.
struct Sparkline: Sendable {
  private let low: Double
  private let high: Double
  private let glyphs: Glyphs

  /// A scale for all shares that will be drawn.
  init(scaledTo shares: some Sequence<Double>, glyphs: Glyphs) {
    self.glyphs = glyphs
    let low = shares.min() ?? 0
    let high = shares.max() ?? 1
    let missing = max(0, Self.narrowest - (high - low))
    // Widened evenly, then moved back inside 0...1.
    let start = max(0, min(low - missing / 2, 1 - Self.narrowest))
    self.low = missing > 0 ? start : low
    self.high = missing > 0 ? start + Self.narrowest : high
  }

  /// One character for each share, a gap for `nil`.
  func line(of shares: some Sequence<Double?>) -> String {
    shares.reduce(into: "") { line, share in
      line += share.map(glyph(of:)) ?? glyphs.gap
    }
  }

  private func glyph(of share: Double) -> String {
    let steps = glyphs.steps
    let step = Int((share - low) / (high - low) * Double(steps.count))
    return steps[max(0, min(step, steps.count - 1))]
  }

  private static let narrowest = 0.2
}

/// The marks charts are drawn with, for terminals that know Unicode and those that do not.
struct Glyphs: Sendable {
  /// From low to high.
  let steps: [String]
  /// Where data are short.
  let gap: String
  let minus: String
  let arrow: String
  let dash: String
  let dot: String
  let ellipsis: String

  static let unicode = Glyphs(
    steps: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], gap: "·", minus: "−", arrow: "→", dash: "–",
    dot: "·", ellipsis: "…")

  static let ascii = Glyphs(
    steps: ["_", ".", "-", "=", "+", "*", "#", "@"], gap: "?", minus: "-", arrow: "->", dash: "-",
    dot: "|", ellipsis: "...")
}

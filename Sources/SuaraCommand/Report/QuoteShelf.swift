/// The few surest comments of each side, of as many issues as there are.
struct QuoteShelf: Sendable {
  struct Quote: Sendable {
    let text: String
    let confidence: Double
    let isComplaint: Bool
    let day: Int32
    /// A hash of who wrote it; 0 when unknown.
    let author: UInt64
    let issues: UInt64
    /// The strongest issue's place, or −1.
    let first: Int
  }

  /// How many of each side are shown.
  private static let most = 4
  /// The surest of each side and issue.
  private var best: [Int: Quote] = [:]

  private static func key(_ isComplaint: Bool, _ issue: Int) -> Int {
    (issue + 1) * 2 + (isComplaint ? 1 : 0)
  }

  /// Whether a comment would take a place.
  func wants(_ confidence: Double, isComplaint: Bool, first: Int) -> Bool {
    best[Self.key(isComplaint, first)].map { $0.confidence < confidence } ?? true
  }

  mutating func add(_ quote: Quote) {
    // Of equals the first in the dump stays, however the dump was cut into batches.
    guard wants(quote.confidence, isComplaint: quote.isComplaint, first: quote.first) else {
      return
    }
    best[Self.key(quote.isComplaint, quote.first)] = quote
  }

  mutating func merge(_ other: QuoteShelf) {
    for quote in other.best.values { add(quote) }
  }

  /// The surest complaints, then the surest of support; those about an issue first.
  var chosen: [Quote] {
    [true, false].flatMap { side in
      best.values.filter { $0.isComplaint == side }
        .sorted {
          ($0.first < 0 ? 1 : 0, $1.confidence, $0.text) < (
            $1.first < 0 ? 1 : 0, $0.confidence, $1.text
          )
        }
        .prefix(Self.most)
    }
  }
}

/// How many bytes a reader may look at in vain, searching for the end of a quote.
///
/// Each failure reads up to the row limit and then goes back to the row's second line. Without a bound, a
/// dump written so that every line fails would be read once per line, each time for megabytes. So what is
/// looked at in vain is paid from a credit; rows that are read to their end fill it up again. The whole cost
/// is at most `fill` bytes looked at for each byte of the dump, and `least` for each line.
struct RescanCredit: Sendable {
  /// How much credit a byte brings that was read to good purpose.
  private static let fill = 8
  /// What a row may always look at.
  static let least = 256

  private let rowLimit: Int
  private var bytes: Int

  init(rowLimit: Int) {
    self.rowLimit = rowLimit
    bytes = 4 * rowLimit
  }

  /// How long a row may be that ends within quotes.
  @inline(__always)
  var allowance: Int { min(rowLimit, max(Self.least, bytes)) }

  @inline(__always)
  mutating func earn(_ count: Int) { bytes = min(4 * rowLimit, bytes &+ Self.fill &* count) }

  mutating func spend(_ count: Int) { bytes = max(0, bytes - count) }
}

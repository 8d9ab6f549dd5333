import Dumps
import FoundationEssentials
import Glibc

/// One line on standard error that tells how far reading is, how fast, and how long it will take; on a terminal only.
struct Progress {
  private let total: Int?
  private let isShown: Bool
  private let start = Progress.now
  private var last = 0.0
  private var isDrawn = false

  /// - Parameter paths: The dumps; where one is standard input or compressed, the end is not known.
  init(_ paths: [String], quiet: Bool) {
    isShown = !quiet && isatty(STDERR_FILENO) == 1
    let sizes = paths.map { path in
      path == "-" || path.hasSuffix(".gz") || path.hasSuffix(".xlsx")
        ? nil
        : (try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? Int
    }
    total = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// Draws the line anew, at most five times a second and not within the first half: short work needs none.
  mutating func update(rows: Int, bytes: Int) {
    guard isShown else { return }
    let elapsed = Self.now - start
    guard elapsed > 0.5, elapsed - last > 0.2 else { return }
    last = elapsed
    isDrawn = true
    write("\r\u{1b}[K" + Self.line(rows: rows, bytes: bytes, total: total, seconds: elapsed))
  }

  /// Wipes the line away.
  mutating func clear() {
    guard isDrawn else { return }
    isDrawn = false
    write("\r\u{1b}[K")
  }

  /// "41%  1,204,000 rows  602,000 rows/s  3 s left".
  static func line(rows: Int, bytes: Int, total: Int?, seconds: Double) -> String {
    let rate = seconds > 0 ? Int(Double(rows) / seconds) : 0
    var parts = ["\(grouped(rows)) rows", "\(grouped(rate)) rows/s"]
    if let total, total > 0, bytes > 0 {
      let share = min(1, Double(bytes) / Double(total))
      parts.insert("\(Int(share * 100))%", at: 0)
      let left = Int((seconds / share - seconds).rounded(.up))
      parts.append(left < 90 ? "\(left) s left" : "\((left + 30) / 60) min left")
    }
    return parts.joined(separator: "  ")
  }

  private static func grouped(_ count: Int) -> String {
    var text = ""
    for (i, digit) in String(count).reversed().enumerated() {
      if i > 0, i.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// Seconds of a clock that never turns back.
  private static var now: Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func write(_ text: String) {
    var bytes = OutputBytes()
    bytes.append(text)
    writeToStandardError(bytes.bytes.span)
  }
}

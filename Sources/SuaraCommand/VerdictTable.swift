import Charts
import Classification
import FoundationEssentials
import Lexicons

/// Verdicts as lines for a terminal: line of the dump, stance, score, issues, and as much of the text as fits.
struct VerdictTable: Sendable {
  let columns: Int
  let language: Language

  var heading: [UInt8] {
    let names =
      language == .english
      ? ["line", "stance", "score", "issues", "comment"]
      : ["baris", "sikap", "skor", "masalah", "komentar"]
    return Array((row(names) + "\n").utf8)
  }

  func line(_ verdict: Verdict, _ issues: [Issue], number: Int, text: String) -> String {
    let score = Int((verdict.score * 100).rounded())
    let names = issues.prefix(2).map { language == .english ? $0.english : $0.indonesian }
    let flags = verdict.flags.contains(.spam) ? "spam" : names.joined(separator: ", ")
    let plain = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }
    return row(["\(number)", stance(verdict.stance), "\(score)", flags, plain.joined()]) + "\n"
  }

  private func stance(_ stance: Stance) -> String {
    guard language == .indonesian else { return stance.rawValue }
    return switch stance {
    case .complaint: "keluhan"
    case .support: "dukungan"
    case .neutral: "netral"
    }
  }

  private func row(_ cells: [String]) -> String {
    let widths = [6, 9, 5, 28]
    var line = ""
    for (cell, width) in zip(cells, widths) { line += fit(cell, width) + "  " }
    let room = max(10, columns - line.count)
    let text = cells.last ?? ""
    return line + (text.count > room ? text.prefix(room - 1) + "…" : text)
  }

  private func fit(_ text: String, _ width: Int) -> String {
    text.count > width
      ? text.prefix(width - 1) + "…" : text + String(repeating: " ", count: width - text.count)
  }
}

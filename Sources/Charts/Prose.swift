/// Text made to fit a terminal: lines of words wrapped, and marks that it cannot show spelt out.
///
/// Lines that are narrow enough stay as they are, so tables keep their columns; a wrapped line goes on two spaces in. Lines
/// with colour are left alone: only headings and sparklines have some, and those are cut elsewhere.
///
///     fitted("first against last third: −30,7 points", columns: 30, unicode: false)
///     // first against last third:
///     //   -30,7 points
///
/// - Complexity: O(*n*) in the text.
package func fitted(_ text: String, columns: Int, unicode: Bool) -> String {
  var text = text
  if !unicode {
    for (mark, plain) in spelling { text = text.replacing(mark, with: plain) }
  }
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.count <= columns || line.contains("\u{1b}")
      ? String(line) : wrapped(line, columns: columns)
  }.joined(separator: "\n")
}

private let spelling = [
  ("…", "..."), ("→", "->"), ("−", "-"), ("–", "-"), ("×", "x"), ("κ", "kappa"), ("·", "|"),
  ("“", "\""), ("”", "\""), ("’", "'"), ("≥", ">="), ("≤", "<="), ("±", "+-"),
]

private func wrapped(_ line: Substring, columns: Int) -> String {
  var lines: [String] = []
  var current = ""
  for word in line.split(separator: " ", omittingEmptySubsequences: false) {
    let isFirst = current.isEmpty || current == "  "
    if !isFirst, current.count + 1 + word.count > columns {
      lines.append(current)
      current = "  " + word
    } else {
      current += (current.isEmpty || current == "  " ? "" : " ") + word
    }
  }
  lines.append(current)
  return lines.joined(separator: "\n")
}

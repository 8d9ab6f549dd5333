/// Minimal pairs: comments that differ in one phenomenon, with the stance and flags that each should get.
///
/// A TSV with the columns `phenomenon`, `pair`, `half`, `text`, `stance` and `flags`; `half` tells rows from which rules
/// may be written (`rules`) from those that are only measured (`unseen`).
package struct ContrastSuite: Sendable {
  package struct Row: Sendable {
    package let phenomenon: String
    package let pair: String
    package let half: String
    package let text: String
    package let stance: String
    /// The flags that the row is about; others are not judged.
    package let flags: [String]
    package let line: Int
  }

  package let rows: [Row]

  /// - Throws: `LexiconError` with file and line where a row or the header is damaged.
  package init(_ file: LexiconFile) throws(LexiconError) {
    let table = try LexiconTable(file)
    let (phenomenon, pair) = (try table.column("phenomenon"), try table.column("pair"))
    let (text, stance) = (try table.column("text"), try table.column("stance"))
    let half = table.columns.firstIndex(of: "half")
    let flags = table.columns.firstIndex(of: "flags")
    var rows: [Row] = []
    for row in 0..<table.rowCount {
      let wanted = table.text(row, stance)
      guard ["complaint", "support", "neutral"].contains(wanted) else {
        throw table.failure(
          row,
          .unknownName(
            column: "stance", found: wanted, allowed: ["complaint", "support", "neutral"]))
      }
      rows.append(
        Row(
          phenomenon: table.text(row, phenomenon), pair: table.text(row, pair),
          half: half.map { table.text(row, $0) } ?? "", text: table.text(row, text), stance: wanted,
          flags: flags.map { table.list(row, $0) } ?? [], line: table.lines[row]))
    }
    self.rows = rows
  }
}

import Wording

/// Finds what is wrong with lexicon files beyond their form: conflicts, repeats, wrong order, slang of known words.
///
/// InSet lists 1,142 words as both positive and negative; here a term that has two valences is an error.
package enum Linter {
  /// Every finding, file by file; none for a sound lexicon.
  ///
  /// - Throws: `LexiconError` where a file cannot even be read as a table.
  package static func findings(in files: [LexiconFile]) throws(LexiconError) -> [LexiconError] {
    var findings: [LexiconError] = []
    var valued: [String: (file: String, line: Int, valence: String)] = [:]
    var variants: [(term: String, file: String, line: Int)] = []
    for file in files {
      let table = try LexiconTable(file)
      order(table, &findings)
      let (path, lines) = (file.path, table.lines)
      if path.hasPrefix("sentiment/") || path == "idioms.tsv" || path == "emoji.tsv" {
        let valence = try table.column("valence")
        for row in 0..<table.rowCount {
          let term = folded(table, row)
          if path.hasPrefix("sentiment/"), table.isPhrase(row) {
            findings.append(table.failure(row, .phraseWhereWordExpected(term)))
          }
          let value = table.text(row, valence)
          if let other = valued[term] {
            findings.append(
              table.failure(
                row, .conflict(term: term, otherFile: other.file, otherLine: other.line)))
          } else {
            valued[term] = (path, lines[row], value)
          }
        }
      } else if path == "slang.tsv" {
        for row in 0..<table.rowCount {
          variants.append((folded(table, row), path, lines[row]))
        }
      }
    }
    for variant in variants {
      guard let word = valued[variant.term] else { continue }
      findings.append(
        LexiconError(
          file: variant.file, line: variant.line,
          reason: .slangOfWord(variant: variant.term, otherFile: word.file, otherLine: word.line)))
    }
    // What only compiling finds: numbers out of range, unknown kinds, unknown issues.
    do { _ = try Lexicon(files) } catch { findings.append(error) }
    return findings
  }

  private static func folded(_ table: LexiconTable, _ row: Int) -> String {
    table.folded(row, 0).text
  }

  private static func order(_ table: LexiconTable, _ findings: inout [LexiconError]) {
    guard table.file.path != "issues.tsv" else { return }
    let isWeights = table.file.path == "weights.tsv"
    for row in 0..<max(0, table.rowCount - 1) {
      // A weight belongs to a kind and its keys; every other entry to its term alone.
      let (one, next) = (table.text(row, 0).utf8, table.text(row + 1, 0).utf8)
      var isRepeat = one.elementsEqual(next)
      var isDisorder = next.lexicographicallyPrecedes(one)
      if isWeights, isRepeat {
        let (one, next) = (table.text(row, 1).utf8, table.text(row + 1, 1).utf8)
        isRepeat = one.elementsEqual(next)
        isDisorder = next.lexicographicallyPrecedes(one)
      }
      if isRepeat {
        findings.append(
          table.failure(
            row + 1, .duplicate(term: table.text(row + 1, 0), firstLine: table.lines[row])))
      } else if isDisorder {
        findings.append(
          table.failure(
            row + 1, .unsorted(term: table.text(row + 1, 0), before: table.text(row, 0))))
      }
    }
  }
}

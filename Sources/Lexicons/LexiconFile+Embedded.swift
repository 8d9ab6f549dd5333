import CLexicons
import Wording

extension LexiconFile {
  /// The files of `Lexicons/` that were built into the program.
  ///
  /// The only unsafe step is to read the C arrays where they stand: their count is the compiler's own `sizeof`, they
  /// are constant and live as long as the program.
  package static var embedded: [LexiconFile] { all.filter { !$0.path.hasPrefix("contrast/") } }

  /// The contrast suite, `Corpus/contrast/`, as it was built into the program.
  package static var contrast: [LexiconFile] { all.filter { $0.path.hasPrefix("contrast/") } }

  private static var all: [LexiconFile] {
    (0..<suara_lexicon_file_count).map { number in
      let entry = unsafe suara_lexicon_file_at(number)
      return unsafe LexiconFile(
        path: String(cString: entry.path),
        contents: Shelf(constant: entry.bytes, count: entry.count))
    }
  }
}

import Wording

/// One file of word lists, as its bytes.
package struct LexiconFile: Sendable {
  /// The path from the lexicon's folder, with `/`: `sentiment/betawi.tsv`.
  package let path: String
  package let contents: Shelf<UInt8>

  package init(path: String, contents: Shelf<UInt8>) {
    self.path = path
    self.contents = contents
  }

  /// A copy of the contents.
  package var bytes: [UInt8] { contents.indices.map { contents[$0] } }

  package init(path: String, bytes: [UInt8]) {
    self.init(path: path, contents: Shelf(bytes))
  }
}

import Dumps

/// Labels of comments whose texts stand elsewhere, found by a hash of the text: `Corpus/labels/`.
///
/// A table with the columns `hash` (16 hexadecimal digits) and `stance`. The hash is FNV-1a of the text's UTF-8 bytes without
/// white space at either end, so the table holds no text, and joins only with the dump that it was made from.
struct HashedLabels {
  private var stances: [UInt64: String] = [:]

  init(path: String) throws {
    var options = DumpOptions()
    options.needsText = false
    var reader = try DumpReader(path: path, options: options)
    let names = reader.header.extraNames
    guard let hash = names.firstIndex(of: "hash"), let stance = names.firstIndex(of: "stance")
    else { throw LabelError.noHashes(path: path, columns: reader.header.names) }
    while let batch = try reader.next() {
      for place in batch.rows.indices {
        let extras = batch.extras(ofRow: place)
        let cells = [hash, stance].map { batch.string(extras[extras.startIndex + $0].range) }
        guard let number = UInt64(cells[0], radix: 16) else {
          throw LabelError.badHash(path: path, line: batch.rows[place].line)
        }
        stances[number] = cells[1]
      }
    }
  }

  /// The label of `text`, or `nil` where it has none.
  func stance(of text: Span<UInt8>) -> String? { stances[Self.hash(of: text)] }

  static func hash(of text: Span<UInt8>) -> UInt64 {
    var (start, end) = (0, text.count)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in start..<end { hash = (hash ^ UInt64(text[i])) &* 0x100_0000_01B3 }
    return hash
  }
}

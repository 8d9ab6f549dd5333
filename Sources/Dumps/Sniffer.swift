/// Finds out what a dump is from its first bytes: by shape, not by name.
struct Sniffer {
  /// What was found, and where the rows begin.
  struct Finding {
    var header: DumpHeader
    /// The byte at which the first row begins.
    var start: Int
    /// The physical line there, from 1.
    var line: Int
    var recordsBeforeHeader = 0
    var blankLines = 0
  }

  let path: String
  let options: DumpOptions
  let bytes: [UInt8]
  /// Whether `bytes` are the whole dump.
  let isWhole: Bool

  /// How many records are looked at: exports put up to a handful of lines above the header.
  static let sampleLimit = 20

  func finding() throws(DumpError) -> Finding {
    if let format = foreignFormat { throw DumpError(path: path, reason: .unsupported(format)) }
    let start = bytes.starts(with: ASCII.byteOrderMark) ? ASCII.byteOrderMark.count : 0
    guard let first = bytes[start...].firstIndex(where: { !Self.isSpace($0) }) else {
      throw DumpError(path: path, reason: .empty)
    }
    switch options.format {
    case .jsonl: return try jsonFinding(start: start)
    case .csv, .tsv: return try delimitedFinding(start: start)
    case nil:
      return switch bytes[first] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): try jsonFinding(start: start)
      default: try delimitedFinding(start: start)
      }
    }
  }

  /// What can be told from the first bytes and is never a dump we read.
  private var foreignFormat: UnsupportedFormat? {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
      ? .zip : nil
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.tab || byte == ASCII.lineFeed
      || byte == ASCII.carriageReturn
  }

  /// The map of the columns, if all that the user named is there and a text is among them.
  func map(of names: [String], _ source: SourceFormat?, line: Int?) throws(DumpError) -> ColumnMap {
    let map = ColumnMap(names: names, chosen: options.columns, source: source)
    if let name = map.unknown.first {
      throw DumpError(
        path: path, line: line, reason: .unknownMappedColumn(name: name, columns: names))
    }
    guard map[.text] != nil || !options.needsText else {
      throw DumpError(path: path, line: line, reason: .noTextColumn(columns: names))
    }
    return map
  }
}

extension Sniffer {
  /// How many columns that mean nothing to us are kept of JSON Lines: with ours they fill one 64-bit word.
  static let jsonExtrasLimit = 64 - Column.count

  func jsonFinding(start: Int) throws(DumpError) -> Finding {
    var names: [String] = []
    var scalarsOfFirst: Set<String>?
    var scalars: Set<String> = []
    for line in bytes[start...].split(separator: ASCII.lineFeed).prefix(Self.sampleLimit) {
      guard let keys = try? Self.keys(ofObject: Array(line)) else { continue }
      for key in keys where !names.contains(key.name) { names.append(key.name) }
      let these = Set(keys.filter(\.isScalar).map(\.name))
      scalars.formUnion(these)
      // What tells of an error has no columns.
      if these.contains("error"), these.isDisjoint(with: ["id", "text"]) { continue }
      scalarsOfFirst = scalarsOfFirst ?? these
    }
    let source = SourceFormat.recognise(names, isTable: false)
    let map = try map(of: names, source, line: nil)
    let extras = names.indices.filter {
      map.column(at: $0) == nil
        && (scalarsOfFirst?.contains(names[$0]) == true
          || scalars.contains(names[$0]) && source?.quirks.fields.contains(names[$0]) == true)
    }
    return Finding(
      header: DumpHeader(
        format: .jsonLines, names: names, map: map,
        extras: Array(extras.prefix(Self.jsonExtrasLimit)), line: nil, source: source),
      start: start, line: 1)
  }

  /// The keys of an object, and whether their values are text, numbers or truth values.
  private static func keys(ofObject line: [UInt8]) throws(JSONProblem) -> [(
    name: String, isScalar: Bool
  )] {
    var keys: [(name: String, isScalar: Bool)] = []
    var scanner = JSONScanner()
    let bytes = line.span
    guard try scanner.next(in: bytes) == .beginObject else { return [] }
    while case .key(let range, let isEscaped) = try scanner.next(in: bytes) {
      let name = isEscaped ? JSONScanner.unescapedText(bytes, range) : bytes.text(range)
      let value = try scanner.next(in: bytes)
      keys.append((name, value != .beginObject && value != .beginArray))
      try scanner.skip(to: 1, in: bytes)
    }
    _ = try scanner.next(in: bytes)
    return keys
  }
}

extension JSONScanner {
  /// A copy of a string's content with its escapes undone, for what is read seldom.
  static func unescaped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for i in range { copy.append(bytes[i]) }
    var span = copy.mutableSpan
    let end = unescape(0, span.count, in: &span).end
    copy.removeLast(copy.count - end)
    return copy
  }

  static func unescapedText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: unescaped(bytes, range), as: UTF8.self)
  }
}

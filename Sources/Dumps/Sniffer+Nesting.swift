extension Sniffer {
  /// How JSON that is no flat JSON Lines holds its comments.
  enum Nesting {
    /// Each object at the root is a comment.
    case records
    /// Comments are in arrays: at the root, or under names within objects.
    case envelope
  }

  /// Looks at a dump's first bytes; `nil` for what is read as it is.
  static func nesting(of bytes: [UInt8]) -> Nesting? {
    let start = bytes.starts(with: ASCII.byteOrderMark) ? ASCII.byteOrderMark.count : 0
    guard let first = bytes[start...].firstIndex(where: { !isSpace($0) }) else { return nil }
    if bytes[first] == UInt8(ascii: "[") { return .envelope }
    guard bytes[first] == UInt8(ascii: "{") else { return nil }
    let line = bytes[first...].prefix { $0 != ASCII.lineFeed }
    let (keys, isWhole) = topKeys(of: Array(isComplete(line) ? line : bytes[first...]))
    let names = ["data", "items", "comments", "tweets", "results", "entry"]
    let holdsRecords = keys.contains { $0.isContainer && names.contains($0.name) }
    let scalars = ColumnMap(names: keys.filter { !$0.isContainer }.map(\.name), chosen: [:])
    if isWhole, isComplete(line), scalars[.text] != nil {
      // Flat, unless what we look for is further in: who wrote it, how it was liked, or the replies.
      let inner: Set<String> = [
        "user", "owner", "from", "author", "public_metrics", "replies", "answers", "comments",
        "latestComments", "comments_full", "referenced_tweets",
      ]
      let asksFor = keys.contains { $0.isContainer && inner.contains($0.name) }
      return asksFor ? .records : nil
    }
    if isWhole, isComplete(line), !keys.contains(where: \.isContainer) { return nil }
    return holdsRecords && scalars[.text] == nil ? .envelope : .records
  }

  private static func isComplete(_ line: ArraySlice<UInt8>) -> Bool {
    line.last { !isSpace($0) } == UInt8(ascii: "}") && topKeys(of: Array(line)).isWhole
  }

  /// The keys of the object that `bytes` begin with, as far as they go.
  private static func topKeys(of bytes: [UInt8]) -> (
    keys: [(name: String, isContainer: Bool)], isWhole: Bool
  ) {
    var keys: [(name: String, isContainer: Bool)] = []
    var scanner = JSONScanner()
    do {
      guard try scanner.next(in: bytes.span) == .beginObject else { return ([], false) }
      while case .key(let range, _) = try scanner.next(in: bytes.span) {
        let name = bytes.span.text(range)
        let value = try scanner.next(in: bytes.span)
        keys.append((name, value == .beginObject || value == .beginArray))
        try scanner.skip(to: 1, in: bytes.span)
      }
      return (keys, true)
    } catch {
      return (keys, false)
    }
  }
}

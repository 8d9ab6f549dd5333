/// Turns JSON of any nesting into JSON Lines of flat objects, one a comment, a chunk at a time.
///
/// What people have is arrays of comments, envelopes (`{"data":[…],"paging":…}`), one page a line, and comments within
/// comments. A comment is an object in an array that stands at the root or under a name like `data`, `items` or
/// `comments`; objects within it are spelt out (`user.username`), and the comments under its `replies` follow it with
/// `parent`. Only one comment at a time is held.
final class JSONFlattener: ByteTransform {
  private var scanner: FlatteningScanner

  /// - Parameters:
  ///   - rootIsRecord: Whether an object at the root is a comment, not an envelope.
  ///   - limit: The longest comment that is held, in bytes, with all that is under it.
  init(rootIsRecord: Bool, limit: Int) {
    scanner = FlatteningScanner(rootIsRecord: rootIsRecord, limit: limit)
  }

  func feed(_ input: [UInt8], isLast: Bool, into output: inout [UInt8]) throws(TransformProblem) {
    scanner.feed(input, isLast: isLast, into: &output)
  }
}

/// The flattener's state, apart from the class, so that each byte need not ask for access to it.
private struct FlatteningScanner {
  /// Names of arrays whose objects are comments.
  private static let recordNames: Set<String> = [
    "data", "items", "comments", "comments_full", "latestComments", "results", "tweets", "rows",
  ]
  /// Names of what holds the comments under a comment.
  private static let replyNames: Set<String> = ["replies", "answers", "comments", "edges"]
  /// What a comment's own fields may stand under; left out of their names.
  private static let wrappers = [
    "snippet.topLevelComment.snippet.", "snippet.topLevelComment.", "snippet.", "node.",
  ]
  private static let parentNames: Set<String> = [
    "parent", "parent_id", "parentId", "parent.id", "parent_comment_id", "reply_id", "repliesToId",
    "replyToCid", "replied_to_comment_id", "inReplyToTweetId", "in_reply_to_status_id_str",
  ]

  private enum Container {
    /// The key under which it stands, where it stands in an object.
    case object(key: String?)
    case array(holdsRecords: Bool)
  }

  /// Whether an object at the root is a comment, not an envelope.
  private let rootIsRecord: Bool
  private let limit: Int
  private var containers: [Container] = []
  private var key: String?
  private var text: [UInt8] = []
  private var isInString = false
  private var isEscaped = false
  /// The comment being gathered, and how deep within it we are.
  private var record: [UInt8] = []
  private var depth = 0
  private var isTooLong = false
  private var textNames: [String: Bool] = [:]

  init(rootIsRecord: Bool, limit: Int) {
    self.rootIsRecord = rootIsRecord
    self.limit = limit
  }

  mutating func feed(_ input: [UInt8], isLast: Bool, into output: inout [UInt8]) {
    for byte in input {
      if depth > 0 { gather(byte, into: &output) } else { walk(byte) }
    }
    // A comment that the dump's end cuts off is told as a row that cannot be read.
    if isLast, depth > 0 {
      output += record.prefix(limit).map { $0 == ASCII.lineFeed ? ASCII.space : $0 }
      output.append(ASCII.lineFeed)
    }
  }

  /// Goes through envelopes.
  private mutating func walk(_ byte: UInt8) {
    if isInString {
      if isEscaped {
        isEscaped = false
        text.append(byte)
      } else if byte == ASCII.backslash {
        isEscaped = true
      } else if byte == ASCII.quote {
        isInString = false
      } else if text.count < 256 {
        text.append(byte)
      }
      return
    }
    switch byte {
    case ASCII.quote:
      isInString = true
      text.removeAll(keepingCapacity: true)
    case UInt8(ascii: ":"): key = String(decoding: text, as: UTF8.self)
    case ASCII.comma: key = nil
    case UInt8(ascii: "{"):
      if opensRecord {
        record = [byte]
        depth = 1
        isTooLong = false
      } else {
        containers.append(.object(key: key))
        key = nil
      }
    case UInt8(ascii: "["):
      containers.append(.array(holdsRecords: opensRecords))
      key = nil
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if !containers.isEmpty { containers.removeLast() }
      key = nil
    default: break
    }
  }

  private var opensRecord: Bool {
    switch containers.last {
    case nil: rootIsRecord
    case .array(let holdsRecords): holdsRecords
    case .object: false
    }
  }

  /// Whether the array that begins holds comments: it stands at the root, or under a known name below known names.
  private var opensRecords: Bool {
    guard !containers.isEmpty else { return true }
    guard let key, Self.recordNames.contains(key) else { return false }
    return containers.allSatisfy {
      switch $0 {
      case .object(let name): name.map { Self.recordNames.contains($0) } ?? true
      case .array(let holdsRecords): holdsRecords
      }
    }
  }

  private mutating func gather(_ byte: UInt8, into output: inout [UInt8]) {
    if record.count < limit { record.append(byte) } else { isTooLong = true }
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == ASCII.backslash {
        isEscaped = true
      } else if byte == ASCII.quote {
        isInString = false
      }
      return
    }
    switch byte {
    case ASCII.quote: isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      guard depth == 0 else { return }
      if isTooLong {
        // An object without text: the reader tells it as rejected.
        output += Array("{}\n".utf8)
      } else {
        write(record, parent: nil, into: &output)
      }
      record.removeAll(keepingCapacity: true)
    default: break
    }
  }

  // MARK: One comment

  private struct Field {
    let name: String
    let value: [UInt8]

    init(name: String, value: [UInt8]) {
      let wrapper = FlatteningScanner.wrappers.first { name.hasPrefix($0) }
      self.name = wrapper.map { String(name.dropFirst($0.count)) } ?? name
      self.value = value
    }
  }

  private mutating func write(_ bytes: [UInt8], parent: [UInt8]?, into output: inout [UInt8]) {
    var fields: [Field] = []
    var children: [[UInt8]] = []
    do {
      var scanner = JSONScanner()
      _ = try scanner.next(in: bytes.span)
      try read(&scanner, bytes, prefix: "", isReply: false, &fields, &children)
    } catch {
      // The reader finds the same fault and tells it.
      output += bytes.map { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn ? ASCII.space : $0 }
      output.append(ASCII.lineFeed)
      return
    }
    let id = fields.first { ["id", "cid", "pk", "comment_id", "id_str"].contains($0.name) }?.value
    var hasText = false
    for field in fields where isText(field.name) {
      hasText = true
      break
    }
    if hasText || children.isEmpty {
      writeLine(fields, parent: parent ?? parentWithin(fields), into: &output)
    }
    for child in children { write(child, parent: hasText ? id : nil, into: &output) }
  }

  /// Whether a field of this name is known to hold comments.
  private mutating func isText(_ name: String) -> Bool {
    if let known = textNames[name] { return known }
    let isText = ColumnMap(names: [name], chosen: [:])[.text] != nil
    if textNames.count < 4096 { textNames[name] = isText }
    return isText
  }

  /// The parent that a reply's own id names: `Ugx.9abc` is a reply to `Ugx` (youtube-comment-downloader).
  private func parentWithin(_ fields: [Field]) -> [UInt8]? {
    guard let cid = fields.first(where: { $0.name == "cid" })?.value,
      let point = cid.firstIndex(of: UInt8(ascii: "."))
    else { return nil }
    return Array(cid[..<point]) + [ASCII.quote]
  }

  private func writeLine(_ fields: [Field], parent: [UInt8]?, into output: inout [UInt8]) {
    var seen: Set<String> = []
    var hasParent = false
    output.append(UInt8(ascii: "{"))
    for field in fields {
      let name = field.name
      if Self.parentNames.contains(name) {
        // "root" and "0" say that there is none.
        guard field.value != Array(#""root""#.utf8), field.value != Array(#""0""#.utf8),
          field.value != Array("0".utf8), field.value != Array("null".utf8)
        else { continue }
        hasParent = true
      }
      guard seen.insert(name).inserted else { continue }
      if seen.count > 1 { output.append(ASCII.comma) }
      output.append(ASCII.quote)
      output += name.utf8
      output += Array(#"":"#.utf8)
      output += name == "textDisplay" || name == "html" ? Self.plain(field.value) : field.value
    }
    if !hasParent, let parent {
      if !seen.isEmpty { output.append(ASCII.comma) }
      output += Array(#""parent":"#.utf8)
      output += parent
    }
    output += Array("}\n".utf8)
  }

  /// Reads an object's fields; the scanner stands behind its brace.
  private func read(
    _ scanner: inout JSONScanner, _ bytes: [UInt8], prefix: String, isReply: Bool,
    _ fields: inout [Field], _ children: inout [[UInt8]]
  ) throws(JSONProblem) {
    let level = scanner.depth
    while true {
      guard case .key(let range, _) = try scanner.next(in: bytes.span) else { return }
      let key = String(decoding: bytes[range], as: UTF8.self)
      switch try scanner.next(in: bytes.span) {
      case .string(let value, _):
        fields.append(
          Field(
            name: prefix + key, value: Array(bytes[value.lowerBound - 1..<value.upperBound + 1])))
      case .number(let value): fields.append(Field(name: prefix + key, value: Array(bytes[value])))
      case .word(let value):
        if bytes[value.lowerBound] != UInt8(ascii: "n") {
          fields.append(Field(name: prefix + key, value: Array(bytes[value])))
        }
      case .beginObject:
        if isReply || Self.replyNames.contains(key) || (prefix.isEmpty && key == "data") {
          // {"replies":{"data":[…]}}
          var inner: [Field] = []
          try read(&scanner, bytes, prefix: "", isReply: true, &inner, &children)
        } else if scanner.depth < 8 {
          try read(&scanner, bytes, prefix: prefix + key + ".", isReply: false, &fields, &children)
        }
      case .beginArray:
        if isReply && Self.recordNames.contains(key) || Self.replyNames.contains(key)
          || prefix.isEmpty && Self.recordNames.contains(key)
        {
          try readChildren(&scanner, bytes, &children)
        }
      default: break
      }
      try scanner.skip(to: level, in: bytes.span)
    }
  }

  private func readChildren(
    _ scanner: inout JSONScanner, _ bytes: [UInt8], _ children: inout [[UInt8]]
  ) throws(JSONProblem) {
    let level = scanner.depth
    while true {
      switch try scanner.next(in: bytes.span) {
      case .beginObject:
        let start = scanner.position - 1
        try scanner.skip(to: level, in: bytes.span)
        children.append(Array(bytes[start..<scanner.position]))
      case .beginArray: try scanner.skip(to: level, in: bytes.span)
      case .endArray: return
      default: break
      }
    }
  }

  /// Text of HTML: `<br>` is a blank, other marks vanish, the common entities become their characters.
  private static func plain(_ value: [UInt8]) -> [UInt8] {
    var text = String(decoding: value, as: UTF8.self)
    for (mark, plain) in [
      ("<br>", " "), ("<br/>", " "), ("<br />", " "), ("\\u003cbr\\u003e", " "), ("&#39;", "'"),
      ("&quot;", "\\\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ] {
      text = text.replacing(mark, with: plain)
    }
    return Array(text.utf8)
  }
}

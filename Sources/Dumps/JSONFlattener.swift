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

  /// What the dump says of its own size, beside what was found.
  var completeness: Completeness { scanner.completeness }
}

/// The flattener's state, apart from the class, so that each byte need not ask for access to it.
struct FlatteningScanner {
  /// Names of arrays whose objects are comments.
  private static let recordNames: Set<String> = [
    "data", "items", "comments", "comments_full", "latestComments", "results", "tweets", "rows",
    "changes",
  ]
  /// Names of arrays whose objects only hold such arrays: `{"entry":[{"changes":[…]}]}` (webhooks).
  private static let shellNames: Set<String> = ["entry"]
  /// Arrays of comments that only a post has: what has one is no comment.
  private static let postNames: Set<String> = ["latestComments", "comments_full"]
  /// Names of what holds the comments under a comment.
  private static let replyNames: Set<String> = ["replies", "answers", "comments", "edges"]
  /// What a comment's own fields may stand under; left out of their names.
  private static let wrappers = [
    "snippet.topLevelComment.snippet.", "snippet.topLevelComment.", "snippet.", "node.", "value.",
  ]
  private static let parentNames: Set<String> = [
    "parent", "parent_id", "parentId", "parent.id", "parent_comment_id", "reply_id", "repliesToId",
    "replyToCid", "replied_to_comment_id", "inReplyToTweetId", "in_reply_to_status_id_str",
  ]

  private enum Container {
    /// The key under which it stands, where it stands in an object.
    case object(key: String?)
    case array(Holding)
  }

  /// What the objects of an array are.
  private enum Holding { case records, users, shells, others }

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
  /// What envelopes say, for each open container; only names that help a comment.
  private var scalars: [[String: [UInt8]]] = []
  private var scalar: [UInt8] = []
  private var page = TweetPage()
  /// How many comments the object at the root says it has, and how many were in it.
  private var reportedInRoot: Int?
  private var recordsInRoot = 0
  private(set) var completeness = Completeness()

  init(rootIsRecord: Bool, limit: Int) {
    self.rootIsRecord = rootIsRecord
    self.limit = limit
  }

  mutating func feed(_ input: [UInt8], isLast: Bool, into output: inout [UInt8]) {
    for byte in input {
      if depth > 0 { gather(byte, into: &output) } else { walk(byte, into: &output) }
    }
    guard isLast else { return }
    page.flush(into: &output)
    completeness.isCutOff = depth > 0 || !containers.isEmpty
    // A comment that the dump's end cuts off is told as a row that cannot be read.
    if depth > 0 {
      output += record.prefix(limit).map { $0 == ASCII.lineFeed ? ASCII.space : $0 }
      output.append(ASCII.lineFeed)
    }
  }

  /// Goes through envelopes.
  private mutating func walk(_ byte: UInt8, into output: inout [UInt8]) {
    if isInString {
      if isEscaped {
        isEscaped = false
        text.append(byte)
      } else if byte == ASCII.backslash {
        isEscaped = true
      } else if byte == ASCII.quote {
        isInString = false
        if key != nil { scalar = [ASCII.quote] + text + [ASCII.quote] }
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
    case ASCII.comma: endScalar()
    case UInt8(ascii: "{"):
      if opensRecord {
        record = [byte]
        depth = 1
        isTooLong = false
      } else {
        containers.append(.object(key: key))
        scalars.append([:])
        key = nil
      }
    case UInt8(ascii: "["):
      containers.append(.array(holding))
      scalars.append([:])
      key = nil
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      endScalar()
      guard !containers.isEmpty else { return }
      containers.removeLast()
      scalars.removeLast()
      if containers.isEmpty { endRoot(into: &output) }
    default:
      if key != nil, byte > ASCII.space, scalar.count < 32 { scalar.append(byte) }
    }
  }

  /// Keeps what an envelope says, if a comment or the ledger can use it.
  private mutating func endScalar() {
    defer {
      key = nil
      scalar.removeAll(keepingCapacity: true)
    }
    guard let key, !scalar.isEmpty, !scalars.isEmpty else { return }
    switch key {
    case "id", "time": scalars[scalars.count - 1][key] = scalar
    case "comment_count" where containers.count == 1, "result_count", "total_count":
      reportedInRoot = Int(String(decoding: scalar, as: UTF8.self)) ?? reportedInRoot
    default: break
    }
  }

  private mutating func endRoot(into output: inout [UInt8]) {
    page.flush(into: &output)
    if let reported = reportedInRoot {
      completeness.add(reported: reported, found: recordsInRoot)
    }
    reportedInRoot = nil
    recordsInRoot = 0
  }

  private var opensRecord: Bool {
    switch containers.last {
    case nil: rootIsRecord
    case .array(let holding): holding == .records || holding == .users
    case .object: false
    }
  }

  /// What the array that begins holds.
  ///
  /// Comments are in arrays at the root, or under a known name below known names.
  private var holding: Holding {
    guard !containers.isEmpty else { return .records }
    guard let key else { return .others }
    if key == "users", case .object("includes") = containers.last { return .users }
    guard Self.recordNames.contains(key) || Self.shellNames.contains(key) else { return .others }
    let isReached = containers.allSatisfy {
      switch $0 {
      case .object(let name): name.map { Self.recordNames.contains($0) } ?? true
      case .array(let holding): holding == .records || holding == .shells
      }
    }
    guard isReached else { return .others }
    return Self.shellNames.contains(key) ? .shells : .records
  }

  /// What the envelope around a comment adds to it.
  private var context: [Field] {
    switch (containers.last, containers.count) {
    // {"id":"VIDEO","comments":[…]} (yt-dlp)
    case (.array(.records), 2):
      if case .object(nil) = containers[0], let id = scalars[0]["id"] {
        return [Field(name: "video_id", value: id)]
      }
      return []
    // {"entry":[{"time":…,"changes":[…]}]} (webhooks)
    case (.array(.records), 4):
      return scalars[2]["time"].map { [Field(name: "created_at", value: $0)] } ?? []
    default: return []
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
      } else if case .array(.users) = containers.last {
        page.addUser(fields(of: record))
      } else {
        recordsInRoot += 1
        write(record, parent: nil, context: context, into: &output)
      }
      record.removeAll(keepingCapacity: true)
    default: break
    }
  }

  // MARK: One comment

  struct Field {
    let name: String
    let value: [UInt8]

    init(name: String, value: [UInt8]) {
      let wrapper = FlatteningScanner.wrappers.first { name.hasPrefix($0) }
      self.name = wrapper.map { String(name.dropFirst($0.count)) } ?? name
      self.value = value
    }
  }

  /// The fields of a small object; none where it cannot be read.
  private func fields(of bytes: [UInt8]) -> [Field] {
    var fields: [Field] = []
    var found = Children()
    var scanner = JSONScanner()
    guard (try? scanner.next(in: bytes.span)) == .beginObject else { return [] }
    try? read(&scanner, bytes, prefix: "", isReply: false, &fields, &found)
    return fields
  }

  /// The objects under a comment, or under a post.
  private struct Children {
    var objects: [[UInt8]] = []
    var areOfPost = false
  }

  private mutating func write(
    _ bytes: [UInt8], parent: [UInt8]?, context: [Field], into output: inout [UInt8]
  ) {
    var fields: [Field] = []
    var found = Children()
    do {
      var scanner = JSONScanner()
      _ = try scanner.next(in: bytes.span)
      try read(&scanner, bytes, prefix: "", isReply: false, &fields, &found)
    } catch {
      // The reader finds the same fault and tells it.
      output += bytes.map { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn ? ASCII.space : $0 }
      output.append(ASCII.lineFeed)
      return
    }
    func value(_ names: [String]) -> [UInt8]? {
      names.lazy.compactMap { name in fields.first { $0.name == name }?.value }.first
    }
    if found.areOfPost {
      writeComments(ofPost: value, found.objects, into: &output)
      return
    }
    let id = value(["id", "cid", "pk", "comment_id", "id_str"])
    let hasText = fields.contains { isText($0.name) }
    if hasText || found.objects.isEmpty {
      for one in context where !fields.contains(where: { $0.name == one.name }) {
        fields.append(one)
      }
      writeLine(fields, parent: parent ?? parentWithin(fields), into: &output)
    }
    for child in found.objects {
      write(child, parent: hasText ? id : nil, context: context, into: &output)
    }
  }

  /// Writes the comments that a post carries, with the post and whose it is.
  private mutating func writeComments(
    ofPost value: ([String]) -> [UInt8]?, _ comments: [[UInt8]], into output: inout [UInt8]
  ) {
    let count = value(["commentsCount", "comments", "comments_count"])
    completeness.add(
      reported: count.flatMap { Int(String(decoding: $0, as: UTF8.self)) }, found: comments.count,
      isLocked: value(["isCommentsDisabled"]) == Array("true".utf8))
    var context: [Field] = []
    if let post = value(["url", "post_url", "post_id", "shortCode", "id"]) {
      context.append(Field(name: "post", value: post))
    }
    if let owner = value(["ownerUsername", "username"]) {
      context.append(Field(name: "official", value: owner))
    }
    for comment in comments { write(comment, parent: nil, context: context, into: &output) }
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
      let point = cid.firstIndex(of: UInt8(ascii: ".")), cid.first == ASCII.quote
    else { return nil }
    return Array(cid[..<point]) + [ASCII.quote]
  }

  private mutating func writeLine(
    _ fields: [Field], parent: [UInt8]?, into output: inout [UInt8]
  ) {
    // A page of tweets names its users behind them.
    guard case .object(nil) = containers.first, containers.count == 2,
      let author = fields.first(where: { $0.name == "author_id" })?.value,
      !fields.contains(where: { $0.name == "author" || $0.name.hasPrefix("author.") })
    else { return Self.writeObject(fields, parent: parent, into: &output) }
    var line: [UInt8] = []
    Self.writeObject(fields, parent: parent, into: &line)
    page.hold(line, author: author)
    if page.byteCount > limit { page.flush(into: &output) }
  }

  private static func writeObject(
    _ fields: [Field], parent: [UInt8]?, into output: inout [UInt8]
  ) {
    var seen: Set<String> = []
    var hasParent = false
    output.append(UInt8(ascii: "{"))
    for field in fields {
      let name = field.name
      if parentNames.contains(name) {
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
      output += name == "textDisplay" || name == "html" ? plain(field.value) : field.value
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
    _ fields: inout [Field], _ children: inout Children
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
          if prefix.isEmpty, Self.postNames.contains(key) { children.areOfPost = true }
          try readChildren(&scanner, bytes, &children.objects)
        } else if key == "referenced_tweets" {
          try readReference(&scanner, bytes, &fields)
        }
      default: break
      }
      try scanner.skip(to: level, in: bytes.span)
    }
  }

  /// `[{"type":"replied_to","id":"…"}]` (X v2): the tweet that is answered; quotes are no answers.
  private func readReference(
    _ scanner: inout JSONScanner, _ bytes: [UInt8], _ fields: inout [Field]
  ) throws(JSONProblem) {
    while true {
      switch try scanner.next(in: bytes.span) {
      case .beginObject:
        var inner: [Field] = []
        var none = Children()
        try read(&scanner, bytes, prefix: "", isReply: false, &inner, &none)
        if inner.contains(where: { $0.name == "type" && $0.value == Array(#""replied_to""#.utf8) }),
          let id = inner.first(where: { $0.name == "id" })
        {
          fields.append(Field(name: "parent", value: id.value))
        }
      case .endArray: return
      default: break
      }
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

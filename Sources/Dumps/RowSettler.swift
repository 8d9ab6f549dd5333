/// Brings the rows of a batch to what all tools have in common, and counts what is unlike.
///
/// Parents that name none are taken away, parents and posts that stand within other cells are pointed to, rows get
/// their platform, and the account's own rows are marked. What must be added to a cell is written behind the batch's
/// bytes; nothing is copied that can be pointed to.
struct RowSettler: Sendable {
  private let quirks: SourceFormat.Quirks
  private let platform: [UInt8]
  private let owner: (Int, Int?)?
  private let conversation: Slot?
  private let heading: Int?
  private let replyCounts: [Int]
  private let attachments: [Int]
  /// The extras of the running number and of the reply's number.
  private let numbers: (comment: Int, reply: Int)?
  /// Whether rows are changed that have no parent.
  private let changesRows: Bool
  /// The id of the last comment that is no reply, where rows are numbered.
  private var lastComment: [UInt8] = []

  /// Where a name's cell is.
  private enum Slot {
    case column(Column)
    case extra(Int)
  }

  init(_ header: DumpHeader) {
    let quirks = header.source?.quirks ?? SourceFormat.Quirks()
    let extras = header.extraNames
    self.quirks = quirks
    platform =
      header.map[.platform] == nil ? Array((header.source?.platform ?? "").utf8) : []
    owner =
      switch quirks.owner {
      case .marked(let name)?: extras.firstIndex(of: name).map { ($0, nil) }
      case .equal(let one, let other)?:
        if let one = extras.firstIndex(of: one), let other = extras.firstIndex(of: other) {
          (one, other)
        } else {
          nil
        }
      case nil: nil
      }
    conversation = quirks.conversation.flatMap { name in
      guard let place = header.names.firstIndex(of: name) else { return nil }
      if let column = header.map.column(at: place) { return .column(column) }
      return header.extras.firstIndex(of: place).map(Slot.extra)
    }
    heading = quirks.heading.flatMap { name in
      extras.firstIndex { Column.fold($0) == Column.fold(name) }
    }
    replyCounts = quirks.replyCounts.compactMap(extras.firstIndex(of:))
    attachments = quirks.attachments.compactMap(extras.firstIndex(of:))
    let unnamed = extras.indices.filter { extras[$0].isEmpty }
    numbers = quirks.numbersReplies && unnamed.count >= 2 ? (unnamed[0], unnamed[1]) : nil
    changesRows =
      !platform.isEmpty || owner != nil || conversation != nil || heading != nil || numbers != nil
      || quirks.postEndsAt != nil || quirks.postEndsInID != nil || quirks.parentEndsAt != nil
  }

  /// - Complexity: O(1) a row but for what is written anew.
  mutating func settle(_ batch: inout Batch, _ summary: inout ReadSummary) {
    let platform = append(self.platform, to: &batch)
    for place in batch.rows.indices {
      if changesRows || batch.cell(.parent, ofRow: place) != nil {
        change(rowAt: place, platform, &batch, &summary)
      }
      count(rowAt: place, of: batch, &summary)
    }
  }

  private mutating func change(
    rowAt place: Int, _ platform: ByteRange?, _ batch: inout Batch, _ summary: inout ReadSummary
  ) {
    var row = batch.rows[place]
    let extras = batch.extras(ofRow: place)
    if let platform { row.set(platform, at: Column.platform.ordinal) }
    if let heading { setHeading(extras[extras.startIndex + heading].range, &row, &batch) }
    setPost(&row, batch.bytes.span)
    setParent(&row, extras, &batch)
    if isOwn(extras, batch.bytes.span) {
      row.isOwn = true
      summary.ownRows += 1
    }
    batch.rows[place] = row
  }

  private func count(rowAt place: Int, of batch: Batch, _ summary: inout ReadSummary) {
    if batch.cell(.parent, ofRow: place) != nil {
      summary.replies += 1
    } else if !replyCounts.isEmpty {
      countReplies(batch.extras(ofRow: place), batch, &summary)
    }
    let bytes = batch.bytes.span
    if let id = batch.cell(.id, ofRow: place), Self.isDamaged(id, bytes) { summary.damagedIDs += 1 }
    let text = batch.text(ofRow: place)
    if text.count <= 24 {
      let extras = batch.extras(ofRow: place)
      let hasAttachment = attachments.contains { !extras[extras.startIndex + $0].range.isEmpty }
      Self.count(text, bytes, hasAttachment: hasAttachment, &summary)
    }
  }

  private func append(_ bytes: [UInt8], to batch: inout Batch) -> ByteRange? {
    guard !bytes.isEmpty, !batch.rows.isEmpty else { return nil }
    return batch.append(bytes)
  }

  private func setHeading(_ heading: Range<Int>, _ row: inout Row, _ batch: inout Batch) {
    guard !heading.isEmpty else { return }
    if row.text.isEmpty {
      row.set(ByteRange(heading.lowerBound, heading.upperBound), at: Column.text.ordinal)
      return
    }
    let joined = Array(batch.bytes[heading]) + Array(". ".utf8) + Array(batch.bytes[row.text])
    row.set(batch.append(joined), at: Column.text.ordinal)
  }

  private func setPost(_ row: inout Row, _ bytes: Span<UInt8>) {
    if let mark = quirks.postEndsAt, let post = row[.post] {
      let mark = Array(mark.utf8)
      var start = post.lowerBound
      while start + mark.count <= post.upperBound {
        if mark.indices.allSatisfy({ bytes[start + $0] == mark[$0] }) {
          row.set(ByteRange(post.lowerBound, start), at: Column.post.ordinal)
          return
        }
        start += 1
      }
    }
    if let mark = quirks.postEndsInID, row[.post] == nil, let id = row[.id] {
      let end = bytes.first(mark, from: id.lowerBound, to: id.upperBound)
      if end < id.upperBound {
        row.set(ByteRange(id.lowerBound, end), at: Column.post.ordinal)
      }
    }
  }

  private mutating func setParent(
    _ row: inout Row, _ extras: ArraySlice<ByteRange>, _ batch: inout Batch
  ) {
    if let parent = row[.parent] {
      let bytes = batch.bytes.span
      // The comment itself is no parent, nor is the post.
      let isNone =
        Self.namesNone(parent, bytes) || Self.equal(parent, row[.id], bytes)
        || quirks.parentMayBePost && Self.equal(parent, row[.post], bytes)
      guard isNone else { return }
      row.set(.absent, at: Column.parent.ordinal)
    }
    if let mark = quirks.parentEndsAt, let id = row[.id] {
      let end = batch.bytes.span.first(mark, from: id.lowerBound, to: id.upperBound)
      if end < id.upperBound {
        row.set(ByteRange(id.lowerBound, end), at: Column.parent.ordinal)
      }
    }
    if let conversation {
      let root: Range<Int>? =
        switch conversation {
        case .column(let column): row[column]
        case .extra(let place): extras[extras.startIndex + place].range
        }
      if let root, !root.isEmpty, !Self.equal(root, row[.id], batch.bytes.span) {
        row.set(ByteRange(root.lowerBound, root.upperBound), at: Column.parent.ordinal)
      }
    }
    if let numbers {
      if extras[extras.startIndex + numbers.reply].range.isEmpty {
        lastComment = row[.id].map { Array(batch.bytes[$0]) } ?? []
      } else if !lastComment.isEmpty {
        row.set(batch.append(lastComment), at: Column.parent.ordinal)
      }
    }
  }

  private func isOwn(_ extras: ArraySlice<ByteRange>, _ bytes: Span<UInt8>) -> Bool {
    guard let (one, other) = owner else { return false }
    let cell = extras[extras.startIndex + one].range
    guard !cell.isEmpty else { return false }
    if let other { return Self.equal(cell, extras[extras.startIndex + other].range, bytes) }
    return cell.count == 4 && bytes[cell.lowerBound] | 0x20 == UInt8(ascii: "t")
  }

  private func countReplies(
    _ extras: ArraySlice<ByteRange>, _ batch: Batch, _ summary: inout ReadSummary
  ) {
    for place in replyCounts {
      let cell = extras[extras.startIndex + place].range
      guard !cell.isEmpty, cell.count < 12 else { continue }
      summary.completeness.reportedReplies += ShortCount.value(batch.bytes.span, cell) ?? 0
    }
  }

  private static func equal(
    _ one: Range<Int>, _ other: Range<Int>?, _ bytes: Span<UInt8>
  ) -> Bool {
    guard let other, other.count == one.count else { return false }
    return bytes.extracting(one).equals(bytes.extracting(other))
  }

  /// Whether a parent says that there is none: nothing, `0`, `root`, `null`.
  private static func namesNone(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    switch range.count {
    case 0: true
    case 1: bytes[range.lowerBound] == UInt8(ascii: "0")
    case 3: bytes.text(range) == "nan" || bytes.text(range) == "NaN"
    case 4: ["root", "null", "None"].contains(bytes.text(range))
    default: false
    }
  }

  /// Whether a spreadsheet rounded the id: `1.7E+18`, or a number whose digits behind the fifteenth are all zero.
  private static func isDamaged(_ id: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard id.count >= 5 else { return false }
    let end = id.upperBound
    let sign = bytes[end - 3]
    if sign == UInt8(ascii: "+"), bytes[end - 4] | 0x20 == UInt8(ascii: "e") { return true }
    // Nineteen digits end in four zeros by chance once in ten thousand.
    guard id.count >= 18, bytes[end - 1] == UInt8(ascii: "0") else { return false }
    for place in id {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return false }
      if place - id.lowerBound >= 15, digit != 0 { return false }
    }
    return true
  }

  private static func count(
    _ text: Range<Int>, _ bytes: Span<UInt8>, hasAttachment: Bool, _ summary: inout ReadSummary
  ) {
    if text.isEmpty || Sniffer.isSpace(bytes[text.lowerBound]),
      text.allSatisfy({ Sniffer.isSpace(bytes[$0]) })
    {
      if hasAttachment { summary.stickers += 1 } else { summary.emptyTexts += 1 }
    } else if bytes[text.lowerBound] == UInt8(ascii: "[") {
      switch bytes.text(text).lowercased() {
      case "[deleted]", "[removed]", "[dihapus]", "[komentar dihapus]": summary.deletedTexts += 1
      case "[sticker]", "[stiker]", "[gif]", "[photo]", "[foto]": summary.stickers += 1
      default: break
      }
    }
  }
}

/// Counts as pages show them: `1.2K`, `3,4 rb`, `12`.
package enum ShortCount {
  /// The number that `range` says, or `nil` if it says none.
  ///
  ///     ShortCount.value("1.2K".utf8.span, 0..<4)   // 1200
  package static func value(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var text = bytes.text(range).lowercased().filter { $0 != " " }
    var scale = 1.0
    for (ending, value) in [("rb", 1e3), ("jt", 1e6), ("k", 1e3), ("m", 1e6)] {
      guard text.hasSuffix(ending) else { continue }
      text.removeLast(ending.count)
      scale = value
      break
    }
    guard let number = Double(text.replacing(",", with: ".")), number.isFinite, number >= 0,
      number * scale < 1e15
    else { return nil }
    return Int((number * scale).rounded())
  }
}

/// What became of a dump's rows.
///
/// It adds up: `rowsRead == rowsKept + rowsRejected`.
package struct ReadSummary: Equatable, Sendable {
  package internal(set) var bytesRead = 0
  package internal(set) var rowsKept = 0
  /// How many rows were rejected, by reason; reasons that didn't occur are not there.
  package internal(set) var rejected: [Rejection.Kind: Int] = [:]
  /// The first rejections in detail: at most `detailLimit`.
  package internal(set) var firstRejections: [Rejection] = []
  /// Lines without a byte (in JSON Lines: of white space).
  ///
  /// They are no rows.
  package internal(set) var blankLines = 0
  /// Records above the header row, such as an export's title.
  ///
  /// They are no rows.
  package internal(set) var recordsBeforeHeader = 0
  /// Rows that were kept although some of their bytes are not UTF-8.
  package internal(set) var rowsWithInvalidUTF8 = 0
  /// Rows that were kept although they hold NUL bytes.
  package internal(set) var rowsWithNUL = 0
  /// Rows that were kept although a JSON escape in them is damaged.
  package internal(set) var rowsWithInvalidEscapes = 0
  /// Rows that were kept although bytes stand between a closing quote and the end of its field.
  package internal(set) var rowsWithBytesAfterQuote = 0

  /// Kept rows that answer another.
  package internal(set) var replies = 0
  /// Kept rows that the account itself wrote, as far as the dump says so.
  package internal(set) var ownRows = 0
  /// Kept rows without text: nothing but space, a picture or sticker, and deleted ones.
  package internal(set) var emptyTexts = 0
  package internal(set) var stickers = 0
  package internal(set) var deletedTexts = 0
  /// Kept rows whose id a spreadsheet rounded (`1.7E+18`): replies to them cannot be joined.
  package internal(set) var damagedIDs = 0
  /// Kept rows that were seen before, in this dump or in one read earlier.
  package var duplicates = 0
  /// What the dump says of its own size.
  package internal(set) var completeness = Completeness()

  /// How many rejections are kept in detail: enough to see what is wrong, few enough to read.
  package static let detailLimit = 20

  package init() {}

  package var rowsRejected: Int { rejected.values.reduce(0, +) }
  package var rowsRead: Int { rowsKept + rowsRejected }
  /// Kept rows that are neither replies nor duplicates.
  ///
  /// A duplicate is no reply here, whatever it was: `rowsKept == comments + replies + duplicates`.
  package var comments: Int { rowsKept - replies - duplicates }

  /// Takes the batch's rows at `places` out of the comments or replies: they were seen before.
  package mutating func countDuplicates(_ places: [Int], of batch: Batch) {
    duplicates += places.count
    for place in places where batch.cell(.parent, ofRow: place) != nil { replies -= 1 }
  }

  mutating func add(_ rejection: Rejection) {
    rejected[rejection.kind, default: 0] += 1
    if firstRejections.count < Self.detailLimit { firstRejections.append(rejection) }
  }

  mutating func addKeptRow(with damage: ByteDamage) {
    rowsKept &+= 1
    if damage.hasInvalidUTF8 { rowsWithInvalidUTF8 &+= 1 }
    if damage.hasNUL { rowsWithNUL &+= 1 }
  }

  /// Adds the counts of another dump.
  ///
  /// Details of both are kept up to the limit.
  package mutating func merge(_ other: ReadSummary) {
    bytesRead += other.bytesRead
    rowsKept += other.rowsKept
    rejected.merge(other.rejected, uniquingKeysWith: +)
    firstRejections += other.firstRejections.prefix(Self.detailLimit - firstRejections.count)
    blankLines += other.blankLines
    recordsBeforeHeader += other.recordsBeforeHeader
    rowsWithInvalidUTF8 += other.rowsWithInvalidUTF8
    rowsWithNUL += other.rowsWithNUL
    rowsWithInvalidEscapes += other.rowsWithInvalidEscapes
    rowsWithBytesAfterQuote += other.rowsWithBytesAfterQuote
    replies += other.replies
    ownRows += other.ownRows
    emptyTexts += other.emptyTexts
    stickers += other.stickers
    deletedTexts += other.deletedTexts
    damagedIDs += other.damagedIDs
    duplicates += other.duplicates
    completeness.merge(other.completeness)
  }
}

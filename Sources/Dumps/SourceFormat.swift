/// A tool's way of writing comments: how it is recognised, which field means what, and what must be minded.
///
/// It is data: one reader reads them all. Names are those of flat rows: the dots of `user.username` are nesting.
package struct SourceFormat: Sendable {
  /// What the fields come in.
  package enum Carrier: String, Sendable {
    case json = "JSON"
    /// Delimited text and workbooks.
    case table = "CSV, TSV, XLSX"
  }

  /// The English id of machine output.
  package let id: String
  /// What people call it.
  package let name: String
  /// Where the comments were written, if the tool knows only one place.
  package let platform: String?
  package let carrier: Carrier
  /// Sets of names; a dump that has all of one set is of this format.
  let signatures: [[String]]
  /// Names that a dump of this format never has.
  var lacks: [String] = []
  /// Which names hold a column, the best first.
  let columns: [Column: [String]]
  package internal(set) var quirks = Quirks()

  /// What must be minded beyond the names.
  package struct Quirks: Sendable {
    /// How the account's own replies are told.
    enum Owner: Sendable {
      /// A field that says `true`.
      case marked(String)
      /// Two fields that are equal.
      case equal(String, String)
    }

    var owner: Owner?
    /// The id of a reply begins with its parent's id and this byte.
    var parentEndsAt: UInt8?
    /// The field that holds the root of the conversation: the parent of all that is not the root.
    var conversation: String?
    /// Whether the parent of what is no reply is the post.
    var parentMayBePost = false
    /// Two columns without a name number comments and replies: `1` and `1-1`.
    var numbersReplies = false
    /// The post is the id up to this byte.
    var postEndsInID: UInt8?
    /// The post's address goes up to here: what is behind names the comment.
    var postEndsAt: String?
    /// A field whose text stands before the comment's.
    var heading: String?
    /// The order of day and month, where the tool has one.
    package var isDayFirst = false
    /// Whether times are reckoned back from texts such as "2 weeks ago".
    package var estimatesTimes = false
    /// Fields that tell how many replies a comment has.
    var replyCounts: [String] = []
    /// Fields that are there when a comment is a picture or a sticker.
    var attachments: [String] = []

    /// The fields that are looked at although they are no columns.
    var fields: [String] {
      let owners: [String] =
        switch owner {
        case .marked(let name)?: [name]
        case .equal(let one, let other)?: [one, other]
        case nil: []
        }
      return owners + [conversation, heading].compactMap { $0 } + replyCounts + attachments
    }
  }

  /// The first format of the table that a dump's names fit.
  ///
  /// - Complexity: O(*f* × *n*) for *f* formats and *n* names; done once a dump.
  package static func recognise(_ names: [String], isTable: Bool) -> SourceFormat? {
    // Tables are retyped by people and spreadsheets, so letters' case and `_` don't count there.
    func key(_ name: String) -> String { isTable ? Column.fold(name) : name }
    let present = Set(names.map(key))
    return all.first { format in
      (format.carrier == .table) == isTable
        && format.signatures.contains { $0.allSatisfy { present.contains(key($0)) } }
        && !format.lacks.contains { present.contains(key($0)) }
    }
  }
}

extension SourceFormat: Equatable {
  package static func == (one: SourceFormat, other: SourceFormat) -> Bool { one.id == other.id }
}

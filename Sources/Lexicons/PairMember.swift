import Wording

/// What stands for a token in learned pairs: its word, or a class where words of one class do the same.
///
/// *tidak*, *ora* and *indak* are one class, so that what follows one of them tells of all.
package enum PairMember: UInt32, CaseIterable, Sendable {
  /// A comment's ends.
  case start, end
  case number, mention, link, unknown, place, negator, address, intensifier
  case question, exclamation, stop

  /// The number that stands for the class, beyond all words'.
  package var id: Vocabulary.WordID { .max - 1 - rawValue }

  /// The class of a number, or `nil` where it is a word's.
  package init?(_ id: Vocabulary.WordID) {
    guard id < .max else { return nil }
    self.init(rawValue: .max - 1 - id)
  }

  /// The name in `weights.tsv`: no word has these marks.
  package var name: String {
    switch self {
    case .start: "<start>"
    case .end: "<end>"
    case .number: "<number>"
    case .mention: "<mention>"
    case .link: "<link>"
    case .unknown: "<unknown>"
    case .place: "<place>"
    case .negator: "<negator>"
    case .address: "<address>"
    case .intensifier: "<intensifier>"
    case .question: "<question>"
    case .exclamation: "<exclamation>"
    case .stop: "<stop>"
    }
  }

  private static let spellings = PairMember.allCases.map { WordBytes($0.name) }

  /// The class of a name in `weights.tsv`.
  init?(name: WordBytes) {
    guard name.count > 3, name[0] == UInt8(ascii: "<"),
      let place = Self.spellings.firstIndex(of: name)
    else { return nil }
    self.init(rawValue: UInt32(place))
  }

  /// The class of a token that is no word, or `nil` where pairs reach over it.
  package init?(_ kind: Token.Kind) {
    switch kind {
    case .number: self = .number
    case .mention: self = .mention
    case .url, .mail: self = .link
    case .question: self = .question
    case .exclamation: self = .exclamation
    case .stop: self = .stop
    case .comma, .mark: return nil
    case .word, .emoji, .emoticon, .hashtag: self = .unknown
    }
  }

  /// What stands for the known word `id`.
  static func id(of id: Vocabulary.WordID, _ entry: Entry) -> Vocabulary.WordID {
    if entry.isPlace { return place.id }
    switch entry.role {
    case .negator: return negator.id
    case .address: return address.id
    case .intensifier: return intensifier.id
    default: return id
    }
  }
}

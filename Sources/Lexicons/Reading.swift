import Wording

/// One word, emoji or mark of a comment, with its meaning looked up.
package struct Item: Sendable {
  /// The token's place in the comment's bytes.
  package var start: UInt32
  package var end: UInt32
  package var kind: Token.Kind
  /// The word, or `UInt32.max` where it is unknown or no word.
  package var word: UInt32 = .max
  /// What stands for it in learned pairs, or `UInt32.max` where pairs reach over it.
  package var pairMember: UInt32 = .max
  /// The entry that gives its meaning, or `UInt32.max`.
  package var meaning: UInt32 = .max
  /// The longest phrase with a valence or an operator that starts here, and how many items it takes.
  package var stancePhrase: UInt32 = .max
  package var stanceLength: UInt16 = 0
  /// The longest phrase with issue keywords that starts here, and how many items it takes.
  package var issuePhrase: UInt32 = .max
  package var issueLength: UInt16 = 0
  /// What training found of the word and of its letters; the fourth lane is the word's genre.
  package var effect: Effect = .zero
  /// What training found of the word in reviews.
  package var reviewEffect: Effect = .zero
  /// Whether the item is a word of speech.
  package var isWord = false
  /// Whether its meaning changes a comment's stance: where not, scoring passes over it.
  package var hasStance = false
  /// Whether it is a function word or a name, over which an operator reaches for nothing.
  package var isFunction = false
  /// Whether the word or its meaning counts for an issue, a guard, a place or spam.
  package var isTopical = false
  /// How surely the shape of an unknown word is an advertisement's: 3 for a gambling site's name, 5 with its letters apart.
  package var brandSpam: UInt8 = 0
  /// The phrase trie's node behind the word; 0 where no phrase starts with it.
  package var phraseNode: PhraseTrie.Node = 0

  package init(start: UInt32, end: UInt32, kind: Token.Kind) {
    self.start = start
    self.end = end
    self.kind = kind
    pairMember = PairMember(kind)?.id ?? .max
  }
}

/// A comment read against a lexicon: its items in order, phrases found.
///
/// Reused from comment to comment.
package struct Reading: Sendable {
  package private(set) var items: [Item] = []
  /// How many words there are, and how many of them are known.
  package private(set) var words = 0
  package private(set) var known = 0

  package init() { items.reserveCapacity(256) }

  /// Reads `bytes`, in place of what was read before.
  ///
  /// - Complexity: O(*n*) for forms seen before; no allocation once the items have grown to the longest comment.
  package mutating func read(
    _ bytes: Span<UInt8>, _ lexicon: borrowing Lexicon, _ forms: inout FormTable
  ) {
    items.removeAll(keepingCapacity: true)
    words = 0
    known = 0
    var scanner = TokenScanner()
    while let token = scanner.next(in: bytes) {
      switch token.kind {
      case .word, .emoji, .emoticon:
        append(token, forms.form(of: bytes.extracting(token.range)), forms)
      case .hashtag:
        let name = bytes.extracting(token.range.lowerBound + 1..<token.range.upperBound)
        append(token, forms.form(of: name), forms)
      default:
        items.append(Item(start: token.start, end: token.end, kind: token.kind))
      }
    }
    findPhrases(lexicon)
  }

  private mutating func append(
    _ token: Token, _ form: Range<Int>, _ forms: borrowing FormTable
  ) {
    var isWord = false
    switch token.kind {
    case .word:
      isWord = true
      words += 1
      if forms.items[form.lowerBound].word != .max { known += 1 }
    case .hashtag: isWord = true
    default: break
    }
    for place in form {
      var item = forms.items[place]
      item.start = token.start
      item.end = token.end
      item.kind = token.kind
      item.isWord = isWord
      items.append(item)
    }
  }

  private mutating func findPhrases(_ lexicon: borrowing Lexicon) {
    for first in items.indices where items[first].phraseNode != 0 {
      var node = items[first].phraseNode
      var next = first + 1
      while next < items.count, items[next].word != .max,
        let deeper = lexicon.phrases.next(from: node, items[next].word)
      {
        node = deeper
        next += 1
        guard let phrase = lexicon.phrases.phrase(at: node) else { continue }
        let entry = lexicon.entries[Int(phrase)]
        if entry.isIdiom || entry.role != .none || entry.spam != 0 {
          items[first].stancePhrase = phrase
          items[first].stanceLength = UInt16(next - first)
        }
        if !entry.keywords.isEmpty || entry.guardBit != 0 || entry.isPlace {
          items[first].issuePhrase = phrase
          items[first].issueLength = UInt16(next - first)
        }
      }
    }
  }
}

import Wording

/// One word, emoji or mark of a comment, and where its meaning stands.
package struct Item: Sendable, BitwiseCopyable {
  /// The token's place in the comment's bytes.
  package let start: UInt32
  package let end: UInt32
  /// The place of its meaning in the reading's forms.
  package let form: UInt32
  package let kind: Token.Kind
  /// Whether the item is a word of speech.
  package let isWord: Bool
}

/// A phrase of a comment: the longest that starts at an item.
package struct PhraseHit: Sendable, BitwiseCopyable {
  /// The item at which it starts.
  package let item: Int
  /// The phrase with a valence or an operator, or `UInt32.max`, and how many items it takes.
  package var stance: UInt32 = .max
  package var stanceLength = 0
  /// The phrase with issue keywords, or `UInt32.max`, and how many items it takes.
  package var issue: UInt32 = .max
  package var issueLength = 0
}

/// A comment read against a lexicon: its items in order, phrases found.
///
/// Reused from comment to comment; it remembers the forms it met.
///
///     var reading = Reading(lexicon)
///     reading.read(comment.utf8.span)
package struct Reading: ~Copyable, Sendable {
  package private(set) var items = Pile<Item>(room: 256)
  package private(set) var phrases = Pile<PhraseHit>()
  /// The items that may count for an issue, a place or spam, in order.
  package private(set) var topical = Pile<Int>()
  /// How many words there are, and how many of them are known.
  package private(set) var words = 0
  package private(set) var known = 0
  package private(set) var forms: FormTable
  private let trie: PhraseTrie
  private let entries: Shelf<Entry>

  package init(_ lexicon: Lexicon) {
    forms = FormTable(lexicon)
    trie = lexicon.phrases
    entries = lexicon.entries
  }

  /// What the item at `position` means.
  @inline(__always)
  package func meaning(_ position: Int) -> Meaning { forms.meanings[Int(items[position].form)] }

  /// The word of the item at `position`, or `UInt32.max`.
  @inline(__always)
  package func word(_ position: Int) -> UInt32 { forms.meanings[Int(items[position].form)].word }

  /// The phrase that starts at the item `position`, if one does.
  package func phrase(at position: Int) -> PhraseHit? {
    for i in phrases.indices where phrases[i].item == position { return phrases[i] }
    return nil
  }

  /// Reads `bytes`, in place of what was read before.
  ///
  /// - Complexity: O(*n*) for forms seen before; no allocation once the items have grown to the longest comment.
  package mutating func read(_ bytes: Span<UInt8>) {
    items.removeAll()
    phrases.removeAll()
    topical.removeAll()
    words = 0
    known = 0
    forms.makeRoom()
    var scanner = TokenScanner()
    while true {
      if let (start, end, hash) = bytes.plainWord(at: &scanner.position) {
        let form = forms.form(of: bytes, start, end, hash)
        append(
          form, UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end), .word, true)
        words &+= 1
        if forms.meanings[Int(form.first)].word != .max { known &+= 1 }
        continue
      }
      guard let token = scanner.next(in: bytes) else { break }
      append(token, bytes)
    }
    findPhrases()
  }

  private mutating func append(_ token: Token, _ bytes: Span<UInt8>) {
    let (start, end) = (Int(token.start), Int(token.end))
    switch token.kind {
    case .word:
      let form = forms.form(of: bytes, start, end)
      append(form, token.start, token.end, .word, true)
      words &+= 1
      if forms.meanings[Int(form.first)].word != .max { known &+= 1 }
    case .emoji, .emoticon:
      append(forms.form(of: bytes, start, end), token.start, token.end, token.kind, false)
    case .hashtag:
      append(forms.form(of: bytes, start + 1, end), token.start, token.end, .hashtag, true)
    default:
      append(FormTable.form(of: token.kind), token.start, token.end, token.kind, false)
    }
  }

  @inline(__always)
  private mutating func append(
    _ form: FormTable.Form, _ start: UInt32, _ end: UInt32, _ kind: Token.Kind, _ isWord: Bool
  ) {
    var place = form.first
    let stop = form.first &+ form.count
    while place < stop {
      if forms.meanings[Int(place)].isTopical { topical.append(items.count) }
      items.append(Item(start: start, end: end, form: place, kind: kind, isWord: isWord))
      place &+= 1
    }
  }

  private mutating func findPhrases() {
    var first = 0
    let last = items.count &- 1
    while first < last {
      defer { first &+= 1 }
      let form = Int(items[first].form)
      var node = forms.meanings[form].phraseNode
      guard node != 0 else { continue }
      let second = forms.meanings[Int(items[first &+ 1].form)].word
      guard second != .max,
        forms.meanings[form].continuations & PhraseTrie.bit(of: second) != 0
      else { continue }
      var found = PhraseHit(item: first)
      var next = first &+ 1
      while next < items.count {
        let word = forms.meanings[Int(items[next].form)].word
        guard word != .max, let deeper = trie.next(from: node, word) else { break }
        node = deeper
        next &+= 1
        guard let phrase = trie.phrase(at: node) else { continue }
        let entry = entries[Int(phrase)]
        if entry.isIdiom || entry.role != .none || entry.spam != 0 {
          found.stance = phrase
          found.stanceLength = next &- first
        }
        if !entry.keywords.isEmpty || entry.guardBit != 0 || entry.isPlace {
          found.issue = phrase
          found.issueLength = next &- first
        }
      }
      if found.stanceLength > 0 || found.issueLength > 0 {
        phrases.append(found)
        insertTopical(first)
      }
    }
  }

  /// Puts `item` in its place among the topical ones.
  private mutating func insertTopical(_ item: Int) {
    var place = topical.count
    while place > 0, topical[place - 1] > item { place &-= 1 }
    if place > 0, topical[place - 1] == item { return }
    topical.append(item)
    var last = topical.count - 1
    while last > place {
      topical[last] = topical[last - 1]
      last &-= 1
    }
    topical[place] = item
  }
}

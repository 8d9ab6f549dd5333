import Wording

/// One word, emoji or mark of a comment, and where its meaning stands.
package struct Item: Sendable, BitwiseCopyable {
  /// The token's place in the comment's bytes.
  package let start: UInt32
  package let end: UInt32
  /// The place of its meaning in the reading's forms.
  package let form: UInt32
  /// How many words before it use up an operator's reach.
  package let steps: UInt32
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
  /// The items at which scoring the stance stops, in order.
  package private(set) var events = Pile<Int>(room: 256)
  /// The items that may count for an issue, a place or spam, in order.
  package private(set) var topical = Pile<Int>(room: 256)
  /// How many words use up an operator's reach.
  package private(set) var steps: UInt32 = 0
  package private(set) var forms: FormTable
  /// The items at which a phrase may start: the next word goes on as one does.
  private var starts = Pile<Int>()
  /// Bits of the words by which a phrase that starts at the last item goes on.
  private var continuations: UInt64 = 0
  private let trie: PhraseTrie

  package init(_ lexicon: Lexicon) {
    forms = FormTable(lexicon)
    trie = lexicon.phrases
  }

  /// How many words there are, and how many of them are known.
  ///
  /// - Complexity: O(number of items).
  package var coverage: (words: Int, known: Int) {
    var coverage = (words: 0, known: 0)
    for i in items.indices where items[i].kind == .word {
      // A form can stand for several words, which have its place.
      if i > 0, items[i - 1].start == items[i].start { continue }
      coverage.words += 1
      if word(i) != .max { coverage.known += 1 }
    }
    return coverage
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
    begin()
    var position = 0
    while position < bytes.count {
      if bytes[position] == 0x20 {
        position &+= 1
      } else if let (end, hash) = bytes.plainWord(at: position) {
        append(forms.form(of: bytes, position, end, hash), position, end, .word, isWord: true)
        position = end
        if end < bytes.count, bytes[end] == 0x20 { position &+= 1 }
      } else {
        position = readOther(bytes, at: position)
      }
    }
    if !starts.isEmpty { findPhrases() }
  }

  /// Reads the token at `position` that is not plainly a word; returns where the next is looked for.
  @inline(never)
  private mutating func readOther(_ bytes: Span<UInt8>, at position: Int) -> Int {
    if let (end, hash) = bytes.plainEmoji(at: position) {
      append(forms.form(of: bytes, position, end, hash), position, end, .emoji, isWord: false)
      return end
    }
    if let (end, kind) = bytes.plainMark(at: position) {
      append(FormTable.form(of: kind), position, end, kind, isWord: false)
      return end
    }
    var scanner = TokenScanner()
    scanner.position = position
    guard let token = scanner.next(in: bytes) else { return bytes.count }
    append(token, bytes)
    return scanner.position
  }

  private mutating func begin() {
    items.removeAll()
    phrases.removeAll()
    events.removeAll()
    topical.removeAll()
    starts.removeAll()
    continuations = 0
    steps = 0
    forms.makeRoom()
  }

  private mutating func append(_ token: Token, _ bytes: Span<UInt8>) {
    let (start, end) = (Int(token.start), Int(token.end))
    switch token.kind {
    case .word: append(forms.form(of: bytes, start, end), start, end, .word, isWord: true)
    case .emoji, .emoticon:
      append(forms.form(of: bytes, start, end), start, end, token.kind, isWord: false)
    case .hashtag:
      append(forms.form(of: bytes, start + 1, end), start, end, .hashtag, isWord: true)
    default: append(FormTable.form(of: token.kind), start, end, token.kind, isWord: false)
    }
  }

  @inline(__always)
  private mutating func append(
    _ form: FormTable.Form, _ start: Int, _ end: Int, _ kind: Token.Kind, isWord: Bool
  ) {
    var place = form.first
    let stop = form.first &+ form.count
    while place < stop {
      let meaning = Int(place)
      let position = items.count
      if forms.meanings[meaning].phraseBit & continuations != 0 { starts.append(position &- 1) }
      continuations = forms.meanings[meaning].continuations
      events.append(position, where: forms.meanings[meaning].isEvent)
      topical.append(position, where: forms.meanings[meaning].isTopical)
      items.append(
        Item(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
          form: place, steps: steps, kind: kind, isWord: isWord))
      if isWord { steps &+= forms.meanings[meaning].isStep ? 1 : 0 }
      place &+= 1
    }
  }

  private mutating func findPhrases() {
    for start in starts.indices {
      let first = starts[start]
      var node = forms.meanings[Int(items[first].form)].phraseNode
      var found = PhraseHit(item: first)
      var next = first &+ 1
      while next < items.count {
        let word = forms.meanings[Int(items[next].form)].word
        guard word != .max, let deeper = trie.next(from: node, word) else { break }
        node = deeper
        next &+= 1
        let end = trie.end(at: node)
        found.stance = end.hasStance ? end.phrase : found.stance
        found.stanceLength = end.hasStance ? next &- first : found.stanceLength
        found.issue = end.isTopical ? end.phrase : found.issue
        found.issueLength = end.isTopical ? next &- first : found.issueLength
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

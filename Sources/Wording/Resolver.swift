/// Finds the words that a written form stands for.
///
/// The steps, the first that ends at a known word winning: as written; elongation taken out; digits as letters;
/// a doubled word halved; affixes stripped. Slang forms are looked up at every step.
///
///     Resolver(vocabulary).resolve("JALAN2nya".utf8.span)   // jalan-jalan, or jalan, where known
package struct Resolver: Sendable {
  let vocabulary: Vocabulary
  let affixes = Affixes()

  package init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The words of the token `bytes`.
  ///
  /// - Complexity: O(length × affixes): this is the slow path, run once for each distinct form.
  package func resolve(_ bytes: Span<UInt8>) -> Resolution {
    resolve(WordBytes(folding: bytes).withoutBlanks)
  }

  /// The words of `word`, folded; `excluding` names a word that does not count, to find a word's own root.
  package func resolve(
    _ word: WordBytes, excluding excluded: Vocabulary.WordID = .max
  ) -> Resolution {
    guard !word.isEmpty else { return .unknown }
    if let found = exact(word, excluded) { return found }
    let hasRun = word.hasRun
    if hasRun, let found = withoutElongation(word, excluded) { return found }
    let isPlain = word.isLettersOnly
    if !isPlain {
      if let found = reduplicated(word, excluded) { return found }
      if word.hasDigitAndLetter, let plain = withLetters(word, excluded) { return plain }
    }
    if let found = strip(word, excluded) { return found }
    if hasRun {
      for short in word.shortened {
        if var found = reduplicated(short, excluded) ?? strip(short, excluded) {
          found.changes.insert(.elongation)
          return found
        }
      }
    }
    return isPlain ? .unknown : parts(word, excluded) ?? .unknown
  }

  func exact(_ word: WordBytes, _ excluded: Vocabulary.WordID) -> Resolution? {
    switch vocabulary.meaning(of: word) {
    case .word(let id)?:
      return id == excluded ? nil : Resolution(id)
    case .variant(let range)?:
      var found = Resolution()
      for i in range { found.append(vocabulary.expansions[i]) }
      found.changes = .slang
      return found
    case nil:
      return nil
    }
  }

  /// *bangeeet* → *banget*; *maaf* keeps its double letter, for it is known as it is.
  private func withoutElongation(
    _ word: WordBytes, _ excluded: Vocabulary.WordID
  ) -> Resolution? {
    for short in word.shortened {
      if var found = exact(short, excluded) {
        found.changes.insert(.elongation)
        return found
      }
    }
    return nil
  }

  /// *jalan2*, *hati²nya*, *bolong-bolong*: the doubled word where it is known, else its half.
  private func reduplicated(_ word: WordBytes, _ excluded: Vocabulary.WordID) -> Resolution? {
    for position in 1..<max(word.count, 1) {
      let isDigit = word[position] == UInt8(ascii: "2")
      guard isDigit || word[position] == UInt8(ascii: "-") else { continue }
      let half = word.slice(0..<position)
      let rest = word.dropping(first: position + 1)
      guard half.count >= 3, isDigit ? rest.isSuffixOfNoun : rest.hasPrefix(of: half) else {
        continue
      }
      var doubled = half
      doubled.append(UInt8(ascii: "-"))
      doubled.append(half)
      if var found = exact(doubled, excluded) ?? exact(half, excluded) ?? strip(half, excluded) {
        found.changes.insert(.reduplication)
        return found
      }
    }
    return nil
  }

  /// *4ir* → *air*, *k4pan* → *kapan*.
  private func withLetters(_ word: WordBytes, _ excluded: Vocabulary.WordID) -> Resolution? {
    for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
      var letters = word
      for i in 0..<word.count { letters[i] = Self.letter(for: word[i], one: one) }
      if var found = exact(letters, excluded) ?? withoutElongation(letters, excluded)
        ?? strip(letters, excluded)
      {
        found.changes.insert(.digits)
        return found
      }
    }
    return nil
  }

  private static func letter(for byte: UInt8, one: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"): one
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"): UInt8(ascii: "a")
    case UInt8(ascii: "5"): UInt8(ascii: "s")
    case UInt8(ascii: "6"), UInt8(ascii: "9"): UInt8(ascii: "g")
    case UInt8(ascii: "7"): UInt8(ascii: "t")
    case UInt8(ascii: "8"): UInt8(ascii: "b")
    default: byte
    }
  }

  /// Two different words around a hyphen: *warga-desa*.
  ///
  /// Unknown unless both are known.
  private func parts(_ word: WordBytes, _ excluded: Vocabulary.WordID) -> Resolution? {
    for position in 1..<max(word.count, 1) where word[position] == UInt8(ascii: "-") {
      let (one, other) = (word.slice(0..<position), word.dropping(first: position + 1))
      guard let first = exact(one, excluded) ?? strip(one, excluded),
        let second = exact(other, excluded) ?? strip(other, excluded)
      else { return nil }
      var both = first
      for i in 0..<second.count { both.append(second[i]) }
      both.changes.formUnion(second.changes)
      return both
    }
    return nil
  }
}

extension WordBytes {
  var hasDigitAndLetter: Bool {
    var digit = false
    var letter = false
    for i in 0..<count {
      if self[i] &- 0x30 < 10 { digit = true } else if self[i] &- 0x61 < 26 { letter = true }
    }
    return digit && letter
  }

  /// The word with runs of three or more letters as two, then as one, then with every double letter as one.
  var shortened: [WordBytes] {
    guard hasRun else { return [] }
    var forms: [WordBytes] = []
    for (longest, kept) in [(3, 2), (3, 1), (2, 1)] {
      var form = WordBytes()
      var i = 0
      while i < count {
        var run = 1
        while i + run < count, self[i + run] == self[i], self[i] &- 0x61 < 26 { run += 1 }
        for _ in 0..<(run >= longest ? kept : run) { form.append(self[i]) }
        i += run
      }
      if form != self, !forms.contains(form) { forms.append(form) }
    }
    return forms
  }

  /// Whether this is what may follow a `2` that doubles a word: nothing, or a suffix.
  fileprivate var isSuffixOfNoun: Bool {
    isEmpty || self == WordBytes("nya") || self == WordBytes("an") || self == WordBytes("ku")
      || self == WordBytes("mu") || self == WordBytes("kan") || self == WordBytes("ny")
      || self == WordBytes("lah")
  }

  fileprivate func hasPrefix(of half: WordBytes) -> Bool {
    guard count >= half.count else { return false }
    for i in 0..<half.count where self[i] != half[i] { return false }
    return dropping(first: half.count).isSuffixOfNoun
  }
}

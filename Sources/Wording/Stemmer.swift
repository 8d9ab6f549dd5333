extension Resolver {
  /// The word that `word` is made of, or `nil` where stripping ends at nothing known.
  ///
  /// A blind stemmer turns *bekasi* into *bekas* and *relawan* into *rawan*. Here the rest must be in the
  /// vocabulary, a name loses clitics only, and the least stripping wins.
  ///
  /// The order and the nasal changes follow Nazief & Adriani as described by Asian, Williams & Tahaghoghi,
  /// "Stemming Indonesian" (ACSC 2005), with the colloquial and regional affixes of `LANGUAGE.md` added.
  func strip(_ word: WordBytes, _ excluded: Vocabulary.WordID) -> Resolution? {
    guard word.count > 3 else { return nil }
    if let found = withoutDerivation(word, excluded) { return found }
    // *rusaknyalah* → *rusaknya*, *rusak*: particles stand outside clitics.
    var inner: WordBytes?
    for particle in affixes.particles where word.hasSuffix(particle) {
      let rest = word.dropping(last: particle.count)
      if let found = bare(rest, excluded) { return found }
      inner = rest
    }
    if let found = withoutClitic(word, excluded) { return found }
    return inner.flatMap { withoutClitic($0, excluded) }
  }

  private func withoutClitic(_ word: WordBytes, _ excluded: Vocabulary.WordID) -> Resolution? {
    for clitic in affixes.clitics where word.hasSuffix(clitic) {
      if let found = bare(word.dropping(last: clitic.count), excluded) { return found }
    }
    return nil
  }

  /// The word without particles and clitics, as it is or without affixes.
  private func bare(_ word: WordBytes, _ excluded: Vocabulary.WordID) -> Resolution? {
    guard word.count >= 3 else { return nil }
    return accept(word, .clitics, excluded) ?? withoutDerivation(word, excluded)
  }

  private func accept(
    _ word: WordBytes, _ least: Vocabulary.Stripping, _ excluded: Vocabulary.WordID
  ) -> Resolution? {
    guard word.count >= 3, var found = exact(word, excluded), found.count > 0 else { return nil }
    if found.count == 1, vocabulary.stripping(of: found[0]).rawValue < least.rawValue { return nil }
    found.changes.insert(.affixes)
    return found
  }

  /// Suffix alone, prefix alone, then both; then one more prefix (*diper-*, *keter-*).
  private func withoutDerivation(_ word: WordBytes, _ excluded: Vocabulary.WordID) -> Resolution? {
    // The word, and what is left of it without each suffix.
    var bases = InlineArray<4, WordBytes>(repeating: word)
    var baseCount = 1
    for suffix in affixes.suffixes where word.hasSuffix(suffix) {
      let rest = word.dropping(last: suffix.count)
      guard rest.count >= 3 else { continue }
      if let found = accept(rest, .affixes, excluded) { return found }
      bases[baseCount] = rest
      baseCount += 1
    }
    let prefixes = affixes.prefixes(of: word)
    guard !prefixes.isEmpty else { return nil }
    for base in 0..<baseCount {
      for prefix in prefixes {
        guard let rest = affixes.rest(of: bases[base], prefix) else { continue }
        if let found = accept(rest, .affixes, excluded) { return found }
      }
    }
    for base in 0..<baseCount {
      for prefix in prefixes {
        guard let once = affixes.rest(of: bases[base], prefix) else { continue }
        for second in affixes.prefixes(of: once) {
          guard let rest = affixes.rest(of: once, second) else { continue }
          if let found = accept(rest, .affixes, excluded) { return found }
        }
      }
    }
    return nil
  }
}

/// What may hang on an Indonesian word, in the order in which it is tried.
struct Affixes: Sendable {
  let particles: [Affix] = ["lah", "kah", "pun", "tah"]
  let clitics: [Affix] = ["nya", "nyo", "ku", "mu", "ny", "na", "ne", "x"]
  /// A word ends with three of them at most.
  let suffixes: [Affix] = ["kan", "an", "i", "in", "keun", "e", "ke", "en", "ake"]
  /// By their first letters.
  private let prefixes: Shelf<Prefix>
  /// Where the prefixes of each letter stand.
  private let places: Shelf<Run>

  private struct Prefix: BitwiseCopyable {
    let letters: Affix
    /// The letter that it swallowed.
    let restored: Affix
    /// The shortest rest that it may leave.
    let least: Int
  }

  private struct Run: BitwiseCopyable {
    let start: UInt8
    let end: UInt8
  }

  init() {
    var prefixes = Pile<Prefix>()
    var places = Pile<Run>()
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      let start = UInt8(prefixes.count)
      for (letters, restored, least) in Self.prefixes where UInt8(letters.chunk & 0xFF) == letter {
        prefixes.append(Prefix(letters: letters, restored: restored, least: least))
      }
      places.append(Run(start: start, end: UInt8(prefixes.count)))
    }
    self.prefixes = Shelf(prefixes)
    self.places = Shelf(places)
  }

  /// The places of the prefixes with which a word like `word` may begin.
  func prefixes(of word: WordBytes) -> Range<Int> {
    let letter = word[0] &- UInt8(ascii: "a")
    guard letter < 26 else { return 0..<0 }
    let run = places[Int(letter)]
    return Int(run.start)..<Int(run.end)
  }

  /// `word` without the prefix at `place`, as it was before the prefix was put on: *memukul* → *ukul*, *pukul*.
  func rest(of word: WordBytes, _ place: Int) -> WordBytes? {
    let prefix = prefixes[place]
    guard word.count >= prefix.letters.count &+ prefix.least &- prefix.restored.count,
      word.hasPrefix(prefix.letters)
    else { return nil }
    guard prefix.restored.count > 0 else { return word.dropping(first: prefix.letters.count) }
    var form = WordBytes(chunk: prefix.restored.chunk, count: prefix.restored.count)
    form.append(word.dropping(first: prefix.letters.count))
    return form
  }

  private static let prefixes: [(letters: Affix, restored: Affix, least: Int)] = [
    ("di", "", 3), ("ter", "", 3), ("ber", "", 3), ("be", "", 4), ("se", "", 4), ("ke", "", 4),
    ("per", "", 3), ("pe", "", 4),
    ("menge", "", 3), ("meng", "", 3), ("meng", "k", 4), ("mem", "", 3), ("mem", "p", 4),
    ("meny", "s", 4), ("men", "", 3), ("men", "t", 4), ("me", "", 4),
    ("penge", "", 3), ("peng", "", 3), ("peng", "k", 4), ("pem", "", 3), ("pem", "p", 4),
    ("peny", "s", 4), ("pen", "", 3), ("pen", "t", 4),
    ("nge", "", 3), ("ng", "", 4), ("ng", "k", 4), ("ny", "s", 4), ("ny", "c", 4), ("n", "t", 4),
    ("ka", "", 5), ("ba", "", 5), ("ma", "", 5), ("ta", "", 5), ("pa", "", 5),
    ("dak", "", 4), ("tak", "", 4),
  ]
}

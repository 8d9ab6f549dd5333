/// Strips clitics, particles and affixes from a word, only down to a known one.
///
/// A blind stemmer turns *bekasi* into *bekas* and *relawan* into *rawan*. Here the rest must be in the
/// vocabulary, a name loses clitics only, and the least stripping wins.
///
/// The order and the nasal changes follow Nazief & Adriani as described by Asian, Williams & Tahaghoghi,
/// "Stemming Indonesian" (ACSC 2005), with the colloquial and regional affixes of `LANGUAGE.md` added.
struct Stemmer: Sendable {
  private let search: Search

  init(_ search: Search) { self.search = search }

  /// The word that `word` is made of, or `nil` where stripping ends at nothing known.
  func strip(_ word: WordBytes) -> Resolution? {
    guard word.count > 3 else { return nil }
    for bare in [word] + withoutClitics(word) {
      if bare != word, let found = accept(bare, .clitics) { return found }
      if let found = withoutDerivation(bare) { return found }
    }
    return nil
  }

  private func accept(_ word: WordBytes, _ least: Vocabulary.Stripping) -> Resolution? {
    guard word.count >= 3, var found = search.exact(word), found.count > 0 else { return nil }
    if found.count == 1,
      search.vocabulary.stripping(of: found[0]).rawValue < least.rawValue
    {
      return nil
    }
    found.changes.insert(.affixes)
    return found
  }

  /// *rusaknyalah* → *rusaknya*, *rusak*: particles stand outside clitics.
  private func withoutClitics(_ word: WordBytes) -> [WordBytes] {
    var forms: [WordBytes] = []
    for particle in particles where word.hasSuffix(particle) {
      forms.append(word.dropping(last: particle.count))
    }
    for base in [word] + forms {
      for clitic in clitics where base.hasSuffix(clitic) {
        forms.append(base.dropping(last: clitic.count))
      }
    }
    return forms.filter { $0.count >= 3 }
  }

  /// Suffix alone, prefix alone, then both; then one more prefix (*diper-*, *keter-*).
  private func withoutDerivation(_ word: WordBytes) -> Resolution? {
    var bases = [word]
    for suffix in suffixes where word.hasSuffix(suffix) {
      let rest = word.dropping(last: suffix.count)
      guard rest.count >= 3 else { continue }
      if let found = accept(rest, .affixes) { return found }
      bases.append(rest)
    }
    for base in bases {
      for rest in withoutPrefix(base) {
        if let found = accept(rest, .affixes) { return found }
      }
    }
    for base in bases {
      for once in withoutPrefix(base) {
        for rest in withoutPrefix(once) {
          if let found = accept(rest, .affixes) { return found }
        }
      }
    }
    return nil
  }

  /// The word without one prefix, each way it may have been put on: *memukul* → *ukul*, *pukul*.
  private func withoutPrefix(_ word: WordBytes) -> [WordBytes] {
    var forms: [WordBytes] = []
    for (prefix, restored, least) in prefixes where word.hasPrefix(prefix) {
      var form = WordBytes(chunk: restored.chunk, count: restored.count)
      form.append(word.dropping(first: prefix.count))
      if form.count >= least { forms.append(form) }
    }
    return forms
  }
}

private let particles: [Affix] = ["lah", "kah", "pun", "tah"]
private let clitics: [Affix] = ["nya", "nyo", "ku", "mu", "ny", "na", "ne", "x"]
private let suffixes: [Affix] = ["kan", "an", "i", "in", "keun", "e", "ke", "en", "ake"]

/// A prefix, the letter that it swallowed, and the shortest rest that it may leave.
private let prefixes: [(Affix, Affix, Int)] = [
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

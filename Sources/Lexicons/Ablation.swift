/// A part of the lexicon that can be left out, to measure what it is worth: `suara evaluate --without negation`.
package enum Ablation: String, CaseIterable, Sendable {
  /// *tidak*, *belum*, *bukan cuma* turn nothing.
  case negation
  /// *tapi*, *meski*, *padahal* weigh nothing.
  case contrast
  /// *kapan*, *mana*, *berapa* ask nothing; question marks still do.
  case questions
  /// Slang forms are unknown words.
  case slang
  /// No affix is stripped.
  case affixes
  /// Emoji mean nothing.
  case emoji
  /// The lexicon alone decides.
  case weights

  /// Whether words of `role` lose it.
  func disarms(_ role: Operator) -> Bool {
    switch (self, role) {
    case (.negation, .negator), (.negation, .forbidding), (.negation, .unmet): true
    case (.negation, .restriction): true
    case (.contrast, .contrast), (.contrast, .concession), (.contrast, .breach): true
    case (.contrast, .past): true
    case (.questions, .presupposing), (.questions, .asking): true
    default: false
    }
  }
}

import Wording

/// What training found beside the hand-set weights: `weights.tsv`.
///
/// Every weight is a change to a prior: where there is none, the hand-written meaning stands alone.
package struct LearnedWeights: Sendable {
  /// What a row of `weights.tsv` is about.
  package enum Feature: String, CaseIterable, Sendable {
    /// A known word, wherever it stands.
    case word
    /// Two words, marks or classes that follow each other: see `PairMember`.
    case pair
    /// Letters within a word: `<gak`, `nya>`.
    case gram
    /// A lexicon's entry as it was turned: `rusak/negated`.
    case entry
    /// Entries of one kind, turned and in a mood, for each unit of valence: `praise/negated/asked`.
    case group
    /// A pattern of a sentence.
    case cue
    /// A trait of the whole comment.
    case trait
    /// Two traits at once: `request+short`.
    case traits
    /// How far a word speaks for a review or a news item rather than a comment; `<bias>` is the start.
    case genre
    /// What a word means otherwise in reviews and news.
    case reviewWord
    /// What a trait means otherwise in reviews and news; `bias` is all of them.
    case reviewTrait
    /// `temperature`: what the logits are divided by, so that confidence means what it says.
    case calibration
  }

  /// By word; the fourth lane is the word's genre.
  package private(set) var words: [Effect] = []
  /// By word: what is added in full for a review, and in part for what may be one.
  package private(set) var reviewWords: [Effect] = []
  /// How far a comment without words is a review, in logits; `nil` where no genres were learned.
  package private(set) var genreBias: Float?
  package private(set) var pairs = EffectTable(EffectTable.Builder())
  package private(set) var grams = EffectTable(EffectTable.Builder())
  package private(set) var entries = EffectTable(EffectTable.Builder())
  /// Weights of patterns and traits, by feature and name.
  package private(set) var named: [Feature: [String: Effect]] = [:]
  package private(set) var temperature: Float = 1

  package init() {}

  /// Whether there is anything learned.
  package var isEmpty: Bool {
    words.isEmpty && pairs.count == 0 && grams.count == 0 && entries.count == 0 && named.isEmpty
  }

  /// Calls `body` with the key and place of every run of 3 to 5 letters in `word`, its ends being `<` and `>`.
  package static func forEachGram(of word: WordBytes, _ body: (UInt64, Range<Int>) -> Void) {
    let count = word.count + 2
    guard word.count >= 2 else { return }
    func letter(_ i: Int) -> UInt8 {
      i == 0 ? UInt8(ascii: "<") : i == count - 1 ? UInt8(ascii: ">") : word[i - 1]
    }
    for first in 0..<count - 2 {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      // A letter beyond ASCII would be cut in two: no run reaches over it.
      for i in first..<min(first + 5, count) {
        guard letter(i) < 0x80 else { break }
        hash = (hash ^ UInt64(letter(i))) &* 0x100_0000_01B3
        if i >= first + 2 { body(hash | 1, first..<i + 1) }
      }
    }
  }

  /// What the letters of `word` add.
  package func gramEffect(of word: WordBytes) -> Effect {
    guard grams.count > 0 else { return .zero }
    var sum = Effect.zero
    Self.forEachGram(of: word) { key, _ in sum += grams[key] }
    return sum
  }

  /// The effect of the known word `id`.
  @inline(__always)
  package func wordEffect(_ id: Vocabulary.WordID) -> Effect {
    Int(id) < words.count ? words[Int(id)] : .zero
  }

  /// What the known word `id` adds in a review.
  @inline(__always)
  package func reviewEffect(_ id: Vocabulary.WordID) -> Effect {
    Int(id) < reviewWords.count ? reviewWords[Int(id)] : .zero
  }

  init(_ table: LexiconTable, _ vocabulary: Vocabulary) throws(LexiconError) {
    let key = try table.column("key")
    let lanes = [
      try table.column("complaint"), try table.column("support"), try table.column("neutral"),
    ]
    var (pairs, grams, entries) = (
      EffectTable.Builder(), EffectTable.Builder(), EffectTable.Builder()
    )
    words = Array(repeating: .zero, count: vocabulary.wordCount)
    reviewWords = words
    var last: (name: ArraySlice<UInt8>, feature: Feature)?
    for row in 0..<table.rowCount {
      // Rows of one feature stand together.
      let name = table.bytes(row, 0)
      let feature: Feature
      if let last, last.name == name {
        feature = last.feature
      } else {
        feature = try table.name(row, 0, as: Feature.self)
        last = (name, feature)
      }
      var effect = Effect.zero
      for lane in 0..<3 { effect[lane] = Float(try table.number(row, lanes[lane], in: -50...50)) }
      let text = table.bytes(row, key)
      switch feature {
      case .word:
        guard let id = vocabulary.wordID(of: WordBytes(raw: text.span)) else { continue }
        effect.w = words[Int(id)].w
        words[Int(id)] = effect
      case .genre:
        if text.elementsEqual("<bias>".utf8) {
          genreBias = effect.x
        } else if let id = vocabulary.wordID(of: WordBytes(raw: text.span)) {
          words[Int(id)].w = effect.x
        }
      case .reviewWord:
        if let id = vocabulary.wordID(of: WordBytes(raw: text.span)) { reviewWords[Int(id)] = effect }
      case .pair:
        guard let blank = text.firstIndex(of: 0x20),
          let a = Self.member(text[..<blank], vocabulary),
          let b = Self.member(text[(blank + 1)...], vocabulary)
        else { continue }
        pairs.set(EffectTable.pair(a, b), effect)
      case .gram:
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        grams.set(hash | 1, effect)
      case .entry:
        guard let slash = text.lastIndex(of: UInt8(ascii: "/")),
          let turn = Turn(rawName: text[(slash + 1)...])
        else { continue }
        let word = text[..<slash]
        guard let id = vocabulary.wordID(of: WordBytes(raw: word.span)) else { continue }
        entries.set(EffectTable.entry(id, turn: turn.rawValue), effect)
      case .calibration: temperature = effect.x
      case .group, .cue, .trait, .traits, .reviewTrait:
        named[feature, default: [:]][String(decoding: text, as: UTF8.self)] = effect
      }
    }
    self.pairs = EffectTable(pairs)
    self.grams = EffectTable(grams)
    self.entries = EffectTable(entries)
  }

  private static func member(_ text: ArraySlice<UInt8>, _ vocabulary: Vocabulary) -> UInt32? {
    PairMember(name: text)?.id ?? vocabulary.wordID(of: WordBytes(raw: text.span))
  }
}

/// What was done to a word by the words before it.
package enum Turn: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case plain, negated, unmet, forbidden

  package var name: String { ["plain", "negated", "unmet", "forbidden"][Int(rawValue)] }

  init?(rawName: ArraySlice<UInt8>) {
    guard let found = Turn.allCases.first(where: { rawName.elementsEqual($0.name.utf8) }) else {
      return nil
    }
    self = found
  }
}

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
  package private(set) var words = Shelf<Effect>([])
  /// By word: what is added in full for a review, and in part for what may be one.
  private var reviewWords = EffectTable(EffectTable.Builder())
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
    words.count == 0 && pairs.count == 0 && grams.count == 0 && entries.count == 0 && named.isEmpty
  }

  /// Calls `body` with the key and place of every run of 3 to 5 letters in `word`, its ends being `<` and `>`.
  ///
  /// The key is the letters themselves, the first in the lowest bits.
  @inline(__always)
  package static func forEachGram(of word: WordBytes, _ body: (UInt64, Range<Int>) -> Void) {
    guard word.count >= 2 else { return }
    for first in 0..<word.count {
      // How many bytes of `letters` are before the word's end.
      let rest = word.count &- first &+ 1
      var letters =
        first == 0
        ? word.chunk(at: 0) &<< 8 | UInt64(UInt8(ascii: "<")) : word.chunk(at: first &- 1)
      if rest < 8 { letters |= UInt64(UInt8(ascii: ">")) &<< UInt64(truncatingIfNeeded: rest &* 8) }
      // A letter beyond ASCII would be cut in two: no run reaches over it.
      let plain = (letters & 0x8080_8080_8080_8080).trailingZeroBitCount &>> 3
      let longest = min(5, rest &+ 1, plain)
      guard longest >= 3 else { continue }
      for length in 3...longest {
        body(
          letters & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1), first..<first + length)
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
    reviewWords[UInt64(id) + 1]
  }

  /// - Parameter vocabulary: The words that rows name; rows that name others say nothing.
  init(_ rows: LearnedRows, _ vocabulary: Vocabulary) {
    genreBias = rows.genreBias
    temperature = rows.temperature
    named = rows.named
    grams = rows.grams
    var words = Pile(repeating: Effect.zero, count: max(1, vocabulary.wordCount))
    var reviewWords = EffectTable.Builder(expected: rows.count(of: .reviewWord))
    var pairs = EffectTable.Builder(expected: rows.count(of: .pair))
    var entries = EffectTable.Builder(expected: rows.count(of: .entry))
    for (feature, run) in rows.runs {
      for row in run {
        let effect = rows.effects[row]
        switch feature {
        case .word:
          guard let id = rows.table.wordID(row, rows.keyColumn, vocabulary) else { continue }
          let genre = words[Int(id)].w
          words[Int(id)] = effect
          words[Int(id)].w = genre
        case .genre:
          guard let id = rows.table.wordID(row, rows.keyColumn, vocabulary) else { continue }
          words[Int(id)].w = effect.x
        case .reviewWord:
          guard let id = rows.table.wordID(row, rows.keyColumn, vocabulary) else { continue }
          reviewWords.set(UInt64(id) + 1, effect)
        case .pair:
          guard let pair = rows.table.pair(row, rows.keyColumn, vocabulary) else { continue }
          pairs.set(pair, effect)
        case .entry:
          guard let entry = rows.table.entry(row, rows.keyColumn, vocabulary) else { continue }
          entries.set(entry, effect)
        default: continue
        }
      }
    }
    self.words = Shelf(words)
    self.reviewWords = EffectTable(reviewWords)
    self.pairs = EffectTable(pairs)
    self.entries = EffectTable(entries)
  }
}

/// The rows of `weights.tsv`, read before the words that they name have numbers.
struct LearnedRows: Sendable {
  let table: LexiconTable
  /// The column that says what a row is about.
  let keyColumn: Int
  /// By row.
  let effects: Shelf<Effect>
  /// Rows of one feature that stand together.
  private(set) var runs: [(feature: LearnedWeights.Feature, rows: Range<Int>)] = []
  private(set) var genreBias: Float?
  private(set) var temperature: Float = 1
  private(set) var named: [LearnedWeights.Feature: [String: Effect]] = [:]
  private(set) var grams = EffectTable(EffectTable.Builder())

  init(_ table: LexiconTable) throws(LexiconError) {
    self.table = table
    let keyColumn = try table.column("key")
    self.keyColumn = keyColumn
    let (complaint, support, neutral) = (
      try table.column("complaint"), try table.column("support"), try table.column("neutral")
    )
    let names = CellNames<LearnedWeights.Feature>()
    var effects = Pile<Effect>(room: max(1, table.rowCount))
    var last = WordBytes()
    for row in 0..<table.rowCount {
      let name = table.word(row, 0)
      if name == last {
        runs[runs.count - 1].rows = runs[runs.count - 1].rows.lowerBound..<row + 1
      } else {
        runs.append((try table.name(row, 0, of: names), row..<row + 1))
        last = name
      }
      effects.append(
        Effect(
          Float(try table.number(row, complaint, in: -50...50)),
          Float(try table.number(row, support, in: -50...50)),
          Float(try table.number(row, neutral, in: -50...50)), 0))
    }
    self.effects = Shelf(effects)
    var grams = EffectTable.Builder(expected: count(of: .gram))
    for (feature, run) in runs {
      switch feature {
      case .word, .reviewWord, .pair, .entry: continue
      case .gram:
        for row in run { grams.set(table.word(row, keyColumn).chunk(at: 0), self.effects[row]) }
      case .genre:
        for row in run where table.word(row, keyColumn) == WordBytes("<bias>") {
          genreBias = self.effects[row].x
        }
      case .calibration: for row in run { temperature = self.effects[row].x }
      case .group, .cue, .trait, .traits, .reviewTrait:
        var effects = named[feature] ?? [:]
        for row in run { effects[table.text(row, keyColumn)] = self.effects[row] }
        named[feature] = effects
      }
    }
    self.grams = EffectTable(grams)
  }

  /// How many rows are about `feature`.
  func count(of feature: LearnedWeights.Feature) -> Int {
    runs.reduce(0) { $0 + ($1.feature == feature ? $1.rows.count : 0) }
  }
}

extension LexiconTable {
  /// The number of the word that a cell names.
  fileprivate func wordID(_ row: Int, _ column: Int, _ vocabulary: Vocabulary) -> UInt32? {
    vocabulary.wordID(of: word(row, column))
  }

  /// The key of the pair that a cell names.
  fileprivate func pair(_ row: Int, _ column: Int, _ vocabulary: Vocabulary) -> UInt64? {
    let range = range(row, column)
    guard let blank = contents.firstIndex(of: 0x20, in: range) else { return nil }
    let first = WordBytes(raw: contents, range.lowerBound..<blank)
    let second = WordBytes(raw: contents, blank + 1..<range.upperBound)
    guard let a = PairMember(name: first)?.id ?? vocabulary.wordID(of: first),
      let b = PairMember(name: second)?.id ?? vocabulary.wordID(of: second)
    else { return nil }
    return EffectTable.pair(a, b)
  }

  /// The key of the entry that a cell names, as it was turned.
  fileprivate func entry(_ row: Int, _ column: Int, _ vocabulary: Vocabulary) -> UInt64? {
    let range = range(row, column)
    guard let slash = bytes(row, column).lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let end = range.lowerBound + slash
    guard let turn = Turn(name: WordBytes(raw: contents, end + 1..<range.upperBound)),
      let id = vocabulary.wordID(of: WordBytes(raw: contents, range.lowerBound..<end))
    else { return nil }
    return EffectTable.entry(id, turn: turn.rawValue)
  }
}

/// What was done to a word by the words before it.
package enum Turn: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case plain, negated, unmet, forbidden

  package var name: String {
    switch self {
    case .plain: "plain"
    case .negated: "negated"
    case .unmet: "unmet"
    case .forbidden: "forbidden"
    }
  }

  init?(name: WordBytes) {
    guard let found = Turn.allCases.first(where: { WordBytes($0.name) == name }) else {
      return nil
    }
    self = found
  }
}

import Lexicons
import Wording

/// What a learned weight belongs to, and how much of it a comment has.
package struct FeatureValue {
  package let feature: LearnedWeights.Feature
  /// Tells features of one kind apart.
  package let code: UInt64
  package let value: Float
  /// Where it stands in the comment; empty for traits of the whole.
  package let start: UInt32
  package let end: UInt32
}

extension StanceScorer {
  /// Calls `body` with each feature of the comment scored last: the same that its score was summed from.
  ///
  /// `bytes` are the comment's. Allocates; for training and explanations.
  package func forEachFeature(
    of reading: borrowing Reading, in bytes: Span<UInt8>, _ body: (FeatureValue) -> Void
  ) {
    func tell(
      _ feature: LearnedWeights.Feature, _ code: UInt64, _ value: Float, _ start: UInt32 = 0,
      _ end: UInt32 = 0
    ) {
      body(FeatureValue(feature: feature, code: code, value: value, start: start, end: end))
    }
    for i in hits.indices {
      let hit = hits[i]
      let weight = clauseWeights[Int(hit.clause)]
      if hit.entry == .max {
        tell(.cue, UInt64(hit.cue.rawValue), weight, hit.start, hit.end)
      } else {
        let group = StanceWeights.group(Int(hit.kind.ordinal), hit.turn, hit.mood)
        tell(.group, UInt64(group), weight * hit.size, hit.start, hit.end)
        tell(
          .entry, EffectTable.entry(hit.entry, turn: hit.turn.rawValue), weight, hit.start,
          hit.end)
      }
    }
    var previous = PairMember.start.id
    var clause = 0
    for position in reading.items.indices {
      while clause + 1 < clauseStarts.count, clauseStarts[clause + 1] <= position { clause += 1 }
      let (item, meaning) = (reading.items[position], reading.meaning(position))
      let value = clauseWeights[clause] * wordScale
      if meaning.word != .max {
        tell(.word, UInt64(meaning.word), value, item.start, item.end)
        if meaning.bearer != meaning.word {
          tell(.word, UInt64(meaning.bearer), value, item.start, item.end)
        }
      }
      if meaning.pairMember != .max {
        tell(
          .pair, EffectTable.pair(previous, meaning.pairMember), value, item.start, item.end)
        previous = meaning.pairMember
      }
      let isFirst = position == 0 || reading.items[position - 1].start != item.start
      if isFirst, item.isWord || item.kind == .emoji || item.kind == .emoticon {
        let start = Int(item.start) + (item.kind == .hashtag ? 1 : 0)
        let word = WordBytes(folding: bytes.extracting(start..<Int(item.end)))
        LearnedWeights.forEachGram(of: word) { code, _ in
          tell(.gram, code, value, item.start, item.end)
        }
      }
    }
    let value = clauseWeights[clauseWeights.count - 1] * wordScale
    tell(.pair, EffectTable.pair(previous, PairMember.end.id), value)
    var numbers: [Int] = []
    traits.forEach { numbers.append($0) }
    for (place, one) in numbers.enumerated() {
      tell(.trait, UInt64(one), 1)
      for other in numbers[(place + 1)...] {
        tell(.traits, UInt64(one * Trait.count + other), 1)
      }
    }
  }

  /// Calls `body` with what learned words, pairs and traits added to the score of the comment scored last.
  ///
  /// A word's effect holds its letters'. Names and spans are those of the later word of a pair.
  package func forEachLearned(
    of reading: borrowing Reading, _ lexicon: borrowing Lexicon,
    _ body: (_ name: String?, _ operation: String, _ start: UInt32, _ end: UInt32, Effect) -> Void
  ) {
    guard !lexicon.weights.isEmpty else { return }
    var previous = PairMember.start.id
    var clause = 0
    func add(_ name: String?, _ operation: String, _ item: Item?, _ effect: Effect) {
      if effect != .zero { body(name, operation, item?.start ?? 0, item?.end ?? 0, effect) }
    }
    for position in reading.items.indices {
      while clause + 1 < clauseStarts.count, clauseStarts[clause + 1] <= position { clause += 1 }
      let (item, meaning) = (reading.items[position], reading.meaning(position))
      let scale = clauseWeights[clause] * wordScale
      var effect = meaning.effect
      effect.w = 0
      let name = meaning.word == .max ? nil : lexicon.text(of: meaning.word)
      add(name, "word", item, (effect + meaning.reviewEffect * reviewShare) * scale)
      if meaning.pairMember != .max {
        add(
          Self.name(of: previous, lexicon) + " " + Self.name(of: meaning.pairMember, lexicon),
          "pair",
          item,
          lexicon.weights.pairs[EffectTable.pair(previous, meaning.pairMember)] * scale)
        previous = meaning.pairMember
      }
    }
    add(
      Self.name(of: previous, lexicon) + " " + PairMember.end.name, "pair", nil,
      lexicon.weights.pairs[EffectTable.pair(previous, PairMember.end.id)]
        * (clauseWeights[clauseWeights.count - 1] * wordScale))
    add("bias", "review", nil, weights.reviewTraits[Trait.count] * reviewShare)
    let names = Trait.names
    var before: [Int] = []
    traits.forEach { one in
      add(names[one], "trait", nil, weights.traits[one] + weights.reviewTraits[one] * reviewShare)
      for other in before {
        add(
          "\(names[other])+\(names[one])", "traits", nil,
          weights.traitPairs[other * names.count + one])
      }
      before.append(one)
    }
  }

  /// The key of a feature in `weights.tsv`.
  package static func name(
    of value: FeatureValue, _ lexicon: borrowing Lexicon, in bytes: Span<UInt8>
  ) -> String {
    let count = Trait.count
    let code = Int(truncatingIfNeeded: value.code)
    switch value.feature {
    case .word, .genre, .reviewWord: return lexicon.text(of: UInt32(code))
    case .pair:
      let key = value.code - 1
      return name(of: UInt32(key >> 32), lexicon) + " "
        + name(of: UInt32(truncatingIfNeeded: key), lexicon)
    case .gram:
      let start = Int(value.start) + (bytes[Int(value.start)] == UInt8(ascii: "#") ? 1 : 0)
      let word = WordBytes(folding: bytes.extracting(start..<Int(value.end)))
      let letters = Array("<\(word.text)>".utf8)
      var found = ""
      LearnedWeights.forEachGram(of: word) { gram, place in
        if gram == value.code { found = String(decoding: letters[place], as: UTF8.self) }
      }
      return found
    case .entry:
      let key = value.code - 1
      return lexicon.text(of: UInt32(key >> 8)) + "/"
        + (Turn(rawValue: UInt8(key & 0xFF)) ?? .plain).name
    case .group:
      let moods = MoodKind.allCases
      let turns = Turn.allCases
      let kind = Kind.allCases[code / (moods.count * turns.count)].rawValue
      return
        "\(kind)/\(turns[code / moods.count % turns.count].name)/\(moods[code % moods.count].name)"
    case .cue: return Cue.allCases[code].name
    case .trait: return Trait.allCases[code].name
    case .reviewTrait: return code < count ? Trait.allCases[code].name : "bias"
    case .traits: return "\(Trait.allCases[code / count].name)+\(Trait.allCases[code % count].name)"
    case .calibration: return ""
    }
  }

  private static func name(of member: UInt32, _ lexicon: borrowing Lexicon) -> String {
    PairMember(member)?.name ?? lexicon.text(of: member)
  }
}

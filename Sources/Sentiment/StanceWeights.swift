import Lexicons
import Wording

/// What words of one kind add, as they were turned and in one mood.
struct GroupWeights: Sendable, BitwiseCopyable {
  /// For each unit of the word's weight.
  let factor: Effect
  /// Whatever the word weighs.
  let constant: Effect
  /// What was learned, for each unit of valence.
  let learned: Effect
}

/// What words say of their sentence by their kinds, and as they were turned.
struct GroupSigns: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt8
  /// Something is amiss.
  static let lack = GroupSigns(rawValue: 1)
  static let praise = GroupSigns(rawValue: 2)
  static let repair = GroupSigns(rawValue: 4)
  /// A lack is denied.
  static let denial = GroupSigns(rawValue: 8)
  /// It mocks where it stands beside a defect.
  static let mockery = GroupSigns(rawValue: 16)
}

/// What a word of a kind, as it was turned, says of its sentence and comment.
struct GroupMeaning: Sendable, BitwiseCopyable {
  private(set) var traits: Traits = []
  private(set) var signs: GroupSigns = []
  private(set) var stanceSigns: StanceSigns = []
  /// What a word's effect on complaint or support must exceed for it to speak of a defect or to praise.
  private(set) var leastDefect = Float.infinity
  private(set) var leastPraise = Float.infinity

  /// What a pattern says: nothing.
  init() {}

  init(_ kind: Kind, _ turn: Turn) {
    switch (kind, turn) {
    case (.defect, .plain), (.critique, .plain): signs = .lack
    case (.defect, .negated), (.critique, .negated): signs = .denial
    case (.praise, .plain), (.clap, .plain): signs = .praise
    case (.remedy, .plain): signs = .repair
    case (.praise, _), (.clap, _), (.remedy, _): signs = .lack
    default: break
    }
    switch kind {
    case .laugh, .clap, .sarcasm: signs.insert(.mockery)
    case .gratitude: stanceSigns = .thanks
    case .insult: stanceSigns = .toxic
    default: break
    }
    traits = Self.traits(kind, isPlain: turn == .plain)
    leastDefect = 0.5
    if turn == .plain { leastPraise = 0.5 }
  }

  private static func traits(_ kind: Kind, isPlain: Bool) -> Traits {
    switch kind {
    case .defect: isPlain ? [.defect] : [.negatedDefect]
    case .critique: [.critique]
    case .insult: [.insult]
    case .distress: [.distress]
    case .praise: isPlain ? [.praise] : [.negatedPraise]
    case .gratitude: [.gratitude]
    case .blessing: [.blessing]
    case .remedy: isPlain ? [.remedy] : [.unmetRemedy]
    case .laugh: [.laugh]
    case .pray: [.pray]
    case .clap: [.clap]
    case .sarcasm: [.mockery]
    case .neutral: []
    }
  }
}

/// The weights of patterns, groups and traits, hand-set and learned, laid out for the scorer.
package struct StanceWeights: Sendable {
  /// By a cue's place in `Cue.allCases`: what is set by hand, and what was learned.
  let cues: Shelf<Effect>
  /// By kind and turn, and the patterns': see `place(_:_:)`.
  let meanings: Shelf<GroupMeaning>
  /// The place of patterns in `meanings`, behind all kinds.
  let patternPlace: UInt8
  /// By kind, turn and mood: the place in `meanings`, times `Mood.ordinals`, plus the mood's ordinal.
  let groups: Shelf<GroupWeights>
  let traits: Shelf<Effect>
  /// What is added in a review, by trait; the last is added in all of them.
  let reviewTraits: Shelf<Effect>
  /// By the first trait's number times the number of traits, plus the second's.
  let traitPairs: Shelf<Effect>
  /// By the first trait: the later traits with which it has a weight.
  let traitPartners: Shelf<UInt64>

  package init(_ weights: LearnedWeights) {
    let named = weights.named
    cues = Shelf(Cue.allCases.map { $0.effect + (named[.cue]?[$0.name] ?? .zero) })
    var groups = Pile<GroupWeights>(
      room: (Kind.allCases.count * Turn.allCases.count + 1) * Mood.ordinals)
    for kind in Kind.allCases {
      for turn in Turn.allCases {
        let learned = MoodKind.allCases.map {
          named[.group]?["\(kind.rawValue)/\(turn.name)/\($0.name)"] ?? .zero
        }
        for ordinal in 0..<Mood.ordinals {
          let mood = Mood(ordinal: ordinal)
          let hand = HandWeights.effect(kind, turn, mood)
          groups.append(
            GroupWeights(
              factor: hand.factor, constant: hand.constant,
              learned: learned[Int(mood.kind.rawValue)]))
        }
      }
    }
    for _ in 0..<Mood.ordinals {
      groups.append(GroupWeights(factor: .zero, constant: .zero, learned: .zero))
    }
    meanings = Shelf(
      Kind.allCases.flatMap { kind in Turn.allCases.map { GroupMeaning(kind, $0) } } + [
        GroupMeaning()
      ])
    precondition(Turn.allCases.count == 4, "places are reckoned so")
    patternPlace = UInt8(meanings.count - 1)
    self.groups = Shelf(groups)
    let names = Trait.allCases.map(\.name)
    traits = Shelf(names.map { named[.trait]?[$0] ?? .zero })
    reviewTraits = Shelf((names + ["bias"]).map { named[.reviewTrait]?[$0] ?? .zero })
    var pairs = Array(repeating: Effect.zero, count: names.count * names.count)
    var partners = Array(repeating: UInt64(0), count: names.count)
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    for (key, effect) in named[.traits] ?? [:] {
      guard let plus = key.utf8.firstIndex(of: UInt8(ascii: "+")),
        let a = numbers[String(key[..<plus])], let b = numbers[String(key[plus...].dropFirst())]
      else { continue }
      pairs[a * names.count + b] = effect
      if a < b { partners[a] |= 1 << UInt64(b) }
    }
    traitPairs = Shelf(pairs)
    traitPartners = Shelf(partners)
  }

  /// The place of a kind and turn in `meanings`.
  @inline(__always)
  static func place(_ kind: UInt8, _ turn: Turn) -> UInt8 { kind &* 4 &+ turn.rawValue }

  /// The number of a group in learning.
  @inline(__always)
  static func group(_ kind: Int, _ turn: Turn, _ mood: MoodKind) -> Int {
    (kind * Turn.allCases.count + Int(turn.rawValue)) * MoodKind.allCases.count
      + Int(mood.rawValue)
  }
}

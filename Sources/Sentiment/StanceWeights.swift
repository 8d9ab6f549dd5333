import Lexicons
import Wording

/// The learned weights of patterns, groups and traits, laid out for the scorer.
package struct StanceWeights: Sendable {
  /// By a cue's place in `Cue.allCases`: what is set by hand, and what was learned.
  let cues: Shelf<Effect>
  /// By kind, turn and mood: see `group(_:_:_:)`.
  let groups: Shelf<Effect>
  let traits: Shelf<Effect>
  /// What is added in a review, by trait; the last is added in all of them.
  let reviewTraits: Shelf<Effect>
  /// By the first trait's number times the number of traits, plus the second's.
  let traitPairs: Shelf<Effect>

  package init(_ weights: LearnedWeights) {
    let named = weights.named
    cues = Shelf(Cue.allCases.map { $0.effect + (named[.cue]?[$0.name] ?? .zero) })
    var groups: [Effect] = []
    for kind in Kind.allCases {
      for turn in Turn.allCases {
        for mood in MoodKind.allCases {
          groups.append(named[.group]?["\(kind.rawValue)/\(turn.name)/\(mood.name)"] ?? .zero)
        }
      }
    }
    self.groups = Shelf(groups)
    let names = Trait.allCases.map(\.name)
    traits = Shelf(names.map { named[.trait]?[$0] ?? .zero })
    reviewTraits = Shelf((names + ["bias"]).map { named[.reviewTrait]?[$0] ?? .zero })
    var pairs = Array(repeating: Effect.zero, count: names.count * names.count)
    for (key, effect) in named[.traits] ?? [:] {
      let ends = key.split(separator: "+").map { names.firstIndex(of: String($0)) }
      if ends.count == 2, let a = ends[0], let b = ends[1] { pairs[a * names.count + b] = effect }
    }
    traitPairs = Shelf(pairs)
  }

  /// The place of a group in `groups`.
  @inline(__always)
  static func group(_ kind: Int, _ turn: Turn, _ mood: MoodKind) -> Int {
    (kind * Turn.allCases.count + Int(turn.rawValue)) * MoodKind.allCases.count
      + Int(mood.rawValue)
  }
}

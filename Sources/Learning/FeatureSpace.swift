import Lexicons

/// The features that occur in training examples, numbered, with their names for `weights.tsv`.
struct FeatureSpace {
  struct Key: Hashable {
    let feature: LearnedWeights.Feature
    let code: UInt64
  }

  private(set) var keys: [Key] = []
  private(set) var names: [String] = []
  /// How many examples have each feature.
  private(set) var counts: [Int] = []
  private var numbers: [Key: Int] = [:]

  /// The number of a feature; its name is asked for when it is new.
  mutating func number(_ key: Key, name: () -> String) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = keys.count
    keys.append(key)
    names.append(name())
    counts.append(0)
    return keys.count - 1
  }

  mutating func count(_ number: Int) { counts[number] += 1 }
}

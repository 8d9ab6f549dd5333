/// A command line that cannot be understood, and what was probably meant.
enum UsageError: Error, CustomStringConvertible {
  case unknownCommand(String, didYouMean: String?)
  case unknownFlag(String, didYouMean: String?, command: String)
  case missingValue(String)
  case needlessValue(String)
  case badValue(flag: String, found: String, allowed: String)
  case noDumps(command: String)
  case badMap(String)
  case unknownShell(String?)

  var description: String {
    switch self {
    case .unknownCommand(let name, let guess):
      "unknown command '\(name)'.\(Self.hint(guess)) See 'suara help'."
    case .unknownFlag(let name, let guess, let command):
      "unknown option '\(name)'.\(Self.hint(guess)) See 'suara help \(command)'."
    case .missingValue(let flag): "'--\(flag)' needs a value"
    case .needlessValue(let flag): "'--\(flag)' takes no value"
    case .badValue(let flag, let found, let allowed):
      "'--\(flag)' is '\(found)'; allowed: \(allowed)"
    case .noDumps(let command):
      "no dump given; try 'suara \(command) komentar.csv', or '-' for standard input"
    case .unknownShell(let name):
      "\(name.map { "no completions for '\($0)'" } ?? "no shell named"); there are some for bash, zsh and fish"
    case .badMap(let found):
      "'--map' is '\(found)'; write it as text=Komentar,created_at=Tanggal with the columns id, text, "
        + "created_at, official, author, post, parent, likes, platform"
    }
  }

  private static func hint(_ guess: String?) -> String {
    guess.map { " Did you mean '\($0)'?" } ?? ""
  }
}

/// The name among `names` that is fewest edits from `word`, if fewer than four and less than its length.
func nearest(to word: String, among names: [String]) -> String? {
  let ranked = names.map { (name: $0, edits: editDistance(word, $0)) }
  guard let best = ranked.min(by: { $0.edits < $1.edits }), best.edits < min(4, word.count) else {
    return nil
  }
  return best.name
}

/// How many letters must be put in, taken out or changed (Levenshtein 1966).
private func editDistance(_ one: String, _ other: String) -> Int {
  let (a, b) = (Array(one), Array(other))
  var row = Array(0...b.count)
  for i in a.indices {
    var corner = row[0]
    row[0] = i + 1
    for j in b.indices {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, corner + (a[i] == b[j] ? 0 : 1))
      corner = above
    }
  }
  return row[b.count]
}

import Dumps

/// A command line, understood: which command, which flags, which operands.
struct Arguments: Sendable {
  let command: Command
  private var values: [String: [String]] = [:]
  private(set) var operands: [String] = []

  /// Reads the words behind `suara COMMAND`.
  init(_ command: Command, _ words: [String]) throws(UsageError) {
    self.command = command
    var position = 0
    var flagsEnd = false
    while position < words.count {
      let word = words[position]
      position += 1
      if flagsEnd || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
        continue
      }
      if word == "--" {
        flagsEnd = true
        continue
      }
      let bare = word == "-h" ? "help" : word == "-o" ? "output" : String(word.drop { $0 == "-" })
      let parts = bare.split(separator: "=", maxSplits: 1).map(String.init)
      guard let flag = command.flags.first(where: { $0.name == parts.first }) else {
        let guess = nearest(to: parts.first ?? "", among: command.flags.map(\.name))
        throw .unknownFlag(word, didYouMean: guess.map { "--\($0)" }, command: command.name)
      }
      if flag.value == nil {
        guard parts.count == 1 else { throw .needlessValue(flag.name) }
        values[flag.name] = []
        continue
      }
      var value = parts.count == 2 ? parts[1] : nil
      if value == nil, position < words.count {
        value = words[position]
        position += 1
      }
      guard let value else { throw .missingValue(flag.name) }
      if !flag.choices.isEmpty, !flag.choices.contains(value) {
        throw .badValue(
          flag: flag.name, found: value, allowed: flag.choices.joined(separator: ", "))
      }
      values[flag.name, default: []].append(value)
    }
  }

  func has(_ flag: Flag) -> Bool { values[flag.name] != nil }
  subscript(flag: Flag) -> String? { values[flag.name]?.last }
  /// All values of a flag that may come several times.
  func all(_ flag: Flag) -> [String] { values[flag.name] ?? [] }

  func all(named name: String) -> [String] { values[name] ?? [] }

  /// Gives a flag of this command values that what was typed overrides; of a flag that it has not, nothing.
  mutating func lay(_ name: String, beneath found: [String]) {
    guard command.flags.contains(where: { $0.name == name }) else { return }
    values[name] = found + (values[name] ?? [])
  }

  /// The dumps to read; none is an error.
  func dumps() throws -> [String] {
    guard !operands.isEmpty else { throw UsageError.noDumps(command: command.name) }
    return try DumpPaths.expand(operands)
  }

  /// How the flags say a dump is to be read.
  func dumpOptions() throws(UsageError) -> DumpOptions {
    var options = DumpOptions()
    options.sheet = self[.sheet]
    options.format = self[.from].flatMap(Format.Choice.init(rawValue:))
    for map in values["map"] ?? [] {
      for pair in map.split(separator: ",") {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let column = Column(rawValue: parts[0]) else { throw .badMap(map) }
        options.columns[column] = parts[1]
      }
    }
    return options
  }

  /// The numbers of a list: `0.5,0.2`.
  func numbers(_ flag: Flag, in allowed: ClosedRange<Double>) throws(UsageError) -> [Double]? {
    guard let text = self[flag] else { return nil }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0) ?? .nan
    }
    guard numbers.allSatisfy(allowed.contains) else {
      throw .badValue(
        flag: flag.name, found: text,
        allowed: "numbers from \(allowed.lowerBound) to \(allowed.upperBound), parted by commas")
    }
    return numbers
  }

  func threads(_ cores: Int) throws(UsageError) -> Int {
    guard let text = self[.threads] else { return max(1, cores) }
    guard let count = Int(text), (1...256).contains(count) else {
      throw .badValue(flag: "threads", found: text, allowed: "a whole number from 1 to 256")
    }
    return count
  }
}

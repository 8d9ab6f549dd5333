import Classification
import Dumps
import FoundationEssentials
import Lexicons

/// `suara selftest`: the contrast suite, or a user's own, against the verdicts.
struct SelftestCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws -> ExitCode {
    let files =
      arguments.operands.isEmpty ? LexiconFile.contrast : try arguments.operands.map(Self.file)
    var classifier = Classifier(try loadLexicon(arguments))
    var tally: [String: (right: Int, all: Int)] = [:]
    var halves: [String: (right: Int, all: Int)] = [:]
    var order: [String] = []
    var failures = ""
    for file in files {
      for row in try ContrastSuite(file).rows {
        let verdict = classifier.verdict(of: row.text.utf8.span)
        let flags = Set(verdict.flags.names)
        let isRight =
          verdict.stance.rawValue == row.stance && row.flags.allSatisfy(flags.contains)
        if tally[row.phenomenon] == nil { order.append(row.phenomenon) }
        tally[row.phenomenon, default: (0, 0)].all += 1
        halves[row.half, default: (0, 0)].all += 1
        if isRight {
          tally[row.phenomenon, default: (0, 0)].right += 1
          halves[row.half, default: (0, 0)].right += 1
        } else if arguments.has(.failures), row.half != "unseen" {
          let missing = row.flags.filter { !flags.contains($0) }
          failures += "\(file.path):\(row.line): \(row.stance), given \(verdict.stance.rawValue)"
          failures += missing.isEmpty ? "" : ", without \(missing.joined(separator: ", "))"
          failures += ": \(row.text)\n"
        }
      }
    }
    var text = failures
    for name in order { text += line(name, tally[name] ?? (0, 0)) }
    text += "\n"
    for (half, count) in halves.sorted(by: { $0.key < $1.key }) where !half.isEmpty {
      text += line("half: \(half)", count)
    }
    let sum = halves.values.reduce((right: 0, all: 0)) { ($0.right + $1.right, $0.all + $1.all) }
    try printText(text + line("all", sum))
    return .done
  }

  private func line(_ name: String, _ count: (right: Int, all: Int)) -> String {
    var bytes = OutputBytes()
    bytes.append(count.all == 0 ? 0 : Double(count.right) / Double(count.all), decimals: 3)
    return name + String(repeating: " ", count: max(1, 28 - name.count))
      + String(decoding: bytes.bytes, as: UTF8.self) + "  \(count.right)/\(count.all)\n"
  }

  private static func file(_ path: String) throws(LexiconError) -> LexiconFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LexiconError(file: path, line: 0, reason: .cannotRead("no such file, or no permission"))
    }
    return LexiconFile(path: path, bytes: Array(data))
  }
}

import Dumps
import Glibc

/// `suara`: reads the command line, runs one command, and exits 0 (done), 1 (rows were rejected) or 2 (could not).
@main
struct Main {
  static func main() async {
    BrokenPipe.ignore()
    exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  static func run(_ words: [String]) async -> ExitCode {
    do {
      return try await runCommand(words)
    } catch let error as OutputError where error.reason == .closedPipe {
      return .done
    } catch {
      note("suara: \(error)")
      return .failed
    }
  }

  private static func runCommand(_ words: [String]) async throws -> ExitCode {
    guard let name = words.first, !["help", "--help", "-h"].contains(name) || words.count > 1 else {
      try printText(Help.overview)
      return words.isEmpty ? .failed : .done
    }
    let wantsHelp = ["help", "--help", "-h"].contains(name)
    let wanted = wantsHelp ? words[1] : name
    guard let command = Command.all.first(where: { $0.name == wanted }) else {
      throw UsageError.unknownCommand(
        wanted, didYouMean: nearest(to: wanted, among: Command.all.map(\.name)))
    }
    let typed = try Arguments(command, wantsHelp ? ["--help"] : Array(words.dropFirst()))
    if typed.has(.help) {
      try printText(Help.text(of: command))
      return .done
    }
    let readsDumps = command.flags.contains { $0.name == Flag.map.name }
    let arguments = typed.over(readsDumps ? try Configuration.here() : nil)
    switch command.name {
    case "classify": return try await ClassifyCommand(arguments).run()
    case "trend": return try await TrendCommand(arguments).run()
    case "report": return try await ReportCommand(arguments).run()
    case "claim": return try await ClaimCommand(arguments).run()
    case "unanswered": return try await UnansweredCommand(arguments).run()
    case "inspect": return try InspectCommand(arguments).run()
    case "evaluate": return try EvaluateCommand(arguments).run()
    case "selftest": return try SelftestCommand(arguments).run()
    case "sample": return try SampleCommand(arguments).run()
    case "agree": return try AgreeCommand(arguments).run()
    case "train": return try TrainCommand(arguments).run()
    case "completions":
      guard let shell = arguments.operands.first.flatMap(Completions.init(rawValue:)) else {
        throw UsageError.unknownShell(arguments.operands.first)
      }
      try printText(shell.script)
      return .done
    case "man":
      try printText(ManPage.text)
      return .done
    default: return try LexiconCommand(arguments).run()
    }
  }
}

/// What the program tells the shell.
enum ExitCode: Int32 {
  case done = 0
  case rowsRejected = 1
  case failed = 2
}

/// Writes a line to standard error.
func note(_ line: String) {
  var bytes = OutputBytes()
  bytes.append(line + "\n")
  writeToStandardError(bytes.bytes.span)
}

func printText(_ text: String) throws {
  var file = try OutputFile(path: "-")
  var bytes = OutputBytes()
  bytes.append(text)
  try file.write(bytes.bytes.span)
  try file.commit()
}

func writeToStandardError(_ bytes: Span<UInt8>) {
  unsafe bytes.withUnsafeBufferPointer { buffer in
    _ = unsafe Glibc.write(STDERR_FILENO, buffer.baseAddress, buffer.count)
  }
}

import Dumps
import Foundation
import Lexicons

/// The benchmark program: see `Benchmarks/README.md`.
@main
struct Bench {
  static let usage = """
    bench [stages] [--comments N | --input DUMP] [--stage NAME] [--runs N] [--json FILE] [--compare FILE]
    bench threads [--comments N]
    bench growth [--comments LARGEST]
    bench trends [--seed N] [--scale X]  simulations of curves with known truths; X times as many runs
    bench generate --comments N          a dump as CSV on standard output

    """

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let command = arguments.first.map { $0.hasPrefix("--") ? "stages" : $0 } ?? "stages"
    if arguments.first == command { arguments.removeFirst() }
    var options: [String: String] = [:]
    while arguments.count >= 2, arguments[0].hasPrefix("--") {
      options[String(arguments[0].dropFirst(2))] = arguments[1]
      arguments.removeFirst(2)
    }
    guard arguments.isEmpty else { return fail() }
    let comments = options["comments"].flatMap(Int.init)
    switch command {
    case "stages": try stages(comments ?? 50_000, options)
    case "threads": try threads(comments ?? 200_000)
    case "growth": try growth(to: comments ?? 1_000_000)
    case "trends":
      trends(
        seed: options["seed"].flatMap(UInt64.init) ?? 17,
        scale: options["scale"].flatMap(Double.init) ?? 1)
    case "generate": try generate(comments ?? 1_000_000)
    default: fail()
    }
  }

  private static func fail() {
    FileHandle.standardError.write(Data(usage.utf8))
    exit(2)
  }

  private static func stages(_ comments: Int, _ options: [String: String]) throws {
    let inputs =
      try options["input"].map(Inputs.init(path:)) ?? Inputs(comments: comments, seed: 17)
    let lexicon = try Lexicon.embedded()
    let stages = Stages(inputs: inputs, lexicon: lexicon)
    var found: [Measurement] = []
    for benchmark in stages.all where options["stage"] == nil || benchmark.name == options["stage"]
    {
      found.append(try benchmark.measure(runs: options["runs"].flatMap(Int.init) ?? 5))
    }
    let table = MeasurementTable(measurements: found, tokens: stages.tokenCount)
    print(
      "\(inputs.ranges.count) comments, \(fixed(Double(inputs.text.count) / 1e6)) MB, "
        + (inputs.seed.map { "seed \($0)" } ?? "from a dump"))
    let before = try options["compare"].map { try MeasurementTable.times(inJSON: $0) }
    print(table.text(comparedWith: before))
    if let path = options["json"] {
      try Data(table.json.utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  /// Whole verdicts on 1 to all cores, each worker with its own share of the comments.
  private static func threads(_ comments: Int) throws {
    let inputs = Inputs(comments: comments, seed: 17)
    let lexicon = try Lexicon.embedded()
    print("threads   best ms   comments/s   times one thread")
    var one = 0.0
    for count in 1...ProcessInfo.processInfo.activeProcessorCount {
      let benchmark = Benchmark(
        name: "\(count)", bytes: inputs.text.count, comments: comments, expected: nil
      ) { ParallelVerdicts(inputs: inputs, lexicon: lexicon).complaints(threads: count) }
      let found = try benchmark.measure(runs: 3)
      if count == 1 { one = found.best }
      print(
        lead("\(count)", 7) + lead(fixed(found.best * 1000), 10)
          + lead("\(Int(found.commentsPerSecond))", 13)
          + lead(fixed(one / found.best, decimals: 2), 19))
    }
  }

  /// Time per comment as the number of comments grows.
  private static func growth(to largest: Int) throws {
    let lexicon = try Lexicon.embedded()
    print("comments     ns per comment")
    var comments = 1000
    while comments <= largest {
      let stages = Stages(inputs: Inputs(comments: comments, seed: 17), lexicon: lexicon)
      guard let whole = stages.all.first(where: { $0.name == "whole verdict" }) else { return }
      let found = try whole.measure(runs: comments > 1_000_000 ? 1 : 3)
      print(
        lead("\(comments)", 8) + lead("\(Int(found.best / Double(comments) * 1e9))", 19))
      comments *= 10
    }
  }

  /// Exits 1 where a figure is not what it should be.
  private static func trends(seed: UInt64, scale: Double) {
    print("seed \(seed)\n  figure  asked            runs")
    var isMet = true
    for outcome in TrendSimulations(seed: seed, scale: scale).outcomes {
      isMet = isMet && outcome.isMet
      let asked = "\(fixed(outcome.least, decimals: 2)) to \(fixed(outcome.most, decimals: 2))"
      print(
        lead(fixed(outcome.figure, decimals: 4), 8) + lead(asked, 15)
          + lead("\(outcome.runs)", 8) + "  \(outcome.name)" + (outcome.isMet ? "" : "  NOT MET"))
    }
    if !isMet { exit(1) }
  }

  private static func generate(_ comments: Int) throws {
    var generator = Generator(seed: 17)
    var file = try OutputFile(path: "-")
    var bytes = Array(Generator.header.utf8)
    for number in 0..<comments {
      generator.appendRow(number, to: &bytes)
      if bytes.count > 1 << 20 {
        try file.write(bytes.span)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes.span)
    try file.commit()
  }
}

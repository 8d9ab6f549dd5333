import Classification
import Lexicons
import Wording

/// `bench [COMMENTS [STAGE]]`: the stages of classification over generated comments, with a naive rival and the floor.
@main
struct Bench {
  static func main() throws {
    let comments = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 50_000
    let inputs = Inputs(comments: comments, seed: 17)
    let lexicon = try Lexicon.embedded()
    let megabytes = Double(inputs.text.count) / 1e6
    print("\(comments) comments, \(fixed(megabytes)) MB, seed 17; best of 5")
    print("stage              best ms   median ms      MB/s   comments/s      answer")
    let wanted = CommandLine.arguments.dropFirst(2).first
    for benchmark in benchmarks(inputs, lexicon) where wanted == nil || benchmark.name == wanted {
      let found = try benchmark.measure(runs: 5)
      print(
        pad(found.name, 17) + lead(fixed(found.best * 1000), 9)
          + lead(fixed(found.median * 1000), 12)
          + lead(fixed(found.megabytesPerSecond), 10) + lead("\(Int(found.commentsPerSecond))", 13)
          + lead("\(found.answer)", 12))
    }
  }

  private static func benchmarks(_ inputs: Inputs, _ lexicon: Lexicon) -> [Benchmark] {
    func benchmark(_ name: String, expected: Int? = nil, _ body: @escaping () -> Int) -> Benchmark {
      Benchmark(
        name: name, bytes: inputs.text.count, comments: inputs.ranges.count, expected: expected,
        body: body)
    }
    return [
      // The floor: words told apart by a hash, in a plain loop.
      benchmark("count by hash") {
        var words = 0
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in inputs.text {
          if byte == 0x20 {
            words &+= 1 + Int(truncatingIfNeeded: hash & 1)
            hash = 0xCBF2_9CE4_8422_2325
          } else {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
          }
        }
        return words
      },
      benchmark("tokens") {
        let bytes = inputs.text.span
        var count = 0
        for range in inputs.ranges {
          let comment = bytes.extracting(range)
          var scanner = TokenScanner()
          while scanner.next(in: comment) != nil { count += 1 }
        }
        return count
      },
      benchmark("whole verdict") {
        var classifier = Classifier(lexicon)
        let bytes = inputs.text.span
        var complaints = 0
        for range in inputs.ranges
        where classifier.verdict(of: bytes.extracting(range)).stance == .complaint {
          complaints += 1
        }
        return complaints
      },
      // The naive rival: split a String, look words up in a Dictionary.
      benchmark("naive rival") {
        var valences: [String: Int] = [:]
        for id in 0..<lexicon.vocabulary.wordCount {
          valences[lexicon.vocabulary.spelling(of: UInt32(id))] = Int(lexicon.entries[id].valence)
        }
        var complaints = 0
        for range in inputs.ranges {
          let text = String(decoding: inputs.text[range], as: UTF8.self)
          let sum = text.lowercased().split(separator: " ").reduce(0) {
            $0 + (valences[String($1)] ?? 0)
          }
          if sum < 0 { complaints += 1 }
        }
        return complaints
      },
    ]
  }

  private static func fixed(_ value: Double) -> String {
    let tenths = Int(value * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func lead(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

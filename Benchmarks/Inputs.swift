import Foundation

/// Comments made from a seed: the same on every machine.
///
/// They are built from words of our own lexicon's kind, so that tokens, slang and emoji occur about as in dumps.
struct Inputs {
  let text: [UInt8]
  let ranges: [Range<Int>]
  let seed: UInt64

  init(comments: Int, seed: UInt64) {
    var generator = Generator(seed: seed)
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    for _ in 0..<comments {
      let start = text.count
      generator.appendComment(to: &text)
      ranges.append(start..<text.count)
    }
    self.text = text
    self.ranges = ranges
    self.seed = seed
  }
}

extension Inputs {
  /// The same comments as CSV.
  var csv: [UInt8] {
    var rows = Array(Generator.header.utf8)
    var generator = Generator(seed: seed)
    for number in ranges.indices { generator.appendRow(number, to: &rows) }
    return rows
  }

  /// The same comments as JSON Lines.
  var jsonLines: [UInt8] {
    var lines: [UInt8] = []
    for (number, range) in ranges.enumerated() {
      lines += "{\"id\":\"\(number)\",\"created_at\":\"2025-01-01T00:00:00+07:00\",\"text\":\"".utf8
      lines += text[range]
      lines += "\"}\n".utf8
    }
    return lines
  }
}

/// A dump in the temporary folder, made when it is first asked for, that goes with the last that holds it.
final class DumpFile {
  private let bytes: () -> [UInt8]

  init(_ bytes: @escaping () -> [UInt8]) { self.bytes = bytes }

  private(set) lazy var path: String = {
    let path = FileManager.default.temporaryDirectory.path + "/suara-bench-\(UUID().uuidString)"
    do {
      try Data(bytes()).write(to: URL(fileURLWithPath: path))
    } catch {
      preconditionFailure("\(error)")
    }
    return path
  }()

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Makes comments one after the other.
struct Generator {
  private static let words: [[UInt8]] = [
    "jalan", "rusak", "pak", "tolong", "diperbaiki", "kapan", "mantap", "makasih", "ga", "ada",
    "air", "mati", "udah", "3", "hari", "banjir", "terus", "bgt", "semoga", "sehat", "selalu",
    "min", "info", "dong", "di", "desa", "kami", "sampah", "numpuk", "lampu", "jl", "raya", "gelap",
    "👍", "🙏", "😂", "?", "!!", ",", "tapi", "bagus", "alhamdulillah", "petugasnya", "ramah",
    "bangeeet", "k4pan", "jalan2", "kecewa", "warga", "sekolah",
  ].map { Array($0.utf8) }

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Appends 3 to 20 words with blanks between them.
  mutating func appendComment(to text: inout [UInt8]) {
    for place in 0..<(3 + next(below: 18)) {
      if place > 0 { text.append(0x20) }
      text += Self.words[next(below: Self.words.count)]
    }
  }

  /// Appends a row of a dump: id, platform, official, post, author, time, text.
  mutating func appendRow(_ number: Int, to text: inout [UInt8]) {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let (official, post, author) = (next(below: 20), next(below: 400), next(below: 100_000))
    let (month, day, hour) = (1 + next(below: 12), 1 + next(below: 28), next(below: 24))
    text +=
      "\(number),instagram,pejabat\(official),p\(post),u\(author),2025-\(two(month))-\(two(day))T\(two(hour)):00:00+07:00,\""
      .utf8
    appendComment(to: &text)
    text += "\"\n".utf8
  }

  static let header = "id,platform,official,post_id,author,created_at,text\n"

  private mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// SplitMix64 (Steele, Lea & Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

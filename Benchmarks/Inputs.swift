import Dumps
import Foundation

/// Comments to measure with: made from a seed, the same on every machine, or a dump's.
///
/// Made ones are built from words of our own lexicon's kind; most have a meaning, so they cost more than a dump's.
struct Inputs {
  let text: [UInt8]
  let ranges: [Range<Int>]
  /// What they were made from; `nil` for a dump's.
  let seed: UInt64?

  /// The comments of the dump at `path`.
  init(path: String) throws {
    var reader = try DumpReader(path: path, options: DumpOptions())
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    while let batch = try reader.next() {
      for row in batch.rows {
        let start = text.count
        text += batch.bytes[row.text]
        ranges.append(start..<text.count)
      }
    }
    self.text = text
    self.ranges = ranges
    seed = nil
  }

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
  /// Comments like these as rows of CSV: a dump's own, or others from the same seed.
  var csv: [UInt8] {
    guard let seed else {
      var output = OutputBytes()
      output.append("text\n")
      for range in ranges {
        output.appendCSVField(text.span.extracting(range))
        output.append(UInt8(ascii: "\n"))
      }
      return output.take()
    }
    var rows = Array(Generator.header.utf8)
    var generator = Generator(seed: seed)
    for number in ranges.indices { generator.appendRow(number, to: &rows) }
    return rows
  }

  /// The same comments as JSON Lines.
  var jsonLines: [UInt8] {
    var lines = OutputBytes()
    for (number, range) in ranges.enumerated() {
      lines.append("{\"id\":\"\(number)\",\"created_at\":\"2025-01-01T00:00:00+07:00\",\"text\":")
      lines.appendJSONString(text.span.extracting(range))
      lines.append("}\n")
    }
    return lines.take()
  }
}

/// A dump in the temporary folder, made when it is first asked for, that goes with the last that holds it.
final class DumpFile {
  private let bytes: () -> [UInt8]
  private var made: String?

  init(_ bytes: @escaping () -> [UInt8]) { self.bytes = bytes }

  var path: String {
    if let made { return made }
    let path = FileManager.default.temporaryDirectory.path + "/suara-bench-\(UUID().uuidString)"
    do {
      try Data(bytes()).write(to: URL(fileURLWithPath: path))
    } catch {
      preconditionFailure("\(error)")
    }
    made = path
    return path
  }

  deinit {
    if let made { try? FileManager.default.removeItem(atPath: made) }
  }
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

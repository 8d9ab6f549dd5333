import Dumps
import Foundation

/// Comments to measure with: made from a seed, the same on every machine, or a dump's.
///
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

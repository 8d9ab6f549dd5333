import Dumps
import Lexicons
import Wording

/// `suara lexicon coverage`: what share of a dump's words the lexicon knows, and which it should.
struct CoverageCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run(_ dumps: [String]) throws -> ExitCode {
    let lexicon = try loadLexicon(arguments)
    var reading = Reading(lexicon)
    var (words, known, rejected) = (0, 0, 0)
    var unknown: [String: Int] = [:]
    for path in dumps {
      var reader = try DumpReader(path: path, options: try arguments.dumpOptions())
      while let batch = try reader.next() {
        let bytes = batch.bytes.span
        for row in batch.rows {
          let text = bytes.extracting(row.text)
          reading.read(text)
          let coverage = reading.coverage
          words += coverage.words
          known += coverage.known
          guard coverage.known < coverage.words else { continue }
          for position in reading.items.indices
          where reading.items[position].kind == .word && reading.word(position) == .max {
            let item = reading.items[position]
            unknown[
              batch.string(
                row.text.lowerBound + Int(item.start)..<row.text.lowerBound + Int(item.end)
              ).lowercased(), default: 0] += 1
          }
        }
      }
      rejected += reader.summary.rowsRejected
      if !arguments.has(.quiet) { report(reader.summary, of: path) }
    }
    var share = OutputBytes()
    share.append(words == 0 ? 0 : Double(known) / Double(words), decimals: 4)
    var text = "known \(String(decoding: share.bytes, as: UTF8.self))  "
    text += "\(known) of \(words) words; \(unknown.count) unknown forms\n"
    // A form seen once or twice may be a name; it is not listed.
    let often = unknown.filter { $0.value >= 3 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (form, count) in often.prefix(50) { text += "\(count)\t\(form)\n" }
    try printText(text)
    return rejected == 0 ? .done : .rowsRejected
  }
}

import Classification
import Dumps
import Lexicons

/// `suara sample`: a random sample of comments for people to label, with the chance that each was drawn.
///
/// Strata are official by verdict, so that few complaints among much praise are not missed; each gives as many comments as
/// every other, as far as it has them. One pass, a reservoir each (Vitter 1985, *ACM TOMS* 11, algorithm R), from a seed.
struct SampleCommand {
  private let arguments: Arguments
  private let lexicon: Lexicon

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    lexicon = try loadLexicon(arguments)
  }

  private struct Drawn {
    let order: Int
    let id: String
    let time: String
    let text: String
  }

  private struct Stratum {
    var drawn: [Drawn] = []
    var seen = 0
  }

  func run() throws -> ExitCode {
    let size = try arguments.count(.size) ?? 300
    var state = UInt64(try arguments.count(.seed) ?? 17)
    let constant = arguments[.official]
    var classifier = Classifier(lexicon)
    let ownNames = OwnNames(lexicon)
    var strata: [String: Stratum] = [:]
    var order = 0
    var rejected = 0
    for path in try arguments.dumps() {
      var reader = try DumpReader(path: path, options: try arguments.dumpOptions())
      while let batch = try reader.next() {
        for row in batch.rows {
          let official = row[.official].map { batch.string($0) } ?? constant ?? ""
          if let author = row[.author], ownNames.isOwn(batch.string(author), official) { continue }
          let verdict = classifier.recalledVerdict(of: batch.bytes.span.extracting(row.text))
          guard !verdict.flags.contains(.spam), !row.text.isEmpty else { continue }
          order += 1
          let key = official + "\t" + verdict.stance.rawValue
          strata[key, default: Stratum()].seen += 1
          let seen = strata[key]?.seen ?? 1
          let place = seen <= size ? seen - 1 : Int(Self.next(&state) % UInt64(seen))
          guard place < size else { continue }
          let one = Drawn(
            order: order, id: row[.id].map { batch.string($0) } ?? "",
            time: row[.createdAt].map { batch.string($0) } ?? "", text: batch.string(row.text))
          if seen <= size {
            strata[key]?.drawn.append(one)
          } else {
            strata[key]?.drawn[place] = one
          }
        }
      }
      rejected += reader.summary.rowsRejected
      if !arguments.has(.quiet) { report(reader.summary, of: path) }
    }
    var file = try OutputFile(path: arguments[.output] ?? "-")
    try file.write(records(strata, size, &state).span)
    try file.commit()
    return rejected == 0 ? .done : .rowsRejected
  }

  private func records(
    _ strata: [String: Stratum], _ size: Int, _ state: inout UInt64
  ) -> [UInt8] {
    var left = size
    var open = strata.count
    var chosen: [(one: Drawn, official: String, probability: Double)] = []
    // Small strata give all they have, and leave their part to the others.
    for (key, stratum) in strata.sorted(by: { ($0.value.seen, $0.key) < ($1.value.seen, $1.key) }) {
      let part = min(stratum.drawn.count, (left + open - 1) / max(1, open))
      open -= 1
      left -= part
      // A reservoir is a random sample in a random order but for its first rows, so it is shuffled before it is cut.
      var drawn = stratum.drawn
      for i in stride(from: drawn.count - 1, to: 0, by: -1) {
        drawn.swapAt(i, Int(Self.next(&state) % UInt64(i + 1)))
      }
      let official = String(key.split(separator: "\t", omittingEmptySubsequences: false)[0])
      for one in drawn.prefix(part) {
        chosen.append((one, official, Double(part) / Double(stratum.seen)))
      }
    }
    var writer = RecordWriter(
      format: .csv, columns: ["id", "official", "created_at", "text", "stance", "probability"])
    writer.writeHeader()
    for (one, official, probability) in chosen.sorted(by: { $0.one.order < $1.one.order }) {
      writer.beginRow()
      writer.field("id", one.id)
      writer.field("official", official)
      writer.field("created_at", one.time)
      writer.field("text", one.text)
      writer.field("stance", "")
      writer.field("probability", probability, decimals: 6)
      writer.endRow()
    }
    return writer.take()
  }

  /// SplitMix64 (Steele, Lea & Flood, OOPSLA 2014).
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

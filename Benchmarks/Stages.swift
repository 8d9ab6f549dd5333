import Classification
import Dispatch
import Dumps
import Lexicons
import Sentiment
import Synchronization
import Topics
import Wording

/// The stages of classification over the same comments, each with all that comes before it, between two floors and a
/// naive rival.
struct Stages {
  let inputs: Inputs
  let lexicon: Lexicon

  /// How many tokens the comments have.
  var tokenCount: Int {
    let bytes = inputs.text.span
    var count = 0
    for range in inputs.ranges {
      let comment = bytes.extracting(range)
      var scanner = TokenScanner()
      while scanner.next(in: comment) != nil { count += 1 }
    }
    return count
  }

  var all: [Benchmark] {
    let csv = DumpFile { inputs.csv }
    let jsonLines = DumpFile { inputs.jsonLines }
    return [
      benchmark("memory copy", copy), benchmark("count by hash", countByHash),
      benchmark("scan", scan), benchmark("fold, lexicon", read), benchmark("stance", score),
      benchmark("issues", topics), benchmark("whole verdict", verdicts),
      benchmark("verdict, forms known", WarmVerdicts(inputs, lexicon).complaints),
      benchmark("evidence", evidence), benchmark("read CSV", { rows(of: csv) }),
      benchmark("read JSON Lines", { rows(of: jsonLines) }),
      benchmark("write JSON", writeJSON),
      benchmark("CSV to JSON Lines", { lines(from: csv) }),
      benchmark("trend", Observations(inputs, lexicon).weeks),
      benchmark("naive rival", naive),
    ]
  }

  private func benchmark(_ name: String, _ body: @escaping () -> Int) -> Benchmark {
    Benchmark(
      name: name, bytes: inputs.text.count, comments: inputs.ranges.count, expected: nil,
      body: body)
  }

  private func copy() -> Int {
    var copy = inputs.text
    copy[0] ^= 1
    return copy.count
  }

  /// The floor: each word's hash is found in a plain loop and counted in a table of counts by hash.
  private func countByHash() -> Int {
    var counts = HashCounts()
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for range in inputs.ranges {
      for i in range {
        let byte = inputs.text[i]
        if byte == 0x20 {
          counts.count(hash)
          hash = 0xCBF2_9CE4_8422_2325
        } else {
          hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
      }
      counts.count(hash)
      hash = 0xCBF2_9CE4_8422_2325
    }
    return counts.distinct
  }

  private func scan() -> Int { tokenCount }

  private func read() -> Int {
    var reading = Reading(lexicon)
    let bytes = inputs.text.span
    var known = 0
    for range in inputs.ranges {
      reading.read(bytes.extracting(range))
      known += reading.items.count
    }
    return known
  }

  private func score() -> Int {
    var reading = Reading(lexicon)
    var scorer = StanceScorer(lexicon)
    let bytes = inputs.text.span
    var complaints = 0
    for range in inputs.ranges {
      reading.read(bytes.extracting(range))
      let effect = scorer.score(&reading)
      if effect.x > effect.y { complaints += 1 }
    }
    return complaints
  }

  private func topics() -> Int {
    var reading = Reading(lexicon)
    var scorer = TopicScorer(lexicon)
    let bytes = inputs.text.span
    var found = 0
    for range in inputs.ranges {
      reading.read(bytes.extracting(range))
      scorer.score(&reading)
      found += scorer.found.count
    }
    return found
  }

  private func verdicts() -> Int {
    var classifier = Classifier(lexicon)
    return inputs.complaints(inputs.ranges[...], by: &classifier)
  }

  private func evidence() -> Int {
    var classifier = Classifier(lexicon)
    let bytes = inputs.text.span
    var parts = 0
    for range in inputs.ranges {
      _ = classifier.verdict(of: bytes.extracting(range))
      parts += classifier.evidence().count
    }
    return parts
  }

  /// How many bytes of text the rows of a dump have.
  private func rows(of dump: DumpFile) -> Int {
    do {
      var reader = try DumpReader(path: dump.path, options: DumpOptions())
      var bytes = 0
      while let batch = try reader.next() {
        for row in batch.rows { bytes += row.text.count }
      }
      return bytes
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// What `suara classify` does but for the verdicts: every row is read, looked up among those seen before, and written
  /// with the same pieces.
  private func lines(from dump: DumpFile) -> Int {
    let cells = CellMembers([(.id, nil), (.official, nil), (.createdAt, nil)])
    var pieces = Pieces()
    let numbers = [
      #","stance":"complaint","score":"#, #"-0.82,"confidence":"#, #"0.93,"issues":["#, #""roads""#,
      #"],"flags":["question"],"places":["#, "],\"model\":\"b86ce5d63671c2a1\"}\n",
    ].map { pieces.add($0) }
    do {
      var reader = try DumpReader(path: dump.path, options: DumpOptions())
      var seen = SeenRows()
      var written = 0
      var last = 0
      while let batch = try reader.next() {
        written += seen.repeated(in: batch, trustsIDs: false).count
        var output = OutputBytes()
        output.reserve(last)
        for place in batch.rows.indices {
          cells.append(rowAt: place, of: batch, to: &output)
          output.append(pieces, numbers.span)
        }
        last = output.count
        written += last
      }
      return written
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Verdicts found before are written, so that this is writing alone.
  private func writeJSON() -> Int {
    var writer = RecordWriter(format: .jsonl, columns: ["stance", "score", "text"])
    let bytes = inputs.text.span
    var written = 0
    for range in inputs.ranges {
      writer.beginRow()
      writer.field("stance", Stance.complaint.rawValue)
      writer.field("score", -0.82, decimals: 2)
      writer.field("text", bytes.extracting(range))
      writer.endRow()
      if writer.output.count > 1 << 20 {
        written += writer.output.count
        writer.removeAll()
      }
    }
    return written + writer.output.count
  }

  /// The rival: split a String, look its words up in a Dictionary, sum.
  private func naive() -> Int {
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
  }
}

extension Inputs {
  /// How many of the comments at `ranges` complain.
  fileprivate func complaints(
    _ ranges: ArraySlice<Range<Int>>, by classifier: inout Classifier
  ) -> Int {
    let bytes = text.span
    var complaints = 0
    for range in ranges
    where classifier.verdict(of: bytes.extracting(range)).stance == .complaint {
      complaints += 1
    }
    return complaints
  }
}

/// Whole verdicts by a classifier that has met all forms: what a long dump's comments cost but for rare words.
private final class WarmVerdicts {
  private let inputs: Inputs
  private var classifier: Classifier

  init(_ inputs: Inputs, _ lexicon: Lexicon) {
    self.inputs = inputs
    classifier = Classifier(lexicon)
  }

  /// The first run, which is not measured, meets the forms.
  func complaints() -> Int { inputs.complaints(inputs.ranges[...], by: &classifier) }
}

/// Whole verdicts by several workers.
struct ParallelVerdicts {
  let inputs: Inputs
  let lexicon: Lexicon

  func complaints(threads: Int) -> Int {
    let total = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: threads) { worker in
      var classifier = Classifier(lexicon)
      let share = (inputs.ranges.count + threads - 1) / threads
      let part = inputs.ranges.dropFirst(worker * share).prefix(share)
      total.add(inputs.complaints(part, by: &classifier), ordering: .relaxed)
    }
    return total.load(ordering: .relaxed)
  }
}

/// How often each hash came: a flat table that is at most half full.
private struct HashCounts {
  private(set) var distinct = 0
  private var slots: [(hash: UInt64, count: Int)] = Array(repeating: (0, 0), count: 1 << 10)

  mutating func count(_ hash: UInt64) {
    let place = place(of: hash)
    if slots[place].count == 0 {
      distinct += 1
      slots[place].hash = hash
    }
    slots[place].count += 1
    if distinct * 2 > slots.count { grow() }
  }

  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[place].count > 0, slots[place].hash != hash {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    for slot in old where slot.count > 0 { slots[place(of: slot.hash)] = slot }
  }
}

import Dumps
import Times

/// What one dump holds.
struct Finding {
  let path: String
  let header: DumpHeader
  private(set) var summary = ReadSummary()
  private(set) var filled: [Column: Int] = [:]
  /// How many times could be read, by how exactly they are known and by who named their zone.
  private(set) var precisions: [Timestamp.Precision: Int] = [:]
  private(set) var zones: [Timestamp.ZoneSource: Int] = [:]
  /// Times that are there and cannot be read.
  private(set) var badTimes = 0
  private(set) var first: Int64 = .max
  private(set) var last: Int64 = .min
  /// The most common time of day, in minutes, and how many times have it: a sign of times reckoned back.
  private(set) var commonMinute: (minute: Int, count: Int) = (0, 0)
  private(set) var order: DateOrder?
  let zone: Zone

  init(
    path: String, options: DumpOptions, times: DumpTimes, _ seen: inout SeenRows
  ) throws {
    self.path = path
    zone = times.reader.zone
    var reader = try DumpReader(path: path, options: options)
    header = reader.header
    var rules: TimeReader?
    var minutes = [Int](repeating: 0, count: 1_440)
    while let batch = try reader.next() {
      let rule = try rules ?? times.rules(for: path, header, options, first: batch)
      rules = rule
      let bytes = batch.bytes.span
      summary.countDuplicates(
        seen.repeated(in: batch, trustsIDs: header.source != nil), of: batch)
      for row in batch.rows {
        for column in Column.allCases {
          if let cell = row[column], !cell.isEmpty { filled[column, default: 0] += 1 }
        }
        guard let cell = row[.createdAt], !cell.isEmpty else { continue }
        guard let time = rule.timestamp(bytes.extracting(cell)) else {
          badTimes += 1
          continue
        }
        add(time, &minutes)
      }
    }
    order = rules?.order
    summary.merge(reader.summary)
    let most = minutes.indices.max { minutes[$0] < minutes[$1] } ?? 0
    commonMinute = (most, minutes[most])
  }

  private mutating func add(_ time: Timestamp, _ minutes: inout [Int]) {
    precisions[time.precision, default: 0] += 1
    zones[time.zoneSource, default: 0] += 1
    first = min(first, time.seconds)
    last = max(last, time.seconds)
    guard time.precision < .day else { return }
    let local = time.seconds + Int64(zone.offset(at: time.seconds))
    minutes[Int(((local / 60) % 1_440 + 1_440) % 1_440)] += 1
  }

  var times: Int { precisions.values.reduce(0, +) }

  /// Whether one minute of the day has a twentieth of all times: people don't write like that, programs that turn "2
  /// weeks ago" into a time do.
  var hasSpike: Bool {
    let exact = precisions.filter { $0.key < .day }.values.reduce(0, +)
    return exact >= 100 && commonMinute.count * 20 > exact
  }

  var formatName: String {
    switch header.format {
    case .jsonLines: "JSON Lines"
    case .delimited(UInt8(ascii: "\t")?): "TSV"
    case .delimited(UInt8(ascii: ",")?): "CSV (,)"
    case .delimited(UInt8(ascii: ";")?): "CSV (;)"
    case .delimited(UInt8(ascii: "|")?): "CSV (|)"
    case .delimited: "CSV"
    }
  }

  var formatID: String {
    switch header.format {
    case .jsonLines: "jsonl"
    case .delimited(UInt8(ascii: "\t")?): "tsv"
    case .delimited: "csv"
    }
  }

  var missing: [Column] { Column.allCases.filter { !header.tells($0) } }

  func date(_ seconds: Int64) -> String { zone.day(at: seconds).date.description }
}

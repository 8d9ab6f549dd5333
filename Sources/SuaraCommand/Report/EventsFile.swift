import Charts
import Dumps
import Times

/// What happened, from a table with the columns `date`, `label` and, where it concerns one account alone, `official`.
struct EventsFile {
  private(set) var events: [HTMLReport.Event] = []

  init(path: String, zone: Zone) throws {
    var options = DumpOptions()
    options.columns = [.text: "label", .createdAt: "date"]
    var reader = try DumpReader(path: path, options: options)
    while let batch = try reader.next() {
      let bytes = batch.bytes.span
      for row in batch.rows {
        guard let cell = row[.createdAt],
          let time = Timestamp(parsing: bytes.extracting(cell), zone: zone)
        else { throw EventsError(path: path, line: row.line) }
        let official = row[.official].map { batch.string($0) }
        events.append(
          .init(
            day: zone.day(at: time.seconds), label: batch.string(row.text),
            official: official.flatMap { $0.isEmpty ? nil : $0 }))
      }
    }
  }
}

/// A row of an events file without a day.
struct EventsError: Error, CustomStringConvertible {
  let path: String
  let line: Int

  var description: String {
    "\(path):\(line): 'date' is no day; write it as 2026-03-01. An events file has the columns date, label and, if need be, official"
  }
}

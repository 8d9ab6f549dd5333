import Dumps
import Times

/// `suara inspect`: what a dump is, which columns it has, its rows and dates, and what is missing.
struct InspectCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) throws { self.arguments = arguments }

  func run() throws -> ExitCode {
    var options = try arguments.dumpOptions()
    options.needsText = false
    let zoneName = arguments[.zone] ?? "Asia/Jakarta"
    guard let zone = Zone(zoneName) else {
      throw UsageError.badValue(
        flag: "zone", found: zoneName, allowed: "WIB, WITA, WIT, UTC, +07:00")
    }
    var rejected = false
    var text = ""
    for path in try arguments.dumps() {
      let finding = try Finding(path: path, options: options, zone: zone)
      rejected = rejected || finding.summary.rowsRejected > 0
      text += arguments[.to] == "json" ? finding.json : finding.text(arguments[.lang] == "en")
    }
    try printText(text)
    return rejected ? .rowsRejected : .done
  }
}

/// What one dump holds.
private struct Finding {
  let path: String
  let header: DumpHeader
  let summary: ReadSummary
  private var filled: [Column: Int] = [:]
  private var times = 0
  private var first: Int64 = .max
  private var last: Int64 = .min
  private let zone: Zone

  init(path: String, options: DumpOptions, zone: Zone) throws(DumpError) {
    self.path = path
    self.zone = zone
    var reader = try DumpReader(path: path, options: options)
    header = reader.header
    while let batch = try reader.next() {
      let bytes = batch.bytes.span
      for row in batch.rows {
        for column in Column.allCases {
          if let cell = row[column], !cell.isEmpty { filled[column, default: 0] += 1 }
        }
        guard let cell = row[.createdAt],
          let time = Timestamp(parsing: bytes.extracting(cell), zone: zone)
        else { continue }
        times += 1
        first = min(first, time.seconds)
        last = max(last, time.seconds)
      }
    }
    summary = reader.summary
  }

  private var formatName: String {
    switch header.format {
    case .jsonLines: "JSON Lines"
    case .delimited(UInt8(ascii: "\t")?): "TSV"
    case .delimited(UInt8(ascii: ",")?): "CSV (,)"
    case .delimited(UInt8(ascii: ";")?): "CSV (;)"
    case .delimited(UInt8(ascii: "|")?): "CSV (|)"
    case .delimited: "CSV"
    }
  }

  private var formatID: String {
    switch header.format {
    case .jsonLines: "jsonl"
    case .delimited(UInt8(ascii: "\t")?): "tsv"
    case .delimited: "csv"
    }
  }

  private var missing: [Column] { Column.allCases.filter { header.name(of: $0) == nil } }

  private func date(_ seconds: Int64) -> String { zone.day(at: seconds).date.description }

  func text(_ english: Bool) -> String {
    let words =
      english
      ? [
        "format", "rows", "kept", "rejected", "columns", "dates", "missing", "none readable",
        "unused",
      ]
      : [
        "format", "baris", "terbaca", "ditolak", "kolom", "tanggal", "tidak ada", "tidak terbaca",
        "lainnya",
      ]
    var text = "\(path)\n  \(words[0]): \(formatName)\n"
    text +=
      "  \(words[1]): \(summary.rowsRead) = \(summary.rowsKept) \(words[2]) + \(summary.rowsRejected) \(words[3])\n"
    text += "  \(words[4]):\n"
    for column in Column.allCases {
      guard let name = header.name(of: column) else { continue }
      text += "    \(column.rawValue) ← \(name) (\(filled[column] ?? 0))\n"
    }
    if !header.extraNames.isEmpty {
      text += "    \(words[8]): \(header.extraNames.joined(separator: ", "))\n"
    }
    if header.name(of: .createdAt) != nil {
      let range = times > 0 ? "\(date(first)) … \(date(last)) (\(times))" : words[7]
      text += "  \(words[5]): \(range)\n"
    }
    if !missing.isEmpty {
      text += "  \(words[6]): \(missing.map(\.rawValue).joined(separator: ", "))\n"
      for column in missing {
        if let advice = advice(column, english) { text += "    - \(advice)\n" }
      }
    }
    for rejection in summary.firstRejections { text += "  ! \(rejection)\n" }
    return text
  }

  private func advice(_ column: Column, _ english: Bool) -> String? {
    switch column {
    case .text:
      english
        ? "no text: name it with --map text=COLUMN" : "tanpa teks: sebutkan dengan --map text=KOLOM"
    case .createdAt:
      english ? "no times: 'trend' cannot be drawn" : "tanpa waktu: 'trend' tidak dapat digambar"
    case .official:
      english
        ? "no official: give --official NAME or --map official=COLUMN"
        : "tanpa pejabat: pakai --official NAMA atau --map official=KOLOM"
    case .post:
      english
        ? "no post: intervals cluster by author or day"
        : "tanpa unggahan: selang dihitung per akun atau hari"
    case .author:
      english ? "no author: citizens cannot be counted" : "tanpa akun: warga tidak dapat dihitung"
    default: nil
    }
  }

  var json: String {
    var out = OutputBytes()
    out.append("{\"path\":")
    out.appendJSONString(path.utf8.span)
    out.append(
      ",\"format\":\"\(formatID)\",\"rows\":\(summary.rowsRead),\"kept\":\(summary.rowsKept)")
    out.append(",\"rejected\":\(summary.rowsRejected),\"columns\":{")
    var separator = ""
    for column in Column.allCases {
      guard let name = header.name(of: column) else { continue }
      out.append("\(separator)\"\(column.rawValue)\":")
      out.appendJSONString(name.utf8.span)
      separator = ","
    }
    out.append("},\"filled\":{")
    separator = ""
    for column in Column.allCases where header.name(of: column) != nil {
      out.append("\(separator)\"\(column.rawValue)\":\(filled[column] ?? 0)")
      separator = ","
    }
    out.append("},\"first\":")
    out.append(times > 0 ? "\"\(date(first))\"" : "null")
    out.append(",\"last\":")
    out.append(times > 0 ? "\"\(date(last))\"" : "null")
    out.append(",\"missing\":[\(missing.map { "\"\($0.rawValue)\"" }.joined(separator: ","))]}\n")
    return String(decoding: out.bytes, as: UTF8.self)
  }
}

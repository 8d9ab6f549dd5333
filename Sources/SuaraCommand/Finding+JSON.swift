import Dumps
import Times

extension Finding {
  /// The finding for programs, one object a line.
  var json: String {
    var out = OutputBytes()
    out.append("{\"path\":")
    out.appendJSONString(path.utf8.span)
    out.append(",\"format\":\"\(formatID)\",\"source\":")
    out.append(header.source.map { "\"\($0.id)\"" } ?? "null")
    out.append(",\"rows\":\(summary.rowsRead),\"kept\":\(summary.rowsKept)")
    out.append(",\"comments\":\(summary.comments),\"replies\":\(summary.replies)")
    out.append(",\"duplicates\":\(summary.duplicates),\"rejected\":\(summary.rowsRejected)")
    list(
      ",\"reasons\":",
      Rejection.Kind.allCases.compactMap { kind in
        summary.rejected[kind].map { "\"\(kind.rawValue)\":\($0)" }
      }, &out)
    out.append(",\"own\":\(summary.ownRows),\"empty\":\(summary.emptyTexts)")
    out.append(",\"stickers\":\(summary.stickers),\"deleted\":\(summary.deletedTexts)")
    out.append(",\"damaged_ids\":\(summary.damagedIDs),\"columns\":{")
    var separator = ""
    for column in Column.allCases {
      guard let name = header.name(of: column) else { continue }
      out.append("\(separator)\"\(column.rawValue)\":")
      out.appendJSONString(name.utf8.span)
      separator = ","
    }
    out.append("}")
    list(
      ",\"filled\":",
      Column.allCases.filter(header.tells).map {
        "\"\($0.rawValue)\":\(filled[$0] ?? 0)"
      }, &out)
    out.append(",\"first\":")
    out.append(times > 0 ? "\"\(date(first))\"" : "null")
    out.append(",\"last\":")
    out.append(times > 0 ? "\"\(date(last))\"" : "null")
    list(
      ",\"precision\":",
      precisions.sorted { $0.key < $1.key }.map {
        "\"\($0.key.rawValue)\":\($0.value)"
      }, &out)
    out.append(",\"zone\":{\"given\":\(zones[.given] ?? 0),\"declared\":\(zones[.declared] ?? 0)")
    out.append(",\"name\":\"\(zone.name)\"},\"unreadable_times\":\(badTimes),\"order\":")
    out.append(order.map { "\"\($0.rawValue)\"" } ?? "null")
    let found = summary.completeness
    out.append(",\"reported\":{\"posts\":\(found.counted),\"comments\":\(found.reported)")
    out.append(",\"found\":\(found.found),\"truncated\":\(found.truncated)")
    out.append(",\"locked\":\(found.locked),\"silent\":\(found.silent)")
    out.append(",\"replies\":\(found.reportedReplies)},\"cut_off\":\(found.isCutOff)")
    out.append(",\"missing\":[\(missing.map { "\"\($0.rawValue)\"" }.joined(separator: ","))]}\n")
    return String(decoding: out.bytes, as: UTF8.self)
  }

  private func list(_ key: String, _ items: [String], _ out: inout OutputBytes) {
    out.append("\(key){\(items.joined(separator: ","))}")
  }
}

import Dumps
import Times

extension Finding {
  /// The finding for people.
  func text(_ english: Bool) -> String {
    func say(_ indonesian: String, _ words: String) -> String { english ? words : indonesian }
    var text = "\(path)\n  format: \(formatName)"
    if let source = header.source { text += ", \(source.name)" }
    text += "\n  \(say("baris", "rows")): \(summary.rowsRead) = "
    text += "\(summary.comments) \(say("komentar", "comments"))"
    text += " + \(summary.replies) \(say("balasan", "replies"))"
    text += " + \(summary.duplicates) \(say("ganda", "duplicates"))"
    text += " + \(summary.rowsRejected) \(say("ditolak", "rejected"))\n"
    text += "  \(say("kolom", "columns")):\n"
    for column in Column.allCases {
      if let name = header.name(of: column) {
        text += "    \(column.rawValue) ← \(name) (\(filled[column] ?? 0))\n"
      } else if header.tells(column) {
        text +=
          "    \(column.rawValue) ← \(say("dari alatnya", "from the tool")) (\(filled[column] ?? 0))\n"
      }
    }
    if !header.extraNames.isEmpty {
      let names = header.extraNames.map { $0.isEmpty ? "?" : $0 }.joined(separator: ", ")
      text += "    \(say("lainnya", "unused")): \(names)\n"
    }
    text += timeLines(say)
    text += countLines(say)
    if !missing.isEmpty {
      let names = missing.map(\.rawValue).joined(separator: ", ")
      text += "  \(say("tidak ada", "missing")): \(names)\n"
      for column in missing {
        if let advice = advice(column, say) { text += "    - \(advice)\n" }
      }
    }
    for rejection in summary.firstRejections { text += "  ! \(rejection)\n" }
    return text
  }

  private func timeLines(_ say: (String, String) -> String) -> String {
    guard header.name(of: .createdAt) != nil else { return "" }
    let none = say("tidak terbaca", "none readable")
    let range = times > 0 ? "\(date(first)) … \(date(last)) (\(times))" : none
    var text = "  \(say("tanggal", "dates")): \(range)\n"
    if times > 0 {
      let precisions = precisions.sorted { $0.key < $1.key }.map {
        "\($0.key.rawValue) \($0.value)"
      }
      text += "    \(say("ketelitian", "precision")): \(precisions.joined(separator: ", "))\n"
      let given = zones[.given] ?? 0
      let declared = zones[.declared] ?? 0
      text += "    \(say("zona", "zone")): \(given) \(say("tertulis", "written")), "
      text += "\(declared) \(say("dianggap", "taken as")) \(zone.name)\n"
    }
    if let order, declaredOrderMatters {
      text += "    \(say("urutan", "order")): \(order.rawValue)\n"
    }
    if badTimes > 0 {
      text += "  ! \(badTimes) \(say("waktu tidak terbaca", "times cannot be read"))"
      text += say(
        "; \"2 minggu lalu\" perlu --captured HARI\n", "; \"2 weeks ago\" needs --captured DAY\n")
    }
    if header.source?.quirks.estimatesTimes == true {
      text += say(
        "  ! alat ini menaksir waktu dari \"2 minggu lalu\": makin tua makin kasar\n",
        "  ! this tool estimates times from \"2 weeks ago\": the older, the coarser\n")
    }
    if hasSpike {
      let clock =
        "\(commonMinute.minute / 60):\(commonMinute.minute % 60 < 10 ? "0" : "")\(commonMinute.minute % 60)"
      text += say(
        "  ! \(commonMinute.count) waktu jatuh pada pukul \(clock): mungkin taksiran\n",
        "  ! \(commonMinute.count) times fall on \(clock): they are likely estimates\n")
    }
    return text
  }

  /// Whether the order of day and month was found out, or given by the tool.
  var declaredOrderMatters: Bool { order != nil && times > 0 }

  private func countLines(_ say: (String, String) -> String) -> String {
    var text = ""
    let counts = [
      (summary.ownRows, say("ditulis akun itu sendiri", "written by the account itself")),
      (summary.emptyTexts, say("tanpa teks", "without text")),
      (summary.stickers, say("hanya gambar atau stiker", "only a picture or sticker")),
      (summary.deletedTexts, say("terhapus", "deleted")),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !counts.isEmpty {
      text += "  \(say("di antaranya", "among them")): \(counts.joined(separator: ", "))\n"
    }
    let found = summary.completeness
    if found.counted > 0 {
      text += "  \(say("dilaporkan", "reported")): \(found.reported), "
      text +=
        "\(say("ada", "found")) \(found.found); \(found.counted) \(say("unggahan", "posts")): "
      text += "\(found.truncated) \(say("terpotong", "truncated")), "
      text +=
        "\(found.locked) \(say("dikunci", "locked")), \(found.silent) \(say("sepi", "silent"))\n"
    }
    if found.reportedReplies > 0 {
      text += "  \(say("balasan dilaporkan", "replies reported")): \(found.reportedReplies), "
      text += "\(say("ada", "found")) \(summary.replies)\n"
    }
    if found.isCutOff {
      text += say(
        "  ! daftarnya terputus: berkas tidak tersalin utuh\n",
        "  ! the list has no end: the dump was not copied whole\n")
    }
    if summary.damagedIDs > 0 {
      text += say(
        "  ! \(summary.damagedIDs) id dibulatkan lembar kerja (1.7E+18): balasan tidak dapat disambungkan\n",
        "  ! \(summary.damagedIDs) ids were rounded by a spreadsheet (1.7E+18): replies cannot be joined\n"
      )
    }
    return text
  }

  private func advice(_ column: Column, _ say: (String, String) -> String) -> String? {
    switch column {
    case .text:
      say("tanpa teks: sebutkan dengan --map text=KOLOM", "no text: name it with --map text=COLUMN")
    case .createdAt:
      say("tanpa waktu: 'trend' tidak dapat digambar", "no times: 'trend' cannot be drawn")
    case .official:
      say(
        "tanpa pejabat: pakai --official NAMA atau --map official=KOLOM",
        "no official: give --official NAME or --map official=COLUMN")
    case .post:
      say(
        "tanpa unggahan: selang dihitung per akun atau hari",
        "no post: intervals cluster by author or day")
    case .author:
      say("tanpa akun: warga tidak dapat dihitung", "no author: citizens cannot be counted")
    default: nil
    }
  }
}

import Times

extension HTMLReport {
  /// What became of the rows, and how all was reckoned, in plain words.
  var method: String {
    "<footer><div class=\"pair\"><div class=\"block\"><h2>\(say("Data", "Data"))</h2>\(ledger)</div><div class=\"block\"><h2>\(say("Cara menghitung", "Method"))</h2><ul>"
      + notes.map { "<li>\($0)</li>" }.joined()
      + "</ul></div></div>\(command("report", "--every", frame.source.every.rawValue))<p class=\"command\">\(say("zona", "zone")) \(escaped(frame.zone)) · \(say("leksikon", "lexicon")) \(escaped(frame.model))</p></footer>\n"
  }

  private var ledger: String {
    let ledger = frame.ledger
    var html = "<table class=\"ledger\"><tbody>"
    func row(_ name: String, _ rows: Int, _ kind: String = "part") {
      html += "<tr class=\"\(kind)\"><td>\(name)</td><td>\(count(rows))</td></tr>"
    }
    row(say("Baris dibaca", "Rows read"), ledger.rows, "sum")
    row(say("komentar warga dalam kurva", "citizens’ comments in curves"), ledger.counted)
    row(say("jawaban akun sendiri", "the accounts’ own replies"), ledger.ownReplies)
    row(say("iklan", "advertisements"), ledger.spam)
    row(say("tanpa waktu yang terbaca", "without a readable time"), ledger.badTimes)
    if ledger.duplicates > 0 {
      row(say("sudah dibaca sebelumnya (ganda)", "read before (duplicates)"), ledger.duplicates)
    }
    for (reason, rows) in ledger.rejected {
      row(say("ditolak: ", "rejected: ") + escaped(reason), rows)
    }
    html += "</tbody></table>"
    if ledger.invalidUTF8 > 0 {
      html +=
        "<p>\(say("\(count(ledger.invalidUTF8)) baris memuat bita yang rusak; tetap dibaca.", "\(count(ledger.invalidUTF8)) rows hold damaged bytes; read still."))</p>"
    }
    if !ledger.missing.isEmpty {
      html +=
        "<p>\(say("Kolom yang tidak ada:", "Columns that are missing:")) \(escaped(ledger.missing.joined(separator: ", "))).</p>"
    }
    return html + command("inspect")
  }

  private var notes: [String] {
    [
      say(
        "Setiap komentar dibaca oleh program, bukan orang: <b>keluhan</b>, <b>dukungan</b>, atau <b>netral</b>. Program bisa keliru; bagian dihitung menurut program dan tidak dikoreksi terhadap kesalahannya.",
        "Every comment was read by a program, not by people: <b>complaint</b>, <b>support</b> or <b>neutral</b>. It errs; shares are as it counts them, not corrected for its error."
      ),
      say(
        "Selang 95% menunjukkan seberapa pasti suatu angka. Komentar di bawah satu unggahan saling menyahut, maka bernilai kurang dari jumlahnya: itulah <b>komentar efektif</b>. Di bawah 10 komentar efektif atau 4 unggahan tidak disebut angka (<b>data kurang</b>).",
        "A 95% interval tells how sure a number is. Comments under one post answer each other and count for less than their number: that is <b>effective comments</b>. Below 10 of them or 4 posts no number is told (<b>too few</b>)."
      ),
      say(
        "<b>Dulu</b> dan <b>kini</b> ialah sepertiga pertama dan terakhir dari hari-hari data, bukan hari yang dipilih dari angkanya.",
        "<b>Then</b> and <b>now</b> are the first and the last third of the days, never days that the numbers chose."
      ),
      say(
        "Iklan dan jawaban akun sendiri tidak dihitung. <b>Kampanye</b> ialah sedikitnya delapan komentar yang hampir sama dalam satu pekan; tetap dihitung, tetapi disebut.",
        "Advertisements and the account’s own replies are not counted. A <b>campaign</b> is eight or more near-identical comments within a week; counted, but told."
      ),
      say(
        "Komentar yang dihapus atau dikunci tidak ada di data ini. Nama akun warga tidak ditampilkan; nomor panjang dan @akun di dalam teks ditutup.",
        "Deleted or locked comments are not in these data. Citizens’ names are not shown; long numbers and @handles within texts are masked."
      ),
    ]
  }
}

/// Makes comments one after the other, from a seed: the same on every machine.
///
/// Words of our own choice, mixed so that comments are about as long as those of real dumps, have as many words with a
/// meaning, and as many forms that come seldom: see `Benchmarks/README.md`. What they say makes no sense.
struct Generator {
  private static let function = words(
    """
    yang di dan ini itu untuk dari dengan ke juga saya kita kami mereka dia aku ya yg dgn utk dr sy aja saja kalau kalo \
    karena karna jadi sama lebih semua banyak orang bisa akan harus masih ada apa siapa kok sih lah nih tuh udah sudah \
    lagi pas terus atau oleh para buat bagi agar supaya begitu gitu gini biar seperti kayak hanya cuma punya mau boleh
    """)
  private static let telling = words(
    """
    jalan rusak pak tolong diperbaiki kapan mantap makasih ga air mati banjir bgt semoga sehat selalu min info dong desa \
    sampah numpuk lampu jl raya gelap tapi bagus alhamdulillah petugasnya ramah bangeeet k4pan jalan2 kecewa warga sekolah \
    tidak belum amin macet bocor lambat gratis mohon keren sukses percuma janji bohong bantu rapi parah bau hebat setuju \
    segera harusnya jangan sayang susah mahal murah cepat nunggu antre rugi bangga salut malu capek sedih senang
    """)
  private static let phrases = words(
    """
    air_mati terima_kasih tidak_ada rumah_sakit lampu_jalan jalan_raya belum_ada jalan_rusak sampai_kapan buang_sampah \
    kerja_bagus pasar_malam tolong_dicek kabel_putus surat_kartu sudah_lama tidak_jelas air_keruh
    """
  ).map { $0.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 } }
  private static let marks = words(", . . ! !! ? ... - : 3 2 5 👍 🙏 😂 🙏🙏 ❤️ 😭")
  private static let roots = words(
    """
    rumah mobil motor pagi sore malam kota pasar toko guru murid dokter uang harga hujan panas dingin makan minum tidur \
    bangun bawa beli jual kirim ambil lihat dengar baca tulis hitung buka tutup masuk keluar naik turun pergi pulang \
    datang lewat putar belok henti tunggu tanya jawab bilang cerita tahu ingat lupa pikir rasa cari temu lapor daftar \
    isi kertas buku meja kursi pintu jendela lantai dinding atap pagar pohon bunga daun rumput tanah batu pasir sungai \
    laut gunung hutan sawah kebun ayam kambing sapi ikan beras gula garam minyak kopi teh susu roti nasi sayur buah \
    baju celana sepatu tas topi jam kunci lemari kamar dapur halaman gang simpang tikungan jembatan terminal stasiun \
    kereta bus kapal pesawat sepeda truk angkot sopir penumpang tiket loket antri nomor nama alamat surat kartu \
    telepon pesan gambar video berita acara rapat pidato lomba pesta libur minggu senin selasa rabu kamis jumat sabtu \
    bulan tahun kemarin besok tadi nanti awal akhir tengah depan belakang samping atas bawah dalam luar dekat jauh \
    besar kecil tinggi rendah panjang pendek lebar tebal tipis berat ringan baru lama muda tua merah hijau biru kuning \
    putih hitam kakak adik anak ibu bapak kakek nenek paman bibi teman tetangga tamu ketua anggota panitia petani \
    nelayan pedagang pegawai buruh satpam kurir tukang kuli bidan camat lurah bupati gubernur menteri kantor dinas
    """)
  private static let prefixes = words("di me ber ter se ke pe")
  private static let suffixes = words("nya an kan i lah kah ku mu nya2")

  private static func words(_ text: String) -> [[UInt8]] {
    text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  }

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Appends 2 to 80 words with blanks between them, half of all comments having fewer than 11.
  mutating func appendComment(to text: inout [UInt8]) {
    var count = 2
    while count < 80, next(below: 14) > 0 { count += 1 }
    for place in 0..<count {
      if place > 0 { text.append(0x20) }
      switch next(below: 100) {
      case 0..<25: text += Self.function[next(below: Self.function.count)]
      case 25..<45: text += Self.telling[next(below: Self.telling.count)]
      case 45..<53: text += Self.phrases[next(below: Self.phrases.count)]
      case 53..<68: text += Self.marks[next(below: Self.marks.count)]
      default: appendForm(to: &text)
      }
    }
  }

  /// Appends a root, often with affixes, and now and then with letters held or lost: tens of thousands of forms.
  private mutating func appendForm(to text: inout [UInt8]) {
    var form = Self.roots[next(below: Self.roots.count)]
    if next(below: 3) == 0 { form = Self.prefixes[next(below: Self.prefixes.count)] + form }
    if next(below: 3) == 0 { form += Self.suffixes[next(below: Self.suffixes.count)] }
    if next(below: 12) == 0 {
      let place = next(below: form.count)
      form.insert(contentsOf: repeatElement(form[place], count: 1 + next(below: 4)), at: place)
    }
    if next(below: 12) == 0 { form.remove(at: next(below: form.count)) }
    text += form
  }

  /// Appends a row of a dump: id, platform, official, post, author, time, text.
  mutating func appendRow(_ number: Int, to text: inout [UInt8]) {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let (official, post, author) = (next(below: 20), next(below: 400), next(below: 100_000))
    let (month, day, hour) = (1 + next(below: 12), 1 + next(below: 28), next(below: 24))
    text +=
      "\(number),instagram,pejabat\(official),p\(post),u\(author),2025-\(two(month))-\(two(day))T\(two(hour)):00:00+07:00,\""
      .utf8
    appendComment(to: &text)
    text += "\"\n".utf8
  }

  static let header = "id,platform,official,post_id,author,created_at,text\n"

  private mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// SplitMix64 (Steele, Lea & Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

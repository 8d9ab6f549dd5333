/// A word of up to 12 ASCII letters in one number, five bits a letter, case left out.
///
/// Names of months and days compare as numbers, with no string made. Longer words equal no name.
struct TimeWord: Equatable {
  private var letters: UInt64 = 0

  init() {}

  init(_ text: String) {
    for byte in text.utf8 { _ = append(byte) }
  }

  var isEmpty: Bool { letters == 0 }

  /// Adds a letter.
  ///
  /// Answers `false`, and adds nothing, for any other byte.
  mutating func append(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= letter else { return false }
    let isFull = letters >> 55 != 0
    letters = isFull ? .max : letters << 5 | UInt64(letter & 0x1f)
    return true
  }

  /// The month it names, 1 to 12, in Indonesian or English, whole or cut short.
  var month: Int? { Self.months.first { $0.word == self }?.month }

  /// The weekday it names, in Indonesian or English, whole or cut short.
  var weekday: Weekday? { Self.weekdays.first { $0.word == self }?.day }

  /// The offset of the zone it names, in seconds.
  var zoneOffset: Int? { Self.zones.first { $0.word == self }?.offset }

  static let pukul = TimeWord("pukul")
  static let jam = TimeWord("jam")

  private static let zones: [(word: TimeWord, offset: Int)] = [
    (TimeWord("wib"), 7 * 3_600), (TimeWord("wita"), 8 * 3_600), (TimeWord("wit"), 9 * 3_600),
    (TimeWord("z"), 0), (TimeWord("utc"), 0), (TimeWord("gmt"), 0),
  ]

  /// Spellings from KBBI and the exports listed in FORMATS.md, rule 4; `Pebruari` and `Nopember` are older
  /// spellings still in use.
  private static let months: [(word: TimeWord, month: Int)] = {
    let names: [[String]] = [
      ["jan", "januari", "january"],
      ["feb", "peb", "februari", "pebruari", "february"],
      ["mar", "maret", "march"],
      ["apr", "april"],
      ["mei", "may"],
      ["jun", "juni", "june"],
      ["jul", "juli", "july"],
      ["agu", "agt", "ags", "agust", "agustus", "aug", "august"],
      ["sep", "sept", "september"],
      ["okt", "oktober", "oct", "october"],
      ["nov", "nop", "november", "nopember"],
      ["des", "desember", "dec", "december"],
    ]
    return names.enumerated().flatMap { index, spellings in
      spellings.map { (TimeWord($0), index + 1) }
    }
  }()

  private static let weekdays: [(word: TimeWord, day: Weekday)] = {
    let names: [(Weekday, [String])] = [
      (.monday, ["senin", "sen", "mon", "monday"]),
      (.tuesday, ["selasa", "sel", "tue", "tuesday"]),
      (.wednesday, ["rabu", "rab", "wed", "wednesday"]),
      (.thursday, ["kamis", "kam", "thu", "thursday"]),
      (.friday, ["jumat", "jum", "fri", "friday"]),
      (.saturday, ["sabtu", "sab", "sat", "saturday"]),
      (.sunday, ["minggu", "min", "ahad", "sun", "sunday"]),
    ]
    return names.flatMap { day, spellings in spellings.map { (TimeWord($0), day) } }
  }()
}

/// How far local clocks are from UTC.
///
/// Indonesia keeps no daylight saving time, so its three zones are fixed offsets and are known to the
/// program. Other names are looked up in the machine's own zone files (`Zone+Files.swift`).
///
///     Zone("Asia/Jakarta")?.offset(at: 0)   // 25200
///     Zone("WITA")?.name                    // "Asia/Makassar"
///     Zone("+07:00")?.name                  // "+07:00"
///     Zone("Mars/Olympus")                  // nil
package struct Zone: Equatable, Sendable {
  /// What the zone is called, in a form `Zone(_:)` reads back.
  package let name: String

  /// The offsets and when each begins.
  let rule: Rule

  /// How a zone's offset follows from the time.
  enum Rule: Equatable, Sendable {
    /// Always the same, in seconds east of UTC.
    case fixed(Int)
    /// `first` until `starts[0]`, then `offsets[i]` from `starts[i]` on; `starts` ascends.
    case changing(first: Int, starts: [Int64], offsets: [Int])
  }

  init(name: String, rule: Rule) {
    self.name = name
    self.rule = rule
  }

  /// Coordinated Universal Time.
  package static let utc = Zone(name: "UTC", rule: .fixed(0))

  /// Western Indonesian Time, `Waktu Indonesia Barat`: the zone of Java and Sumatra, and our default.
  package static let wib = Zone(name: "Asia/Jakarta", rule: .fixed(7 * 3_600))

  /// Central Indonesian Time, `Waktu Indonesia Tengah`: Bali, Sulawesi, Nusa Tenggara.
  package static let wita = Zone(name: "Asia/Makassar", rule: .fixed(8 * 3_600))

  /// Eastern Indonesian Time, `Waktu Indonesia Timur`: Maluku and Papua.
  package static let wit = Zone(name: "Asia/Jayapura", rule: .fixed(9 * 3_600))

  /// The zone of that name or offset, or `nil` when there is none.
  ///
  /// - Complexity: O(1) for offsets and Indonesia; other names read one small file.
  package init?(_ text: String) {
    switch text {
    case "UTC", "GMT", "Z", "Etc/UTC": self = .utc
    case "WIB", "Asia/Jakarta": self = .wib
    case "WITA", "Asia/Makassar", "Asia/Ujung_Pandang": self = .wita
    case "WIT", "Asia/Jayapura": self = .wit
    case "Asia/Pontianak": self = Zone(name: text, rule: .fixed(7 * 3_600))
    default:
      if let offset = Self.offset(in: text) {
        self = Zone(name: Self.name(ofOffset: offset), rule: .fixed(offset))
      } else if let rule = Self.ruleFromFiles(named: text) {
        self = Zone(name: text, rule: rule)
      } else {
        return nil
      }
    }
  }

  /// Reads "+07:00", "+0700" or "+07" whole.
  private static func offset(in text: String) -> Int? {
    let bytes = text.utf8.span
    var scanner = TimeScanner(bytes.count)
    guard let offset = scanner.offset(in: bytes), scanner.isAtEnd else { return nil }
    return offset
  }

  /// An offset as ISO 8601 writes it: 25,200 gives "+07:00".
  private static func name(ofOffset offset: Int) -> String {
    let minutes = abs(offset) / 60
    return
      "\(offset < 0 ? "-" : "+")\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
  }
}

extension Zone {
  /// Seconds east of UTC at a moment.
  ///
  /// - Complexity: O(1) for a fixed zone, O(log *n*) for one with *n* changes.
  package func offset(at seconds: Int64) -> Int {
    switch rule {
    case .fixed(let offset): return offset
    case .changing(let first, let starts, let offsets):
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= seconds { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? first : offsets[low - 1]
    }
  }

  /// The civil day that a moment falls on.
  ///
  /// 17:00 UTC on a Sunday is Monday in Jakarta.
  package func day(at seconds: Int64) -> Day {
    let local = seconds + Int64(offset(at: seconds))
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return Day(Int32(clamping: day))
  }

  /// The moment at which local clocks show `local`, in seconds since 1970-01-01 on those clocks.
  ///
  /// A time that clocks skip when they go forward counts as after the change; of two equal times when they
  /// go back, the first is taken.
  package func moment(ofLocal local: Int64) -> Int64 {
    if case .fixed(let offset) = rule { return local - Int64(offset) }
    // The offset in force lies among those a day to either side: no zone changes twice in two days.
    let before = local - Int64(offset(at: local - 86_400))
    let after = local - Int64(offset(at: local + 86_400))
    for candidate in [before, after] where candidate + Int64(offset(at: candidate)) == local {
      return candidate
    }
    return before
  }
}

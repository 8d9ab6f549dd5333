import Times

/// Text that is shown as it is, whatever it holds.
///
/// Marks of HTML are spelt out. Control characters, marks that turn the writing around and characters without width are
/// dropped: they could hide or reorder what stands beside them. The joiner of emoji (U+200D) stays.
///
/// - Complexity: O(*n*) in the text.
func escaped(_ text: String) -> String {
  var safe = ""
  safe.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": safe += "&amp;"
    case "<": safe += "&lt;"
    case ">": safe += "&gt;"
    case "\"": safe += "&quot;"
    case "'": safe += "&#39;"
    default:
      switch scalar.value {
      // C0, DEL and C1 controls; line and paragraph separators.
      case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: safe += " "
      // Marks of writing direction; soft hyphen; characters of no width; tags; what is no character.
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xAD, 0x200B, 0x2060...0x2064,
        0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
        break
      default: safe.unicodeScalars.append(scalar)
      }
    }
  }
  return safe
}

/// A word of a command line as a shell must see it: quoted where it holds more than letters, digits and `._/-,=:@%+`.
func shellQuoted(_ word: String) -> String {
  let isPlain =
    !word.isEmpty
    && word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "._/-,=:@%+".utf8.contains(byte)
      }
    }
  return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
}

extension PeriodKey {
  /// Whether it is one whole month of the calendar.
  var isMonth: Bool {
    start.date.day == 1 && end.date.month == start.date.month && end.next.date.day == 1
      && end.date.year == start.date.year
  }
}

extension Language {
  /// The names of the months, short, as newspapers print them.
  private var months: [String] {
    self == .english
      ? ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
      : ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
  }

  /// "Mei", from 1 to 12.
  func month(_ number: Int) -> String { months[number - 1] }

  /// "12 Mei 2026".
  func date(_ day: Day) -> String {
    let date = day.date
    return "\(date.day) \(month(date.month)) \(date.year)"
  }

  /// "Mei 2026", "12–18 Mei 2026", "28 Apr – 4 Mei 2026" or "12 Mei 2026".
  func name(of key: PeriodKey) -> String {
    let (start, end) = (key.start.date, key.end.date)
    if key.isMonth { return "\(month(start.month)) \(start.year)" }
    if key.start == key.end { return date(key.start) }
    if start.month == end.month, start.year == end.year { return "\(start.day)–\(date(key.end))" }
    let year = start.year == end.year ? "" : " \(start.year)"
    return "\(start.day) \(month(start.month))\(year) – \(date(key.end))"
  }

  /// "28%", without decimals.
  func percent(_ share: Double) -> String { fixed(share * 100, decimals: 0) + "%" }

  /// "−34" or "+7", in points.
  func points(_ share: Double) -> String {
    let text = fixed(share * 100, decimals: 0)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text == "0" ? text : "+" + text
  }

  /// The one of both that is in this language.
  func say(_ indonesian: String, _ english: String) -> String {
    self == .english ? english : indonesian
  }
}

import Charts
import Classification
import Lexicons
import Trends

/// What a curve is of: each official, or each issue, platform or agency, or these inside each other.
struct Grouping: Sendable {
  enum Part: String, CaseIterable, Sendable {
    case official, issue, platform, agency
  }

  private(set) var parts: [Part] = [.official]

  /// By official.
  init() {}

  /// Reads "issue" or "official,issue"; officials where left out.
  init(_ text: String?) throws(UsageError) {
    guard let text else { return }
    let found = text.split(separator: ",").map { Part(rawValue: String($0)) }
    let known = found.compactMap(\.self)
    guard !known.isEmpty, known.count == found.count, Set(known).count == known.count else {
      throw .badValue(
        flag: "by", found: text,
        allowed: "official, issue, platform, agency, or several parted by commas")
    }
    parts = known
  }

  /// What `init` reads.
  var id: String { parts.map(\.rawValue).joined(separator: ",") }

  var isOfficialAlone: Bool { parts == [.official] }

  private static let separator = " › "
  private static let none = "-"

  /// The groups a comment belongs to: one for each of its issues where these are asked for.
  func names(
    official: String, platform: String?, issues: IssueList, _ lexicon: Lexicon
  ) -> [String] {
    var names = [""]
    for (place, part) in parts.enumerated() {
      let own: [String] =
        switch part {
        case .official: [official]
        case .platform: [platform.flatMap { $0.isEmpty ? nil : $0 } ?? Self.none]
        case .agency: [lexicon.officials.first { $0.name == official }?.agency ?? official]
        case .issue:
          issues.count == 0
            ? [Self.none] : (0..<issues.count).map { lexicon.issues[issues[$0]].id }
        }
      names = names.flatMap { name in
        own.map { place == 0 ? $0 : name + Self.separator + $0 }
      }
    }
    return names
  }

  /// A group's name for people: issues by their names.
  func caption(of name: String, _ lexicon: Lexicon, _ language: Language) -> String {
    guard let place = parts.firstIndex(of: .issue) else { return name }
    var cells = name.split(separator: Self.separator, omittingEmptySubsequences: false)
      .map(String.init)
    guard cells.count == parts.count else { return name }
    if cells[place] == Self.none {
      cells[place] = language == .english ? "(no issue)" : "(tanpa isu)"
    } else if let issue = lexicon.issues.first(where: { $0.id == cells[place] }) {
      cells[place] = language == .english ? issue.english : issue.indonesian
    }
    return cells.joined(separator: Self.separator)
  }
}

extension Mood {
  init(_ stance: Stance) {
    switch stance {
    case .complaint: self = .complaint
    case .support: self = .support
    case .neutral: self = .neutral
    }
  }
}

/// A hash by which copies of a text are found, or 0 for texts below six words, which many people write of their own accord.
///
/// Words are runs of ASCII letters and digits, without case; of these, only those of four or more count, and at least four
/// must: copies differ in emoji, marks, spaces, and in small words ("Min, …", "… pak").
func copyHash(of text: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  var word: UInt64 = 0
  var (words, longWords, length) = (0, 0, 0)
  func end() {
    guard length > 0 else { return }
    words += 1
    if length >= 4 {
      longWords += 1
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    (word, length) = (0, 0)
  }
  for i in text.indices {
    let byte = text[i]
    let lower = byte | 0x20
    if lower &- 0x61 < 26 || byte &- 0x30 < 10 {
      word = (word << 5 | word >> 59) ^ UInt64(lower)
      length += 1
    } else {
      end()
    }
  }
  end()
  return words < 6 || longWords < 4 ? 0 : max(1, hash)
}

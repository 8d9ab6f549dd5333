import Trends

/// Finds comments of one official and week that are nearly the same.
///
/// A comment of five words or more gets four signatures: the least hash of its runs of three words, under four hash
/// functions. Two comments agree in a signature with the chance of their Jaccard similarity (Broder, "On the resemblance and
/// containment of documents", 1997), so texts typed a little differently mostly meet in one of the four.
///
/// Signatures of most comments are seen once; a table of counters of 16 MB lets only those through that came four times. It
/// fills at some ten million comments; then more groups are kept than need be, but none is missed.
struct CampaignTally: Sendable {
  /// One comment's signatures and what is counted of it.
  struct Candidate: Sendable {
    let signatures: SIMD4<UInt64>
    let week: Int32
    let author: UInt64
    let mood: Mood
    /// Where its text lies in its batch.
    let place: Range<Int>
  }

  private struct Group {
    var comments = 0
    var authors: Set<UInt64> = []
    var moods = MoodCounts()
    var text = ""
  }

  private struct Key: Hashable {
    let official: Int
    let week: Int32
    let hash: Int
    let signature: UInt64
  }

  /// How many near-identical comments within a week are a campaign.
  static let least = 8
  private static let counters = 1 << 24
  /// Seen so often before its group is kept.
  private static let gate: UInt8 = 3

  private var seen = [UInt8](repeating: 0, count: counters)
  private var groups: [Key: Group] = [:]

  /// Counts one comment; `text` is asked for only where the comment begins a group.
  mutating func add(_ one: Candidate, official: Int, text: (Range<Int>) -> String) {
    for hash in 0..<4 {
      let key = Key(
        official: official, week: one.week, hash: hash, signature: one.signatures[hash])
      let slot =
        Int(
          truncatingIfNeeded: mix(
            one.signatures[hash] ^ UInt64(bitPattern: Int64(one.week)) &* 31 ^ UInt64(official)
              &* 0x9E37_79B9))
        & (Self.counters - 1)
      if seen[slot] < Self.gate {
        seen[slot] += 1
        continue
      }
      var group = groups.removeValue(forKey: key) ?? Group()
      group.comments += group.comments == 0 ? 1 + Int(Self.gate) : 1
      group.moods.add(one.mood)
      if one.author != 0 { group.authors.insert(one.author) }
      if group.text.isEmpty { group.text = text(one.place) }
      groups[key] = group
    }
  }

  /// The campaigns against or for an official, largest first.
  ///
  /// Within a week the hash function that brought most together speaks for all four.
  func campaigns(of official: Int) -> [(
    week: Int32, comments: Int, authors: Int?, mood: Mood, text: String
  )] {
    let own = groups.filter { $0.key.official == official && $0.value.comments >= Self.least }
    var found: [(week: Int32, comments: Int, authors: Int?, mood: Mood, text: String)] = []
    for (week, inside) in Dictionary(grouping: own, by: \.key.week) {
      let byHash = Dictionary(grouping: inside, by: \.key.hash)
      let best = byHash.max {
        let (one, other) = (
          $0.value.reduce(0) { $0 + $1.value.comments },
          $1.value.reduce(0) { $0 + $1.value.comments }
        )
        return (one, -$0.key) < (other, -$1.key)
      }
      for (_, group) in best?.value ?? [] {
        let mood =
          Mood.allCases.max { group.moods[$0] < group.moods[$1] } ?? .neutral
        found.append(
          (
            week, group.comments, group.authors.isEmpty ? nil : group.authors.count, mood,
            group.text
          ))
      }
    }
    return found.sorted { ($1.comments, $0.week, $0.text) < ($0.comments, $1.week, $1.text) }
  }

  /// The signatures of a text, or `nil` below five words.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func signatures(of text: Span<UInt8>) -> SIMD4<UInt64>? {
    var least = SIMD4<UInt64>(repeating: .max)
    var (before, last, word) = (UInt64(0), UInt64(0), UInt64(0))
    var words = 0
    var previous: UInt8 = 0
    for i in 0...text.count {
      var byte = i < text.count ? text[i] : 0x20
      if (0x41...0x5A).contains(byte) { byte |= 0x20 }
      if (0x61...0x7A).contains(byte) {
        // Letters typed long count once.
        if byte != previous { word = (word ^ UInt64(byte)) &* 0x100_0000_01B3 }
        previous = byte
        continue
      }
      previous = 0
      guard word != 0 else { continue }
      words += 1
      if words >= 3 {
        let run = mix(before ^ mix(last ^ mix(word)))
        for hash in 0..<4 {
          least[hash] = min(least[hash], mix(run ^ seeds[hash]))
        }
      }
      (before, last, word) = (last, word, 0)
    }
    return words >= 5 ? least : nil
  }

  /// Any four odd numbers would do; these are the fractions of the square roots of 2, 3, 5 and 7.
  private static let seeds = SIMD4<UInt64>(
    0x6A09_E667_F3BC_C909, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1)
}

/// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
private func mix(_ value: UInt64) -> UInt64 {
  var value = value &+ 0x9E37_79B9_7F4A_7C15
  value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
  value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
  return value ^ (value >> 31)
}

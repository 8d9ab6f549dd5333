/// Comments made from a seed: the same on every machine.
///
/// They are built from words of our own lexicon's kind, so that tokens, slang and emoji occur about as in dumps.
struct Inputs {
  let text: [UInt8]
  let ranges: [Range<Int>]

  init(comments: Int, seed: UInt64) {
    let words = [
      "jalan", "rusak", "pak", "tolong", "diperbaiki", "kapan", "mantap", "makasih", "ga", "ada",
      "air", "mati",
      "udah", "3", "hari", "banjir", "terus", "bgt", "semoga", "sehat", "selalu", "min", "info",
      "dong", "di",
      "desa", "kami", "sampah", "numpuk", "lampu", "jl", "raya", "gelap", "👍", "🙏", "😂", "?", "!!",
      ",", "tapi",
      "bagus", "alhamdulillah", "petugasnya", "ramah", "bangeeet", "k4pan", "jalan2", "kecewa",
      "warga", "sekolah",
    ]
    var state = seed
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    for _ in 0..<comments {
      let start = text.count
      for _ in 0..<(3 + Int(Self.next(&state) % 18)) {
        text += Array(words[Int(Self.next(&state) % UInt64(words.count))].utf8)
        text.append(0x20)
      }
      ranges.append(start..<text.count - 1)
    }
    self.text = text
    self.ranges = ranges
  }

  /// SplitMix64 (Steele, Lea & Flood 2014).
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The folded spelling of one word: at most 48 bytes, held in place, so that folding allocates nothing.
///
/// Longer words are cut; no entry of a lexicon is that long, so a cut word is merely unknown.
package struct WordBytes: Sendable {
  /// How many bytes a word can have.
  package static let limit = 48

  private var storage = InlineArray<48, UInt8>(repeating: 0)
  /// How many bytes the word has.
  package private(set) var count = 0

  package init() {}

  package init(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// A word of `bytes` as they are.
  package init(raw bytes: ArraySlice<UInt8>) {
    for byte in bytes { append(byte) }
  }

  package subscript(position: Int) -> UInt8 {
    get { storage[position] }
    set { storage[position] = newValue }
  }

  package var isEmpty: Bool { count == 0 }
  package var last: UInt8? { count == 0 ? nil : storage[count - 1] }

  /// The word's bytes.
  package var span: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { storage.span.extracting(0..<count) }
  }

  package mutating func append(_ byte: UInt8) {
    guard count < Self.limit else { return }
    storage[count] = byte
    count += 1
  }

  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes in for i in 0..<bytes.count { unsafe append(bytes[i]) } }
  }

  package mutating func removeLast(_ n: Int) { count -= min(n, count) }

  /// The bytes `range` as a word of their own.
  package func slice(_ range: Range<Int>) -> WordBytes {
    var part = WordBytes()
    for i in range { part.append(storage[i]) }
    return part
  }

  /// The word without its first `n` and last `m` bytes.
  package func dropping(first n: Int = 0, last m: Int = 0) -> WordBytes {
    slice(min(n, count)..<max(min(n, count), count - m))
  }

  package func hasSuffix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard length <= count else { return false }
    return text.withUTF8Buffer { bytes in
      for i in 0..<length where unsafe bytes[i] != storage[count - length + i] { return false }
      return true
    }
  }

  package func hasPrefix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard length <= count else { return false }
    return text.withUTF8Buffer { bytes in
      for i in 0..<length where unsafe bytes[i] != storage[i] { return false }
      return true
    }
  }

  /// The word with the blanks between its letters taken out: `a e r o`.
  package var withoutBlanks: WordBytes {
    var word = WordBytes()
    for i in 0..<count where storage[i] != 0x20 { word.append(storage[i]) }
    return word
  }

  /// Whether the word has the shape of a gambling site's name: four letters or more, then two or three digits or `4d`.
  ///
  ///     WordBytes("aero88").isBrandLike   // but not covid19, rt05, abcd2020
  package var isBrandLike: Bool {
    var digits = 0
    while digits < count, storage[count - 1 - digits] &- 0x30 < 10 { digits += 1 }
    var letters = count - digits
    if digits == 0, hasSuffix("4d") {
      letters = count - 2
    } else if digits < 2 || digits > 3 {
      return false
    }
    guard letters >= 4 else { return false }
    for i in 0..<letters where storage[i] &- 0x61 >= 26 { return false }
    return true
  }

  /// A hash of the bytes: FNV-1a, mixed at the end by the finaliser of MurmurHash3.
  package var hash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in 0..<count { hash = (hash ^ UInt64(storage[i])) &* 0x100_0000_01B3 }
    hash ^= hash >> 33
    hash &*= 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }

  /// The bytes as text, for messages and tests.
  package var text: String {
    var bytes: [UInt8] = []
    for i in 0..<count { bytes.append(storage[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WordBytes: Equatable {
  package static func == (a: WordBytes, b: WordBytes) -> Bool {
    guard a.count == b.count else { return false }
    for i in 0..<a.count where a.storage[i] != b.storage[i] { return false }
    return true
  }
}

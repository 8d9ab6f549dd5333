#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Replaces people's names by keyed hashes, and what would name them in texts by masks.
///
/// A pseudonym is the first 64 bits of HMAC-SHA-256 of the name, folded to lower case and without a leading `@`: the
/// same in every run with the same key, so that people can still be counted, and of no use to who lacks the key.
///
///     pseudonyms.author("@Warga")   // "u-1f3a…", as for "warga"
///     pseudonyms.text("hub 081234567890 atau @warga")   // "hub [telepon] atau @u-1f3a…"
package struct Pseudonyms: Sendable {
  private let code: HMAC

  package init(key: [UInt8]) { code = HMAC(key: key) }

  /// Reads the key from a file, or makes a file that only its owner can read with a new one.
  ///
  /// A key has at least 16 bytes; a line end behind it doesn't count.
  package init(keyFile path: String) throws(PseudonymError) {
    var descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT {
      descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw PseudonymError(path: path, reason: .system(.last)) }
      defer { _ = close(descriptor) }
      var random = SystemRandomNumberGenerator()
      let digits = Array("0123456789abcdef".utf8)
      let key = (0..<64).map { _ in digits[Int(random.next() & 15)] } + [ASCII.lineFeed]
      let written = unsafe key.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      guard written == key.count, fsync(descriptor) == 0 else {
        throw PseudonymError(path: path, reason: .system(.last))
      }
      self.init(key: key.dropLast())
      return
    }
    guard descriptor >= 0 else { throw PseudonymError(path: path, reason: .system(.last)) }
    defer { _ = close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw PseudonymError(path: path, reason: .system(.last)) }
    let key = bytes[..<count].reversed().drop(while: Sniffer.isSpace).reversed()
    guard key.count >= 16 else { throw PseudonymError(path: path, reason: .tooShort) }
    self.init(key: Array(key))
  }

  /// The pseudonym of a name; nothing for nothing.
  package func author(_ name: some Sequence<UInt8>) -> [UInt8] {
    var folded = Array(name).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    if folded.first == UInt8(ascii: "@") { folded.removeFirst() }
    guard !folded.isEmpty else { return [] }
    var text = Array("u-".utf8)
    for byte in code.code(folded).prefix(8) {
      for digit in [byte >> 4, byte & 15] {
        text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return text
  }

  /// The text with identity-card numbers, phones, mails, plates and `@names` masked.
  package func text(_ bytes: [UInt8]) -> [UInt8] {
    var masker = PersonalData(bytes)
    return masker.masked(mention: author)
  }
}

/// Why there is no key.
package struct PseudonymError: Error, Equatable, CustomStringConvertible {
  enum Reason: Equatable {
    case system(SystemError)
    case tooShort
  }

  let path: String
  let reason: Reason

  package var description: String {
    switch reason {
    case .system(let error): "\(path): the key cannot be read or made: \(error)"
    case .tooShort:
      "\(path): a key has at least 16 bytes; name a file that is not there to have one made"
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Zones other than Indonesia's, from the machine's zone files (TZif, RFC 8536).
///
/// `FoundationEssentials` 6.3 knows no zone names on Linux (they need ICU, some 30 MB), so the files are
/// read directly: a header, the moments of change, and which offset each begins.
extension Zone {
  /// The rule in the file of that name, or `nil` when there is no such zone.
  static func ruleFromFiles(named name: String) -> Rule? {
    guard isFileName(name), let bytes = contents(of: "/usr/share/zoneinfo/\(name)") else {
      return nil
    }
    return rule(inFile: bytes)
  }

  /// Whether a name can be a zone's: "Europe/Berlin", never "../secrets".
  private static func isFileName(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first), name.utf8.count <= 64 else { return false }
    return name.utf8.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || "_-+/".utf8.contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  /// The bytes of a small file.
  ///
  /// Zone files are 0.1 to 4 kB; 64 kB leaves room.
  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    var count = 0
    while count < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { room in
        unsafe read(descriptor, room.baseAddress.map { unsafe $0 + count }, room.count - count)
      }
      guard got >= 0 else { return nil }
      if got == 0 { break }
      count += got
    }
    return Array(bytes[..<count])
  }

  /// Reads the 64-bit part of a TZif file (version 2 or later, as all since 2005 are).
  static func rule(inFile bytes: [UInt8]) -> Rule? {
    guard
      let old = Header(bytes, at: 0), old.version >= 0x32,
      let header = Header(bytes, at: 44 + old.length(ofTime: 4))
    else { return nil }
    let times = header.start + 44
    let kinds = times + 8 * header.times
    let types = kinds + header.times
    guard header.types > 0, bytes.count >= header.start + 44 + header.length(ofTime: 8) else {
      return nil
    }
    var starts: [Int64] = []
    var offsets: [Int] = []
    for i in 0..<header.times {
      let kind = Int(bytes[kinds + i])
      guard kind < header.types else { return nil }
      starts.append(Int64(bitPattern: number(in: bytes, at: times + 8 * i, length: 8)))
      offsets.append(offset(in: bytes, at: types + 6 * kind))
    }
    let footer = bytes[(header.start + 44 + header.length(ofTime: 8))...]
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }),
      isWhole(footer: footer, last: starts.last)
    else { return nil }
    let first = offset(in: bytes, at: types)
    return starts.isEmpty
      ? .fixed(first) : .changing(first: first, starts: starts, offsets: offsets)
  }

  /// Whether the listed changes tell all that comments need.
  ///
  /// A footer with a comma names a yearly rule that goes on after the last change. "Fat" files (Debian, Ubuntu)
  /// list the changes to 2037; a "slim" file stops early, and its zone is refused rather than misread.
  private static func isWhole(footer: ArraySlice<UInt8>, last: Int64?) -> Bool {
    // 2037-01-01 UTC.
    !footer.contains(UInt8(ascii: ",")) || (last ?? 0) >= 2_114_380_800
  }

  /// A zone's offset, a signed 32-bit number of seconds.
  private static func offset(in bytes: [UInt8], at position: Int) -> Int {
    Int(Int32(truncatingIfNeeded: number(in: bytes, at: position, length: 4)))
  }

  /// A big-endian number.
  private static func number(in bytes: [UInt8], at position: Int, length: Int) -> UInt64 {
    bytes[position..<position + length].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The counts a TZif part begins with (RFC 8536, section 3.1).
  private struct Header {
    let start: Int
    let version: UInt8
    let times: Int
    let types: Int
    private let rest: (utMarks: Int, standardMarks: Int, leaps: Int, letters: Int)

    init?(_ bytes: [UInt8], at start: Int) {
      guard bytes.count >= start + 44, bytes[start..<start + 4].elementsEqual("TZif".utf8) else {
        return nil
      }
      func count(_ index: Int) -> Int {
        Int(number(in: bytes, at: start + 20 + 4 * index, length: 4))
      }
      self.start = start
      version = bytes[start + 4]
      rest = (utMarks: count(0), standardMarks: count(1), leaps: count(2), letters: count(5))
      times = count(3)
      types = count(4)
    }

    /// How many bytes follow the header when a time takes `width` bytes.
    func length(ofTime width: Int) -> Int {
      times * (width + 1) + types * 6 + rest.letters + rest.leaps * (width + 4)
        + rest.standardMarks + rest.utMarks
    }
  }
}

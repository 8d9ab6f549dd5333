#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The members of a zip file (APPNOTE 6.3), found by its central directory and unpacked as they are read.
///
/// Borrows the file's descriptor; whoever opened it closes it.
struct ZipArchive {
  struct Member {
    let isDeflated: Bool
    let packed: Int
    let offset: Int
  }

  private let descriptor: CInt
  private var members: [String: Member] = [:]

  init(descriptor: CInt) throws(TransformProblem) {
    self.descriptor = descriptor
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .damaged("cannot be read") }
    let size = Int(status.st_size)
    // The end record is last, before a comment of at most 65,535 bytes.
    let tail = Self.read(descriptor, at: max(0, size - 65_557), count: min(size, 65_557))
    guard
      let end = tail.indices.reversed().first(where: {
        $0 + 22 <= tail.count && Self.number(tail, $0, 4) == 0x0605_4B50
      })
    else { throw .damaged("is a zip without an end; it was not copied whole") }
    let (count, offset) = (Self.number(tail, end + 10, 2), Self.number(tail, end + 16, 4))
    let directory = Self.read(descriptor, at: offset, count: Self.number(tail, end + 12, 4))
    var position = 0
    for _ in 0..<count {
      guard position + 46 <= directory.count, Self.number(directory, position, 4) == 0x0201_4B50
      else { throw .damaged("has a damaged list of its parts") }
      let (name, extra, comment) = (
        Self.number(directory, position + 28, 2), Self.number(directory, position + 30, 2),
        Self.number(directory, position + 32, 2)
      )
      guard position + 46 + name <= directory.count else {
        throw .damaged("has a damaged list of its parts")
      }
      let path = String(decoding: directory[position + 46..<position + 46 + name], as: UTF8.self)
      members[path] = Member(
        isDeflated: Self.number(directory, position + 10, 2) == 8,
        packed: Self.number(directory, position + 20, 4),
        offset: Self.number(directory, position + 42, 4))
      position += 46 + name + extra + comment
    }
  }

  func has(_ path: String) -> Bool { members[path] != nil }

  /// All bytes of a small member; none where it is not there.
  func bytes(of path: String) throws(TransformProblem) -> [UInt8] {
    guard has(path) else { return [] }
    var stream = try stream(of: path)
    var bytes: [UInt8] = []
    while try stream.read(into: &bytes) {
      guard bytes.count < 64 << 20 else { throw .damaged("has a part of an absurd size") }
    }
    return bytes
  }

  func stream(of path: String) throws(TransformProblem) -> Stream {
    guard let member = members[path] else { throw .damaged("lacks its part \(path)") }
    let local = Self.read(descriptor, at: member.offset, count: 30)
    guard local.count == 30, Self.number(local, 0, 4) == 0x0403_4B50 else {
      throw .damaged("has a part that is not where the list says")
    }
    let start = member.offset + 30 + Self.number(local, 26, 2) + Self.number(local, 28, 2)
    return Stream(
      descriptor: descriptor, position: start, end: start + member.packed,
      inflater: member.isDeflated ? Inflater(.raw) : nil)
  }

  /// A member being read.
  struct Stream {
    let descriptor: CInt
    var position: Int
    let end: Int
    let inflater: Inflater?

    /// Appends more bytes; returns whether there were any.
    mutating func read(into bytes: inout [UInt8]) throws(TransformProblem) -> Bool {
      guard position < end else { return false }
      let packed = ZipArchive.read(descriptor, at: position, count: min(1 << 16, end - position))
      guard !packed.isEmpty else { throw .damaged("ends in the middle of a part") }
      position += packed.count
      if let inflater {
        try inflater.feed(packed, isLast: position == end, into: &bytes)
      } else {
        bytes += packed
      }
      return true
    }
  }

  private static func number(_ bytes: [UInt8], _ position: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }

  /// The bytes at `offset`, fewer where the file ends.
  private static func read(_ descriptor: CInt, at offset: Int, count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    var filled = 0
    unsafe bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      while filled < count {
        let got = unsafe pread(descriptor, base + filled, count - filled, off_t(offset + filled))
        if got <= 0 { break }
        filled += got
      }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

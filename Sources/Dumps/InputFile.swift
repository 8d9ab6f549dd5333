#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file being read, or standard input: unpacked, as UTF-8, and as delimited text or flat JSON Lines.
///
/// It has one owner, so it is neither leaked nor closed twice.
struct InputFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// What the file's bytes go through, in order; none for most dumps.
  private var transforms: [any ByteTransform] = []
  /// Bytes that came out of the transforms and were not asked for yet.
  private var ready: [UInt8] = []
  /// How many bytes were read.
  private(set) var position = 0
  /// Whether the file's end was met.
  private var sourceEnded = false

  /// - Parameter path: A file, or `-` for standard input.
  init(path: String) throws(DumpError) {
    self.path = path
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw DumpError(path: path, reason: .cannotOpen(.last))
    }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw DumpError(path: path, reason: .isDirectory)
    }
  }

  deinit { if descriptor > STDIN_FILENO { _ = close(descriptor) } }

  /// Looks at the first bytes and decides what they must go through.
  ///
  /// - Parameters:
  ///   - choice: What the user says the dump is; flat JSON Lines and delimited text go through as they are.
  ///   - sheet: The sheet of a workbook; the first where `nil`.
  mutating func prepare(
    for choice: Format.Choice?, sheet: String?, sniffSize: Int, rowLimit: Int
  ) throws(DumpError) {
    var first: [UInt8] = []
    try fillRaw(&first, to: sniffSize)
    ready = first
    if ready.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      guard descriptor != STDIN_FILENO else { return }
      do {
        let book = try Workbook(descriptor: descriptor, sheet: sheet)
        transforms = [book]
        ready = []
        sourceEnded = false
        return
      } catch {
        throw DumpError(path: path, reason: .damaged(error.words))
      }
    }
    if ready.starts(with: [0x1F, 0x8B]) { try push(Inflater(.gzip)) }
    if ready.starts(with: [0xFF, 0xFE]) { try push(UTF16Decoder(isBigEndian: false)) }
    if ready.starts(with: [0xFE, 0xFF]) { try push(UTF16Decoder(isBigEndian: true)) }
    guard choice == nil, let nesting = Sniffer.nesting(of: ready) else { return }
    try push(JSONFlattener(rootIsRecord: nesting == .records, limit: rowLimit))
  }

  /// Lets what is ready and all that follows go through `transform`.
  private mutating func push(_ transform: any ByteTransform) throws(DumpError) {
    let before = ready
    ready = []
    do {
      try transform.feed(before, isLast: sourceEnded, into: &ready)
    } catch {
      throw DumpError(path: path, reason: .damaged(error.words))
    }
    transforms.append(transform)
    // Enough to see what it is.
    while ready.count < 1 << 12, !sourceEnded { try step() }
  }

  /// Reads a chunk and lets it through all transforms, into `ready`.
  private mutating func step() throws(DumpError) {
    var chunk: [UInt8] = []
    if !(transforms.first is Workbook) { try fillRaw(&chunk, to: 1 << 17) }
    do {
      for transform in transforms {
        var next: [UInt8] = []
        try transform.feed(chunk, isLast: sourceEnded, into: &next)
        chunk = next
      }
    } catch {
      throw DumpError(path: path, reason: .damaged(error.words))
    }
    if let book = transforms.first as? Workbook { sourceEnded = book.isDone }
    ready += chunk
  }

  /// Appends bytes until `bytes` holds `count` or the end is met.
  mutating func fill(_ bytes: inout [UInt8], to count: Int) throws(DumpError) {
    while !ready.isEmpty || !transforms.isEmpty {
      if !ready.isEmpty {
        let wanted = min(ready.count, max(0, count - bytes.count))
        bytes += ready[..<wanted]
        ready.removeFirst(wanted)
      }
      guard bytes.count < count, !isAtEnd else { return }
      if transforms.isEmpty { break }
      try step()
    }
    try fillRaw(&bytes, to: count)
  }

  /// What a nested dump says of its own size.
  var completeness: Completeness? { (transforms.last as? JSONFlattener)?.completeness }

  /// Whether the end was met and all was asked for.
  var isAtEnd: Bool { sourceEnded && ready.isEmpty }

  private mutating func fillRaw(_ bytes: inout [UInt8], to count: Int) throws(DumpError) {
    while !sourceEnded, bytes.count < count {
      var got = 0
      var failure: SystemError?
      bytes.append(addingCapacity: count - bytes.count) { (free: inout OutputSpan<UInt8>) in
        unsafe free.withUnsafeMutableBufferPointer { buffer, filled in
          guard let base = buffer.baseAddress else { return }
          got = unsafe read(descriptor, base + filled, min(buffer.count, count) - filled)
          if got < 0 { failure = .last } else { filled += got }
        }
      }
      if let failure {
        if failure.code == EINTR { continue }
        throw DumpError(path: path, reason: .readFailed(failure, atByte: position))
      }
      position += got
      sourceEnded = got == 0
    }
  }
}

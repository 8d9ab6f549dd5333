#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file being read, or standard input.
///
/// It has one owner, so it is neither leaked nor closed twice.
struct InputFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// How many bytes were read.
  private(set) var position = 0
  /// Whether the end was met.
  private(set) var isAtEnd = false

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

  /// Appends bytes until `bytes` holds `count` or the end is met.
  mutating func fill(_ bytes: inout [UInt8], to count: Int) throws(DumpError) {
    while !isAtEnd, bytes.count < count {
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
      isAtEnd = got == 0
    }
  }
}

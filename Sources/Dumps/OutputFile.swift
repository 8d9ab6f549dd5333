#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file being written, or standard output.
///
///     var file = try OutputFile(path: "hasil.csv")
///     try file.write(bytes.span)
///     try file.commit()
///
/// A file appears under its name only by `commit()`, whole: until then it is a hidden file beside it, which
/// goes when the owner does. What is there and is no plain file (`/dev/null`, a named pipe) is written as it
/// is.
package struct OutputFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// The hidden file, and the name it will have; `nil` when writing goes straight through.
  private var draft: (path: String, target: String)?

  /// - Parameter path: A file, or `-` for standard output.
  package init(path: String) throws(OutputError) {
    self.path = path
    guard path != "-" else {
      descriptor = STDOUT_FILENO
      return
    }
    var mode: mode_t = 0o666
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists {
      guard status.st_mode & S_IFMT == S_IFREG else {
        descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputError(path: path, reason: .cannotCreate(.last)) }
        return
      }
      mode = status.st_mode & 0o777
    }
    let target = exists ? Self.resolved(path) : path
    let draft = Self.draftPath(for: target)
    descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw OutputError(path: path, reason: .cannotCreate(.last)) }
    if exists { _ = fchmod(descriptor, mode) }
    self.draft = (draft, target)
  }

  deinit {
    if let draft { _ = unsafe unlink(draft.path) }
    if descriptor > STDERR_FILENO { _ = close(descriptor) }
  }

  /// Writes all of `bytes`.
  package mutating func write(_ bytes: Span<UInt8>) throws(OutputError) {
    var position = 0
    while position < bytes.count {
      let rest = bytes.extracting(position..<bytes.count)
      let written = unsafe rest.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      if written < 0 {
        let error = SystemError.last
        if error.code == EINTR { continue }
        throw OutputError(
          path: path, reason: error.code == EPIPE ? .closedPipe : .writeFailed(error))
      }
      position += written
    }
  }

  /// Puts the file under its name, in place of what was there.
  package consuming func commit() throws(OutputError) {
    guard let (draft, target) = draft else { return }
    // Without this a crash of the machine could leave an empty file under the name.
    guard fsync(descriptor) == 0 else {
      throw OutputError(path: path, reason: .writeFailed(.last))
    }
    guard unsafe rename(draft, target) == 0 else {
      throw OutputError(path: path, reason: .cannotReplace(.last))
    }
    self.draft = nil
  }

  /// Follows links, so that a link stays one and its file is replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func draftPath(for target: String) -> String {
    let folderEnd = target.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      target.utf8.index(after: $0)
    }
    let split = folderEnd ?? target.startIndex
    let tag = String(UInt32.random(in: 0 ... .max), radix: 36)
    return target[..<split] + ".\(target[split...]).\(tag).tmp"
  }
}

/// `write(2)`, under a name that methods called `write` don't hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}

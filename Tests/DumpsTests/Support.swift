import Testing

@testable import Dumps

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder for one test, which goes with it.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() {
    var template = Array("/tmp/suara-dumps-XXXXXX".utf8CString)
    path = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = unsafe mkdtemp(base) else {
        return "/nonexistent"
      }
      return unsafe String(cString: made)
    }
  }

  deinit { remove(folder: path) }

  /// Writes a file and returns its path.
  func file(_ name: String, _ bytes: [UInt8]) -> String {
    let file = path + "/" + name
    let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var done = 0
    while done < bytes.count {
      done += unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
    }
    _ = close(descriptor)
    return file
  }

  func file(_ name: String, _ text: String) -> String { file(name, Array(text.utf8)) }

  /// Makes a folder within.
  func folder(_ name: String) { _ = unsafe mkdir(path + "/" + name, 0o700) }

  /// The bytes of a file, or `nil` if there is none.
  static func contents(of path: String) -> [UInt8]? {
    guard var file = try? InputFile(path: path) else { return nil }
    var bytes: [UInt8] = []
    try? file.fill(&bytes, to: .max >> 40)
    return bytes
  }
}

/// The names in a folder.
func names(in folder: String) -> [String] {
  guard let stream = unsafe opendir(folder) else { return [] }
  defer { _ = unsafe closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

private func remove(folder: String) {
  for name in names(in: folder) {
    let path = folder + "/" + name
    if unsafe unlink(path) != 0 { remove(folder: path) }
  }
  _ = unsafe rmdir(folder)
}

/// All that comes out of a dump, as text that can be compared.
struct Reading: Equatable {
  /// For each row the cells of the columns that it has.
  var rows: [[Column: [UInt8]]] = []
  var lines: [Int] = []
  var extras: [[[UInt8]?]] = []
  var rejections: [Rejection] = []
  var header: DumpHeader
  var summary: ReadSummary

  /// The rows' texts.
  var texts: [String] { rows.map { String(decoding: $0[.text] ?? [], as: UTF8.self) } }
}

/// Reads a whole file.
func read(_ path: String, _ options: DumpOptions = DumpOptions()) throws(DumpError) -> Reading {
  var reader = try DumpReader(path: path, options: options)
  var reading = Reading(header: reader.header, summary: reader.summary)
  while let batch = try reader.next() {
    #expect(batch.firstRow == reading.rows.count)
    #expect(batch.extras.count == batch.rows.count * batch.extraCount)
    for (index, row) in batch.rows.enumerated() {
      var cells: [Column: [UInt8]] = [:]
      for column in Column.allCases {
        if let range = row[column] { cells[column] = Array(batch.bytes[range]) }
      }
      reading.rows.append(cells)
      reading.lines.append(row.line)
      reading.extras.append(
        batch.extras(ofRow: index).map { $0.isPresent ? Array(batch.bytes[$0.range]) : nil })
    }
    reading.rejections += batch.rejections
  }
  reading.summary = reader.summary
  #expect(reading.summary.rowsKept == reading.rows.count)
  #expect(reading.summary.rowsRejected == reading.rejections.count)
  return reading
}

/// Reads bytes as a dump.
func read(bytes: [UInt8], _ options: DumpOptions = DumpOptions()) throws -> Reading {
  let folder = TemporaryFolder()
  return try read(folder.file("dump", bytes), options)
}

/// Reads text as a dump.
func read(text: String, _ options: DumpOptions = DumpOptions()) throws -> Reading {
  try read(bytes: Array(text.utf8), options)
}

/// The reason why bytes cannot be read as a dump.
func failure(reading bytes: [UInt8], _ options: DumpOptions = DumpOptions()) -> DumpError.Reason? {
  do {
    _ = try read(bytes: bytes, options)
    return nil
  } catch {
    return (error as? DumpError)?.reason
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The dumps that a user's paths stand for.
package enum DumpPaths {
  /// How the names of dumps in folders end.
  package static let extensions = [
    ".csv", ".tsv", ".txt", ".jsonl", ".ndjson", ".json", ".xlsx", ".csv.gz", ".tsv.gz",
    ".jsonl.gz", ".json.gz", ".txt.gz",
  ]

  /// Returns the files, `-` as it is, and for each folder the dumps in it and in its folders, by name.
  ///
  ///     try DumpPaths.expand(["-", "dumps"])  // ["-", "dumps/2024/ig.csv", "dumps/x.jsonl"]
  ///
  /// Hidden files are passed over, and links to folders within folders too, so that no walk is endless.
  /// Files are opened only when read.
  package static func expand(_ paths: [String]) throws(DumpError) -> [String] {
    var files: [String] = []
    for path in paths {
      guard path != "-", kind(of: path, followsLinks: true) == .folder else {
        files.append(path)
        continue
      }
      let before = files.count
      try walk(path, into: &files)
      guard files.count > before else {
        throw DumpError(path: path, reason: .noDumpsInFolder)
      }
    }
    return files
  }

  private enum Kind { case file, folder, link, none }

  private static func kind(of path: String, followsLinks: Bool) -> Kind {
    var status = stat()
    let result = unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return .none }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .file
    }
  }

  private static func walk(_ folder: String, into files: inout [String]) throws(DumpError) {
    for name in try names(in: folder) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      switch kind(of: path, followsLinks: false) {
      case .folder: try walk(path, into: &files)
      case .file where isDump(name): files.append(path)
      case .link where isDump(name) && kind(of: path, followsLinks: true) == .file:
        files.append(path)
      default: continue
      }
    }
  }

  static func isDump(_ name: String) -> Bool {
    let lower = name.lowercased()
    return extensions.contains { lower.hasSuffix($0) }
  }

  /// The names in a folder, ordered by their bytes: the same on every machine.
  private static func names(in folder: String) throws(DumpError) -> [String] {
    guard let stream = unsafe opendir(folder) else {
      throw DumpError(path: folder, reason: .cannotOpen(.last))
    }
    defer { _ = unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

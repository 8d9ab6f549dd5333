extension DumpError: CustomStringConvertible {
  /// Where, what was found, and what to do.
  package var description: String {
    let place = path == "-" ? "standard input" : path
    return (line.map { "\(place):\($0): " } ?? "\(place): ") + problem
  }

  private var problem: String {
    switch reason {
    case .cannotOpen(let error): "cannot be opened: \(error)"
    case .isDirectory: "is a folder, not a dump"
    case .noDumpsInFolder:
      "the folder has no dumps; their names end in " + DumpPaths.extensions.joined(separator: ", ")
    case .empty: "is empty"
    case .noTextColumn(let columns):
      "no column is known to hold comments; name it with --map text=COLUMN. "
        + Self.list(columns)
    case .unknownMappedColumn(let name, let columns):
      "--map names the column '\(name)', which is not there. " + Self.list(columns)
    case .damaged(let words): words
    case .unsupported(let format): Self.advice(for: format)
    case .readFailed(let error, let byte): "cannot be read past byte \(byte): \(error)"
    }
  }

  /// The columns' names, as far as they are short: a dump without a header has comments in their place.
  private static func list(_ columns: [String]) -> String {
    let shown = columns.prefix(40).map { name in
      name.isEmpty
        ? "(no name)"
        : name.utf8.count <= 40 ? "'\(name)'" : "(a name of \(name.utf8.count) bytes)"
    }
    let more = columns.count > shown.count ? " and \(columns.count - shown.count) more" : ""
    return "Columns found: " + shown.joined(separator: ", ") + more
  }

  private static func advice(for format: UnsupportedFormat) -> String {
    switch format {
    case .zip:
      "is a zip or an Excel workbook on standard input, or an empty one; give the file's name instead"
    }
  }
}

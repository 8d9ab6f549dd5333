import FoundationEssentials
import Lexicons

/// The built-in lexicon, with the folder of `--lexicon` laid over it.
///
/// - Parameter untrained: Whether learned weights are left out, as with `--untrained`.
func loadLexicon(_ arguments: Arguments, untrained: Bool = false) throws -> Lexicon {
  var files = LexiconFile.embedded
  if let folder = arguments[.lexicon] { files += try lexiconFiles(in: folder) }
  var without: Set<Ablation> = untrained || arguments.has(.untrained) ? [.weights] : []
  for name in arguments[.without]?.split(separator: ",") ?? [] {
    guard let part = Ablation(rawValue: String(name)) else {
      throw UsageError.badValue(
        flag: Flag.without.name, found: String(name),
        allowed: Ablation.allCases.map(\.rawValue).joined(separator: ", "))
    }
    without.insert(part)
  }
  return try Lexicon(files, without: without)
}

/// Every `.tsv` below `folder`, by its path from there.
func lexiconFiles(in folder: String) throws(LexiconError) -> [LexiconFile] {
  var files: [LexiconFile] = []
  let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted()
  for path in paths where path.hasSuffix(".tsv") {
    guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
      throw LexiconError(file: folder + "/" + path, line: 0, reason: .cannotRead("no permission"))
    }
    files.append(LexiconFile(path: path, bytes: Array(data)))
  }
  guard !files.isEmpty else { throw LexiconError(file: folder, line: 0, reason: .noFiles) }
  return files
}

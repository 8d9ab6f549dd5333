import Dumps
import FoundationEssentials

/// `suara.json` in the folder where suara is run: what would else be typed with every command.
///
///     {
///       "columns": {"text": "Komentar", "created_at": "Tanggal"},
///       "lang": "id",
///       "official": "Dinas PUPR",
///       "zone": "Asia/Jakarta"
///     }
///
/// Every key is a flag's name but `columns`, which stands for `--map`. What is typed wins.
struct Configuration {
  static let file = "suara.json"

  private(set) var columns: [String: String] = [:]
  private(set) var values: [String: String] = [:]

  /// The flags that a configuration may give.
  private static let allowed: [Flag] = [.official, .zone, .lang, .lexicon]

  init(columns: [String: String], values: [String: String]) {
    self.columns = columns
    self.values = values
  }

  /// What the folder's file says; `nil` without one.
  static func here() throws -> Configuration? {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    return try Configuration(data)
  }

  init(_ data: Data) throws {
    let object: [String: Value]
    do {
      object = try JSONDecoder().decode([String: Value].self, from: data)
    } catch {
      throw ConfigurationError.notJSON
    }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      switch (key, value) {
      case ("columns", .columns(let found)):
        for (column, name) in found {
          guard Column(rawValue: column) != nil else {
            throw ConfigurationError.unknown(column, among: Column.allCases.map(\.rawValue))
          }
          columns[column] = name
        }
      case (_, .text(let text)) where Self.allowed.contains { $0.name == key }: values[key] = text
      default:
        throw ConfigurationError.unknown(key, among: ["columns"] + Self.allowed.map(\.name))
      }
    }
  }

  /// A text, or names by column.
  private enum Value: Decodable {
    case text(String)
    case columns([String: String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .columns(try container.decode([String: String].self))
      }
    }
  }

  /// The file's text: keys sorted, a line each.
  var json: String {
    func quoted(_ text: String) -> String {
      var bytes = OutputBytes()
      bytes.appendJSONString(text.utf8.span)
      return String(decoding: bytes.bytes, as: UTF8.self)
    }
    func lines(_ pairs: [String: String], _ indent: String) -> [String] {
      pairs.sorted { $0.key < $1.key }.map { "\(indent)\(quoted($0.key)): \(quoted($0.value))" }
    }
    let inner = lines(columns, "    ").joined(separator: ",\n")
    let parts = ["  \"columns\": {\n\(inner)\n  }"] + lines(values, "  ")
    return "{\n" + parts.joined(separator: ",\n") + "\n}\n"
  }

  /// Writes the file into this folder; one that is there stays.
  func write() throws {
    guard !FileManager.default.fileExists(atPath: Self.file) else {
      throw ConfigurationError.thereAlready
    }
    var target = try OutputFile(path: Self.file)
    var bytes = OutputBytes()
    bytes.append(json)
    try target.write(bytes.bytes.span)
    try target.commit()
  }
}

/// Why a configuration cannot be read or written.
enum ConfigurationError: Error, CustomStringConvertible {
  case notJSON
  case unknown(String, among: [String])
  case thereAlready
  case unlikeColumns

  var description: String {
    let file = Configuration.file
    return switch self {
    case .notJSON:
      "\(file) is not a JSON object of texts; write it as {\"columns\": {\"text\": \"Komentar\"}, \"zone\": \"WITA\"}"
    case .unknown(let key, let names):
      "\(file): '\(key)' is not known or has no text; known: \(names.joined(separator: ", "))"
    case .thereAlready: "\(file) is there already; remove it first to write it anew"
    case .unlikeColumns:
      "the dumps have unlike columns, so one \(file) cannot name them; give one dump"
    }
  }
}

extension DumpHeader {
  /// The dump's name for each column that it has; none where its format names them.
  var namedColumns: [String: String] {
    guard source == nil else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: Column.allCases.compactMap { column in
        name(of: column).map { (column.rawValue, $0) }
      })
  }
}

extension Arguments {
  /// The flags with the folder's configuration beneath them.
  func over(_ configuration: Configuration?) -> Arguments {
    guard let configuration else { return self }
    var filled = self
    if !configuration.columns.isEmpty {
      let map = configuration.columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      filled.lay("map", beneath: map)
    }
    for (name, value) in configuration.values where self.all(named: name).isEmpty {
      filled.lay(name, beneath: [value])
    }
    return filled
  }
}

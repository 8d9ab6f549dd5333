/// Writes compact JSON (RFC 8259) in the order it is told, with fixed decimals.
///
///     var json = JSONWriter()
///     json.object {
///       $0.key("share")
///       $0.number(0.58333, decimals: 4)
///     }
///     json.text   // {"share":0.5833}
///
/// - Complexity: O(*n*) in the bytes written.
struct JSONWriter {
  private(set) var text = ""
  /// Whether a value was written that the next must be parted from.
  private var needsComma = false

  mutating func object(_ members: (inout JSONWriter) -> Void) { group("{", "}", members) }

  mutating func array(_ elements: (inout JSONWriter) -> Void) { group("[", "]", elements) }

  mutating func key(_ name: String) {
    string(name)
    text += ":"
    needsComma = false
  }

  mutating func number(_ value: Double?, decimals: Int) {
    raw(value.map { fixed($0, decimals: decimals) } ?? "null")
  }

  mutating func number(_ value: Int?) { raw(value.map { String($0) } ?? "null") }

  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func string(_ value: String?) { raw(value.map(Self.quoted) ?? "null") }

  private mutating func raw(_ value: String) {
    if needsComma { text += "," }
    text += value
    needsComma = true
  }

  private mutating func group(
    _ start: String, _ end: String, _ inside: (inout JSONWriter) -> Void
  ) {
    raw(start)
    needsComma = false
    inside(&self)
    text += end
    needsComma = true
  }

  /// The text in quotes, with quotes, backslashes and control characters escaped (RFC 8259, section 7).
  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1f}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

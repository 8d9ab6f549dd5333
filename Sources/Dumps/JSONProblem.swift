/// What makes bytes other than JSON, and where.
package struct JSONProblem: Error, Equatable, Sendable {
  /// What the grammar allows at a place.
  package enum Expected: String, Equatable, Sendable {
    case value = "a value"
    case key = "a key in quotes"
    case keyOrEnd = "a key in quotes or '}'"
    case valueOrEnd = "a value or ']'"
    case colon = "':'"
    case commaOrBrace = "',' or '}'"
    case commaOrBracket = "',' or ']'"
    case object = "an object, '{'"
    case nothing = "nothing more"
  }

  package enum Reason: Equatable, Sendable {
    case unexpected(found: UInt8, expected: Expected)
    case endsEarly(expected: Expected)
    case unclosedString
    case badNumber
    case tooDeep(limit: Int)
  }

  /// The place in the bytes that were scanned.
  package let position: Int
  package let reason: Reason
}

extension JSONProblem.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unexpected(let found, let expected):
      "expected \(expected.rawValue), found \(Self.name(of: found))"
    case .endsEarly(let expected): "the line ends where \(expected.rawValue) was expected"
    case .unclosedString: "the line ends within a string"
    case .badNumber: "not a JSON number"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    }
  }

  private static func name(of byte: UInt8) -> String {
    (0x21...0x7E).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x" + String(byte, radix: 16)
  }
}

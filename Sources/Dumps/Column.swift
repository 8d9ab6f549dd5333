/// What a column of a dump can mean to us.
///
/// The raw value is the canonical name of `--map` and of our output.
package enum Column: String, CaseIterable, Sendable {
  case id, text
  case createdAt = "created_at"
  case official, author, post, parent, likes, platform

  /// Its place in a row.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package var ordinal: Int {
    switch self {
    case .id: 0
    case .text: 1
    case .createdAt: 2
    case .official: 3
    case .author: 4
    case .post: 5
    case .parent: 6
    case .likes: 7
    case .platform: 8
    }
  }

  /// How many columns there are.
  package static let count = 9
}

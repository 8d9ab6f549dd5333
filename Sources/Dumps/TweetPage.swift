/// The tweets of one page until its users are known: `{"data":[…],"includes":{"users":[…]}}` (X v2, twarc2).
struct TweetPage {
  private var tweets: [(line: [UInt8], author: [UInt8])] = []
  private var names: [[UInt8]: [UInt8]] = [:]
  /// How much is held, in bytes.
  private(set) var byteCount = 0

  /// Keeps a tweet's line until `flush`.
  mutating func hold(_ line: [UInt8], author: [UInt8]) {
    tweets.append((line, author))
    byteCount += line.count
  }

  /// Learns an account's name, from its fields as JSON values.
  mutating func addUser(_ fields: [FlatteningScanner.Field]) {
    guard let id = fields.first(where: { $0.name == "id" })?.value,
      let name = fields.first(where: { $0.name == "username" })?.value
    else { return }
    names[id] = name
  }

  /// Writes the tweets with their authors' names, or numbers where the page doesn't name them, and forgets both.
  mutating func flush(into output: inout [UInt8]) {
    for tweet in tweets {
      output += tweet.line.dropLast(2)
      output += Array(#","author.username":"#.utf8)
      output += names[tweet.author] ?? tweet.author
      output += Array("}\n".utf8)
    }
    tweets.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    byteCount = 0
  }
}

/// What can be said of a comment as a whole, for learning: each trait has a weight, and so has each pair of them.
package enum Trait: UInt8, CaseIterable, Sendable {
  case questionMark, presupposing, asking, request, hope, obligation, breach, hearsay, duration
  case negation, unmet, change, past, again, contrast, concession
  case defect, negatedDefect, critique, insult, distress, praise, negatedPraise, gratitude
  case blessing, remedy, unmetRemedy, laugh, pray, clap, mockery
  case mention, exclamation, number, address, link
  case wordless, brief, short, long, unknownWords

  /// How many there are.
  package static var count: Int { Int(Trait.unknownWords.rawValue) + 1 }

  package var name: String { Self.names[Int(rawValue)] }

  /// All names, by number: those of the cases, written out, as looking them up takes time at each start.
  package static let names = [
    "questionMark", "presupposing", "asking", "request", "hope", "obligation", "breach",
    "hearsay", "duration", "negation", "unmet", "change", "past", "again",
    "contrast", "concession", "defect", "negatedDefect", "critique", "insult", "distress",
    "praise", "negatedPraise", "gratitude", "blessing", "remedy", "unmetRemedy", "laugh",
    "pray", "clap", "mockery", "mention", "exclamation", "number", "address",
    "link", "wordless", "brief", "short", "long", "unknownWords",
  ]
}

/// The traits of one comment.
package struct Traits: Equatable, Sendable, BitwiseCopyable, ExpressibleByArrayLiteral {
  package private(set) var bits: UInt64 = 0

  package init(bits: UInt64 = 0) { self.bits = bits }

  package init(arrayLiteral traits: Trait...) {
    for trait in traits { insert(trait) }
  }

  package func contains(anyOf others: Traits) -> Bool { bits & others.bits != 0 }

  package mutating func insert(_ trait: Trait) { bits |= 1 &<< UInt64(trait.rawValue) }
  package mutating func formUnion(_ others: Traits) { bits |= others.bits }
  package func contains(_ trait: Trait) -> Bool { bits & 1 &<< UInt64(trait.rawValue) != 0 }

  /// Calls `body` with the number of each trait, in order.
  @inline(__always)
  package func forEach(_ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }
}

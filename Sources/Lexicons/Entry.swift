/// What a valenced word does in a comment: how operators act on it depends on it.
package enum Kind: String, CaseIterable, Sendable, BitwiseCopyable {
  /// Neither of the others: a word with no valence.
  case neutral
  /// Something broken, missing or harmful in a service or place: *rusak* (damaged).
  case defect
  /// A judgement on officials, policy or service: *pencitraan* (image-building).
  case critique
  /// Abuse; sets the flag `toxic`.
  case insult
  /// A feeling or event that may blame nobody: *sedih* (sad).
  case distress
  /// Approval: *mantap* (great).
  case praise
  /// Thanks.
  case gratitude
  /// Prayer, good wish, encouragement: *amin*, *semangat*.
  case blessing
  /// Repair or a good state when accomplished: *diperbaiki* (repaired).
  case remedy
  /// Laughter, neutral alone and a cue of sarcasm beside a defect: 😂.
  case laugh
  /// Folded hands, a request or thanks: 🙏.
  case pray
  /// Applause, praise alone and a cue of sarcasm beside a defect: 👏.
  case clap
  /// A face of mockery: 🗿.
  case sarcasm

  /// Whether the word speaks of something amiss.
  package var isAdverse: Bool {
    switch self {
    case .defect, .critique, .distress: true
    default: false
    }
  }

  /// The kind's place in `allCases`.
  package var ordinal: UInt8 {
    switch self {
    case .neutral: 0
    case .defect: 1
    case .critique: 2
    case .insult: 3
    case .distress: 4
    case .praise: 5
    case .gratitude: 6
    case .blessing: 7
    case .remedy: 8
    case .laugh: 9
    case .pray: 10
    case .clap: 11
    case .sarcasm: 12
    }
  }
}

/// What a word does to the words around it.
package enum Operator: String, CaseIterable, Sendable, BitwiseCopyable {
  case none
  /// Turns what follows: *tidak*, *bukan*.
  case negator
  /// Forbids what follows, hence says that it happens: *jangan* (don't).
  case forbidding
  /// Says that an expectation is not met: *belum* (not yet).
  case unmet
  /// Strengthens its neighbour: *banget*, *sangat*.
  case intensifier
  /// Weakens its neighbour: *agak*, *kurang*.
  case diminisher
  /// Lifts what follows over what precedes: *tapi* (but).
  case contrast
  /// Lowers its own clause: *meski* (although).
  case concession
  /// Marks a breached expectation: *padahal* (even though).
  case breach
  /// Asks for what is due: *kapan*, *kok*, *mana*; from strength 2 on without any other sign of a lack: *sampai kapan*.
  case presupposing
  /// Asks for information: *apa*, *berapa*, *jam berapa*.
  case asking
  /// Requests: *tolong*, *mohon*.
  case request
  /// Hopes: *semoga*.
  case hope
  /// Says what ought to be: *harusnya*.
  case obligation
  /// Reports without belief: *katanya*.
  case hearsay
  /// Takes back a negator: *cuma* in *bukan cuma*.
  case restriction
  /// A unit of time, which a number before it makes a duration: *hari*, *tahun*.
  case duration
  /// Says that it goes on or comes back: *lagi*, *terus*.
  case again
  /// Says that it is no longer so: *sekarang*; with a strength below 1, that it is done: *sudah*.
  case change
  /// Says that it was so: *dulu*; a *sekarang* that follows lifts what is said of now over it.
  case past
  /// Addresses a person: *pak*, *min*.
  case address
  /// Speaks to the reader without meaning of its own: *dong*, *sih*.
  case particle
}

/// A run of places in a table.
public struct Run: Sendable, BitwiseCopyable {
  @usableFromInline var start: UInt32 = 0
  @usableFromInline var end: UInt32 = 0

  package init(_ range: Range<UInt32> = 0..<0) {
    start = range.lowerBound
    end = range.upperBound
  }

  /// Whether there is no place.
  @inlinable public var isEmpty: Bool { start == end }
  /// The places.
  @inlinable public var range: Range<UInt32> { start..<end }
}

/// What a lexicon says of one word, phrase or emoji.
package struct Entry: Sendable, BitwiseCopyable {
  /// The lean toward the service, −5…5; 0 where there is none.
  package var valence: Int8 = 0
  package var kind: Kind = .neutral
  package var role: Operator = .none
  /// How many words an operator reaches; 0 is to the end of the clause.
  package var scope: UInt8 = 0
  /// A factor for intensifiers and diminishers, a weight for the other operators.
  package var strength: Float = 1
  /// How surely the word is an advertisement's, 0…5.
  package var spam: UInt8 = 0
  /// Whether a phrase takes its words for itself, even where it has no valence: *salah satu* (one of).
  package var isIdiom = false
  /// Whether the word names a place.
  package var isPlace = false
  /// The word's keywords in `Lexicon.keywords`.
  package var keywords = Run()
  /// The word's number among the terms that guards name, from 1; 0 where none does.
  package var guardTerm: UInt16 = 0

  /// Whether the word is a name, a function word or one of a meaning of its own, which no root lends it.
  package var isOwn = false

  /// Whether the entry changes a comment's stance.
  package var hasStance: Bool { valence != 0 || kind != .neutral || role != .none || spam != 0 }
  /// Whether the entry counts by itself, beside what it does to others.
  package var isValenced: Bool { valence != 0 || kind != .neutral }
  /// Whether the entry counts for an issue, a guard, a place or spam.
  var isTopical: Bool { !keywords.isEmpty || guardTerm != 0 || isPlace || spam != 0 }
  /// Whether the entry changes what a comment means.
  package var hasMeaning: Bool { hasStance || !keywords.isEmpty }
}

/// A term of an issue, found by its word or phrase.
package struct Keyword: Sendable, BitwiseCopyable {
  /// The issue's place in `Lexicon.issues`.
  package var issue: UInt8
  /// What the term adds to the issue's score; 0 for a phrase that only keeps its words from counting.
  package var weight: Float
  /// The guard of which the comment must hold a term for this one to count; 0 for none.
  package var needs: UInt32
  /// The guard of which it may hold none; 0 for none.
  package var unless: UInt32
}

/// An issue that comments can be about.
package struct Issue: Sendable, Equatable {
  /// The id in machine output: `roads`.
  package let id: String
  package let indonesian: String
  package let english: String
  /// The score from which a comment is about the issue.
  package let threshold: Float
}

/// Where a term's meaning was read.
package struct Origin: Sendable, Equatable {
  package let file: String
  package let line: Int
  /// The cells of the row, in order.
  package let cells: [String]
}

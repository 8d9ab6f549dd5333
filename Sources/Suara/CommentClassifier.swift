@_exported import Classification
import Lexicons
import Wording

/// Reads citizens' comments: complaint, support or neither, about which issues, and why.
///
///     var classifier = try CommentClassifier()
///     let reading = classifier.read("Jalan cibarusah ancur pak, kapan diperbaiki?")
///     reading.verdict.stance   // .complaint
///     reading.issues           // ["roads"]
///
/// A classifier keeps what it has learned of a dump's spellings, so use one for many comments; each task needs
/// its own.
public struct CommentClassifier: ~Copyable, Sendable {
  private var classifier: Classifier

  /// A classifier with the built-in lexicon.
  ///
  /// - Throws: An error that names file and line where the built-in lexicon is damaged.
  /// - Complexity: O(size of the lexicon), some milliseconds.
  public init() throws {
    classifier = Classifier(try Lexicon.embedded())
  }

  /// The lexicon's hash, 16 hexadecimal digits: verdicts of unlike hashes must not be joined in one curve.
  public var model: String { classifier.lexicon.model }

  /// What `comment` says.
  ///
  /// - Complexity: O(length of the comment) for spellings seen before.
  public mutating func read(_ comment: String) -> CommentReading {
    let verdict = classifier.verdict(of: comment.utf8.span)
    let issues = (0..<verdict.issues.count).map { classifier.lexicon.issues[verdict.issues[$0]].id }
    return CommentReading(verdict: verdict, issues: issues, places: classifier.placeNames)
  }
}

/// What one comment says.
public struct CommentReading: Sendable {
  /// Its stance, score, confidence and flags.
  public let verdict: Verdict
  /// The ids of the issues it is about, strongest first.
  public let issues: [String]
  /// The places it names.
  public let places: [String]
}

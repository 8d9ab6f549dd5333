/// The language that people read; machine output has none.
package enum Language: String, CaseIterable, Sendable {
  case indonesian = "id"
  case english = "en"

  /// All words of the charts in this language.
  var words: Words {
    switch self {
    case .indonesian: .indonesian
    case .english: .english
    }
  }
}

/// Every word a chart prints, in one language.
struct Words: Sendable {
  let comment: String
  let comments: String
  let complaint: String
  let support: String
  let neutral: String
  let net: String
  let points: String
  let period: String
  let posts: String
  let authors: String
  let effective: String
  let interval: String
  /// Beside a period with too few comments to speak of a share.
  let short: String
  /// Beside a period without any comment.
  let silent: String
  /// Beside a period that the dump covers in part.
  let incomplete: String
  /// What `short` means, for those who ask.
  let shortExplained: String
  let incompleteExplained: String
  /// What the interval rests on where comments name no post.
  let byAuthorDays: String
  let byDays: String
  let noComments: String
  /// Over the share corrected for the classifier's errors.
  let corrected: String
  /// Over the share without campaigns of copies.
  let withoutCopies: String
  /// Between whole and fraction.
  let decimalMark: String
  /// Between groups of three digits.
  let groupMark: String

  static let indonesian = Words(
    comment: "komentar", comments: "komentar", complaint: "keluhan", support: "dukungan",
    neutral: "netral", net: "bersih", points: "poin", period: "periode", posts: "kiriman",
    authors: "penulis", effective: "efektif", interval: "selang 95%", short: "data kurang",
    silent: "tanpa komentar",
    incomplete: "belum lengkap", shortExplained: "kurang dari 10 komentar efektif atau 4 kelompok",
    incompleteExplained: "periode terpotong",
    byAuthorDays:
      "Sebagian komentar tanpa kiriman: selang dihitung per penulis dan hari.",
    byDays: "Sebagian komentar tanpa kiriman dan penulis: selang dihitung per hari.",
    noComments: "Tidak ada komentar.", corrected: "dikoreksi", withoutCopies: "tanpa salinan",
    decimalMark: ",", groupMark: ".")

  static let english = Words(
    comment: "comment", comments: "comments", complaint: "complaint", support: "support",
    neutral: "neutral", net: "net", points: "points", period: "period", posts: "posts",
    authors: "authors", effective: "effective", interval: "95% interval", short: "too few",
    silent: "no comments",
    incomplete: "incomplete", shortExplained: "fewer than 10 effective comments or 4 clusters",
    incompleteExplained: "period cut short",
    byAuthorDays: "Some comments name no post: intervals go by author and day.",
    byDays: "Some comments name neither post nor author: intervals go by day.",
    noComments: "No comments.", corrected: "corrected", withoutCopies: "without copies",
    decimalMark: ".", groupMark: ",")
}

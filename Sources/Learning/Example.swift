import Lexicons

/// A labelled comment as the log-linear model sees it.
struct Example: Sendable {
  /// What the hand-set weights say, in logits.
  var prior: Effect
  /// The share of each stance in the label: one is 1, or several share where a label is coarse.
  var target: Effect
  var weight: Float
  /// Which fold of a cross-validation it is held out in.
  var fold: Int
  /// Its features: sorted numbers and their values.
  var features: [(number: Int32, value: Float)]
  /// Features that count as far as it reads as a review.
  var gated: [(number: Int32, value: Float)] = []
  var isReview = false
}

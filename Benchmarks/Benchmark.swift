/// One thing measured, and the answer it must give.
///
/// A benchmark that gives another answer measures other work, so its time means nothing: it stops the run.
struct Benchmark {
  let name: String
  let bytes: Int
  let comments: Int
  let expected: Int?
  let body: () -> Int

  func measure(runs: Int) throws -> Measurement {
    let clock = ContinuousClock()
    var seconds: [Double] = []
    var answer = expected
    for run in -1..<runs {
      var got = 0
      let time = clock.measure { got = body() }
      guard got == answer ?? got else {
        throw WrongAnswer(benchmark: name, expected: answer ?? 0, got: got)
      }
      answer = got
      if run >= 0 { seconds.append(time / .seconds(1)) }
    }
    return Measurement(
      name: name, bytes: bytes, comments: comments, seconds: seconds.sorted(), answer: answer ?? 0)
  }
}

/// What a benchmark's runs took.
struct Measurement {
  let name: String
  let bytes: Int
  let comments: Int
  /// One a run, shortest first.
  let seconds: [Double]
  let answer: Int

  var best: Double { seconds.first ?? 0 }
  var median: Double { seconds.isEmpty ? 0 : seconds[seconds.count / 2] }
  /// How far the slowest run is above the fastest, as a share of it.
  var spread: Double { best == 0 ? 0 : (seconds.last ?? 0) / best - 1 }
  var megabytesPerSecond: Double { best == 0 ? 0 : Double(bytes) / best / 1e6 }
  var commentsPerSecond: Double { best == 0 ? 0 : Double(comments) / best }
}

/// An answer that is not the expected one.
struct WrongAnswer: Error, CustomStringConvertible {
  let benchmark: String
  let expected: Int
  let got: Int

  var description: String { "\(benchmark): expected \(expected), got \(got)" }
}

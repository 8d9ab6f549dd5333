import Foundation

/// The built program, run as a user would.
enum Suara {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The demo dump.
  static let demo = root.appending(path: "Corpus/demo/comments.csv").path
  /// A file of the repository.
  static func file(_ path: String) -> URL { root.appending(path: path) }
  static let program = root.appending(path: ".build/debug/suara")

  /// Arguments and standard input in; output, messages and exit code out.
  static func run(
    _ arguments: [String], input: [UInt8] = [], in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> (out: String, err: String, code: Int32) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let work = FileManager.default.temporaryDirectory.appending(path: "suara-\(UUID())")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    // Files rather than pipes: a full pipe would stop the program while we wait for it.
    try Data(input).write(to: work.appending(path: "in"))
    for name in ["out", "err"] {
      _ = FileManager.default.createFile(atPath: work.appending(path: name).path, contents: nil)
    }
    process.standardInput = try FileHandle(forReadingFrom: work.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: work.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: work.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    return (
      String(decoding: try Data(contentsOf: work.appending(path: "out")), as: UTF8.self),
      String(decoding: try Data(contentsOf: work.appending(path: "err")), as: UTF8.self),
      process.terminationStatus
    )
  }
}

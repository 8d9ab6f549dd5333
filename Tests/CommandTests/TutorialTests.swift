import Foundation
import Testing

/// The tutorial's commands, run in its order in a folder that holds an Instagram export alone.
@Suite("from an Instagram export to paper") struct TutorialTests {
  /// The demo's comments under one account, as the Graph API gives comments with their replies.
  private func export() throws -> Data {
    let table = try String(contentsOf: Suara.file("Corpus/demo/comments.csv"), encoding: .utf8)
    var comments: [[String: Any]] = []
    var replies: [String: [[String: Any]]] = [:]
    for line in table.split(separator: "\n").dropFirst()
    where line.contains(",Bupati Sukamaju,") && !line.contains("\"") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 9 else { continue }
      let comment: [String: Any] = [
        "id": cells[0], "text": cells[1], "timestamp": cells[2].replacing("+07:00", with: "+0700"),
        "username": cells[4], "like_count": Int(cells[7]) ?? 0, "media": ["id": cells[5]],
      ]
      if cells[6].isEmpty {
        comments.append(comment)
      } else {
        replies[cells[6], default: []].append(comment)
      }
    }
    let threads = comments.map { one -> [String: Any] in
      guard let id = one["id"] as? String, let own = replies[id] else { return one }
      return one.merging(["replies": ["data": own]]) { $1 }
    }
    return try JSONSerialization.data(withJSONObject: ["data": threads], options: .sortedKeys)
  }

  @Test("every command of the tutorial does what it says")
  func tutorial() throws {
    let article = try String(
      contentsOf: Suara.file("Sources/Suara/Suara.docc/FromInstagramToPaper.md"), encoding: .utf8)
    let commands = article.matches(of: /```shell\n([\s\S]*?)```/)
      .flatMap { $0.output.1.split(separator: "\n").map(String.init) }
    #expect(commands.count == 10)
    let folder = FileManager.default.temporaryDirectory.appending(path: "suara-tutorial-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try export().write(to: folder.appending(path: "instagram.json"))
    let path = Suara.program.deletingLastPathComponent().path
    var outputs: [String] = []
    for command in commands {
      if command.hasPrefix("chromium"), Browser.installed == nil { continue }
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "PATH='\(path)':$PATH; \(command) >out 2>err"]
      process.currentDirectoryURL = folder
      if command.hasPrefix("printf") {
        process.arguments = ["-c", command]
      }
      try process.run()
      process.waitUntilExit()
      let err =
        (try? String(contentsOf: folder.appending(path: "err"), encoding: .utf8)) ?? ""
      #expect(process.terminationStatus == 0, "\(command): \(err.prefix(400))")
      outputs.append(
        (try? String(contentsOf: folder.appending(path: "out"), encoding: .utf8)) ?? "")
    }
    // inspect, inspect --write-config, trend, trend --to svg, claim, …
    #expect(outputs[0].contains("Instagram Graph API"))
    #expect(outputs[2].contains("Bupati Sukamaju"))
    #expect(outputs[4].contains("Bupati Sukamaju"))
    for (file, start) in [
      ("suara.json", "{"), ("kurva.svg", "<svg"), ("belum-dijawab.csv", "id,"),
      ("laporan.html", "<!doctype html>"),
    ] {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      #expect(text.hasPrefix(start), "\(file)")
    }
    let page = try String(contentsOf: folder.appending(path: "laporan.html"), encoding: .utf8)
    #expect(page.contains("Posko aduan dibuka") && page.contains("Bupati Sukamaju"))
    if Browser.installed != nil {
      let pdf = try Data(contentsOf: folder.appending(path: "laporan.pdf"))
      #expect(pdf.starts(with: Array("%PDF-".utf8)))
    }
    let sample = try String(contentsOf: folder.appending(path: "sampel.csv"), encoding: .utf8)
    #expect(sample.split(separator: "\n").count == 61)
  }
}

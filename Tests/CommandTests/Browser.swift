import Foundation

/// Chromium without a window, driven by its command line alone.
struct Browser {
  let program: URL

  /// The browser on this machine, or `nil`.
  static let installed: Browser? = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in ["/usr/bin/", "/usr/local/bin/"].map { URL(filePath: $0 + name) } }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    .map(Browser.init)

  /// What `--dump-dom` gives after the page and its scripts ran, and what the page wrote to the console.
  func dom(of page: URL, width: Int = 1280) throws -> (dom: String, console: [String]) {
    let (out, err) = try run(["--dump-dom", "--enable-logging=stderr"], page, width)
    let console = err.split(separator: "\n").filter { $0.contains(":CONSOLE") }.map(String.init)
    return (out, console)
  }

  /// The addresses that the page asked for, by Chromium's own network log; the browser's own errands have no page behind
  /// them.
  func requests(of page: URL, in folder: URL) throws -> [String] {
    let log = folder.appending(path: "net.json")
    _ = try run(["--dump-dom", "--log-net-log=\(log.path)"], page, 1280)
    let text = try String(contentsOf: log, encoding: .utf8)
    return text.matches(of: /"initiator":"(?:file:[^"]*|null)"[^\n]*?"url":"([^"]+)"/)
      .map { String($0.output.1) }
  }

  func pdf(of page: URL, to file: URL) throws {
    _ = try run(["--no-pdf-header-footer", "--print-to-pdf=\(file.path)"], page, 1280)
  }

  func screenshot(of page: URL, width: Int, to file: URL) throws {
    _ = try run(["--screenshot=\(file.path)"], page, width)
  }

  private func run(_ flags: [String], _ page: URL, _ width: Int) throws -> (String, String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = program
    process.arguments =
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--disable-dev-shm-usage", "--no-first-run", "--disable-component-update",
        "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--disable-sync",
        "--user-data-dir=\(folder.appending(path: "profile").path)",
        "--window-size=\(width),2000",
      ] + flags + [page.absoluteString]
    // Files rather than pipes: a full pipe would stop the browser while we wait for it.
    var handles: [FileHandle] = []
    for name in ["out", "err"] {
      let file = folder.appending(path: name)
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
      handles.append(try FileHandle(forWritingTo: file))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    let texts = try ["out", "err"].map {
      String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: UTF8.self)
    }
    return (texts[0], texts[1])
  }
}

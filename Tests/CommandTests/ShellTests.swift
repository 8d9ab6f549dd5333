import Foundation
import Testing

@testable import SuaraCommand

private func shell(_ program: String, _ arguments: [String]) throws -> (
  out: String, err: String, code: Int32
) {
  let process = Process()
  let (out, err) = (Pipe(), Pipe())
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = out
  process.standardError = err
  try process.run()
  // What these print is far below a pipe's 64 kB.
  process.waitUntilExit()
  return (
    String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
    String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
    process.terminationStatus
  )
}

private func isThere(_ program: String) -> Bool {
  FileManager.default.isExecutableFile(atPath: program)
}

@Suite("completions and manual") struct ShellTests {
  private func written(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "suara-shell-\(UUID())")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// What bash offers for a line whose last word is being typed.
  private func bash(_ words: [String]) throws -> [String] {
    let file = try written(Completions.bash.script)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let script =
      "source \(file); COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _suara; printf '%s\\n' \"${COMPREPLY[@]}\""
    let (out, err, _) = try shell("/bin/bash", ["-c", script])
    #expect(err == "")
    return out.split(separator: "\n").map(String.init)
  }

  @Test("bash offers commands, flags and their values")
  func bashOffers() throws {
    #expect(try bash(["suara", ""]) == Command.all.map(\.name) + ["help"])
    #expect(try bash(["suara", "rep"]) == ["report"])
    #expect(try bash(["suara", "help", "tre"]) == ["trend"])
    #expect(try bash(["suara", "trend", "--to", "s"]) == ["svg"])
    #expect(try bash(["suara", "report", "--every", ""]) == ["day", "week", "month"])
    #expect(try bash(["suara", "inspect", "--wr"]) == ["--write-config"])
    #expect(try bash(["suara", "completions", ""]) == ["bash", "zsh", "fish"])
    for command in Command.all {
      #expect(
        try bash(["suara", command.name, "--"]) == command.flags.map { "--\($0.name)" })
    }
  }

  @Test("fish offers the same", .enabled(if: isThere("/usr/bin/fish"), "no fish here"))
  func fishOffers() throws {
    let file = try written(Completions.fish.script)
    defer { try? FileManager.default.removeItem(atPath: file) }
    func offers(_ line: String) throws -> [String] {
      let (out, err, _) = try shell(
        "/usr/bin/fish", ["--no-config", "-c", "source \(file); complete -C '\(line)'"])
      #expect(err == "")
      return out.split(separator: "\n").map { String($0.split(separator: "\t")[0]) }
    }
    #expect(try offers("suara rep") == ["report"])
    #expect(try offers("suara trend --to s") == ["svg"])
    #expect(Set(try offers("suara claim --")).isSuperset(of: ["--split", "--labels", "--zone"]))
    #expect(Set(try offers("suara completions ")) == ["bash", "zsh", "fish"])
  }

  @Test("zsh reads its script", .enabled(if: isThere("/usr/bin/zsh"), "no zsh here"))
  func zshReads() throws {
    let file = try written(Completions.zsh.script)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let (_, err, code) = try shell("/usr/bin/zsh", ["-n", file])
    #expect(code == 0 && err == "")
    // Loaded by the completion system itself, the function is bound to the command.
    let (bound, told, _) = try shell(
      "/usr/bin/zsh",
      ["-fc", "autoload -U compinit; compinit -D -u; source \(file); print $_comps[suara]"])
    #expect(bound == "_suara\n", "\(told)")
    for command in Command.all {
      for flag in command.flags { #expect(Completions.zsh.script.contains("--\(flag.name)[")) }
    }
  }

  @Test("the manual has every command and flag, and troff takes it without a warning")
  func manual() throws {
    let page = ManPage.text
    for command in Command.all {
      #expect(page.contains(".SS \(command.name)\n"))
      for flag in command.flags where flag.name != "help" {
        #expect(page.contains("\\-\\-\(flag.name.replacing("-", with: "\\-"))\\fR"))
      }
    }
    guard isThere("/usr/bin/groff") else { return }
    let file = try written(page)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let (_, err, code) = try shell("/usr/bin/groff", ["-man", "-ww", "-z", "-Kutf8", file])
    #expect(code == 0 && err == "", "\(err)")
  }

  @Test("every command is taught with examples that its own flags can read")
  func examples() throws {
    for command in Command.all {
      #expect(!command.examples.isEmpty)
      for example in command.examples {
        guard let start = example.range(of: "suara \(command.name)") else {
          Issue.record("\(command.name): \(example)")
          continue
        }
        let words = example[start.upperBound...].split { " |>&".contains($0) }.map(String.init)
        for word in words where word.hasPrefix("--") {
          let name = word.dropFirst(2).split(separator: "=")[0]
          #expect(
            command.flags.contains { $0.name == name }
              || Command.all.contains {
                $0.flags.contains { $0.name == name } && example.contains("suara \($0.name)")
              },
            "\(example)")
        }
      }
    }
  }

  @Test("an unknown shell is told")
  func unknown() throws {
    let (_, err, code) = try Suara.run(["completions", "tcsh"])
    #expect(code == 2 && err.contains("bash, zsh and fish"))
  }
}

@Suite("suara.json") struct ConfigurationTests {
  private func inFolder<Result>(_ use: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "suara-config-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try use(folder)
  }

  private let dump =
    "Isi;Kapan\njalan rusak parah pak;2026-01-02 20:00\nair mati terus;2026-01-03\n"

  @Test("inspect writes it, later commands read it, and what is typed wins")
  func roundTrip() throws {
    try inFolder { folder in
      try dump.write(
        to: folder.appending(path: "ekspor.csv"), atomically: true, encoding: .utf8)
      let made = try Suara.run(
        [
          "inspect", "--write-config", "--map", "text=Isi,created_at=Kapan", "--official",
          "Dinas \"PUPR\"", "--zone", "WITA", "ekspor.csv",
        ], in: folder)
      #expect(made.code == 0, "\(made.err)")
      let json = try String(contentsOf: folder.appending(path: "suara.json"), encoding: .utf8)
      #expect(
        json == """
          {
            "columns": {
              "created_at": "Kapan",
              "text": "Isi"
            },
            "official": "Dinas \\"PUPR\\"",
            "zone": "WITA"
          }

          """)
      let trend = try Suara.run(["trend", "--to", "json", "--quiet", "ekspor.csv"], in: folder)
      #expect(trend.code == 0, "\(trend.err)")
      #expect(trend.out.contains(#""zone":"WITA""#) && trend.out.contains(#"Dinas \"PUPR\""#))
      let typed = try Suara.run(
        ["trend", "--to", "json", "--quiet", "--zone", "WIB", "ekspor.csv"], in: folder)
      #expect(typed.out.contains(#""zone":"WIB""#))
      let again = try Suara.run(["inspect", "--write-config", "ekspor.csv"], in: folder)
      #expect(again.code == 2 && again.err.contains("suara.json is there already"))
    }
  }

  @Test(
    "what cannot be read is told, and what would be right",
    arguments: [
      ("[1]", "not a JSON object"), (#"{"zona":"WIB"}"#, "'zona' is not known"),
      (#"{"columns":{"teks":"Isi"}}"#, "'teks' is not known"), (#"{"columns":"x"}"#, "'columns'"),
    ])
  func errors(json: String, message: String) throws {
    try inFolder { folder in
      try json.write(to: folder.appending(path: "suara.json"), atomically: true, encoding: .utf8)
      let (_, err, code) = try Suara.run(["trend", "x.csv"], in: folder)
      #expect(code == 2 && err.contains("suara.json") && err.contains(message), "\(err)")
    }
  }
}

@Suite("terminal charts") struct TerminalChartTests {
  private func trend(_ environment: [String: String], _ arguments: [String] = []) throws -> String {
    let (out, err, code) = try Suara.run(
      ["trend", "--quiet", "--official", "Dinas PUPR"] + arguments + [Suara.demo],
      environment: ["LC_ALL": "C.UTF-8", "NO_COLOR": ""].merging(environment) { $1 })
    #expect(code == 0, "\(err)")
    return out
  }

  @Test("no line is wider than the screen", arguments: [60, 80, 120])
  func width(columns: Int) throws {
    for line in try trend(["COLUMNS": "\(columns)"]).split(separator: "\n")
    where !line.hasPrefix("*") && !line.hasSuffix(".") {
      #expect(line.count <= columns, "\(line)")
    }
  }

  @Test("ASCII where the locale knows no more; never colour but on a terminal")
  func marks() throws {
    let plain = try trend(["LC_ALL": "C"], ["--lang", "en"])
    #expect(plain.utf8.allSatisfy { $0 < 0x80 } && plain.contains("->"))
    let unicode = try trend([:])
    #expect(unicode.contains("→") && !unicode.contains("\u{1b}"))
  }

  @Test(
    "colour on a terminal, none with NO_COLOR",
    .enabled(if: isThere("/usr/bin/script"), "no script(1) here"))
  func colour() throws {
    func onTerminal(_ setting: String) throws -> String {
      let command =
        "\(setting) LC_ALL=C.UTF-8 TERM=xterm \(Suara.program.path) trend --quiet \(Suara.demo)"
      return try shell("/usr/bin/script", ["-qec", command, "/dev/null"]).out
    }
    #expect(try onTerminal("NO_COLOR=").contains("\u{1b}[31m"))
    #expect(try !onTerminal("NO_COLOR=1").contains("\u{1b}["))
  }

  @Test("a drawing of one official alone")
  func svg() throws {
    let svg = try trend([:], ["--to", "svg"])
    #expect(svg.hasPrefix("<svg xmlns=") && svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("Dinas PUPR") && !svg.contains("Disdukcapil"))
  }
}

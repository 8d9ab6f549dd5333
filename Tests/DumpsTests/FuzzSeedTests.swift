import Foundation
import Testing

@testable import Dumps

/// The fuzzers' seeds, and every input that once trapped, are read as any dump: see `Tests/Fuzz`.
@Suite("fuzzers' seeds") struct FuzzSeedTests {
  private static func seeds(_ folder: String) -> [String] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fuzz/Corpus/\(folder)").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { path + "/" + $0 }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  private var options: DumpOptions {
    var options = DumpOptions(rowLimit: 512, batchSize: 64)
    options.needsText = false
    return options
  }

  @Test("tables and nested JSON", arguments: seeds("csv") + seeds("json"))
  func text(path: String) throws {
    let bytes = try bytes(path)
    DumpCheck.hold(bytes, options)
    var table = options
    table.format = .csv
    DumpCheck.hold(bytes, table)
    for count in bytes.indices { DumpCheck.hold(Array(bytes[..<count]), options) }
  }

  @Test("workbooks, whole and as parts of one", arguments: seeds("xlsx"))
  func workbooks(path: String) throws {
    let bytes = try bytes(path)
    DumpCheck.hold(bytes, options)
    DumpCheck.hold(DumpCheck.workbook(around: bytes), options)
  }

  @Test("the parts of a workbook are read where they are whole")
  func parts() throws {
    let path = try #require(Self.seeds("xlsx").first { $0.hasSuffix("/parts") })
    let reading = try read(bytes: DumpCheck.workbook(around: try bytes(path)))
    #expect(reading.summary.rowsRead == 1)
    #expect(reading.header.names == ["a", "", "text"])
  }

  @Test("there are seeds")
  func present() {
    for folder in ["csv", "json", "xlsx"] { #expect(Self.seeds(folder).count >= 2) }
  }
}

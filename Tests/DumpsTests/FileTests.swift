import Testing

@testable import Dumps

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite struct OutputFileTests {
  @Test("a file appears whole, and in place of what was there")
  func commit() throws {
    let folder = TemporaryFolder()
    let path = folder.file("out.csv", "old")
    var file = try OutputFile(path: path)
    try file.write(Array("new ".utf8).span)
    #expect(TemporaryFolder.contents(of: path) == Array("old".utf8))
    try file.write(Array("bytes".utf8).span)
    try file.commit()
    #expect(TemporaryFolder.contents(of: path) == Array("new bytes".utf8))
    #expect(names(in: folder.path) == ["out.csv"])
  }

  @Test("a file that isn't committed leaves nothing behind")
  func abandon() throws {
    let folder = TemporaryFolder()
    do {
      var file = try OutputFile(path: folder.path + "/out.csv")
      try file.write(Array("half".utf8).span)
      #expect(names(in: folder.path).count == 1)
    }
    #expect(names(in: folder.path).isEmpty)
  }

  @Test("a link stays a link, and its file is replaced")
  func link() throws {
    let folder = TemporaryFolder()
    let path = folder.file("out.csv", "old")
    let link = folder.path + "/link"
    #expect(unsafe symlink(path, link) == 0)
    var file = try OutputFile(path: link)
    try file.write(Array("new".utf8).span)
    try file.commit()
    #expect(TemporaryFolder.contents(of: path) == Array("new".utf8))
    #expect(names(in: folder.path) == ["link", "out.csv"])
  }

  @Test("what is no plain file is written as it is; a full one says so")
  func devices() throws {
    var file = try OutputFile(path: "/dev/null")
    try file.write(Array("x".utf8).span)
    try file.commit()
    var full = try OutputFile(path: "/dev/full")
    do throws(OutputError) {
      try full.write([0].span)
      Issue.record("a full device took a byte")
    } catch {
      #expect(error.reason == .writeFailed(SystemError(code: ENOSPC)))
    }
  }

  @Test("a file in no folder cannot be created")
  func missingFolder() {
    do throws(OutputError) {
      _ = try OutputFile(path: "/nonexistent/out.csv")
      Issue.record("a file was made in no folder")
    } catch {
      #expect(error.reason == .cannotCreate(SystemError(code: ENOENT)))
    }
  }

  @Test("a pipe without a reader is told as such")
  func closedPipe() throws {
    BrokenPipe.ignore()
    let folder = TemporaryFolder()
    let path = folder.path + "/pipe"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    var file = try OutputFile(path: path)
    _ = close(reader)
    do throws(OutputError) {
      try file.write([0].span)
      Issue.record("a pipe without a reader took a byte")
    } catch {
      #expect(error.reason == .closedPipe)
    }
  }
}

@Suite struct DumpPathsTests {
  @Test("folders give their dumps by name, files and - are as they are")
  func expand() throws {
    let folder = TemporaryFolder()
    folder.folder("b")
    folder.folder("none")
    for name in ["b/z.CSV", "a.jsonl", "c.txt", "x.pdf", ".hidden.csv", "b/y.tsv"] {
      _ = folder.file(name, "")
    }
    #expect(unsafe symlink(folder.path, folder.path + "/b/loop.csv") == 0)
    let path = folder.path
    #expect(
      try DumpPaths.expand(["-", path, path + "/x.pdf", path + "/missing"])
        == ["-"]
        + ["a.jsonl", "b/y.tsv", "b/z.CSV", "c.txt", "x.pdf", "missing"].map { path + "/" + $0 })
    #expect(throws: DumpError(path: path + "/none", reason: .noDumpsInFolder)) {
      try DumpPaths.expand([path + "/none"])
    }
    #expect(try DumpPaths.expand([]) == [])
  }

  @Test("summaries add up")
  func merge() throws {
    var sum = try read(text: "id,text\n1,a\n\n2\n").summary
    sum.merge(try read(text: "id,text\n1,a\n2,b\n3\n").summary)
    #expect(sum.rowsKept == 3)
    #expect(sum.rejected == [.raggedRow: 2])
    #expect(sum.rowsRead == 5)
    #expect(sum.blankLines == 1)
    #expect(sum.firstRejections.map(\.line) == [4, 4])
  }
}

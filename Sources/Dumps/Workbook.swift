#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A sheet of an XLSX workbook (ECMA-376) as CSV, row by row.
///
/// Shared and inline strings, numbers, truth values and formulas' results become text; serial numbers in cells with a date
/// format become times without a zone. The sheet is unpacked as it is read; only the shared strings are held.
final class Workbook: ByteTransform {
  private let archive: ZipArchive
  private var strings = SharedStrings()
  private var dateStyles: [Bool] = []
  private let uses1904: Bool
  private var sheet: ZipArchive.Stream
  private var xml: [UInt8] = []
  private(set) var isDone = false
  /// Columns of the widest row so far: rows have as many fields as the header.
  private var width = 0

  /// - Parameter name: The sheet's name; the first sheet with a row where `nil`.
  init(descriptor: CInt, sheet name: String?) throws(TransformProblem) {
    archive = try ZipArchive(descriptor: descriptor)
    let book = try archive.bytes(of: "xl/workbook.xml")
    guard !book.isEmpty else { throw .damaged("is a zip, but not a workbook") }
    uses1904 = XML.attribute("date1904", of: XML.tags("workbookPr", in: book).first) == "1"
    let relations = try archive.bytes(of: "xl/_rels/workbook.xml.rels")
    var targets: [String: String] = [:]
    for tag in XML.tags("Relationship", in: relations) {
      if let id = XML.attribute("Id", of: tag), let target = XML.attribute("Target", of: tag) {
        targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      }
    }
    let sheets = XML.tags("sheet", in: book).compactMap { tag -> (name: String, path: String)? in
      guard let name = XML.attribute("name", of: tag), let id = XML.attribute("r:id", of: tag),
        let path = targets[id]
      else { return nil }
      return (name, path)
    }
    guard let chosen = name.map({ name in sheets.first { $0.name == name } }) ?? sheets.first else {
      throw .damaged(
        "has no sheet '\(name ?? "")'; sheets: \(sheets.map(\.name).joined(separator: ", "))")
    }
    dateStyles = Self.dateStyles(try archive.bytes(of: "xl/styles.xml"))
    try strings.read(from: archive)
    sheet = try archive.stream(of: chosen.path)
  }

  func feed(_ input: [UInt8], isLast: Bool, into output: inout [UInt8]) throws(TransformProblem) {
    while output.count < 1 << 17, !isDone {
      guard try sheet.read(into: &xml) else {
        isDone = true
        break
      }
      writeRows(into: &output)
      guard xml.count < Self.rowLimit else { throw .damaged("has a row of an absurd size") }
    }
  }

  /// The longest row that is held, in bytes of XML: 16,384 cells of 1 kB.
  private static let rowLimit = 16 << 20

  /// Writes all rows that are whole.
  private func writeRows(into output: inout [UInt8]) {
    var start = 0
    // Before the first row, and between rows, nothing is kept but the beginning of a name.
    defer {
      if XML.find("<row", in: xml, from: 0) == nil { xml.removeFirst(max(0, xml.count - 4)) }
    }
    while let open = XML.find("<row", in: xml, from: start),
      let tagEnd = xml[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      if xml[tagEnd - 1] == UInt8(ascii: "/") {
        start = tagEnd + 1
        continue
      }
      guard let close = XML.find("</row>", in: xml, from: tagEnd) else { break }
      writeRow(tagEnd + 1..<close, into: &output)
      start = close + 6
    }
    if start > 0 { xml.removeFirst(start) }
  }

  private func writeRow(_ range: Range<Int>, into output: inout [UInt8]) {
    var cells: [[UInt8]] = []
    var position = range.lowerBound
    while let open = XML.find("<c", in: xml, from: position, to: range.upperBound),
      let tagEnd = xml[open..<range.upperBound].firstIndex(of: UInt8(ascii: ">"))
    {
      position = tagEnd + 1
      let tag = Array(xml[open..<tagEnd])
      let place = XML.attribute("r", of: tag).flatMap(Self.column) ?? cells.count
      while cells.count < min(place, 16_384) { cells.append([]) }
      guard xml[tagEnd - 1] != UInt8(ascii: "/") else {
        cells.append([])
        continue
      }
      let close =
        XML.find("</c>", in: xml, from: position, to: range.upperBound) ?? range.upperBound
      cells.append(value(of: tag, position..<close))
      position = min(close + 4, range.upperBound)
    }
    while cells.last?.isEmpty ?? false { cells.removeLast() }
    // A row above the header is narrower than it; one below it is never wider in what exports write.
    width = max(width, cells.count)
    while cells.count < width { cells.append([]) }
    guard !cells.isEmpty else { return }
    var line = OutputBytes()
    for (place, cell) in cells.enumerated() {
      if place > 0 { line.append(ASCII.comma) }
      line.appendCSVField(cell.span)
    }
    line.append(ASCII.lineFeed)
    output += line.bytes
  }

  private func value(of tag: [UInt8], _ range: Range<Int>) -> [UInt8] {
    let type = XML.attribute("t", of: tag)
    if type == "inlineStr" { return XML.texts(in: xml[range]) }
    guard let raw = XML.content("v", in: xml, range) else { return [] }
    switch type {
    case "s": return Int(String(decoding: raw, as: UTF8.self)).map { strings[$0] } ?? []
    case "str", "e": return XML.unescaped(raw)
    case "b": return Array((raw.first == UInt8(ascii: "1") ? "true" : "false").utf8)
    default:
      let style = XML.attribute("s", of: tag).flatMap { Int($0) } ?? 0
      if dateStyles.indices.contains(style), dateStyles[style],
        let serial = Double(String(decoding: raw, as: UTF8.self)),
        let time = Self.time(ofSerial: serial, uses1904: uses1904)
      {
        return Array(time.utf8)
      }
      return Array(raw)
    }
  }

  /// The column of a reference such as `AB12`, from 0.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard byte &- 0x41 < 26 else { break }
      column = column * 26 + Int(byte &- 0x40)
      // No sheet has more columns (ECMA-376); longer letters are damage.
      guard column <= 16_384 else { return nil }
    }
    return column > 0 ? column - 1 : nil
  }

  /// Days since 1899-12-30 (or 1904-01-01) as a time without a zone; nothing outside 1950 to 2150.
  ///
  /// 1900 was no leap year, but sheets reckon with its 29 February: from March 1900 on the shifted start makes up for it.
  private static func time(ofSerial serial: Double, uses1904: Bool) -> String? {
    let days = serial + (uses1904 ? 1462 : 0)
    guard days > 18_264, days < 91_311 else { return nil }
    let seconds = Int((days * 86_400).rounded())
    let number = seconds / 86_400 - 25_569
    let rest = seconds % 86_400
    // Civil from days (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    let shifted = number + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let civil = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civil <= 2 ? 1 : 0)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return
      "\(year)-\(two(civil))-\(two(day)) \(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
  }

  /// For each cell style whether it shows a date or a time.
  private static func dateStyles(_ styles: [UInt8]) -> [Bool] {
    var custom: Set<Int> = []
    for tag in XML.tags("numFmt", in: styles) {
      guard let id = XML.attribute("numFmtId", of: tag).flatMap({ Int($0) }),
        let code = XML.attribute("formatCode", of: tag)
      else { continue }
      // Letters in quotes or brackets are words and colours.
      var isQuoted = false
      var isBracketed = false
      for byte in code.utf8 {
        switch byte {
        case ASCII.quote: isQuoted.toggle()
        case UInt8(ascii: "["): isBracketed = true
        case UInt8(ascii: "]"): isBracketed = false
        case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "Y"),
          UInt8(ascii: "D"), UInt8(ascii: "H"):
          if !isQuoted, !isBracketed { custom.insert(id) }
        default: break
        }
      }
    }
    guard let start = XML.find("<cellXfs", in: styles, from: 0),
      let end = XML.find("</cellXfs>", in: styles, from: start)
    else { return [] }
    return XML.tags("xf", in: Array(styles[start..<end])).map { tag in
      let id = XML.attribute("numFmtId", of: tag).flatMap { Int($0) } ?? 0
      return (14...22).contains(id) || (45...47).contains(id) || custom.contains(id)
    }
  }
}

/// The strings that cells name by number, one behind the other.
private struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  subscript(number: Int) -> [UInt8] {
    guard ends.indices.contains(number) else { return [] }
    return Array(bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
  }

  mutating func read(from archive: ZipArchive) throws(TransformProblem) {
    guard archive.has("xl/sharedStrings.xml") else { return }
    var stream = try archive.stream(of: "xl/sharedStrings.xml")
    var xml: [UInt8] = []
    while try stream.read(into: &xml) {
      var start = 0
      while let open = XML.find("<si", in: xml, from: start) {
        guard let tagEnd = xml[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
        if xml[tagEnd - 1] == UInt8(ascii: "/") {
          ends.append(bytes.count)
          start = tagEnd + 1
          continue
        }
        guard let close = XML.find("</si>", in: xml, from: tagEnd) else { break }
        bytes += XML.texts(in: xml[tagEnd + 1..<close])
        ends.append(bytes.count)
        start = close + 5
      }
      if start > 0 { xml.removeFirst(start) }
      // A cell holds at most 32,767 characters.
      guard xml.count < 16 << 20 else { throw .damaged("has a text of an absurd size") }
    }
  }
}

/// As much of XML as workbooks need: tags by name, attributes, text with its entities undone.
enum XML {
  /// Where `text` is found; a tag's name must end there.
  static func find(_ text: StaticString, in bytes: [UInt8], from start: Int, to end: Int? = nil)
    -> Int?
  {
    let length = text.utf8CodeUnitCount
    let limit = (end ?? bytes.count) - length
    var position = start
    return text.withUTF8Buffer { wanted in
      while position <= limit {
        guard let open = bytes[position...limit].firstIndex(of: unsafe wanted[0]) else {
          return nil
        }
        var i = 1
        while i < length, bytes[open + i] == (unsafe wanted[i]) { i += 1 }
        let after = open + length < bytes.count ? bytes[open + length] : ASCII.space
        // `<c` is not `<cols`.
        if i == length,
          !(after | 0x20 &- 0x61 < 26) || (unsafe wanted[length - 1]) == UInt8(ascii: ">")
        {
          return open
        }
        position = open + 1
      }
      return nil
    }
  }

  /// The opening tags called `name`, without their `>`.
  static func tags(_ name: String, in bytes: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var position = 0
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      let tag = bytes[open + 1..<close]
      let own = tag.prefix { $0 != ASCII.space && $0 != UInt8(ascii: "/") && $0 != ASCII.lineFeed }
      if String(decoding: own, as: UTF8.self) == name { found.append(Array(tag)) }
      position = close + 1
    }
    return found
  }

  static func attribute(_ name: String, of tag: [UInt8]?) -> String? {
    guard let tag else { return nil }
    let wanted = [ASCII.space] + Array(name.utf8) + Array("=\"".utf8)
    guard tag.count > wanted.count else { return nil }
    for start in 0..<tag.count - wanted.count where tag[start] == ASCII.space {
      guard tag[start..<start + wanted.count].elementsEqual(wanted) else { continue }
      let value = tag[(start + wanted.count)...].prefix { $0 != ASCII.quote }
      return String(decoding: unescaped(value), as: UTF8.self)
    }
    return nil
  }

  /// What stands in the first element `name` within `range`.
  static func content(_ name: StaticString, in bytes: [UInt8], _ range: Range<Int>) -> ArraySlice<
    UInt8
  >? {
    guard
      let open = bytes[range].indices.first(where: {
        bytes[$0] == UInt8(ascii: "<") && $0 + 1 < range.upperBound
          && bytes[$0 + 1] == UInt8(ascii: "v")
      }),
      let start = bytes[open..<range.upperBound].firstIndex(of: UInt8(ascii: ">")),
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "<"))
    else { return nil }
    return bytes[start + 1..<end]
  }

  /// The texts of all `<t>` elements, one behind the other; phonetic readings (`<rPh>`) are left out.
  static func texts(in xml: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var position = xml.startIndex
    var isPhonetic = false
    while let open = xml[position...].firstIndex(of: UInt8(ascii: "<")),
      let close = xml[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      let name = xml[open + 1..<close].prefix { $0 != ASCII.space }
      position = close + 1
      if name.elementsEqual("rPh".utf8) { isPhonetic = true }
      if name.elementsEqual("/rPh".utf8) { isPhonetic = false }
      guard name.elementsEqual("t".utf8), !isPhonetic else { continue }
      let end = xml[position...].firstIndex(of: UInt8(ascii: "<")) ?? xml.endIndex
      text += unescaped(xml[position..<end])
      position = end
    }
    return text
  }

  /// The five named entities and numbered ones as their characters.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var plain: [UInt8] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      guard bytes[position] == UInt8(ascii: "&"),
        let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
      else {
        plain.append(bytes[position])
        position += 1
        continue
      }
      let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
      switch name {
      case "amp": plain.append(UInt8(ascii: "&"))
      case "lt": plain.append(UInt8(ascii: "<"))
      case "gt": plain.append(UInt8(ascii: ">"))
      case "quot": plain.append(ASCII.quote)
      case "apos": plain.append(UInt8(ascii: "'"))
      default:
        let number =
          name.hasPrefix("#x")
          ? UInt32(name.dropFirst(2), radix: 16)
          : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
        guard let scalar = number.flatMap(Unicode.Scalar.init) else {
          plain += bytes[position...end]
          break
        }
        plain += Array(String(Character(scalar)).utf8)
      }
      position = end + 1
    }
    return plain
  }
}

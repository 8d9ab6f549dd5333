/// The reader as it is in words, a byte at a time: the judge of the fast one.
struct NaiveCSV {
  struct Record: Equatable, CustomStringConvertible {
    var fields: [[UInt8]] = []
    var line: Int
    var isUnclosed = false

    var description: String {
      "\(line)\(isUnclosed ? "?" : ""):"
        + fields.map { String(decoding: $0, as: UTF8.self) }.description
    }
  }

  /// The records of `bytes`, blank lines left out.
  ///
  /// A quote without an end gives an unclosed record, and reading goes on at the next line.
  static func records(of bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [Record] {
    var records: [Record] = []
    var position = 0
    var line = 1
    while position < bytes.count {
      let start = position
      var record = Record(line: line)
      var lines = 1
      var isBlank = true
      fields: while true {
        var field: [UInt8] = []
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          isBlank = false
          position += 1
          while true {
            guard position < bytes.count else {
              record.isUnclosed = true
              break fields
            }
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
              guard position < bytes.count, bytes[position] == byte else { break }
              position += 1
            }
            if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") && bytes[position - 2] != 13
            {
              lines += 1
            }
            field.append(byte)
          }
        }
        while position < bytes.count, ![delimiter, 13, 10].contains(bytes[position]) {
          field.append(bytes[position])
          position += 1
        }
        record.fields.append(field)
        guard position < bytes.count, bytes[position] == delimiter else { break }
        position += 1
      }
      if record.isUnclosed {
        record.fields = []
        position = start
        while position < bytes.count, bytes[position] != 13, bytes[position] != 10 { position += 1 }
        lines = 1
      }
      if position < bytes.count {
        position +=
          bytes[position] == 13 && position + 1 < bytes.count && bytes[position + 1] == 10 ? 2 : 1
      }
      line += lines
      if isBlank, record.fields == [[]] { continue }
      records.append(record)
    }
    return records
  }
}

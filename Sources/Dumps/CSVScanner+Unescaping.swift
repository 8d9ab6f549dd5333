extension CSVScanner {
  /// Undoes the quotes of an escaped field where it stands, and returns where its content now ends.
  ///
  /// `a""b` becomes `a"b`; in `a"b` the quote is the closing one, so it goes and `b` is kept. The bytes
  /// between the new end and the old are of no use afterwards.
  ///
  /// - Complexity: O(*n*), in place.
  package static func unescape(_ start: Int, _ end: Int, in bytes: inout MutableSpan<UInt8>) -> Int
  {
    var source = bytes.span.first(ASCII.quote, from: start, to: end)
    var target = source
    while source < end {
      let byte = bytes[source]
      source &+= 1
      if byte == ASCII.quote {
        guard source < end, bytes[source] == ASCII.quote else { break }
        source &+= 1
      }
      bytes[target] = byte
      target &+= 1
    }
    while source < end {
      bytes[target] = bytes[source]
      source &+= 1
      target &+= 1
    }
    return target
  }
}

/// Text with `^` marks taken out, and where they stood in bytes: "a^bc^" is "abc" with marks at 1 and 3.
package func marks(in marked: String) -> (text: String, positions: [Int]) {
  var text: [UInt8] = []
  var positions: [Int] = []
  for byte in marked.utf8 {
    if byte == UInt8(ascii: "^") { positions.append(text.count) } else { text.append(byte) }
  }
  return (String(decoding: text, as: UTF8.self), positions)
}

/// The text without what points to a person: handles, and runs of digits as long as a phone's or a card's.
///
/// "@warga_1 hubungi 0812-3456-7890" gives "@••• hubungi •••". Eight digits in a row, or nine and more parted by single
/// spaces or hyphens, are masked; amounts with points such as 25.000.000 stay.
///
/// - Complexity: O(*n*) in the text.
func masked(_ text: String) -> String {
  var masked = ""
  /// Digits and the single marks between them, and how many are digits.
  var run = ""
  var digits = 0
  var isHandle = false
  func flush() {
    var tail = ""
    while let last = run.last, !last.isNumber { tail = String(run.removeLast()) + tail }
    let isParted = run.count > digits
    masked += (digits >= (isParted ? 9 : 8) ? "•••" : run) + tail
    run = ""
    digits = 0
  }
  for character in text {
    if isHandle {
      if character.isLetter || character.isNumber || "_.".contains(character) { continue }
      isHandle = false
    }
    if character.isNumber, character.isASCII {
      run.append(character)
      digits += 1
      continue
    }
    if digits > 0, character == " " || character == "-", run.last?.isNumber ?? false {
      run.append(character)
      continue
    }
    flush()
    if character == "@" {
      isHandle = true
      masked += "@•••"
      continue
    }
    masked.append(character)
  }
  flush()
  return masked
}

extension Batch {
  /// The batch with pseudonyms for authors and masks in texts; an author's name in the post's address goes too.
  ///
  /// Extras stay as they are: whoever writes them must leave them out.
  package func pseudonymised(_ pseudonyms: Pseudonyms) -> Batch {
    var hidden = self
    for (place, row) in rows.enumerated() {
      let masked = pseudonyms.text(Array(bytes[row.text]))
      hidden.setCell(.text, ofRow: place, to: hidden.append(masked))
      guard let author = row[.author], !author.isEmpty else { continue }
      let pseudonym = pseudonyms.author(bytes[author])
      hidden.setCell(.author, ofRow: place, to: hidden.append(pseudonym))
      if let post = row[.post], author.count >= 3 {
        let name = String(decoding: bytes[author].drop { $0 == UInt8(ascii: "@") }, as: UTF8.self)
        let address = string(post)
        if !name.isEmpty, address.contains(name) {
          let replaced = address.replacing(name, with: String(decoding: pseudonym, as: UTF8.self))
          hidden.setCell(.post, ofRow: place, to: hidden.append(Array(replaced.utf8)))
        }
      }
    }
    return hidden
  }
}

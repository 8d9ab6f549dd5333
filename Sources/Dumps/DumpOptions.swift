/// How to read a dump.
package struct DumpOptions: Equatable, Sendable {
  /// Header names the user chose, over what is known of them: `--map text=Komentar`.
  package var columns: [Column: String] = [:]
  /// The shape, when it is not to be found out: `--from`.
  package var format: Format.Choice?
  /// The sheet of a workbook that is read; the first where `nil`.
  package var sheet: String?
  /// The longest row that is read, in bytes.
  ///
  /// The longest comment the platforms allow is 63,206 characters (Facebook); 4 MiB also holds a
  /// JSON object with a post's replies.
  package var rowLimit = 4 << 20
  /// How much is read at a time, in bytes.
  ///
  /// What comes out doesn't depend on it. The bytes, rows and results of a batch of this size stay in a core's own cache.
  package var batchSize = 1 << 18

  /// Whether a dump without a text column is refused; without one every row is kept, with an empty text.
  package var needsText = true

  package init() {}

  package init(
    columns: [Column: String] = [:], format: Format.Choice? = nil, rowLimit: Int = 4 << 20,
    batchSize: Int = 1 << 18
  ) {
    self.columns = columns
    self.format = format
    self.rowLimit = rowLimit
    self.batchSize = batchSize
  }

  /// What is looked at to find out the shape, in bytes, whatever the size of a batch.
  var sniffSize = 256 << 10
  /// How many rows a batch holds at most, rejected ones included: rows of a byte must not cost a batch
  /// forty times its bytes.
  static let rowsPerBatch = 16_384
}

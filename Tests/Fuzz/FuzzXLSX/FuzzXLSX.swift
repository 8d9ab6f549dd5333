import Dumps

/// Reads any bytes as a workbook, and as the parts of one: nothing traps, and every row is a row or a rejection.
@c(LLVMFuzzerTestOneInput)
func fuzzXLSX(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  var options = DumpOptions(rowLimit: 512, batchSize: 64)
  options.needsText = false
  DumpCheck.hold(input, options)
  // Chance rarely packs a zip: the bytes are also wrapped as the parts of one.
  DumpCheck.hold(DumpCheck.workbook(around: input), options)
  return 0
}

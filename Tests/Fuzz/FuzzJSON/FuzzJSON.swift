import Dumps

/// Reads any bytes as a JSON dump: nothing traps, and every row is a row or a rejection.
@c(LLVMFuzzerTestOneInput)
func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe UnsafeBufferPointer(start: start, count: count)
  var options = DumpOptions(rowLimit: 512, batchSize: 64)
  options.needsText = false
  unsafe DumpCheck.hold(Array(input), options)
  return 0
}

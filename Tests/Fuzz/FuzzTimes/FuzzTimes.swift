import Times

/// Reads any bytes as a time: nothing traps, and what was read comes back from its own spelling.
@c(LLVMFuzzerTestOneInput)
func fuzzTimes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  TimeCheck.hold(input)
  return 0
}

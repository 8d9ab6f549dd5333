#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Bytes on their way out: text is put behind them without a `String` in between.
///
///     var out = OutputBytes()
///     out.append("score: ")
///     out.append(-0.825, decimals: 2)   // "score: -0.83"
package struct OutputBytes: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var count: Int { bytes.count }
  package var isEmpty: Bool { bytes.isEmpty }

  /// Forgets the bytes, but keeps their room.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Forgets the bytes from `count` on.
  package mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

  /// Gives the bytes away and begins anew.
  package mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  @inline(__always)
  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  @inline(__always)
  package mutating func append(_ more: Span<UInt8>) {
    unsafe more.withUnsafeBufferPointer { buffer in unsafe bytes.append(contentsOf: buffer) }
  }

  @inline(__always)
  package mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  @inline(__always)
  package mutating func append(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Makes room for `more` bytes behind those that are there.
  package mutating func reserve(_ more: Int) { bytes.reserveCapacity(bytes.count + more) }

  /// Lets `write` fill room for `capacity` bytes from its start; it returns how many it wrote.
  @unsafe @inline(__always)
  mutating func appendUninitialized(
    _ capacity: Int, _ write: (UnsafeMutableRawPointer, Int) -> Int
  ) {
    bytes.append(addingCapacity: capacity) { (free: inout OutputSpan<UInt8>) in
      unsafe free.withUnsafeMutableBufferPointer { buffer, filled in
        guard let start = buffer.baseAddress else { return }
        unsafe filled = write(UnsafeMutableRawPointer(start), buffer.count)
      }
    }
  }

  /// Appends a whole number in decimal digits.
  package mutating func append(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: UInt64(value.magnitude), atLeast: 1)
  }

  /// Appends `value` with a fixed number of decimals, rounded half away from zero; never "-0.00".
  ///
  /// What is rounded is the number's exact value: 1.005 is a little less than it looks, and gives "1.00".
  /// What is not finite has no digits and gives "null".
  ///
  /// - Precondition: `decimals` is in `0...15`.
  package mutating func append(_ value: Double, decimals: Int) {
    precondition((0...15).contains(decimals), "decimals are 0 to 15")
    guard value.isFinite else { return append("null") }
    // From 2^64 on a Double is whole, and its exact digits are of no use.
    guard value.magnitude < 0x1p64 else { return append(value.description) }
    var scale: UInt64 = 1
    for _ in 0..<decimals { scale &*= 10 }
    let (whole, part) = Self.parts(of: value, scale: scale)
    if value < 0, whole > 0 || part > 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: whole, atLeast: 1)
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    append(digitsOf: part, atLeast: decimals)
  }

  /// How many hundredths `value` is, rounded as `append(_:decimals:)` does, without a branch that can go either way.
  ///
  /// - Precondition: `value` is in `-1...1`.
  package static func hundredths(_ value: Double) -> Int {
    precondition(value.magnitude <= 1, "a share or a score")
    let product = value.magnitude * 100
    let floor = Int(product)
    let rest = product - Double(floor)
    var hundredths = floor + (rest >= 0.5 ? 1 : 0)
    if rest == 0.5, (-product).addingProduct(value.magnitude, 100) < 0 { hundredths = floor }
    return value < 0 ? -hundredths : hundredths
  }

  /// The whole of the value's magnitude, and the rest as a count of `scale`-ths.
  @inline(__always)
  private static func parts(of value: Double, scale: UInt64) -> (whole: UInt64, part: UInt64) {
    // Both parts are exact. What the product lost by rounding matters only where the rest is one half.
    var whole = UInt64(value.magnitude)
    let fraction = value.magnitude - Double(whole)
    let product = fraction * Double(scale)
    var part = UInt64(product)
    let rest = product - Double(part)
    if rest > 0.5 || rest == 0.5 && (-product).addingProduct(fraction, Double(scale)) >= 0 {
      part += 1
    }
    if part == scale {
      part = 0
      whole += 1
    }
    return (whole, part)
  }

  private mutating func append(digitsOf value: UInt64, atLeast width: Int) {
    // From the last digit back; 2^64 has 20 digits, and no width is more.
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var first = 20
    var rest = value
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest > 0
    first = min(first, 20 - width)
    for i in first..<20 { bytes.append(digits[i]) }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A number in decimal with a fixed count of decimals, rounded half away from zero; never "-0".
///
///     fixed(0.58333, decimals: 4)             // "0.5833"
///     fixed(-12.25, decimals: 1, mark: ",")   // "-12,3"
///
/// - Precondition: `value` is finite and below 9e18 once its decimals are shifted out; ours are shares and counts.
func fixed(_ value: Double, decimals: Int, mark: String = ".") -> String {
  let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  let whole = Int((abs(value) * Double(scale)).rounded())
  let sign = value < 0 && whole != 0 ? "-" : ""
  guard decimals > 0 else { return sign + String(whole) }
  let fraction = String(whole % scale)
  let zeros = String(repeating: "0", count: decimals - fraction.count)
  return sign + String(whole / scale) + mark + zeros + fraction
}

/// A count in groups of three digits: 1234567 gives "1.234.567" in Indonesian.
func grouped(_ count: Int, mark: String) -> String {
  let digits = String(count.magnitude)
  var text = ""
  for (i, digit) in digits.enumerated() {
    if i > 0, (digits.count - i).isMultiple(of: 3) { text += mark }
    text.append(digit)
  }
  return (count < 0 ? "-" : "") + text
}

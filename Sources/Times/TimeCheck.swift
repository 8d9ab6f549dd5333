/// What holds for any bytes read as a time: the fuzzer and the tests that replay its finds call it.
package enum TimeCheck {
  /// Reads `bytes` in every way and traps where a time does not come back from its own spelling.
  package static func hold(_ bytes: [UInt8]) {
    var evidence = DateOrderEvidence()
    evidence.add(bytes.span)
    let captured = Timestamp(seconds: 1_754_969_400, precision: .second, zoneSource: .given)
    for order in [nil, DateOrder.dayFirst, .monthFirst] {
      for zone in [Zone.wib, .utc] {
        let reader = TimeReader(zone: zone, order: order, captured: captured)
        guard let time = reader.timestamp(bytes.span) else { continue }
        precondition(time.seconds < 253_402_400_000, "no year has five digits")
        guard time.seconds > -62_135_500_000 else { continue }
        let again = Timestamp(parsing: Array(time.text(in: zone).utf8).span, zone: zone)
        precondition(again?.seconds == time.seconds, "a time comes back from its own spelling")
      }
    }
  }
}

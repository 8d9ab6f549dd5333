import CZlib

/// Undoes DEFLATE (RFC 1951), of a gzip file (RFC 1952) or of a member of a zip, by the system's zlib.
///
/// The stream's state belongs to zlib, at an address that must not move, hence the class and the one allocation; all
/// pointers into buffers live for a single call.
@safe final class Inflater: ByteTransform {
  enum Wrapping: Sendable {
    case gzip, raw
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let wrapping: Wrapping
  private var isReady = false
  private(set) var isDone = false
  private var consumed = 0
  private(set) var produced = 0

  init(_ wrapping: Wrapping) {
    self.wrapping = wrapping
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
  }

  deinit {
    if isReady { unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  func feed(_ input: [UInt8], isLast: Bool, into output: inout [UInt8]) throws(TransformProblem) {
    if !isReady {
      // 15 bits of window; 16 more ask for a gzip header, a minus for none.
      let bits: CInt = wrapping == .gzip ? 15 + 16 : -15
      let status = unsafe inflateInit2_(
        stream, bits, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
      guard status == Z_OK else { throw .damaged("zlib could not start") }
      isReady = true
    }
    guard !input.isEmpty, !isDone else {
      if isLast, !isDone { throw .damaged("the compressed data end early") }
      return
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    var failure: TransformProblem?
    var bytes = input
    unsafe bytes.withUnsafeMutableBufferPointer { source in
      unsafe stream.pointee.next_in = source.baseAddress
      unsafe stream.pointee.avail_in = uInt(source.count)
      repeat {
        var got = 0
        let status = unsafe chunk.withUnsafeMutableBufferPointer { target in
          unsafe stream.pointee.next_out = target.baseAddress
          unsafe stream.pointee.avail_out = uInt(target.count)
          let status = unsafe inflate(stream, Z_NO_FLUSH)
          got = unsafe target.count - Int(stream.pointee.avail_out)
          return status
        }
        output.append(contentsOf: chunk[..<got])
        produced += got
        if status == Z_STREAM_END {
          // A gzip file may be several, one behind the other.
          if wrapping == .gzip, unsafe stream.pointee.avail_in > 0 {
            unsafe inflateReset(stream)
            continue
          }
          isDone = true
          break
        }
        guard status == Z_OK || status == Z_BUF_ERROR else {
          failure = .damaged("the compressed data are damaged")
          break
        }
        if got == 0 { break }
      } while unsafe stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0
    }
    if let failure { throw failure }
    consumed += input.count
    // 1,032 is the most that DEFLATE can reach; text reaches 30.
    guard produced < 64 << 20 || produced / max(1, consumed) < 400 else {
      throw .damaged("unpacks to more than 400 times its size")
    }
    if isLast, !isDone { throw .damaged("the compressed data end early") }
  }
}

/// Turns a dump's bytes, a chunk at a time, into others that are nearer to what is read.
protocol ByteTransform: AnyObject {
  /// Appends to `output` what comes of `input`; `isLast` says that no more will come.
  func feed(_ input: [UInt8], isLast: Bool, into output: inout [UInt8]) throws(TransformProblem)
}

/// Why bytes could not be turned.
enum TransformProblem: Error, Equatable {
  case damaged(String)
}

/// UTF-16 as UTF-8; half a surrogate pair becomes U+FFFD.
final class UTF16Decoder: ByteTransform {
  private let isBigEndian: Bool
  private var rest: [UInt8] = []
  private var isAtStart = true

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  func feed(_ input: [UInt8], isLast: Bool, into output: inout [UInt8]) throws(TransformProblem) {
    let bytes = rest + input
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var position = 0
    while position + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      position += 2
    }
    // The first half of a pair waits for its other half.
    if !isLast, let last = units.last, last & 0xFC00 == 0xD800 {
      units.removeLast()
      position -= 2
    }
    rest = Array(bytes[position...])
    if isAtStart, units.first == 0xFEFF { units.removeFirst() }
    if !units.isEmpty { isAtStart = false }
    output.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
  }
}

extension TransformProblem {
  var words: String {
    switch self {
    case .damaged(let words): words
    }
  }
}

/// Output that could not be written: where to, and why.
package struct OutputError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// Nobody reads on, as behind `| head`. This is no failure: stop and be content.
    case closedPipe
    case cannotCreate(SystemError)
    case writeFailed(SystemError)
    case cannotReplace(SystemError)
  }

  /// The file as the user named it; `-` is standard output.
  package let path: String
  package let reason: Reason
}

extension OutputError: CustomStringConvertible {
  package var description: String {
    let place = path == "-" ? "standard output" : path
    return switch reason {
    case .closedPipe: "\(place): the reader went away"
    case .cannotCreate(let error): "\(place): cannot be created: \(error)"
    case .writeFailed(let error): "\(place): cannot be written: \(error)"
    case .cannotReplace(let error): "\(place): is written, but cannot be put in place: \(error)"
    }
  }
}

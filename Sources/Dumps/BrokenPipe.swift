#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What happens when the reader of our output goes away.
package enum BrokenPipe {
  /// Lets writing to a closed pipe fail with `OutputError.Reason.closedPipe` instead of ending the program.
  package static func ignore() { _ = signal(SIGPIPE, SIG_IGN) }
}

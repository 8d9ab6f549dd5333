import FoundationEssentials
import Glibc

/// What the terminal can show.
enum Terminal {
  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// How wide the screen is, in characters: what `COLUMNS` says, else what the terminal says, else 100.
  static var columns: Int {
    if let told = variable("COLUMNS").flatMap(Int.init), told > 0 { return told }
    var size = winsize()
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 100
  }

  /// Whether marks beyond ASCII are shown: not where the locale names another set of characters (POSIX, chapter 8).
  static var knowsUnicode: Bool {
    guard let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first else {
      return true
    }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// Whether output goes to a screen with colours, and the user has not declined them (no-color.org).
  static var showsColour: Bool {
    isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
  }
}

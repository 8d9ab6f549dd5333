import Dumps
import Times

/// `suara inspect`: what a dump is, which columns it has, its rows and dates, and what is missing.
struct InspectCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) throws { self.arguments = arguments }

  func run() throws -> ExitCode {
    var options = try arguments.dumpOptions()
    options.needsText = false
    let (zoneName, zone) = try arguments.zone()
    var times = try arguments.times(zone)
    times.areNeeded = false
    var rejected = false
    var columns: [String: String]?
    var text = ""
    var seen = SeenRows()
    for path in try arguments.dumps() {
      let finding = try Finding(path: path, options: options, times: times, &seen)
      let found = finding.header.namedColumns
      guard !arguments.has(.writeConfig) || columns == nil || columns == found else {
        throw ConfigurationError.unlikeColumns
      }
      columns = found
      rejected = rejected || finding.summary.rowsRejected > 0
      text += arguments[.to] == "json" ? finding.json : finding.text(arguments[.lang] == "en")
    }
    if arguments.has(.writeConfig) {
      var values = ["zone": zoneName]
      for flag in [Flag.official, .lang] { values[flag.name] = arguments[flag] }
      try Configuration(columns: columns ?? [:], values: values).write()
    }
    try printText(text)
    return rejected ? .rowsRejected : .done
  }
}

/// Help, made from the lists of commands and flags.
enum Help {
  static var overview: String {
    var text = """
      suara reads citizens' comments: complaint, support or neither, about what, and how it changes.

      Usage: suara COMMAND [flags] DUMP…

      Commands:

      """
    for command in Command.all { text += "  \(pad(command.name, 10)) \(command.summary)\n" }
    text += """

      Try:
        suara inspect komentar.csv
        suara trend komentar.csv
        suara help classify

      """
    return text
  }

  static func text(of command: Command) -> String {
    var text = "\(command.summary).\n\nUsage: \(command.usage)\n\nFlags:\n"
    for flag in command.flags {
      let name = "--\(flag.name)" + (flag.value.map { " \($0)" } ?? "")
      let choices = flag.choices.isEmpty ? "" : ": " + flag.choices.joined(separator: ", ")
      text += "  \(pad(name, 22)) \(flag.help)\(choices)\n"
    }
    text += "\nExamples:\n"
    for example in command.examples { text += "  \(example)\n" }
    text += "\nExit: 0 done; 1 done, but rows were rejected; 2 could not.\n"
    return text
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text.count >= width ? text : text + String(repeating: " ", count: width - text.count)
  }
}

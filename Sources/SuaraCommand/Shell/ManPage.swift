/// The manual's page `suara(1)`, made from the lists of commands and flags (`man 7 man`).
enum ManPage {
  static var text: String {
    var page = """
      .TH SUARA 1 "" "Suara" "User Commands"
      .SH NAME
      suara \\- tell complaint from support in citizens' comments, and how both change
      .SH SYNOPSIS
      .B suara
      .I COMMAND
      [\\fIflags\\fR] \\fIDUMP\\fR...
      .SH DESCRIPTION
      Suara reads comments that Indonesian citizens write under the accounts of officials and public agencies.
      It tells of each whether it is a complaint, support or neither, and about which issue, and draws how the mood
      toward each official changes.
      A dump is a CSV, TSV, JSON or XLSX file, each also as .gz, or a folder of such files;
      .B \\-
      is standard input.
      .SH COMMANDS

      """
    for command in Command.all {
      page += ".SS \(escaped(command.name))\n\(escaped(command.summary)).\n"
      page += ".PP\n.nf\n"
      for line in command.usage.split(separator: "\n") {
        page += "\(escaped(String(line.trimmingPrefix { $0 == " " })))\n"
      }
      page += ".fi\n"
      for flag in command.flags where flag.name != Flag.help.name {
        let value = flag.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
        let choices =
          flag.choices.isEmpty ? "" : ": \(escaped(flag.choices.joined(separator: ", ")))"
        page +=
          ".TP\n\\fB\\-\\-\(escaped(flag.name))\\fR\(value)\n\(escaped(flag.help))\(choices)\n"
      }
      page += ".PP\nExamples:\n.PP\n.nf\n"
      for example in command.examples { page += "\(escaped(example))\n" }
      page += ".fi\n"
    }
    page += """
      .SH FILES
      .TP
      \\fIsuara.json\\fR
      In the folder where suara is run: what would else be typed with every command. The object
      \\fBcolumns\\fR names columns as \\fB\\-\\-map\\fR does; \\fBofficial\\fR, \\fBzone\\fR, \\fBlang\\fR and \\fBlexicon\\fR stand for
      the flags of the same names. What is typed wins. \\fBsuara inspect \\-\\-write\\-config\\fR \\fIDUMP\\fR writes it.
      .SH ENVIRONMENT
      .TP
      \\fBCOLUMNS\\fR
      How wide tables may be, where it should not be the terminal's width.
      .TP
      \\fBNO_COLOR\\fR
      Where it is set, nothing is coloured.
      .TP
      \\fBLC_ALL\\fR, \\fBLC_CTYPE\\fR, \\fBLANG\\fR
      Where the first that is set names no UTF-8, curves are drawn in ASCII.
      .SH EXIT STATUS
      .TP
      0
      Done.
      .TP
      1
      Done, but rows were rejected.
      .TP
      2
      Could not.

      """
    return page
  }

  /// Text that troff prints as it is: backslashes, hyphens, and lines that begin with a point or an apostrophe.
  private static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("…", with: "...")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}

/// Completions for three shells, made from the lists of commands and flags.
enum Completions: String, CaseIterable {
  case bash, zsh, fish

  var script: String {
    switch self {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private var names: [String] { Command.all.map(\.name) + ["help"] }

  /// The words that may stand behind a flag or as an operand, where they are few.
  private func operands(of command: Command) -> [String] { command.operands }

  // MARK: bash

  private var bash: String {
    var values = ""
    var flags = ""
    var operands = ""
    for command in Command.all {
      for flag in command.flags where !flag.choices.isEmpty {
        values +=
          "    \(command.name):--\(flag.name)) words='\(flag.choices.joined(separator: " "))' ;;\n"
      }
      let free = command.flags.filter { $0.value != nil && $0.choices.isEmpty && !$0.isPath }
      if !free.isEmpty {
        let patterns = free.map { "\(command.name):--\($0.name)" }.joined(separator: "|")
        values += "    \(patterns)) COMPREPLY=(); return ;;\n"
      }
      let paths = command.flags.filter(\.isPath)
      if !paths.isEmpty {
        let patterns = paths.map { "\(command.name):--\($0.name)" }.joined(separator: "|")
        values += "    \(patterns)) COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n"
      }
      flags +=
        "      \(command.name)) words='\(command.flags.map { "--\($0.name)" }.joined(separator: " "))' ;;\n"
      if !command.operands.isEmpty {
        operands += "      \(command.name)) words='\(command.operands.joined(separator: " "))' ;;\n"
      }
    }
    return """
      # bash completion for suara; made by 'suara completions bash'
      _suara() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words=
        if ((COMP_CWORD == 1)) || [[ $command == help ]]; then
          COMPREPLY=($(compgen -W '\(names.joined(separator: " "))' -- "$current"))
          return
        fi
        case $command:$previous in
      \(values)  esac
        if [[ -z $words && $current == -* ]]; then
          case $command in
      \(flags)    esac
        fi
        if [[ -z $words ]]; then
          case $command in
      \(operands)    esac
        fi
        if [[ -n $words ]]; then
          COMPREPLY=($(compgen -W "$words" -- "$current"))
        else
          COMPREPLY=($(compgen -f -- "$current"))
        fi
      }
      complete -o filenames -F _suara suara

      """
  }

  // MARK: zsh

  private var zsh: String {
    /// Within single quotes, and without what `_arguments` takes as its own.
    func plain(_ text: String) -> String {
      text.replacing("'", with: "'\\''").replacing("[", with: "(").replacing("]", with: ")")
        .replacing(":", with: "\\:")
    }
    var commands = ""
    var cases = ""
    for command in Command.all {
      commands += "    '\(command.name):\(plain(command.summary))'\n"
      cases += "    \(command.name))\n      _arguments -s \\\n"
      for flag in command.flags {
        let value =
          flag.value.map { name in
            ":\(plain(name)):"
              + (flag.isPath
                ? "_files"
                : flag.choices.isEmpty ? " " : "(\(flag.choices.joined(separator: " ")))")
          } ?? ""
        cases += "        '*--\(flag.name)[\(plain(flag.help))]\(value)' \\\n"
      }
      let operands =
        command.operands.isEmpty ? "_files" : "(\(command.operands.joined(separator: " ")))"
      cases += "        '*:operand:\(operands)'\n      ;;\n"
    }
    return """
      #compdef suara
      # zsh completion for suara; made by 'suara completions zsh'
      _suara() {
        local -a commands
        commands=(
      \(commands)    'help:Show how a command is used'
        )
        if ((CURRENT == 2)) || [[ $words[2] == help ]]; then
          _describe command commands
          return
        fi
        local command=$words[2]
        shift words
        ((CURRENT--))
        case $command in
      \(cases)  esac
      }
      if [[ $funcstack[1] == _suara ]]; then _suara "$@"; else compdef _suara suara; fi

      """
  }

  // MARK: fish

  private var fish: String {
    func quoted(_ text: String) -> String {
      "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
    var script = "# fish completion for suara; made by 'suara completions fish'\n"
    script += "complete -c suara -n __fish_use_subcommand -f\n"
    for command in Command.all {
      script +=
        "complete -c suara -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))\n"
    }
    script += "complete -c suara -n __fish_use_subcommand -a help -d 'Show how a command is used'\n"
    script +=
      "complete -c suara -n '__fish_seen_subcommand_from help' -f -a '\(Command.all.map(\.name).joined(separator: " "))'\n"
    for command in Command.all {
      let here = "complete -c suara -n '__fish_seen_subcommand_from \(command.name)'"
      for flag in command.flags {
        let value =
          flag.value == nil
          ? ""
          : flag.isPath
            ? " -r -F"
            : flag.choices.isEmpty ? " -x" : " -x -a '\(flag.choices.joined(separator: " "))'"
        script += "\(here) -l \(flag.name)\(value) -d \(quoted(flag.help))\n"
      }
      if !command.operands.isEmpty {
        script += "\(here) -f -a '\(command.operands.joined(separator: " "))'\n"
      }
    }
    return script
  }
}

extension Flag {
  /// Whether its value is a file or a folder.
  var isPath: Bool { value == "FILE" || value == "DIR" }
}

extension Command {
  /// The words its first operand may be, where they are few.
  var operands: [String] {
    switch name {
    case "completions": Completions.allCases.map(\.rawValue)
    case "lexicon": ["lint", "show", "coverage", "suggest"]
    default: []
    }
  }
}

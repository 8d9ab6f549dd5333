/// A flag of the command line: parsing, help and suggestions all come from this one list.
struct Flag: Sendable {
  let name: String
  /// What stands for the value in help, or `nil` for a switch.
  let value: String?
  let help: String
  /// The values allowed, where they are few.
  var choices: [String] = []

  static let to = Flag(name: "to", value: "FORMAT", help: "what to write", choices: [])
  static let from = Flag(
    name: "from", value: "FORMAT", help: "read the dump as this, whatever it looks like",
    choices: ["csv", "tsv", "jsonl"])
  static let map = Flag(
    name: "map", value: "COLUMN=NAME,…",
    help: "which column holds what: text=Komentar,created_at=Tanggal,official=Akun")
  static let sheet = Flag(
    name: "sheet", value: "NAME", help: "the sheet of a workbook; the first where left out")
  static let official = Flag(
    name: "official", value: "NAME",
    help: "the official whose comments these are, where no column says")
  static let captured = Flag(
    name: "captured", value: "DAY",
    help:
      "when the dump was made, so that \"2 minggu yang lalu\" can be dated: 2026-08-12 or with a time"
  )
  static let dates = Flag(
    name: "dates", value: "ORDER",
    help: "how 08/12/2025 is meant, where the dump's dates cannot decide: dmy or mdy",
    choices: ["dmy", "mdy"])
  static let duplicates = Flag(
    name: "duplicates", value: "WHAT",
    help: "what becomes of comments seen before, also in another dump: keep or drop",
    choices: ["keep", "drop"])
  static let bom = Flag(
    name: "bom", value: nil,
    help: "begin CSV with a byte order mark, so that Excel reads it as UTF-8")
  static let pseudonyms = Flag(
    name: "pseudonyms", value: "KEYFILE",
    help:
      "write keyed hashes for authors, and mask numbers, mails and plates in texts; a missing KEYFILE is made"
  )
  static let output = Flag(
    name: "output", value: "FILE", help: "write there instead of the terminal")
  static let text = Flag(name: "text", value: nil, help: "add the comment's text")
  static let explain = Flag(name: "explain", value: nil, help: "add the evidence of each verdict")
  static let threads = Flag(name: "threads", value: "N", help: "workers; all cores where left out")
  static let lexicon = Flag(
    name: "lexicon", value: "DIR", help: "lay this folder over the built-in lexicon; its rows win")
  static let zone = Flag(
    name: "zone", value: "ZONE", help: "the zone of periods and of times without one (Asia/Jakarta)"
  )
  static let every = Flag(
    name: "every", value: "PERIOD", help: "the length of a period (month)",
    choices: ["day", "week", "month"])
  static let everyOrCount = Flag(
    name: "every", value: "PERIOD",
    help: "the length of a period: day, week, month, or a count as 200-comments (month)")
  static let by = Flag(
    name: "by", value: "PART,…",
    help: "what each curve is of: official, issue, platform, agency, or several (official)")
  static let split = Flag(
    name: "split", value: "DAY",
    help: "the first day of \"now\", as 2026-03-01; else the first third is held against the last")
  static let events = Flag(
    name: "events", value: "FILE",
    help: "what happened, to be marked on curves: a table with the columns date, label, official")
  static let writeConfig = Flag(
    name: "write-config", value: nil,
    help: "write suara.json: the columns, official and zone of later commands in this folder")
  static let size = Flag(name: "size", value: "N", help: "how many comments to draw (300)")
  static let seed = Flag(name: "seed", value: "N", help: "the seed of the draw (17)")
  static let list = Flag(
    name: "list", value: "N", help: "how many of the unanswered complaints to list (20)")
  static let asOf = Flag(
    name: "as-of", value: "DAY", help: "the day from which ages are reckoned (the dump's last)")
  static let lang = Flag(
    name: "lang", value: "LANGUAGE", help: "the language of tables", choices: ["id", "en"])
  static let quiet = Flag(name: "quiet", value: nil, help: "no notes on standard error")
  static let issues = Flag(name: "issues", value: nil, help: "judge the issues too")
  static let failures = Flag(
    name: "failures", value: nil,
    help: "list the rows that came out wrong, but none of the unseen half")
  static let labels = Flag(
    name: "labels", value: "FILE",
    help: "labels by hash for dumps without any: a table with the columns hash and stance")
  static let correction = Flag(
    name: "labels", value: "FILE",
    help:
      "comments with their true stance (a column stance), to correct for the classifier's errors")
  static let untrained = Flag(
    name: "untrained", value: nil, help: "leave the learned weights out: the lexicon alone decides")
  static let without = Flag(
    name: "without", value: "PART,…",
    help:
      "leave parts out to see what they are worth: negation, contrast, questions, slang, affixes, emoji, weights"
  )
  static let contrast = Flag(
    name: "contrast", value: nil, help: "fit to the contrast suite's half `rules` too")
  static let reviews = Flag(
    name: "reviews", value: "FILE",
    help: "sentiments of reviews and news, from which is learned what words mean otherwise there")
  static let sentimentWeight = Flag(
    name: "sentiment-weight", value: "W,…",
    help: "what a sentiment counts for beside a stance, 0 to 1; one for each such file (0.3)")
  static let complaintShare = Flag(
    name: "complaint-share", value: "P,…",
    help: "the share of complaints among negative sentiments, 0 to 1; one for each such file (1)")
  static let help = Flag(name: "help", value: nil, help: "show this")

  func choices(_ choices: [String]) -> Flag {
    Flag(name: name, value: value, help: help, choices: choices)
  }
}

/// A command: its flags, and the words that teach it.
struct Command: Sendable {
  let name: String
  let summary: String
  let usage: String
  let flags: [Flag]
  let examples: [String]

  static let common: [Flag] = [.threads, .lexicon, .untrained, .quiet, .help]
  static let reading: [Flag] = [.from, .map, .sheet, .official]
  static let timing: [Flag] = [.captured, .dates]

  static let all: [Command] = [
    Command(
      name: "classify", summary: "Tell each comment's stance, issues and flags",
      usage: "suara classify [flags] DUMP…",
      flags: [
        .to.choices(["jsonl", "csv", "tsv", "sqlite", "table"]), .output, .bom, .pseudonyms, .zone,
        .lang, .text, .explain, .duplicates,
      ] + timing
        + reading
        + common,
      examples: [
        "suara classify --to csv --output hasil.csv komentar.csv",
        "suara classify --map text=Komentar,created_at=Tanggal --explain ekspor.csv",
        "cat komentar.jsonl | suara classify --to jsonl -",
      ]),
    Command(
      name: "trend", summary: "Show how the mood toward each official changes",
      usage: "suara trend [flags] DUMP…",
      flags: [
        .to.choices(["table", "json", "csv", "svg", "aggregates"]), .everyOrCount, .by, .correction,
        .zone, .lang, .output,
      ] + reading
        + timing + [.duplicates]
        + common,
      examples: [
        "suara trend --every month komentar.csv",
        "suara trend --every week --official 'Dinas PUPR' --to json komentar.csv",
        "suara trend --by official,issue --every 200-comments komentar.csv",
        "suara trend --labels berlabel.csv komentar.csv",
        "suara trend --to aggregates --output mei.agg mei.csv && suara trend april.agg mei.agg",
        "suara trend --map official=account,created_at=date dump.csv",
      ]),
    Command(
      name: "report", summary: "Write one HTML page of curves, issues and unanswered complaints",
      usage: "suara report [flags] DUMP…",
      flags: [.output, .every, .events, .zone, .lang] + reading + timing + [.duplicates] + common,
      examples: [
        "suara report komentar.csv --output laporan.html",
        "suara report --events peristiwa.csv -o laporan.html komentar.csv",
        "suara report --lang en --every week -o report.html dumps/",
      ]),
    Command(
      name: "claim",
      summary: "Check \"mostly complaints at first, mostly support now\" for each official",
      usage: "suara claim [flags] DUMP…",
      flags: [.to.choices(["text", "json"]), .split, .correction, .zone, .lang, .output] + reading
        + timing + [.duplicates]
        + common,
      examples: [
        "suara claim --labels berlabel.csv komentar.csv", "suara claim komentar.csv",
        "suara claim --official 'Bupati Sukamaju' komentar.csv",
        "suara claim --split 2026-02-01 --to json komentar.csv",
      ]),
    Command(
      name: "unanswered",
      summary: "Find the complaints that the account has not answered",
      usage: "suara unanswered [flags] DUMP…",
      flags: [.to.choices(["text", "json", "csv"]), .list, .asOf, .zone, .lang, .output] + reading
        + timing + [.duplicates]
        + common,
      examples: [
        "suara unanswered komentar.csv",
        "suara unanswered --to csv --output belum.csv komentar.csv",
      ]),
    Command(
      name: "inspect", summary: "Tell what a dump is, what it holds and what it lacks",
      usage: "suara inspect [flags] DUMP…",
      flags: [.to.choices(["table", "json"]), .zone, .lang, .writeConfig] + reading + timing
        + common,
      examples: [
        "suara inspect komentar.csv", "suara inspect --to json dumps/",
        "suara inspect --write-config --map text=Komentar --official 'Dinas PUPR' ekspor.csv",
      ]),
    Command(
      name: "evaluate", summary: "Judge the verdicts by labelled comments",
      usage: "suara evaluate [flags] LABELLED…",
      flags: [.to.choices(["table", "json"]), .issues, .labels, .without, .from, .map] + common,
      examples: [
        "suara evaluate gold.csv", "suara evaluate --issues gold.csv",
        "suara evaluate --without negation gold.csv",
      ]),
    Command(
      name: "train", summary: "Fit the weights to labelled comments",
      usage: "suara train [flags] LABELLED…",
      flags: [
        .output, .labels, .contrast, .reviews, .sentimentWeight, .complaintShare, .from, .map,
        .lexicon, .quiet, .help,
      ],
      examples: ["suara train --output weights.tsv gold.csv"]),
    Command(
      name: "sample",
      summary: "Draw comments for people to label, with the chance of each",
      usage: "suara sample [flags] DUMP…",
      flags: [.size, .seed, .output] + reading + [.lexicon, .untrained, .quiet, .help],
      examples: ["suara sample --size 500 --output berlabel.csv komentar.csv"]),
    Command(
      name: "agree", summary: "Tell how far two label files agree: kappa and alpha",
      usage: "suara agree [flags] FIRST SECOND",
      flags: [.to.choices(["table", "json"]), .from, .map, .help],
      examples: ["suara agree pembaca1.csv pembaca2.csv"]),
    Command(
      name: "selftest", summary: "Try the contrast suite: how many minimal pairs come out right",
      usage: "suara selftest [flags] [SUITE.tsv…]",
      flags: [.failures, .without, .lexicon, .untrained, .quiet, .help],
      examples: ["suara selftest", "suara selftest --failures pasangan.tsv"]),
    Command(
      name: "lexicon",
      summary: "Check the lexicon, look words up, and hold it against a dump",
      usage:
        "suara lexicon lint [DIR]\n       suara lexicon show WORD…\n       suara lexicon coverage DUMP…\n       suara lexicon suggest DUMP…",
      flags: [.lexicon, .untrained, .from, .map, .quiet, .help],
      examples: [
        "suara lexicon lint", "suara lexicon show diperbaikin gercep 'air mati'",
        "suara lexicon coverage komentar.csv", "suara lexicon suggest komentar.csv",
      ]),
    Command(
      name: "completions", summary: "Print completions for a shell: bash, zsh or fish",
      usage: "suara completions bash|zsh|fish", flags: [.help],
      examples: [
        "suara completions bash > ~/.local/share/bash-completion/completions/suara",
        "suara completions fish > ~/.config/fish/completions/suara.fish",
      ]),
    Command(
      name: "man", summary: "Print the manual's page", usage: "suara man", flags: [.help],
      examples: ["suara man | man -l -"]),
  ]
}

# Two commands do everything on a fresh machine:
#   make        builds suara, classifies the demo dump and prints the curve of each official
#   make test   checks format and module arrows, builds, and runs all tests
# Further:
#   make install PREFIX=~/.local   the program of `make static`, its manual and completions (DESTDIR for packagers)
#   make static                    one program that needs no Swift beside it and starts sooner: .build-static/release/suara
#   make docs                      the library's documentation as a web site: .build/Suara.doccarchive
#   make browser                   Chromium, to test the report in a browser
#   make sanitize                  the main jobs on the demo dump, each access to memory watched
#   make gates                     what a comment costs on the hot path, counted by valgrind; fails where it is too much

SHELL := /bin/bash
DEMO := Corpus/demo/comments.csv

.PHONY: demo test packages suara bench install static docs browser gates sanitize

PREFIX ?= /usr/local
INSTALLED := $(DESTDIR)$(PREFIX)

# Modules are optimised together where the build tool can: a fifteenth less time for each comment.
TOGETHER = $(shell [ "$$(uname)" = Linux ] && swift build --help-hidden 2>/dev/null | \
  grep -q experimental-lto-mode && echo --experimental-lto-mode full)
RELEASE = swift build -c release $(TOGETHER)

demo: suara
	.build/release/suara classify --to jsonl --output .build/verdicts.jsonl $(DEMO)
	.build/release/suara trend --every month $(DEMO)

test: packages
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --disable-xctest

suara: packages
	$(RELEASE) --product suara

bench: packages
	$(RELEASE) --product bench

# Swift's own needs on Debian and Ubuntu; nothing is installed where they are there already.
packages:
	@command -v swift >/dev/null || { echo "Install Swift 6.2 or later: https://www.swift.org/install"; exit 2; }
	@if command -v apt-get >/dev/null && ! dpkg -s libc6-dev zlib1g-dev libsqlite3-dev >/dev/null 2>&1; then \
	  apt-get update -qq && apt-get install -y -qq libc6-dev zlib1g-dev libsqlite3-dev; fi

install: static
	install -d "$(INSTALLED)/bin" "$(INSTALLED)/share/man/man1" "$(INSTALLED)/share/bash-completion/completions" \
	  "$(INSTALLED)/share/zsh/site-functions" "$(INSTALLED)/share/fish/vendor_completions.d"
	install -m 755 .build-static/release/suara "$(INSTALLED)/bin/suara"
	.build-static/release/suara man > "$(INSTALLED)/share/man/man1/suara.1"
	.build-static/release/suara completions bash > "$(INSTALLED)/share/bash-completion/completions/suara"
	.build-static/release/suara completions zsh > "$(INSTALLED)/share/zsh/site-functions/_suara"
	.build-static/release/suara completions fish > "$(INSTALLED)/share/fish/vendor_completions.d/suara.fish"

static: packages
	$(RELEASE) --static-swift-stdlib --scratch-path .build-static --product suara

# `docc` stands beside `swift` in the toolchain, or below the path that xcrun or readlink tells.
docs: packages
	swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members >/dev/null
	rm -rf .build/symbols && mkdir -p .build/symbols
	cp "$$(find .build/*/symbolgraph -name Suara.symbols.json -newer Package.swift | head -n 1)" .build/symbols/
	$$(command -v docc || echo "$$(dirname "$$(readlink -f "$$(command -v swift)")")/docc") convert Sources/Suara/Suara.docc \
	  --additional-symbol-graph-dir .build/symbols --output-path .build/Suara.doccarchive \
	  --fallback-display-name Suara --fallback-bundle-identifier suara --warnings-as-errors

browser:
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium; }

gates: packages
	@command -v valgrind >/dev/null || { apt-get update -qq && apt-get install -y -qq valgrind; }
	Benchmarks/gates.sh

# The sanitizer stops the program at the first access to memory that is not, or no longer, its own.
WATCHED := ASAN_OPTIONS=detect_leaks=0 .build-asan/debug/suara
sanitize: packages
	swift build --sanitize=address --scratch-path .build-asan --product suara
	$(WATCHED) classify --quiet --explain --to jsonl $(DEMO) >/dev/null
	$(WATCHED) classify --quiet --to csv $(DEMO) >/dev/null
	$(WATCHED) trend --every month $(DEMO) >/dev/null
	$(WATCHED) unanswered $(DEMO) >/dev/null
	$(WATCHED) report --quiet --output .build-asan/report.html $(DEMO)
	$(WATCHED) lexicon lint

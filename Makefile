# Two commands do everything on a fresh machine:
#   make        builds suara, classifies the demo dump and prints the curve of each official
#   make test   checks format and module arrows, builds, and runs all tests

SHELL := /bin/bash
DEMO := Corpus/demo/comments.csv

.PHONY: demo test packages

demo: packages
	swift build -c release --product suara
	.build/release/suara classify --to jsonl --output .build/verdicts.jsonl $(DEMO)
	.build/release/suara trend --every month $(DEMO)

test: packages
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --disable-xctest

# Swift's own needs on Debian and Ubuntu; nothing is installed where they are there already.
packages:
	@command -v swift >/dev/null || { echo "Install Swift 6.2 or later: https://www.swift.org/install"; exit 2; }
	@if command -v apt-get >/dev/null && ! dpkg -s libc6-dev zlib1g-dev libsqlite3-dev >/dev/null 2>&1; then \
	  apt-get update -qq && apt-get install -y -qq libc6-dev zlib1g-dev libsqlite3-dev; fi

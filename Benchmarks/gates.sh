#!/usr/bin/env bash
# Counts, by valgrind, what a comment costs on the hot path: heap allocations (must be 0) and instructions (at most the
# limit). Both are differences between a longer and a shorter run, so that starting up cancels out.
#   Benchmarks/gates.sh [most instructions a comment]
set -euo pipefail
cd "$(dirname "$0")/.."
limit=${1:-20000}
command -v valgrind >/dev/null || { echo "gates: valgrind is not installed" >&2; exit 2; }
swift build -c release --product bench >/dev/null
bench=.build/release/bench
run() { valgrind --tool="$1" "${@:3}" $bench --stage "whole verdict" --runs 1 --comments "$2" 2>&1; }
allocations() { run memcheck "$1" --leak-check=no | sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*/\1/p' | tr -d ,; }
instructions() { run callgrind "$1" --callgrind-out-file=/dev/null | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'; }
few=$(allocations 2000); many=$(allocations 4000)
# The generator's own arrays double now and then: a handful of allocations in 2,000 comments.
echo "allocations in 2,000 more comments, twice each: $((many - few))"
few_i=$(instructions 2000); many_i=$(instructions 4000)
each=$(((many_i - few_i) / 4000))
echo "instructions a comment: $each (limit $limit)"
((many - few < 40)) || { echo "gates: the hot path allocates" >&2; exit 1; }
((each <= limit)) || { echo "gates: a comment costs more instructions than $limit" >&2; exit 1; }

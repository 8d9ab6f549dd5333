#!/usr/bin/env bash
# Counts, by valgrind, what a comment costs on the hot path: heap allocations (must be 0) and instructions (at most the
# limit). Both are differences between a longer and a shorter run, so that starting up cancels out.
#   Benchmarks/gates.sh [most instructions a comment]
set -euo pipefail
cd "$(dirname "$0")/.."
limit=${1:-12000}
command -v valgrind >/dev/null || { echo "gates: valgrind is not installed" >&2; exit 2; }
swift build -c release --product bench >/dev/null
bench=.build/release/bench
run() { valgrind --tool="$1" "${@:4}" $bench --stage "$3" --runs 1 --comments "$2" 2>&1; }
allocations() { run memcheck "$1" "$2" --leak-check=no | sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*/\1/p' | tr -d ,; }
instructions() { run callgrind "$1" "$2" --callgrind-out-file=/dev/null | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'; }
# What making the comments costs is measured with a stage that does nothing with them, and taken off.
more() { echo $(($("$1" 4000 "$2") - $("$1" 2000 "$2"))); }
allocated=$(($(more allocations "whole verdict") - $(more allocations "memory copy")))
echo "allocations in 2,000 more comments, twice each: $allocated"
each=$((($(more instructions "whole verdict") - $(more instructions "memory copy")) / 4000))
echo "instructions a comment: $each (limit $limit)"
((allocated < 4)) || { echo "gates: the hot path allocates" >&2; exit 1; }
((each <= limit)) || { echo "gates: a comment costs more instructions than $limit" >&2; exit 1; }

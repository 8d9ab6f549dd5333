#!/usr/bin/env bash
# Counts, by valgrind, what a comment costs on the hot path once its forms are known: heap allocations (must be 0) and
# instructions (at most the limit). Both are differences between more and fewer runs over the same comments, so that
# starting up and making the comments cancel out.
#   Benchmarks/gates.sh [most instructions a comment]
set -euo pipefail
cd "$(dirname "$0")/.."
limit=${1:-8300}
command -v valgrind >/dev/null || { echo "gates: valgrind is not installed" >&2; exit 2; }
make -s bench >/dev/null
# What is told to debuggers of modules optimised together is newer than valgrind knows.
strip -g -o .build/bench-gates .build/release/bench
run() { valgrind --tool="$1" "${@:3}" .build/bench-gates --stage "verdict, forms known" --comments 2000 --runs "$2" 2>&1; }
allocations() { run memcheck "$1" --leak-check=no | sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*/\1/p' | tr -d ,; }
instructions() { run callgrind "$1" --callgrind-out-file=/dev/null | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'; }
more() { echo $(($("$1" 5) - $("$1" 1))); }
allocated=$(more allocations)
echo "allocations in four more runs of 2,000 comments: $allocated"
each=$(($(more instructions) / 8000))
echo "instructions a comment: $each (limit $limit)"
# What runs beside allocates a little, not always the same: fewer than one allocation in a hundred comments is none.
((allocated < 80)) || { echo "gates: the hot path allocates" >&2; exit 1; }
((each <= limit)) || { echo "gates: a comment costs more instructions than $limit" >&2; exit 1; }

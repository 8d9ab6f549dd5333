#!/usr/bin/env bash
# Times suara beside what a user would pick instead, whole processes on one generated dump, and prints ratios.
#   Benchmarks/peers/run.sh [comments] [runs]
# Installs the rivals from PyPI into .build/peers on its first run; models are trained before the clock starts.
set -euo pipefail
cd "$(dirname "$0")/../.."
comments=${1:-200000} runs=${2:-3}
work=.build/peers
python=$work/venv/bin/python
if [[ ! -x $python ]]; then
  python3 -m venv $work/venv
  $work/venv/bin/pip install --quiet vaderSentiment==3.3.2 PySastrawi==1.2.0 scikit-learn duckdb fasttext-wheel
fi
make -s bench suara >/dev/null
dump=$work/dump.csv
# Models are those of this dump, not of one before.
rm -f $work/tfidf.pickle $work/fasttext.bin
.build/release/bench generate --comments "$comments" >$dump
suara=.build/release/suara

best() { # seconds of the fastest of $runs; the last run's lines go to $work/out
  local least=
  for _ in $(seq "$runs"); do
    local start=$EPOCHREALTIME
    "$@" >$work/out 2>/dev/null || true
    local took
    took=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')
    if [[ -z $least ]] || awk -v a="$took" -v b="$least" 'BEGIN { exit !(a < b) }'; then least=$took; fi
  done
  echo "$least"
}

"$python" Benchmarks/peers/peers.py sklearn $dump $work 2>/dev/null | head -1 >/dev/null || true
"$python" Benchmarks/peers/peers.py fasttext $dump $work 2>/dev/null | head -1 >/dev/null || true
base=$(best $suara classify --quiet --to jsonl $dump)
lines=$(wc -l <$work/out)
cp $work/out $work/verdicts.jsonl
[[ $lines == "$comments" ]] || { echo "suara wrote $lines rows of $comments" >&2; exit 1; }
printf '%-34s %9s %12s %16s %8s\n' 'whole process' 'seconds' 'comments/s' 'times suara' rows
row() { # name, rows it must write or -, command...
  local name=$1 want=$2 took rows
  took=$(best "${@:3}")
  rows=$(wc -l <$work/out)
  [[ $want == - || $rows == "$want" ]] || rows="$rows!"
  awk -v n="$name" -v t="$took" -v c="$comments" -v b="$base" -v r="$rows" \
    'BEGIN { printf "%-34s %9.2f %12d %16.2f %8s\n", n, t, c / t, t / b, r }'
}
row "suara classify, all cores" "$comments" $suara classify --quiet --to jsonl $dump
row "suara classify, 1 thread" "$comments" $suara classify --quiet --threads 1 --to jsonl $dump
row "wc -w" - wc -w $dump
row "grep -c, five words" - grep -cE 'rusak|banjir|sampah|mati|gelap' $dump
if command -v jq >/dev/null; then row "jq .stance on suara's output" - jq -r .stance $work/verdicts.jsonl; fi
row "DuckDB read_csv, five words" "$comments" "$python" Benchmarks/peers/peers.py duckdb $dump $work
row "dictionary sum in Python" "$comments" "$python" Benchmarks/peers/peers.py dictionary $dump $work
row "fastText predict" "$comments" "$python" Benchmarks/peers/peers.py fasttext $dump $work
row "scikit-learn TF-IDF + logistic" "$comments" "$python" Benchmarks/peers/peers.py sklearn $dump $work
row "VADER" "$comments" "$python" Benchmarks/peers/peers.py vader $dump $work
# The stemmer takes minutes for what the others do in seconds: a hundredth of the dump, times a hundred.
head -n $((comments / 100 + 1)) $dump >$work/small.csv
small=$(best "$python" Benchmarks/peers/peers.py sastrawi $work/small.csv $work)
awk -v t="$small" -v c="$comments" -v b="$base" 'BEGIN {
  printf "%-34s %9.2f %12d %16.2f %8s\n", "PySastrawi + dictionary (1 % of it)", t, c / 100 / t, t * 100 / b, "" }'

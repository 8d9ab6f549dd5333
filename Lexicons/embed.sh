#!/usr/bin/env bash
# Writes Sources/CLexicons/CLexicons.c, which holds every Lexicons/**/*.tsv, and the contrast suite
# Corpus/contrast/*.tsv as contrast/*.tsv, inside the program.
# Run it after adding or removing a file; a changed file needs nothing. A test compares the list with the folder.
set -euo pipefail
cd "$(dirname "$0")/.."
out=Sources/CLexicons/CLexicons.c
{
  echo '// Written by Lexicons/embed.sh: the files of Lexicons/, embedded.'
  echo '#include "CLexicons.h"'
  echo
  number=0
  paths=()
  while IFS= read -r path; do
    folder=Lexicons
    if [[ $path == contrast/* ]]; then folder=Corpus; fi
    printf 'static const unsigned char file_%d[] = {\n#embed "../../%s/%s"\n};\n' "$number" "$folder" "$path"
    paths+=("$path")
    number=$((number + 1))
  done < <({ (cd Lexicons && find . -name '*.tsv'); (cd Corpus && find ./contrast -name '*.tsv'); } |
    sed 's|^\./||' | LC_ALL=C sort)
  echo
  echo 'static const struct suara_lexicon_file files[] = {'
  for i in "${!paths[@]}"; do
    printf '  {"%s", file_%d, sizeof file_%d},\n' "${paths[$i]}" "$i" "$i"
  done
  echo '};'
  printf 'const size_t suara_lexicon_file_count = %d;\n\n' "$number"
  echo 'struct suara_lexicon_file suara_lexicon_file_at(size_t number) { return files[number]; }'
} >"$out"

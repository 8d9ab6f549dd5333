// Written by Lexicons/embed.sh: the files of Lexicons/, embedded.
#include "CLexicons.h"

static const unsigned char file_0[] = {
#embed "../../Lexicons/emoji.tsv"
};
static const unsigned char file_1[] = {
#embed "../../Lexicons/operators.tsv"
};
static const unsigned char file_2[] = {
#embed "../../Lexicons/places/bekasi.tsv"
};
static const unsigned char file_3[] = {
#embed "../../Lexicons/places/indonesia.tsv"
};
static const unsigned char file_4[] = {
#embed "../../Lexicons/roots.tsv"
};
static const unsigned char file_5[] = {
#embed "../../Lexicons/sentiment/indonesian.tsv"
};
static const unsigned char file_6[] = {
#embed "../../Lexicons/slang.tsv"
};
static const unsigned char file_7[] = {
#embed "../../Lexicons/spam.tsv"
};

static const struct suara_lexicon_file files[] = {
  {"emoji.tsv", file_0, sizeof file_0},
  {"operators.tsv", file_1, sizeof file_1},
  {"places/bekasi.tsv", file_2, sizeof file_2},
  {"places/indonesia.tsv", file_3, sizeof file_3},
  {"roots.tsv", file_4, sizeof file_4},
  {"sentiment/indonesian.tsv", file_5, sizeof file_5},
  {"slang.tsv", file_6, sizeof file_6},
  {"spam.tsv", file_7, sizeof file_7},
};
const size_t suara_lexicon_file_count = 8;

struct suara_lexicon_file suara_lexicon_file_at(size_t number) { return files[number]; }

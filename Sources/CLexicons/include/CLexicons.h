#include <stddef.h>

/// One file of Lexicons/, inside the program.
struct suara_lexicon_file {
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

extern const size_t suara_lexicon_file_count;

/// The file `number`, counted from 0 to below `suara_lexicon_file_count`.
struct suara_lexicon_file suara_lexicon_file_at(size_t number);

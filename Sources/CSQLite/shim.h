#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast that Swift cannot import. An empty text is no NULL.
static inline int suara_bind_text(sqlite3_stmt *statement, int place, const char *text, int count) {
  return sqlite3_bind_text(statement, place, text ? text : "", count, SQLITE_TRANSIENT);
}

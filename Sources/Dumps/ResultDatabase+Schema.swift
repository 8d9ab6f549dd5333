extension ResultDatabase {
  /// The tables; made where they are not there.
  package static let schema = """
    CREATE TABLE IF NOT EXISTS dumps (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      source TEXT,                 -- the tool's format, as `suara inspect --to json` names it
      read_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
      rows INTEGER, comments INTEGER, replies INTEGER, duplicates INTEGER, rejected INTEGER
    );
    CREATE TABLE IF NOT EXISTS comments (
      key TEXT PRIMARY KEY,        -- platform:id, or what else tells the comment apart
      platform TEXT, id TEXT, text TEXT NOT NULL,
      created_at TEXT,             -- as the dump writes it; ISO 8601 where only the whole dump explains it
      official TEXT, author TEXT, post TEXT, parent TEXT, likes INTEGER,
      own INTEGER NOT NULL,        -- 1: the dump says that the account itself wrote it
      dump INTEGER NOT NULL REFERENCES dumps (id)
    );
    CREATE INDEX IF NOT EXISTS comments_official ON comments (official, created_at);
    CREATE TABLE IF NOT EXISTS verdicts (
      comment TEXT PRIMARY KEY REFERENCES comments (key),
      model TEXT NOT NULL,
      stance TEXT NOT NULL,        -- complaint, support, neutral
      score REAL NOT NULL,         -- P(support) - P(complaint)
      confidence REAL NOT NULL,
      flags TEXT NOT NULL, places TEXT NOT NULL
    );
    CREATE TABLE IF NOT EXISTS issues (
      comment TEXT NOT NULL REFERENCES comments (key),
      issue TEXT NOT NULL,
      rank INTEGER NOT NULL,       -- 1 is the strongest
      PRIMARY KEY (comment, issue)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS issues_issue ON issues (issue);
    """

  /// What people ask most, with a name for each.
  package static let queries: [(name: String, sql: String)] = [
    (
      "complaints, support and neutral by official and month",
      """
      SELECT official, substr(created_at, 1, 7) AS month, stance, count(*) AS comments
      FROM comments JOIN verdicts ON comment = key WHERE own = 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
      """
    ),
    (
      "what complaints are about",
      """
      SELECT issue, count(*) AS complaints FROM issues JOIN verdicts USING (comment)
      WHERE stance = 'complaint' AND rank = 1 GROUP BY 1 ORDER BY 2 DESC;
      """
    ),
    (
      "the surest complaints that nobody answered",
      """
      SELECT c.created_at, c.official, c.text FROM comments c JOIN verdicts v ON v.comment = c.key
      WHERE v.stance = 'complaint' AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.parent = c.id)
      ORDER BY v.confidence DESC LIMIT 20;
      """
    ),
  ]

  static let insertDumpSQL = "INSERT INTO dumps (path, source) VALUES (?1, ?2)"
  static let updateDumpSQL = """
    UPDATE dumps SET rows = ?2, comments = ?3, replies = ?4, duplicates = ?5, rejected = ?6
    WHERE id = ?1
    """
  static let insertCommentSQL = """
    INSERT INTO comments
      (key, platform, id, text, created_at, official, author, post, parent, likes, own, dump)
    VALUES (?1, ?2, ?3, coalesce(?4, ''), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    ON CONFLICT (key) DO UPDATE SET text = excluded.text, created_at = excluded.created_at,
      official = excluded.official, author = excluded.author, post = excluded.post,
      parent = excluded.parent, likes = excluded.likes, own = excluded.own, dump = excluded.dump
    """
  static let insertVerdictSQL = """
    INSERT INTO verdicts (comment, model, stance, score, confidence, flags, places)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (comment) DO UPDATE SET model = excluded.model, stance = excluded.stance,
      score = excluded.score, confidence = excluded.confidence, flags = excluded.flags,
      places = excluded.places
    """
}

/** The first version of the tables. Never edited once released: a later version adds a migration. */
export const SCHEMA_1 = `
-- Memories and entities are the nodes of the graph and share this space of integer keys.
-- AUTOINCREMENT, so that a forgotten node's key never comes to mean another node.
CREATE TABLE nodes (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE
);

CREATE TABLE memories (
  key INTEGER PRIMARY KEY REFERENCES nodes (key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  text TEXT NOT NULL,
  detail TEXT NOT NULL,
  repo TEXT,
  glob TEXT,
  language TEXT,
  provenance TEXT NOT NULL,
  quality TEXT NOT NULL,
  origin TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  revision INTEGER NOT NULL
);
CREATE INDEX memories_by_repo ON memories (repo, status, created_at);
CREATE INDEX memories_by_status ON memories (status, created_at);

CREATE TABLE entities (
  key INTEGER PRIMARY KEY REFERENCES nodes (key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  repo TEXT,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
);

-- Outgoing edges of a node are few and are sorted when asked for; incoming ones may be many
-- (every commit that touched a file), so their index keeps the strongest first.
CREATE TABLE edges (
  source INTEGER NOT NULL REFERENCES nodes (key) ON DELETE CASCADE,
  type INTEGER NOT NULL,
  target INTEGER NOT NULL REFERENCES nodes (key) ON DELETE CASCADE,
  weight REAL NOT NULL CHECK (weight > 0 AND weight <= 1),
  PRIMARY KEY (source, type, target)
) WITHOUT ROWID;
CREATE INDEX edges_by_target ON edges (target, weight DESC);

CREATE TABLE signals (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  session TEXT NOT NULL,
  repo TEXT,
  suggestion TEXT,
  data TEXT NOT NULL
);
CREATE INDEX signals_by_time ON signals (at);
CREATE INDEX signals_by_session ON signals (session, at);
CREATE INDEX signals_by_repo ON signals (repo, at);
CREATE INDEX signals_by_suggestion ON signals (suggestion) WHERE suggestion IS NOT NULL;

-- What was asked, once for all that was shown for it.
CREATE TABLE receipts (
  id TEXT PRIMARY KEY,
  task TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE exposures (
  id TEXT PRIMARY KEY,
  receipt TEXT NOT NULL REFERENCES receipts (id),
  memory TEXT NOT NULL,
  session TEXT NOT NULL,
  at INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  probability REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX exposures_by_receipt ON exposures (receipt);
CREATE INDEX exposures_by_memory ON exposures (memory, at);
CREATE INDEX exposures_by_session ON exposures (session, at);

CREATE TABLE outcomes (
  key INTEGER PRIMARY KEY,
  exposure TEXT NOT NULL,
  memory TEXT NOT NULL,
  verdict TEXT NOT NULL,
  weight REAL NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  signals TEXT NOT NULL
);
CREATE INDEX outcomes_by_memory ON outcomes (memory, at);
CREATE INDEX outcomes_by_exposure ON outcomes (exposure);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  repo TEXT,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) WITHOUT ROWID;

CREATE TABLE journal (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  memory TEXT NOT NULL,
  summary TEXT NOT NULL,
  before TEXT,
  after TEXT,
  undone_by TEXT
);
CREATE INDEX journal_by_memory ON journal (memory, key);

-- Ids of forgotten memories, so that learning does not bring them back. No text.
CREATE TABLE tombstones (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The change feed. A row stands for the revisions from first to last: one for each id, in order.
CREATE TABLE changes (
  last INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  subject TEXT NOT NULL,
  gone INTEGER NOT NULL,
  ids TEXT NOT NULL
);
`;

/** The first version of the tables. None is edited once released: a later one adds a migration. */
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

/** What a memory is found by, in SQL: its text and every text of its detail. */
const WORDS_OF = (row: string): string =>
  `${row}.text || char(10) || coalesce((
    SELECT group_concat(atom, char(10))
    FROM json_tree(CASE WHEN json_valid(${row}.detail) THEN ${row}.detail END) WHERE type = 'text'), '')`;

const INDEXED = `INSERT INTO memory_text (rowid, words)`;
/** Full text takes words out again only when it is told which they were. */
const UNINDEXED = `INSERT INTO memory_text (memory_text, rowid, words)
    SELECT 'delete', old.key, ${WORDS_OF('old')}`;

/**
 * Full text over memories, which answers while the index is being built; the vectors that an
 * endpoint gave, which cost money; and a name for the store, to which snapshots are tied.
 *
 * The full text keeps no copy of what it indexes (a "contentless" table): it gives keys alone.
 */
export const SCHEMA_2 = `
CREATE VIRTUAL TABLE memory_text USING fts5 (
  words, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER memory_text_added AFTER INSERT ON memories BEGIN
  ${INDEXED} SELECT new.key, ${WORDS_OF('new')};
END;
CREATE TRIGGER memory_text_removed AFTER DELETE ON memories BEGIN
  ${UNINDEXED};
END;
CREATE TRIGGER memory_text_changed AFTER UPDATE OF text, detail ON memories
  WHEN old.text IS NOT new.text OR old.detail IS NOT new.detail
BEGIN
  ${UNINDEXED};
  ${INDEXED} SELECT new.key, ${WORDS_OF('new')};
END;
${INDEXED} SELECT memories.key, ${WORDS_OF('memories')} FROM memories;

-- Vectors go by the hash of the text that they stand for, never by the text.
CREATE TABLE embedders (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  dimensions INTEGER NOT NULL,
  used_at INTEGER NOT NULL
);
CREATE TABLE embeddings (
  key INTEGER PRIMARY KEY,
  embedder INTEGER NOT NULL REFERENCES embedders (key) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  vector BLOB NOT NULL
);
CREATE UNIQUE INDEX embeddings_by_hash ON embeddings (hash, embedder);
CREATE INDEX embeddings_by_embedder ON embeddings (embedder);

-- Few memories name files by a glob, and every recall asks for these. All that it reads is here.
CREATE INDEX memories_globbed ON memories (repo, status, created_at, glob, language)
  WHERE glob IS NOT NULL;

INSERT OR IGNORE INTO meta (key, value) VALUES ('store-id', lower(hex(randomblob(16))));
`;

/** Outcomes name their kind of evidence, so that explicit verdicts can calibrate its weight. */
export const SCHEMA_3 = `
ALTER TABLE outcomes ADD COLUMN evidence TEXT;
`;

/** What was given for each question as a whole, and why each memory was among it, as of then. */
export const SCHEMA_4 = `
ALTER TABLE receipts ADD COLUMN tokens INTEGER;
ALTER TABLE receipts ADD COLUMN left_out TEXT;
ALTER TABLE exposures ADD COLUMN score REAL;
ALTER TABLE exposures ADD COLUMN tokens INTEGER;
ALTER TABLE exposures ADD COLUMN reasons TEXT;
CREATE INDEX exposures_by_time ON exposures (at);
CREATE INDEX outcomes_by_time ON outcomes (at);
CREATE INDEX journal_by_time ON journal (at);
`;

/** What came of each memory, situation by situation: made from the outcomes, for recall to read at once. */
export const SCHEMA_5 = `
CREATE TABLE experiences (
  memory INTEGER PRIMARY KEY REFERENCES nodes (key) ON DELETE CASCADE,
  traces BLOB NOT NULL
);
`;

/**
 * What rules are held by: where they rest and where a person overruled them, how often each was kept
 * and broken, and which breaches stand. Lines of code are there as hashes alone. All of it hangs on
 * the rule's node, so that forgetting the rule forgets it too.
 */
export const SCHEMA_6 = `
-- Few memories have a detector, and each check asks for them.
CREATE INDEX memories_detected ON memories (status, repo) WHERE instr(detail, '"detector":') > 0;

CREATE TABLE rule_pauses (
  memory INTEGER PRIMARY KEY REFERENCES nodes (key) ON DELETE CASCADE,
  until INTEGER,
  branch TEXT
);

CREATE TABLE rule_overrules (
  memory INTEGER NOT NULL REFERENCES nodes (key) ON DELETE CASCADE,
  repo TEXT NOT NULL,
  path TEXT NOT NULL,
  line TEXT NOT NULL,
  how TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (memory, repo, path, line)
) WITHOUT ROWID;

-- A day is counted from 1970, in UTC.
CREATE TABLE rule_counts (
  memory INTEGER NOT NULL REFERENCES nodes (key) ON DELETE CASCADE,
  repo TEXT NOT NULL,
  author TEXT NOT NULL,
  day INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  broken INTEGER NOT NULL,
  overridden INTEGER NOT NULL,
  fixed INTEGER NOT NULL,
  broken_at INTEGER,
  PRIMARY KEY (memory, day, author, repo)
) WITHOUT ROWID;

-- What was counted as kept in a file within one change, so that it is counted once.
CREATE TABLE rule_keeps (
  memory INTEGER NOT NULL REFERENCES nodes (key) ON DELETE CASCADE,
  repo TEXT NOT NULL,
  path TEXT NOT NULL,
  author TEXT NOT NULL,
  change TEXT NOT NULL,
  kept INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (memory, repo, path, author, change)
) WITHOUT ROWID;
CREATE INDEX rule_keeps_by_time ON rule_keeps (at);

-- Breaches that were counted and stand yet, with the lines around them.
CREATE TABLE rule_breaches (
  key INTEGER PRIMARY KEY,
  memory INTEGER NOT NULL REFERENCES nodes (key) ON DELETE CASCADE,
  repo TEXT NOT NULL,
  path TEXT NOT NULL,
  line TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  author TEXT NOT NULL,
  overruled INTEGER NOT NULL,
  at INTEGER NOT NULL
);
CREATE INDEX rule_breaches_by_file ON rule_breaches (repo, path);
CREATE INDEX rule_breaches_by_memory ON rule_breaches (memory);
`;

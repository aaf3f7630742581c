import type { Status } from '../memory/memory';
import { listOf } from './bulk';
import type { Connection, Row, SqlValue } from './connection';

/** Words of a query that are looked at, and those of them that are searched for: the rarest. */
const MOST_WORDS = 48;
const MOST_SEARCHED = 12;
/** A word that stands in this many memories is common, and is not counted any further. */
const COMMON = 1000;
/** Memories that are ranked for one query; of more, the newest. */
const MOST_RANKED = 5000;
/** Of what is ranked, this many times the limit is looked up first; all, where filters leave too few. */
const LOOKED_UP = 3;
/** With nothing but common words, only so many are searched for: each costs time in every memory. */
const FEW_SEARCHED = 3;

/** Which memories full text may give. */
export interface TextFilter {
  readonly limit: number;
  /** Those of this repository and those of none; `''`: those of none. Every one without it. */
  readonly repo?: string | undefined;
  readonly statuses?: readonly Status[] | undefined;
}

/** What full text found. */
export interface TextFound {
  /** The best first, by BM25 over the words searched for; comparable within one answer only. */
  readonly hits: readonly { readonly id: string; readonly score: number }[];
  /** Of each word: in how many memories it stands; `COMMON` at most, which means "or more". */
  readonly frequencies: ReadonlyMap<string, number>;
}

/**
 * Finds memories by words in SQLite's full text (FTS5). A word may be any text: it is quoted, so
 * that no sign in it is a command, and is cut as FTS5 cuts, its parts standing side by side.
 *
 * Ranking all that a long sentence touches takes seconds in a large store, so only the rarest words
 * are searched for, as many as together touch few memories.
 */
export async function findText(
  connection: Connection,
  words: readonly string[],
  { limit, repo, statuses }: TextFilter,
): Promise<TextFound> {
  const distinct = [...new Set(words.filter((word) => /[\p{L}\p{N}]/u.test(word)))];
  const frequencies = await frequenciesOf(connection, distinct.slice(0, MOST_WORDS));
  const searched = telling(frequencies);
  if (searched.length === 0 || limit < 1) return { hits: [], frequencies };
  const find = (depth: number) =>
    ranked(connection, searched.map(quoted).join(' OR '), { limit, repo, statuses }, depth);
  let rows = await find(limit * LOOKED_UP);
  const filtered = repo !== undefined || statuses !== undefined;
  if (rows.length < limit && filtered) rows = await find(MOST_RANKED);
  const hits = rows.map((row) => ({ id: String(row['id']), score: Number(row['score']) }));
  return { hits, frequencies };
}

/**
 * Merges a part of the full text's segments into one: only that takes the words of removed memories
 * out of its pages. Returns whether nothing is left to merge.
 *
 * @param pages that are written at most
 */
export async function mergeText(connection: Connection, pages: number): Promise<boolean> {
  const changes = async () =>
    Number((await connection.first('SELECT total_changes() AS n'))?.['n']);
  const before = await changes();
  await connection.all(`INSERT INTO memory_text (memory_text, rank) VALUES ('merge', ?)`, [-pages]);
  // As SQLite's documentation has it: fewer than two changes mean that there was nothing to do.
  return (await changes()) - before < 2;
}

/** Looking a memory up costs more than ranking it, so the `depth` best alone are. */
async function ranked(
  connection: Connection,
  match: string,
  { limit, repo, statuses }: TextFilter,
  depth: number,
): Promise<Row[]> {
  const conditions: string[] = [];
  const parameters: SqlValue[] = [];
  if (repo !== undefined) {
    conditions.push('(m.repo IS NULL OR m.repo = ?)');
    parameters.push(repo);
  }
  if (statuses !== undefined) {
    conditions.push('m.status IN (SELECT value FROM json_each(?))');
    parameters.push(listOf(statuses));
  }
  return connection.all(
    `SELECT n.id, -best.rank AS score FROM (
       SELECT key, rank FROM (
         SELECT rowid AS key, rank FROM memory_text WHERE memory_text MATCH ?
         ORDER BY rowid DESC LIMIT ${MOST_RANKED})
       ORDER BY rank, key DESC LIMIT ?) best
     JOIN memories m ON m.key = best.key JOIN nodes n ON n.key = m.key
     ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY best.rank, m.key DESC LIMIT ?`,
    [match, depth, ...parameters, limit],
  );
}

async function frequenciesOf(
  connection: Connection,
  words: readonly string[],
): Promise<Map<string, number>> {
  if (words.length === 0) return new Map();
  const rows = await connection.all(
    `SELECT (SELECT count(*) FROM
       (SELECT 1 FROM memory_text WHERE memory_text MATCH word.value LIMIT ${COMMON})) AS n
     FROM json_each(?) word ORDER BY word.key`,
    [listOf(words.map(quoted))],
  );
  return new Map(words.map((word, at) => [word, Number(rows[at]?.['n'] ?? 0)]));
}

/** The rarest words that stand anywhere. */
function telling(frequencies: ReadonlyMap<string, number>): string[] {
  const rarest = [...frequencies].filter(([, n]) => n > 0).sort(([, a], [, b]) => a - b);
  if ((rarest[0]?.[1] ?? 0) >= COMMON) return rarest.slice(0, FEW_SEARCHED).map(([word]) => word);
  let touched = 0;
  const taken: string[] = [];
  for (const [word, n] of rarest.slice(0, MOST_SEARCHED)) {
    touched += n;
    if (n >= COMMON || touched > MOST_RANKED) break;
    taken.push(word);
  }
  return taken;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', ' ').replaceAll('\0', ' ')}"`;
}

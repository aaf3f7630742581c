import type { Connection } from './connection';
import { insertRows } from './bulk';

/**
 * What changed. `quality`: nothing but the quality of the memory with this id. `edge`: the id is that of a node whose edges changed; both ends of an edge are told.
 * `rule`: a pause of the rule with this id, or a place where it was overruled.
 * `node`: a node is gone and with it its edges; the id is its key, which nothing else tells any more.
 */
export type ChangedTable =
  | 'memory'
  | 'quality'
  | 'rule'
  | 'entity'
  | 'edge'
  | 'node'
  | 'signal'
  | 'exposure'
  | 'outcome'
  | 'session';

/** One change; revisions count the changes of the whole store, over all processes. */
export interface Change {
  readonly revision: number;
  readonly table: ChangedTable;
  readonly id: string;
  /** Whether what has this id is no longer there. */
  readonly gone: boolean;
}

/** What a reader of the feed is told. */
export interface Changes {
  /** In order; of several to the same thing all are told. */
  readonly changes: Change[];
  /** The reader fell behind what the feed still knows and must read everything anew. */
  readonly reset: boolean;
  /** Up to where the reader now knows; what to ask from next. */
  readonly revision: number;
}

/** The revision of the newest change; 0 for an empty store. */
export async function newestRevision(connection: Connection): Promise<number> {
  return Number((await connection.first('SELECT max(last) AS last FROM changes'))?.['last'] ?? 0);
}

/** The changes after a revision, at most `limit` of them. */
export async function changesSince(
  connection: Connection,
  revision: number,
  limit: number,
): Promise<Changes> {
  const newest = await newestRevision(connection);
  if (revision === newest) return { changes: [], reset: false, revision };
  const rows = await connection.all(
    'SELECT first, subject, gone, ids FROM changes WHERE last > ? ORDER BY last LIMIT ?',
    [revision, limit],
  );
  // Beyond the newest: the database was replaced by an older copy of itself.
  if (revision > newest || revision + 1 < Number(rows[0]?.['first'])) {
    return { changes: [], reset: true, revision: newest };
  }
  const changes: Change[] = [];
  for (const row of rows) {
    if (changes.length >= limit) break;
    const first = Number(row['first']);
    const ids = JSON.parse(String(row['ids'])) as string[];
    ids.forEach((id, i) => {
      if (first + i <= revision || changes.length >= limit) return;
      const table = row['subject'] as ChangedTable;
      changes.push({ revision: first + i, table, id, gone: row['gone'] === 1 });
    });
  }
  return { changes, reset: false, revision: changes.at(-1)?.revision ?? revision };
}

/** A row of the feed holds no more ids, so that a reader of the newest few need not read them all. */
const LONGEST_RUN = 200;

/** Changes to one table in a row. */
interface Run {
  readonly first: number;
  readonly table: ChangedTable;
  readonly gone: boolean;
  readonly ids: string[];
}

/** Numbers the changes of one transaction, and writes them down at its end. */
export class ChangeRecorder {
  readonly #runs: Run[] = [];
  #revision: number;

  /** @param revision the newest one before this transaction, read under the write lock */
  constructor(revision: number) {
    this.#revision = revision;
  }

  /** Notes a change and returns its revision. */
  note(table: ChangedTable, id: string, gone = false): number {
    const revision = ++this.#revision;
    const run = this.#runs.at(-1);
    const fits = run?.table === table && run.gone === gone && run.ids.length < LONGEST_RUN;
    if (fits) run.ids.push(id);
    else this.#runs.push({ first: revision, table, gone, ids: [id] });
    return revision;
  }

  /**
   * Writes the changes down, and lets go of those that are more than `kept` revisions old.
   *
   * @returns whether there were any
   */
  async flush(connection: Connection, kept: number): Promise<boolean> {
    if (this.#runs.length === 0) return false;
    await insertRows(
      connection,
      'INSERT INTO changes (first, last, subject, gone, ids)',
      this.#runs.map(({ first, table, gone, ids }) => [
        first,
        first + ids.length - 1,
        table,
        gone ? 1 : 0,
        JSON.stringify(ids),
      ]),
    );
    await connection.all('DELETE FROM changes WHERE last < ?', [this.#revision - kept]);
    return true;
  }
}

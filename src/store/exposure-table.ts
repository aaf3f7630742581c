import { Exposure } from '../memory/exposure';
import { firstIdAt } from '../memory/ids';
import type { Given, Grounds } from '../memory/receipt';
import { OWN_PROCESS_DOORS } from '../memory/task';
import { insertRows, listOf } from './bulk';
import type { Connection, Row, SqlValue } from './connection';
import { json, type RowParser } from './row-parser';

/** Exposures that a condition lets through. The task is kept once for each receipt. */
export async function exposuresWhere(
  connection: Connection,
  condition: string,
  parameters: readonly SqlValue[],
  parser: RowParser,
): Promise<Exposure[]> {
  const rows = await connection.all(
    `SELECT x.id, x.receipt, x.memory, x.session, x.at, x.rank, x.probability, r.task
     FROM exposures x JOIN receipts r ON r.id = x.receipt WHERE ${condition}`,
    parameters,
  );
  return parser.parse(Exposure, rows, (row: Row) => ({ ...row, task: json(row['task']) }));
}

/**
 * What a session was shown at or after a time, the newest first; where a repository is named, also
 * what other sessions were shown about it by doors of processes of their own, whose work is seen in
 * this one.
 */
export async function exposuresSince(
  connection: Connection,
  { session, since, repo }: { session: string; since: number; repo: string | undefined },
  parser: RowParser,
): Promise<Exposure[]> {
  const elsewhere = `OR (r.task ->> '$.repo' = ?
    AND r.task ->> '$.door' IN (SELECT value FROM json_each(?)))`;
  return exposuresWhere(
    connection,
    `x.at >= ? AND (x.session = ? ${repo === undefined ? '' : elsewhere})
     ORDER BY x.at DESC, x.rank`,
    [since, session, ...(repo === undefined ? [] : [repo, listOf(OWN_PROCESS_DOORS)])],
    parser,
  );
}

/** An assistant's conversation; without a name it is what the assistant asks in one session. */
export interface ConversationFilter {
  readonly session: string;
  readonly assistant: string;
  readonly name: string | undefined;
}

/** When each memory was last shown to a conversation at or after a time, by memory. */
export async function shownIn(
  connection: Connection,
  { session, assistant, name }: ConversationFilter,
  since: number,
): Promise<Map<string, number>> {
  // A named conversation goes on over many sessions: then the newest receipts are looked through,
  // whose ids begin with their time. A CROSS JOIN is done in the order in which it is written.
  const [among, value] =
    name === undefined
      ? ([
          'exposures x CROSS JOIN receipts r ON r.id = x.receipt WHERE x.session = ?',
          session,
        ] as const)
      : ([
          'receipts r CROSS JOIN exposures x ON x.receipt = r.id WHERE r.id >= ?',
          firstIdAt('receipt', since),
        ] as const);
  const rows = await connection.all(
    `SELECT x.memory, max(x.at) AS at FROM ${among} AND x.at >= ?
       AND r.task ->> '$.assistant' = ? AND r.task ->> '$.conversation' IS ? GROUP BY x.memory`,
    [value, since, assistant, name ?? null],
  );
  return new Map(rows.map((row) => [String(row['memory']), Number(row['at'])]));
}

/** An exposure to be stored, with the reasons for it where they are known. */
export type NewExposure = Exposure & { readonly grounds?: Grounds | undefined };

/**
 * Puts in those exposures whose ids are new, and returns these ids.
 *
 * @param given what their question was given as a whole; all are of one receipt then
 */
export async function insertExposures(
  connection: Connection,
  exposures: readonly NewExposure[],
  given?: Given,
): Promise<string[]> {
  const tasks = new Map(exposures.map(({ receipt, task }) => [receipt, JSON.stringify(task)]));
  const leftOut = given ? JSON.stringify(given.leftOut) : null;
  await insertRows(
    connection,
    'INSERT OR IGNORE INTO receipts (id, task, tokens, left_out)',
    [...tasks].map(([id, task]) => [id, task, given?.tokens ?? null, leftOut]),
  );
  const rows = await insertRows(
    connection,
    `INSERT OR IGNORE INTO exposures
       (id, receipt, memory, session, at, rank, probability, score, tokens, reasons)`,
    exposures.map(({ grounds, ...x }) => [
      ...[x.id, x.receipt, x.memory, x.session, x.at, x.rank, x.probability],
      ...[grounds?.score ?? null, grounds?.tokens ?? null],
      grounds ? JSON.stringify(grounds.reasons) : null,
    ]),
    'RETURNING id',
  );
  return rows.map((row) => String(row['id']));
}

/** Removes every exposure of a memory, and the tasks that nothing else was shown for. */
export async function removeExposures(connection: Connection, memory: string): Promise<string[]> {
  const rows = await connection.all(
    'DELETE FROM exposures WHERE memory = ? RETURNING id, receipt',
    [memory],
  );
  const receipts = JSON.stringify(rows.map((row) => row['receipt']));
  await connection.all(
    `DELETE FROM receipts WHERE id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM exposures WHERE receipt = receipts.id)`,
    [receipts],
  );
  return rows.map((row) => String(row['id']));
}

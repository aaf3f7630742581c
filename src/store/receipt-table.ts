import { z } from 'zod';
import { Exposure } from '../memory/exposure';
import { Outcome, VERDICTS } from '../memory/outcome';
import { Given, Grounds, ReceiptRow, type Tally } from '../memory/receipt';
import { CLIENTS } from '../memory/session';
import { listOf } from './bulk';
import type { Connection, SqlValue } from './connection';
import { json, present, type RowParser } from './row-parser';
import { SHOWING_VERDICT, TALLY, tallyIn } from './showing-verdict';

/** Which receipts to list. */
export interface ReceiptFilter {
  readonly limit: number;
  /** Receipts that are older than this one. */
  readonly before?: string | undefined;
  /** Of questions about this repository. */
  readonly repo?: string | undefined;
}

/** Receipts that a filter lets through, the newest first: their ids sort by time. */
export async function listReceipts(
  connection: Connection,
  { limit, before, repo }: ReceiptFilter,
  parser: RowParser,
): Promise<ReceiptRow[]> {
  const where: string[] = [];
  const parameters: SqlValue[] = [];
  if (before !== undefined) {
    where.push('id < ?');
    parameters.push(before);
  }
  if (repo !== undefined) {
    where.push(`task ->> '$.repo' = ?`);
    parameters.push(repo);
  }
  const rows = await connection.all(
    `SELECT r.id, r.task, r.tokens, min(x.at) AS at, x.session, s.client, count(*) AS shown, ${TALLY}
     FROM (SELECT * FROM receipts ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
           ORDER BY id DESC LIMIT ?) r
     JOIN (SELECT x.receipt, x.at, x.session, ${SHOWING_VERDICT} AS verdict FROM exposures x) x
       ON x.receipt = r.id
     LEFT JOIN sessions s ON s.id = x.session
     GROUP BY r.id ORDER BY r.id DESC`,
    [...parameters, limit],
  );
  return parser.parse(ReceiptRow, rows, ({ task, ...row }) => ({
    ...present(row),
    task: json(task),
    tally: tallyIn(row),
  }));
}

/** A showing of one memory as it is kept, with what came of it. */
export const KeptShowing = Exposure.extend({
  client: z.enum(CLIENTS).optional(),
  given: Given.optional(),
  grounds: Grounds.optional(),
  verdict: z.enum(VERDICTS),
  /** The newest first. */
  outcomes: z.array(Outcome),
});
export type KeptShowing = z.infer<typeof KeptShowing>;

/** Showings on one receipt, by rank. */
export function showingsOn(
  connection: Connection,
  receipt: string,
  parser: RowParser,
): Promise<KeptShowing[]> {
  return showings(connection, 'x.receipt = ? ORDER BY x.rank', [receipt], parser);
}

/** Showings of one memory, the newest first. */
export function showingsOf(
  connection: Connection,
  memory: string,
  limit: number,
  parser: RowParser,
): Promise<KeptShowing[]> {
  const condition = 'x.memory = ? ORDER BY x.at DESC, x.id DESC LIMIT ?';
  return showings(connection, condition, [memory, limit], parser);
}

/** What all the showings of a memory came to. */
export async function memoryTally(connection: Connection, memory: string): Promise<Tally> {
  const row = await connection.first(
    `SELECT ${TALLY} FROM (SELECT ${SHOWING_VERDICT} AS verdict FROM exposures x WHERE memory = ?)`,
    [memory],
  );
  return tallyIn(row);
}

async function showings(
  connection: Connection,
  condition: string,
  parameters: readonly SqlValue[],
  parser: RowParser,
): Promise<KeptShowing[]> {
  const rows = await connection.all(
    `SELECT x.*, r.task, r.tokens AS given, r.left_out, s.client, ${SHOWING_VERDICT} AS verdict
     FROM exposures x JOIN receipts r ON r.id = x.receipt LEFT JOIN sessions s ON s.id = x.session
     WHERE ${condition}`,
    parameters,
  );
  const exposures = rows.map((row) => String(row['id']));
  const outcomes = await outcomesOn(connection, exposures, parser);
  return parser.parse(
    KeptShowing,
    rows,
    ({ task, given, left_out, score, tokens, reasons, ...row }) => ({
      ...present(row),
      task: json(task),
      ...(left_out !== null && { given: { tokens: given, leftOut: json(left_out) } }),
      ...(reasons !== null && { grounds: { score, tokens, reasons: json(reasons) } }),
      outcomes: outcomes.get(String(row['id'])) ?? [],
    }),
  );
}

async function outcomesOn(
  connection: Connection,
  exposures: readonly string[],
  parser: RowParser,
): Promise<Map<string, Outcome[]>> {
  const rows = await connection.all(
    `SELECT * FROM outcomes WHERE exposure IN (SELECT value FROM json_each(?))
     ORDER BY at DESC, key DESC`,
    [listOf(exposures)],
  );
  const outcomes = parser.parse(Outcome, rows, (row) => ({
    ...present(row),
    signals: json(row['signals']),
  }));
  return Map.groupBy(outcomes, ({ exposure }) => exposure);
}

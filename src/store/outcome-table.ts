import { Outcome } from '../memory/outcome';
import { insertRows } from './bulk';
import type { Connection } from './connection';
import { json, present, type RowParser } from './row-parser';

/** What the exposures of a memory led to, the newest first. */
export async function outcomesOf(
  connection: Connection,
  memory: string,
  limit: number,
  parser: RowParser,
): Promise<Outcome[]> {
  const rows = await connection.all(
    'SELECT * FROM outcomes WHERE memory = ? ORDER BY at DESC, key DESC LIMIT ?',
    [memory, limit],
  );
  return parser.parse(Outcome, rows, (row) => ({
    ...present(row),
    signals: json(row['signals']),
  }));
}

/** Puts in outcomes; an exposure may have several. */
export async function insertOutcomes(
  connection: Connection,
  outcomes: readonly Outcome[],
): Promise<void> {
  await insertRows(
    connection,
    'INSERT INTO outcomes (exposure, memory, verdict, weight, at, reason, signals, evidence)',
    outcomes.map((o) => [
      o.exposure,
      o.memory,
      o.verdict,
      o.weight,
      o.at,
      o.reason,
      JSON.stringify(o.signals),
      o.evidence ?? null,
    ]),
  );
}

/** Removes every outcome of a memory. */
export async function removeOutcomes(connection: Connection, memory: string): Promise<void> {
  await connection.all('DELETE FROM outcomes WHERE memory = ?', [memory]);
}

import { z } from 'zod';
import { Outcome } from '../memory/outcome';
import { Task } from '../memory/task';
import { listOf } from './bulk';
import type { Connection } from './connection';
import { json, present, type RowParser } from './row-parser';

/** An outcome with what the memory was shown for, where that is still known. */
export const Judgement = z.object({ outcome: Outcome, task: Task.optional() });
export type Judgement = z.infer<typeof Judgement>;

/** All outcomes of these memories, in the order in which they were stored. */
export async function judgementsOf(
  connection: Connection,
  memories: readonly string[],
  parser: RowParser,
): Promise<Judgement[]> {
  const rows = await connection.all(
    `SELECT o.*, r.task FROM outcomes o
     LEFT JOIN exposures x ON x.id = o.exposure LEFT JOIN receipts r ON r.id = x.receipt
     WHERE o.memory IN (SELECT value FROM json_each(?)) ORDER BY o.key`,
    [listOf(memories)],
  );
  return parser.parse(Judgement, rows, ({ task, ...row }) => ({
    outcome: { ...present(row), signals: json(row['signals'] ?? null) },
    ...(task !== null && task !== undefined && { task: json(task) }),
  }));
}

/** The newest outcomes of showings on which a person had a word, these words among them. */
export async function outcomesBesideVerdicts(
  connection: Connection,
  limit: number,
  parser: RowParser,
): Promise<Outcome[]> {
  const rows = await connection.all(
    `SELECT o.* FROM outcomes o
     WHERE o.exposure IN (SELECT exposure FROM outcomes WHERE evidence = 'verdict')
     ORDER BY o.key DESC LIMIT ?`,
    [limit],
  );
  return parser
    .parse(Outcome, rows, (row) => ({ ...present(row), signals: json(row['signals'] ?? null) }))
    .reverse();
}

/** Those of these exposures that a person had a word on; rows of old do not say, but rest on no signal. */
export async function spokenOf(
  connection: Connection,
  exposures: readonly string[],
): Promise<Set<string>> {
  const rows = await connection.all(
    `SELECT DISTINCT exposure FROM outcomes WHERE exposure IN (SELECT value FROM json_each(?))
       AND coalesce(evidence = 'verdict', signals = '[]')`,
    [listOf(exposures)],
  );
  return new Set(rows.map(({ exposure }) => String(exposure)));
}

/** Ids of memories that have outcomes, in their order, part by part. */
export async function judgedAfter(
  connection: Connection,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await connection.all(
    'SELECT DISTINCT memory FROM outcomes WHERE memory > ? ORDER BY memory LIMIT ?',
    [after, limit],
  );
  return rows.map(({ memory }) => String(memory));
}

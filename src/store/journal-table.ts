import { JournalEntry } from '../memory/journal';
import { insertRows } from './bulk';
import type { Connection, SqlValue } from './connection';
import { json, present, type RowParser } from './row-parser';

/** Journal entries that a condition lets through, the newest first. */
export async function journalWhere(
  connection: Connection,
  condition: string,
  parameters: readonly SqlValue[],
  limit: number,
  parser: RowParser,
): Promise<JournalEntry[]> {
  const rows = await connection.all(
    `SELECT * FROM journal WHERE ${condition} ORDER BY key DESC LIMIT ?`,
    [...parameters, limit],
  );
  return parser.parse(JournalEntry, rows, ({ before, after, undone_by, ...row }) => ({
    ...row,
    ...present({ undoneBy: undone_by }),
    ...(typeof before === 'string' && { before: json(before) }),
    ...(typeof after === 'string' && { after: json(after) }),
  }));
}

/**
 * The text of a memory as it was at a time, from the first change after it; `undefined` when there
 * was none.
 */
export async function textAt(
  connection: Connection,
  memory: string,
  at: number,
): Promise<string | undefined> {
  const row = await connection.first(
    `SELECT before ->> '$.text' AS text FROM journal
     WHERE memory = ? AND at > ? AND before IS NOT NULL ORDER BY key LIMIT 1`,
    [memory, at],
  );
  return typeof row?.['text'] === 'string' ? row['text'] : undefined;
}

/** Puts in entries, in order. */
export async function insertJournal(
  connection: Connection,
  entries: readonly JournalEntry[],
): Promise<void> {
  await insertRows(
    connection,
    'INSERT INTO journal (id, at, actor, action, memory, summary, before, after, undone_by)',
    entries.map((entry) => [
      entry.id,
      entry.at,
      entry.actor,
      entry.action,
      entry.memory,
      entry.summary,
      entry.before === undefined ? null : JSON.stringify(entry.before),
      entry.after === undefined ? null : JSON.stringify(entry.after),
      entry.undoneBy ?? null,
    ]),
  );
}

/** Notes that an entry was taken back, and by which. */
export async function markUndone(connection: Connection, id: string, by: string): Promise<void> {
  await connection.all('UPDATE journal SET undone_by = ? WHERE id = ?', [by, id]);
}

/** Removes every entry of a memory. */
export async function removeJournal(connection: Connection, memory: string): Promise<void> {
  await connection.all('DELETE FROM journal WHERE memory = ?', [memory]);
}

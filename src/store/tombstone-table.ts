import { HumanError } from '../memory/human-error';
import { listOf } from './bulk';
import type { Connection } from './connection';

/** Which of these ids are nodes already, or forgotten. */
export async function takenIds(
  connection: Connection,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await connection.all(
    `SELECT id FROM nodes WHERE id IN (SELECT value FROM json_each(?1))
     UNION ALL SELECT id FROM tombstones WHERE id IN (SELECT value FROM json_each(?1))`,
    [listOf(ids)],
  );
  return new Set(rows.map((row) => String(row['id'])));
}

/** Throws a `HumanError` when what had this id was forgotten. */
export async function refuseForgotten(connection: Connection, id: string): Promise<void> {
  if (!(await connection.first('SELECT 1 FROM tombstones WHERE id = ?', [id]))) return;
  throw new HumanError(
    'This memory was forgotten, perhaps in another window.',
    'If you want it after all, remember it anew.',
  );
}

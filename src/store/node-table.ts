import { insertRows, listOf } from './bulk';
import type { Connection } from './connection';

/** The integer keys of the nodes with these ids; ids that are no node's are left out. */
export async function keysOf(
  connection: Connection,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await connection.all(
    'SELECT id, key FROM nodes WHERE id IN (SELECT value FROM json_each(?))',
    [listOf(ids)],
  );
  return new Map(rows.map((row) => [String(row['id']), Number(row['key'])]));
}

/** The ids of the nodes with these keys, by key; keys that are no node's are left out. */
export async function idsOf(
  connection: Connection,
  keys: readonly number[],
): Promise<Map<number, string>> {
  const rows = await connection.all(
    'SELECT key, id FROM nodes WHERE key IN (SELECT value FROM json_each(?))',
    [listOf(keys)],
  );
  return new Map(rows.map((row) => [Number(row['key']), String(row['id'])]));
}

/** Makes nodes for those ids that have none, and returns the keys of the new ones. */
export async function addNodes(
  connection: Connection,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await insertRows(
    connection,
    'INSERT OR IGNORE INTO nodes (id)',
    ids.map((id) => [id]),
    'RETURNING id, key',
  );
  return new Map(rows.map((row) => [String(row['id']), Number(row['key'])]));
}

/** Removes a node with what hangs on it: its memory or entity, and its edges. */
export async function removeNode(connection: Connection, key: number): Promise<void> {
  await connection.all('DELETE FROM nodes WHERE key = ?', [key]);
}

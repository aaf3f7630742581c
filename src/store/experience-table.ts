import { listOf } from './bulk';
import type { Connection } from './connection';
import { keysOf } from './node-table';

/** What came of memories, situation by situation, as `learning` wrote it; most have nothing. */
export async function experiencesOf(
  connection: Connection,
  ids: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const rows = await connection.all(
    `SELECT n.id, e.traces FROM nodes n JOIN experiences e ON e.memory = n.key
     WHERE n.id IN (SELECT value FROM json_each(?))`,
    [listOf(ids)],
  );
  return new Map(
    rows.flatMap(({ id, traces }) =>
      traces instanceof Uint8Array ? [[String(id), traces] as const] : [],
    ),
  );
}

/** Writes what came of memories; of those that are gone nothing. */
export async function putExperiences(
  connection: Connection,
  experiences: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const keys = await keysOf(connection, [...experiences.keys()]);
  for (const [id, traces] of experiences) {
    const key = keys.get(id);
    if (key === undefined) continue;
    await connection.all('INSERT OR REPLACE INTO experiences (memory, traces) VALUES (?, ?)', [
      key,
      Buffer.from(traces),
    ]);
  }
}

import { Entity } from '../memory/entity';
import { insertRows, listOf } from './bulk';
import type { Connection, Row } from './connection';
import { addNodes, keysOf } from './node-table';
import { present, type RowParser } from './row-parser';
import { keyAfter, type Slice, sliceOf } from './slice';

const SELECT = `SELECT n.id, e.* FROM entities e JOIN nodes n ON n.key = e.key`;

/** Entities by their ids, in the order asked; missing ones are left out. */
export async function entitiesOf(
  connection: Connection,
  ids: readonly string[],
  parser: RowParser,
): Promise<Entity[]> {
  const rows = await connection.all(`${SELECT} WHERE n.id IN (SELECT value FROM json_each(?))`, [
    listOf(ids),
  ]);
  const found = new Map(parsed(rows, parser).map((entity) => [entity.id, entity]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Entities in the order of their keys. */
export async function sliceEntities(
  connection: Connection,
  after: string | undefined,
  limit: number,
  parser: RowParser,
): Promise<Slice<Entity>> {
  const rows = await connection.all(`${SELECT} WHERE e.key > ? ORDER BY e.key LIMIT ?`, [
    keyAfter(after),
    limit,
  ]);
  return sliceOf(rows, limit, parsed(rows, parser));
}

/**
 * Puts in entities, or brings those that are there up to date: a text that is not empty replaces
 * the one before, and the earlier time stays.
 *
 * @returns how many are new, and the ids of all that changed
 */
export async function upsertEntities(
  connection: Connection,
  entities: readonly Entity[],
): Promise<{ added: number; changed: string[] }> {
  const distinct = [...new Map(entities.map((entity) => [entity.id, entity])).values()];
  const ids = distinct.map((entity) => entity.id);
  const added = await addNodes(connection, ids);
  const keys = added.size < ids.length ? await keysOf(connection, ids) : added;
  const rows = distinct.map((entity) => [
    keys.get(entity.id) ?? null,
    entity.kind,
    entity.name,
    entity.repo ?? null,
    entity.text,
    entity.at,
  ]);
  const changed = await insertRows(
    connection,
    'INSERT INTO entities (key, kind, name, repo, text, at)',
    rows,
    `ON CONFLICT (key) DO UPDATE SET
       text = iif(excluded.text = '', text, excluded.text), at = min(at, excluded.at)
     WHERE (excluded.text <> '' AND excluded.text <> text) OR excluded.at < at
     RETURNING key`,
  );
  const touched = new Set(changed.map((row) => row['key']));
  return { added: added.size, changed: ids.filter((id) => touched.has(keys.get(id) ?? null)) };
}

function parsed(rows: readonly Row[], parser: RowParser): Entity[] {
  return parser.parse(Entity, rows, (row) => present(row));
}

import { Memory, type MemoryKind, type Status, STATUSES } from '../memory/memory';
import type { Quality } from '../memory/quality';
import { Scope } from '../memory/scope';
import { insertRows, listOf } from './bulk';
import type { Connection, Row, SqlValue } from './connection';
import { addNodes } from './node-table';
import { json, present, type RowParser } from './row-parser';
import { keyAfter, type Slice, sliceOf } from './slice';

/**
 * A memory as JSON, made by SQLite on its own thread: one text is handed over many times quicker
 * than fifteen cells. \`json_patch\` leaves out what is NULL.
 */
const MEMORY = `json_patch(json_object(
    'id', n.id, 'kind', m.kind, 'text', m.text, 'status', m.status, 'detail', ${valid('detail')},
    'provenance', ${valid('provenance')}, 'quality', ${valid('quality')},
    'createdAt', m.created_at, 'updatedAt', m.updated_at, 'revision', m.revision),
  json_object('origin', m.origin, 'scope',
    json_object('repo', m.repo, 'glob', m.glob, 'language', m.language))) AS memory`;
/** A memory as JSON in the column `memory`, from `memories m` and `nodes n`. */
export const SELECT_MEMORY = `SELECT n.id, m.key, ${MEMORY} FROM memories m JOIN nodes n ON n.key = m.key`;

/** Which memories to list. */
export interface MemoryFilter {
  /** Those of this repository, and those that hold everywhere. */
  readonly repo?: string | undefined;
  readonly kinds?: readonly MemoryKind[] | undefined;
  readonly statuses?: readonly Status[] | undefined;
  readonly limit: number;
}

/** Memories by their ids, in the order asked; missing ones are left out. */
export async function memoriesOf(
  connection: Connection,
  ids: readonly string[],
  parser: RowParser,
): Promise<Memory[]> {
  const rows = await connection.all(
    `${SELECT_MEMORY} WHERE n.id IN (SELECT value FROM json_each(?))`,
    [listOf(ids)],
  );
  const found = new Map(parsed(rows, parser).map((memory) => [memory.id, memory]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** When memories were last changed, by their ids; missing ones are left out. */
export async function changedAt(
  connection: Connection,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await connection.all(
    `SELECT n.id, m.updated_at FROM nodes n JOIN memories m ON m.key = n.key
     WHERE n.id IN (SELECT value FROM json_each(?))`,
    [listOf(ids)],
  );
  return new Map(rows.map((row) => [String(row['id']), Number(row['updated_at'])]));
}

/**
 * Memories that a filter lets through, the newest first. Asked for by status and repository one by
 * one, because each of these is a stretch of an index that is in order already; SQLite merges them
 * and stops at the limit, where one condition over all would make it sort every row.
 */
export async function listMemories(
  connection: Connection,
  filter: MemoryFilter,
  parser: RowParser,
): Promise<Memory[]> {
  const { repo, kinds, statuses = STATUSES, limit } = filter;
  const branches: string[] = [];
  const parameters: SqlValue[] = [];
  for (const status of new Set(statuses)) {
    for (const where of repo === undefined ? [''] : ['repo = ? AND', 'repo IS NULL AND']) {
      branches.push(`SELECT key, created_at FROM memories
        WHERE ${where} status = ? ${kinds ? 'AND kind IN (SELECT value FROM json_each(?))' : ''}`);
      if (where.includes('?')) parameters.push(repo ?? null);
      parameters.push(status);
      if (kinds) parameters.push(listOf(kinds));
    }
  }
  if (branches.length === 0) return [];
  const rows = await connection.all(
    `SELECT n.id, m.key, ${MEMORY} FROM (${branches.join(' UNION ALL ')}
       ORDER BY created_at DESC, key DESC LIMIT ?) newest
     JOIN memories m ON m.key = newest.key JOIN nodes n ON n.key = m.key
     ORDER BY m.created_at DESC, m.key DESC`,
    [...parameters, limit],
  );
  return parsed(rows, parser);
}

/** A memory's id, and where it holds. */
export type Placed = Pick<Memory, 'id' | 'scope'>;

/**
 * Where those memories hold whose scope names files by a glob, of one repository (none: `undefined`)
 * and of none, the newest first. Read from an index alone.
 */
export async function globbedMemories(
  connection: Connection,
  repo: string | undefined,
  statuses: readonly Status[],
  limit: number,
): Promise<Placed[]> {
  const branch = (where: string): string =>
    `SELECT key, repo, glob, language, created_at FROM memories
     WHERE glob IS NOT NULL AND ${where} AND status IN (SELECT value FROM json_each(?1))`;
  const branches = [branch('repo IS NULL'), ...(repo === undefined ? [] : [branch('repo = ?3')])];
  const rows = await connection.all(
    `SELECT n.id, newest.* FROM (${branches.join(' UNION ALL ')}
       ORDER BY created_at DESC, key DESC LIMIT ?2) newest JOIN nodes n ON n.key = newest.key`,
    [listOf(statuses), limit, ...(repo === undefined ? [] : [repo])],
  );
  return rows.map((row) => ({
    id: String(row['id']),
    scope: Scope.parse(
      present({ repo: row['repo'], glob: row['glob'], language: row['language'] }),
    ),
  }));
}

/** Memories in the order of their keys. */
export async function sliceMemories(
  connection: Connection,
  after: string | undefined,
  limit: number,
  parser: RowParser,
): Promise<Slice<Memory>> {
  const rows = await connection.all(`${SELECT_MEMORY} WHERE m.key > ? ORDER BY m.key LIMIT ?`, [
    keyAfter(after),
    limit,
  ]);
  return sliceOf(rows, limit, parsed(rows, parser));
}

/** Puts in memories that are new as nodes; the caller has seen to that. */
export async function insertMemories(
  connection: Connection,
  memories: readonly Memory[],
): Promise<void> {
  const keys = await addNodes(
    connection,
    memories.map((memory) => memory.id),
  );
  const rows = memories.map((memory) => {
    const key = keys.get(memory.id);
    if (key === undefined) throw new Error(`There is a node with the id ${memory.id} already`);
    return [key, ...columns(memory)];
  });
  await insertRows(connection, `INSERT INTO memories (key, ${COLUMNS.join(', ')})`, rows);
}

/** Writes a memory over the one with its id. */
export async function updateMemory(connection: Connection, memory: Memory): Promise<void> {
  await connection.all(
    `UPDATE memories SET ${COLUMNS.map((name) => `${name} = ?`).join(', ')}
     WHERE key = (SELECT key FROM nodes WHERE id = ?)`,
    [...columns(memory), memory.id],
  );
}

/** Writes the quality alone of memories, by their keys. */
export async function updateQualities(
  connection: Connection,
  updates: readonly { key: number; quality: Quality; revision: number }[],
): Promise<void> {
  const rows = updates.map(({ key, quality, revision }) => [
    key,
    JSON.stringify(quality),
    revision,
  ]);
  await connection.all(
    `UPDATE memories SET quality = new.value ->> 1, revision = new.value ->> 2
     FROM json_each(?) AS new WHERE memories.key = new.value ->> 0`,
    [JSON.stringify(rows)],
  );
}

/** Counts one showing more of each memory, and gives it its revision. */
export async function countShown(
  connection: Connection,
  revisions: ReadonlyMap<string, number>,
): Promise<void> {
  await connection.all(
    `UPDATE memories SET revision = new.value ->> 1,
       quality = json_set(quality, '$.shown', (quality ->> '$.shown') + 1)
     FROM json_each(?) AS new JOIN nodes ON nodes.id = new.value ->> 0
     WHERE memories.key = nodes.key`,
    [JSON.stringify([...revisions])],
  );
}

const COLUMNS = [
  'kind',
  'status',
  'text',
  'detail',
  'repo',
  'glob',
  'language',
  'provenance',
  'quality',
  'origin',
  'created_at',
  'updated_at',
  'revision',
] as const;

function columns(memory: Memory): SqlValue[] {
  return [
    memory.kind,
    memory.status,
    memory.text,
    JSON.stringify(memory.detail),
    memory.scope.repo ?? null,
    memory.scope.glob ?? null,
    memory.scope.language ?? null,
    JSON.stringify(memory.provenance),
    JSON.stringify(memory.quality),
    memory.origin ?? null,
    memory.createdAt,
    memory.updatedAt,
    memory.revision,
  ];
}

/** A column of JSON as a part of other JSON; what a stranger broke is missing there. */
function valid(column: string): string {
  return `CASE WHEN json_valid(m.${column}) THEN json(m.${column}) END`;
}

function parsed(rows: readonly Row[], parser: RowParser): Memory[] {
  return parser.parse(Memory, rows, (row) => json(row['memory']));
}

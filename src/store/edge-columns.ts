import { EDGE_TYPES, type EdgeType } from '../memory/edge';
import { type EdgeColumns, FULL_WEIGHT } from '../memory/edge-columns';
import { listOf } from './bulk';
import type { Connection, Row, SqlValue } from './connection';
import { typeOfCode } from './edge-table';

/** Where a part of the edges ends, in the order of their table. */
export interface EdgePlace {
  readonly source: number;
  readonly type: number;
  readonly target: number;
}

/** Part of the edges, and where to go on; no place after the last part. */
export interface EdgeSlice {
  readonly edges: EdgeColumns;
  readonly place: EdgePlace | undefined;
}

/** Hexadecimal digits, and bytes, of one edge: source, target, type's code and weight. */
const PACKED = `printf('%08x%08x%02x%04x', source, target, type,
  max(1, CAST(weight * ${FULL_WEIGHT} + 0.5 AS INTEGER)))`;
const BYTES = 11;

/**
 * Edges in the order of their table after a place, at most `limit`. They come as one text from the
 * database: a row for each costs many times as much.
 */
export async function sliceEdges(
  connection: Connection,
  after: EdgePlace | undefined,
  limit: number,
): Promise<EdgeSlice> {
  const { source = 0, type = 0, target = 0 } = after ?? {};
  const packed = await textOf(
    connection,
    `SELECT group_concat(${PACKED}, '') AS packed FROM (
       SELECT source, type, target, weight FROM edges WHERE (source, type, target) > (?, ?, ?)
       ORDER BY source, type, target LIMIT ?)`,
    [source, type, target, limit],
  );
  const count = packed.length / BYTES;
  return {
    edges: columnsOf(packed),
    place:
      count < limit
        ? undefined
        : {
            source: packed.readUInt32BE(packed.length - BYTES),
            target: packed.readUInt32BE(packed.length - BYTES + 4),
            type: packed.readUInt8(packed.length - BYTES + 8),
          },
  };
}

/** All edges that go out from nodes with these keys. */
export async function outgoingEdges(
  connection: Connection,
  sources: readonly number[],
): Promise<EdgeColumns> {
  const packed = await textOf(
    connection,
    `SELECT group_concat(${PACKED}, '') AS packed FROM edges
     WHERE source IN (SELECT value FROM json_each(?))`,
    [listOf(sources)],
  );
  return columnsOf(packed);
}

/** The keys of the memories that come after a key, at most `limit`, in order. */
export async function sliceMemoryKeys(
  connection: Connection,
  after: number,
  limit: number,
): Promise<Uint32Array> {
  const packed = await textOf(
    connection,
    `SELECT group_concat(printf('%08x', key), '') AS packed FROM (
       SELECT key FROM memories WHERE key > ? ORDER BY key LIMIT ?)`,
    [after, limit],
  );
  return keysIn(packed);
}

/** The keys of the memories that were learned at a time or later. */
export async function memoryKeysSince(connection: Connection, at: number): Promise<Uint32Array> {
  const packed = await textOf(
    connection,
    `SELECT group_concat(printf('%08x', key), '') AS packed FROM memories WHERE created_at >= ?`,
    [at],
  );
  return keysIn(packed);
}

function keysIn(packed: Buffer): Uint32Array {
  return Uint32Array.from({ length: packed.length / 4 }, (_, at) => packed.readUInt32BE(4 * at));
}

async function textOf(
  connection: Connection,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<Buffer> {
  const row: Row | undefined = await connection.first(sql, parameters);
  return Buffer.from(String(row?.['packed'] ?? ''), 'hex');
}

/** Edges of types that this version does not know are left out. */
function columnsOf(packed: Buffer): EdgeColumns {
  const most = packed.length / BYTES;
  const columns = {
    source: new Uint32Array(most),
    target: new Uint32Array(most),
    type: new Uint8Array(most),
    weight: new Uint16Array(most),
  };
  let count = 0;
  for (let at = 0; at < packed.length; at += BYTES) {
    const type = PLACES[packed.readUInt8(at + 8)] ?? UNKNOWN;
    if (type === UNKNOWN) continue;
    columns.source[count] = packed.readUInt32BE(at);
    columns.target[count] = packed.readUInt32BE(at + 4);
    columns.type[count] = type;
    columns.weight[count++] = packed.readUInt16BE(at + 9);
  }
  if (count === most) return columns;
  return {
    source: columns.source.slice(0, count),
    target: columns.target.slice(0, count),
    type: columns.type.slice(0, count),
    weight: columns.weight.slice(0, count),
  };
}

const UNKNOWN = 255;
/** By a type's code in the file: its place in `EDGE_TYPES`. */
const PLACES = Uint8Array.from({ length: 256 }, (_, code) => {
  const type: EdgeType | undefined = typeOfCode(code);
  return type === undefined ? UNKNOWN : EDGE_TYPES.indexOf(type);
});

import type { Edge, EdgeType } from '../memory/edge';
import { insertRows } from './bulk';
import type { Connection, Row, SqlValue } from './connection';
import { keysOf } from './node-table';

/** The number that stands for each type in the file. Never changed, only added to. */
const CODES: Readonly<Record<EdgeType, number>> = {
  about: 1,
  fixes: 2,
  causes: 3,
  supersedes: 4,
  contradicts: 5,
  'derived-from': 6,
  'similar-to': 7,
  precedes: 8,
  'used-with': 9,
  'evidence-for': 10,
};

const TYPES = new Map(Object.entries(CODES).map(([type, code]) => [code, type as EdgeType]));

/** The type that a number in the file stands for; none for a number of a later version. */
export function typeOfCode(code: number): EdgeType | undefined {
  return TYPES.get(code);
}

/** Nodes asked for in one statement; two fixed sizes, so that prepared statements are used again. */
const NODES_AT_ONCE = [32, 1] as const;

/**
 * The edges from and to each of these nodes, of each node the strongest `limitPerNode`; each edge
 * once, the strongest first.
 *
 * The rows are not parsed again: the table itself holds types to known numbers (unknown ones are
 * left out here), weights to (0, 1] and ends to nodes that exist.
 */
export async function edgesOf(
  connection: Connection,
  ids: readonly string[],
  limitPerNode: number,
): Promise<Edge[]> {
  const keys = [...(await keysOf(connection, ids)).values()];
  const found = new Map<string, Edge>();
  for (let at = 0; at < keys.length;) {
    const size = NODES_AT_ONCE.find((fitting) => fitting <= keys.length - at) ?? 1;
    const asked = keys.slice(at, at + size);
    const rows = await connection.all(
      statement(size),
      asked.flatMap((key) => [key, limitPerNode, key, limitPerNode, limitPerNode]),
    );
    for (const row of rows) {
      const edge = edgeOf(row);
      if (edge) found.set(`${edge.from} ${edge.type} ${edge.to}`, edge);
    }
    at += size;
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight);
}

function statement(nodes: number): string {
  const one = `SELECT * FROM (
    SELECT * FROM (SELECT source, type, target, weight FROM edges
                   WHERE source = ? ORDER BY weight DESC LIMIT ?)
    UNION SELECT * FROM (SELECT source, type, target, weight FROM edges
                   WHERE target = ? ORDER BY weight DESC LIMIT ?)
    ORDER BY weight DESC LIMIT ?)`;
  return `SELECT a.id AS "from", e.type, b.id AS "to", e.weight
    FROM (${Array<string>(nodes).fill(one).join(' UNION ALL ')}) e
    JOIN nodes a ON a.key = e.source JOIN nodes b ON b.key = e.target`;
}

function edgeOf(row: Row): Edge | undefined {
  const type = TYPES.get(Number(row['type']));
  return (
    type && {
      from: String(row['from']),
      type,
      to: String(row['to']),
      weight: Number(row['weight']),
    }
  );
}

/** What becomes of an edge that is there already: the greater weight stays, or the new one. */
export type EdgeRule = 'greater' | 'newer';

const CHANGES: Readonly<Record<EdgeRule, string>> = {
  greater: 'excluded.weight > weight',
  newer: 'excluded.weight <> weight',
};

/**
 * Puts in edges; `rule` says what becomes of those that are there already. Of two alike among
 * `edges` the heavier counts. Edges of nodes that are not in the store, because they were forgotten
 * or never came, are passed over.
 *
 * @returns how many are new, and the ids of the nodes at the ends of those that changed
 */
export async function upsertEdges(
  connection: Connection,
  edges: readonly Edge[],
  rule: EdgeRule,
): Promise<{ added: number; touched: string[] }> {
  const keys = await keysOf(connection, [...new Set(edges.flatMap(({ from, to }) => [from, to]))]);
  const strongest = new Map<string, SqlValue[]>();
  for (const { from, type, to, weight } of edges) {
    const [source, target, code] = [keys.get(from), keys.get(to), CODES[type]];
    if (source === undefined || target === undefined) continue;
    const name = `${source} ${code} ${target}`;
    const before = strongest.get(name);
    if (!before || Number(before[3]) < weight) {
      strongest.set(name, [source, code, target, weight]);
    }
  }
  const rows = [...strongest.values()];
  const added = await insertRows(
    connection,
    'INSERT OR IGNORE INTO edges (source, type, target, weight)',
    rows,
    'RETURNING source, target',
  );
  const changed =
    added.length === rows.length
      ? []
      : await insertRows(
          connection,
          'INSERT INTO edges (source, type, target, weight)',
          rows,
          `ON CONFLICT DO UPDATE SET weight = excluded.weight WHERE ${CHANGES[rule]}
           RETURNING source, target`,
        );
  return { added: added.length, touched: endsOf([...added, ...changed], keys) };
}

/** Removes edges, whatever their weight; returns the ids of the nodes at their ends. */
export async function removeEdges(
  connection: Connection,
  edges: readonly Omit<Edge, 'weight'>[],
): Promise<string[]> {
  const keys = await keysOf(connection, [...new Set(edges.flatMap(({ from, to }) => [from, to]))]);
  const removed: Row[] = [];
  for (const { from, type, to } of edges) {
    const parameters = [keys.get(from) ?? null, CODES[type], keys.get(to) ?? null];
    removed.push(
      ...(await connection.all(
        'DELETE FROM edges WHERE source = ? AND type = ? AND target = ? RETURNING source, target',
        parameters,
      )),
    );
  }
  return endsOf(removed, keys);
}

function endsOf(rows: readonly Row[], keys: ReadonlyMap<string, number>): string[] {
  const ends = new Set(rows.flatMap((row) => [row['source'], row['target']]));
  return [...keys].filter(([, key]) => ends.has(key)).map(([id]) => id);
}

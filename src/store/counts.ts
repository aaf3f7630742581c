import type { Connection } from './connection';

/** How much there is. */
export interface Counts {
  readonly memories: number;
  /** Memories that wait for the user's word; counted among the memories too. */
  readonly candidates: number;
  readonly entities: number;
  readonly edges: number;
  readonly signals: number;
}

/** Counts the rows of the store as they stand at one moment. */
export async function countsOf(connection: Connection): Promise<Counts> {
  const row = await connection.first(
    `SELECT (SELECT count(*) FROM memories) AS memories,
            (SELECT count(*) FROM memories WHERE status = 'candidate') AS candidates,
            (SELECT count(*) FROM entities) AS entities,
            (SELECT count(*) FROM edges) AS edges,
            (SELECT count(*) FROM signals) AS signals`,
  );
  const count = (name: keyof Counts) => Number(row?.[name] ?? 0);
  return {
    memories: count('memories'),
    candidates: count('candidates'),
    entities: count('entities'),
    edges: count('edges'),
    signals: count('signals'),
  };
}

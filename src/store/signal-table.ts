import { Signal, type SignalKind } from '../memory/signal';
import { insertRows, listOf } from './bulk';
import type { Connection, Row, SqlValue } from './connection';
import { json, present, type RowParser } from './row-parser';
import { keyAfter, type Slice, sliceOf } from './slice';

/** Which signals to list. */
export interface SignalFilter {
  readonly limit: number;
  readonly repo?: string | undefined;
  readonly session?: string | undefined;
  readonly kinds?: readonly SignalKind[] | undefined;
  /** Milliseconds since 1970; signals at or after it. */
  readonly since?: number | undefined;
}

/** Signals that a filter lets through, the newest first. */
export async function listSignals(
  connection: Connection,
  filter: SignalFilter,
  parser: RowParser,
): Promise<Signal[]> {
  const where: string[] = [];
  const parameters: SqlValue[] = [];
  if (filter.session !== undefined) {
    where.push('session = ?');
    parameters.push(filter.session);
  }
  if (filter.repo !== undefined) {
    where.push('repo = ?');
    parameters.push(filter.repo);
  }
  if (filter.kinds !== undefined) {
    where.push('kind IN (SELECT value FROM json_each(?))');
    parameters.push(listOf(filter.kinds));
  }
  if (filter.since !== undefined) {
    where.push('at >= ?');
    parameters.push(filter.since);
  }
  const rows = await connection.all(
    `SELECT * FROM signals ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
     ORDER BY at DESC, key DESC LIMIT ?`,
    [...parameters, filter.limit],
  );
  return parsed(rows, parser);
}

/** Sessions of which every signal is older than a time, in milliseconds since 1970. */
export async function sessionsBefore(
  connection: Connection,
  at: number,
  limit: number,
): Promise<string[]> {
  const rows = await connection.all(
    'SELECT session FROM signals GROUP BY session HAVING max(at) < ? LIMIT ?',
    [at, limit],
  );
  return rows.map((row) => String(row['session']));
}

/** Signals by their ids, in the order asked; missing ones are left out. */
export async function signalsOf(
  connection: Connection,
  ids: readonly string[],
  parser: RowParser,
): Promise<Signal[]> {
  const rows = await connection.all(
    'SELECT * FROM signals WHERE id IN (SELECT value FROM json_each(?))',
    [listOf(ids)],
  );
  const found = new Map(parsed(rows, parser).map((signal) => [signal.id, signal]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Signals in the order in which they were stored. */
export async function sliceSignals(
  connection: Connection,
  after: string | undefined,
  limit: number,
  parser: RowParser,
): Promise<Slice<Signal>> {
  const rows = await connection.all('SELECT * FROM signals WHERE key > ? ORDER BY key LIMIT ?', [
    keyAfter(after),
    limit,
  ]);
  return sliceOf(rows, limit, parsed(rows, parser));
}

/** Puts in those signals whose ids are new, and returns these ids. */
export async function insertSignals(
  connection: Connection,
  signals: readonly Signal[],
): Promise<Set<string>> {
  const rows = await insertRows(
    connection,
    'INSERT OR IGNORE INTO signals (id, kind, at, session, repo, suggestion, data)',
    signals.map((signal) => {
      const { id, kind, at, session, repo, ...data } = signal;
      const suggestion = 'suggestion' in signal ? (signal.suggestion ?? null) : null;
      return [id, kind, at, session, repo ?? null, suggestion, JSON.stringify(data)];
    }),
    'RETURNING id',
  );
  return new Set(rows.map((row) => String(row['id'])));
}

/**
 * Removes these signals and all others that followed the same suggestions, and returns the ids of
 * what was removed. An id may also name a suggestion itself.
 */
export async function removeSignals(
  connection: Connection,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await connection.all(
    `DELETE FROM signals WHERE id IN (SELECT value FROM json_each(?1))
       OR suggestion IN (SELECT value FROM json_each(?1))
       OR suggestion IN (SELECT suggestion FROM signals
                         WHERE id IN (SELECT value FROM json_each(?1)) AND suggestion IS NOT NULL)
     RETURNING id`,
    [listOf(ids)],
  );
  return rows.map((row) => String(row['id']));
}

function parsed(rows: readonly Row[], parser: RowParser): Signal[] {
  return parser.parse(Signal, rows, (row) => {
    const { id, kind, at, session, repo, data } = row;
    return { ...Object(json(data)), ...present({ id, kind, at, session, repo }) };
  });
}

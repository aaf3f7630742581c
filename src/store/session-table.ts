import { Session } from '../memory/session';
import type { Connection } from './connection';
import { present, type RowParser } from './row-parser';

/** A session by its id. */
export async function sessionOf(
  connection: Connection,
  id: string,
  parser: RowParser,
): Promise<Session | undefined> {
  const rows = await connection.all(
    `SELECT id, client, repo, started_at AS startedAt, ended_at AS endedAt
     FROM sessions WHERE id = ?`,
    [id],
  );
  return parser.parse(Session, rows, present)[0];
}

/** Puts in a session, or writes over the one with its id. */
export async function putSession(connection: Connection, session: Session): Promise<void> {
  await connection.all(
    'INSERT OR REPLACE INTO sessions (id, client, repo, started_at, ended_at) VALUES (?, ?, ?, ?, ?)',
    [session.id, session.client, session.repo ?? null, session.startedAt, session.endedAt ?? null],
  );
}

/** Notes when a session ended. */
export async function endSession(connection: Connection, id: string, at: number): Promise<void> {
  await connection.all('UPDATE sessions SET ended_at = ? WHERE id = ?', [at, id]);
}

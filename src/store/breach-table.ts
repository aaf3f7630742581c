import type { Connection } from './connection';

/** A breach that was counted and stands. Lines are hashes; those around it may be empty at an end. */
export interface StandingBreach {
  readonly key: number;
  readonly rule: string;
  readonly line: string;
  readonly before: string;
  readonly after: string;
  readonly author: string;
  readonly overruled: boolean;
}

/** A file of a repository. */
export interface FilePlace {
  readonly repo: string;
  readonly path: string;
}

/** The breaches that stand in a file, of all rules. */
export async function standingIn(
  connection: Connection,
  { repo, path }: FilePlace,
): Promise<StandingBreach[]> {
  const rows = await connection.all(
    `SELECT b.*, n.id FROM rule_breaches b JOIN nodes n ON n.key = b.memory
     WHERE b.repo = ? AND b.path = ? ORDER BY b.key`,
    [repo, path],
  );
  return rows.map((row) => ({
    key: Number(row['key']),
    rule: String(row['id']),
    line: String(row['line']),
    before: String(row['before']),
    after: String(row['after']),
    author: String(row['author']),
    overruled: row['overruled'] === 1,
  }));
}

/** Puts in a breach that came. */
export async function addBreach(
  connection: Connection,
  memory: number,
  { repo, path }: FilePlace,
  { line, before, after, author }: Omit<StandingBreach, 'key' | 'rule' | 'overruled'>,
  at: number,
): Promise<void> {
  await connection.all(
    `INSERT INTO rule_breaches (memory, repo, path, line, before, after, author, overruled, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    [memory, repo, path, line, before, after, author, at],
  );
}

/** Notes where a breach stands now. */
export async function moveBreach(
  connection: Connection,
  key: number,
  { line, before, after }: Pick<StandingBreach, 'line' | 'before' | 'after'>,
): Promise<void> {
  await connection.all('UPDATE rule_breaches SET line = ?, before = ?, after = ? WHERE key = ?', [
    line,
    before,
    after,
    key,
  ]);
}

export async function removeBreach(connection: Connection, key: number): Promise<void> {
  await connection.all('DELETE FROM rule_breaches WHERE key = ?', [key]);
}

/** Notes that the breaches at a line are right there, and returns whose they were. */
export async function overruleBreaches(
  connection: Connection,
  memory: number,
  { repo, path, line }: FilePlace & { readonly line: string },
): Promise<string[]> {
  const rows = await connection.all(
    `UPDATE rule_breaches SET overruled = 1
     WHERE memory = ? AND repo = ? AND path = ? AND line = ? AND overruled = 0 RETURNING author`,
    [memory, repo, path, line],
  );
  return rows.map((row) => String(row['author']));
}

/** A file within one change, and whose it is. */
export interface KeptIn extends FilePlace {
  readonly author: string;
  readonly change: string;
}

/** What was counted as kept in a file within one change; `undefined` when nothing was looked at. */
export async function keptIn(
  connection: Connection,
  memory: number,
  { repo, path, author, change }: KeptIn,
): Promise<number | undefined> {
  const row = await connection.first(
    `SELECT kept FROM rule_keeps
     WHERE memory = ? AND repo = ? AND path = ? AND author = ? AND change = ?`,
    [memory, repo, path, author, change],
  );
  return row && Number(row['kept']);
}

/** Notes what is counted as kept. */
export async function putKept(
  connection: Connection,
  memory: number,
  { repo, path, author, change }: KeptIn,
  kept: number,
  at: number,
): Promise<void> {
  await connection.all('INSERT OR REPLACE INTO rule_keeps VALUES (?, ?, ?, ?, ?, ?, ?)', [
    memory,
    repo,
    path,
    author,
    change,
    kept,
    at,
  ]);
}

/** Lets go of what was noted before a time: a change that is so old is over. */
export async function pruneKept(connection: Connection, before: number): Promise<void> {
  await connection.all('DELETE FROM rule_keeps WHERE at < ?', [before]);
}

import { Memory } from '../memory/memory';
import { RulePause } from '../memory/rule-row';
import type { Connection, SqlValue } from './connection';
import { SELECT_MEMORY } from './memory-table';
import { json, present, type RowParser } from './row-parser';

/** Rules with a detector that are read at once: far more than anybody has. */
const MOST = 5000;

/** A line of a file at which a person overruled a rule. */
export interface Overrule {
  readonly rule: string;
  readonly repo: string;
  readonly path: string;
  /** The line's hash. */
  readonly line: string;
  readonly how: 'here' | 'wrong';
  readonly at: number;
}

/** Active memories with a detector, in whatever state that is. */
export async function detectedMemories(
  connection: Connection,
  parser: RowParser,
): Promise<Memory[]> {
  const rows = await connection.all(
    `${SELECT_MEMORY} WHERE instr(m.detail, '"detector":') > 0 AND m.status = 'active' LIMIT ?`,
    [MOST],
  );
  return parser.parse(Memory, rows, (row) => json(row['memory']));
}

/** Which rules rest, by their ids. */
export async function rulePauses(connection: Connection): Promise<Map<string, RulePause>> {
  const rows = await connection.all(
    'SELECT n.id, p.until, p.branch FROM rule_pauses p JOIN nodes n ON n.key = p.memory',
  );
  return new Map(
    rows.map(({ id, until, branch }) => [String(id), RulePause.parse(present({ until, branch }))]),
  );
}

/** Makes a rule rest, in place of any pause that it has. */
export async function putPause(
  connection: Connection,
  key: number,
  { until, branch }: RulePause,
): Promise<void> {
  await connection.all(
    'INSERT OR REPLACE INTO rule_pauses (memory, until, branch) VALUES (?, ?, ?)',
    [key, until ?? null, branch ?? null],
  );
}

export async function removePause(connection: Connection, key: number): Promise<void> {
  await connection.all('DELETE FROM rule_pauses WHERE memory = ?', [key]);
}

/** Where rules were overruled: all of them, or those of one rule. */
export async function overrulesOf(connection: Connection, rule?: string): Promise<Overrule[]> {
  const parameters: SqlValue[] = rule === undefined ? [] : [rule];
  const rows = await connection.all(
    `SELECT n.id, o.repo, o.path, o.line, o.how, o.at
     FROM rule_overrules o JOIN nodes n ON n.key = o.memory
     ${rule === undefined ? '' : 'WHERE n.id = ?'}`,
    parameters,
  );
  return rows.map((row) => ({
    rule: String(row['id']),
    repo: String(row['repo']),
    path: String(row['path']),
    line: String(row['line']),
    how: row['how'] === 'wrong' ? 'wrong' : 'here',
    at: Number(row['at']),
  }));
}

/** Notes that a rule was overruled at a line; whether that was not known. */
export async function putOverrule(
  connection: Connection,
  key: number,
  { repo, path, line, how, at }: Omit<Overrule, 'rule'>,
): Promise<boolean> {
  const rows = await connection.all(
    `INSERT INTO rule_overrules (memory, repo, path, line, how, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET how = excluded.how, at = excluded.at WHERE how <> excluded.how
     RETURNING 1`,
    [key, repo, path, line, how, at],
  );
  return rows.length > 0;
}

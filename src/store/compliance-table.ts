import type { Connection, SqlValue } from './connection';
import { listOf } from './bulk';

/** Counts of one rule, author, repository and day, or what is to be added to them. */
export interface RuleCounts {
  readonly kept: number;
  readonly broken: number;
  readonly overridden: number;
  readonly fixed: number;
}

/** Whose counts they are. A day is counted from 1970, in UTC. */
export interface CountedFor {
  readonly repo: string;
  readonly author: string;
  readonly day: number;
}

/** Counts of a rule as they were summed up. */
export interface RuleSum extends RuleCounts {
  readonly rule: string;
  /** When it was broken last, in milliseconds since 1970. */
  readonly brokenAt: number | undefined;
}

/** Adds to the counts of a rule. */
export async function addCounts(
  connection: Connection,
  key: number,
  { repo, author, day }: CountedFor,
  { kept, broken, overridden, fixed }: RuleCounts,
  at: number,
): Promise<void> {
  await connection.all(
    `INSERT INTO rule_counts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET kept = kept + excluded.kept, broken = broken + excluded.broken,
       overridden = overridden + excluded.overridden, fixed = fixed + excluded.fixed,
       broken_at = coalesce(excluded.broken_at, broken_at)`,
    [key, repo, author, day, kept, broken, overridden, fixed, broken > 0 ? at : null],
  );
}

const SUMS = `sum(c.kept) AS kept, sum(c.broken) AS broken, sum(c.overridden) AS overridden,
  sum(c.fixed) AS fixed`;

/** What each rule's counts come to from a day on, in one repository or in all. */
export async function ruleSums(
  connection: Connection,
  since: number,
  repo?: string,
): Promise<RuleSum[]> {
  const parameters: SqlValue[] = [since, ...(repo === undefined ? [] : [repo])];
  const rows = await connection.all(
    `SELECT n.id, max(c.broken_at) AS broken_at, ${SUMS}
     FROM rule_counts c JOIN nodes n ON n.key = c.memory
     WHERE c.day >= ? ${repo === undefined ? '' : 'AND c.repo = ?'} GROUP BY c.memory`,
    parameters,
  );
  return rows.map((row) => ({
    rule: String(row['id']),
    brokenAt: row['broken_at'] === null ? undefined : Number(row['broken_at']),
    ...countsOf(row),
  }));
}

/** Counts by author and stretch of `days` days, from a day on; of one rule or all, the oldest first. */
export async function countsByAuthor(
  connection: Connection,
  { since, days, rule, repo }: { since: number; days: number; rule?: string; repo?: string },
): Promise<(RuleCounts & { author: string; day: number })[]> {
  const where = ['c.day >= ?'];
  const parameters: SqlValue[] = [since];
  if (rule !== undefined) {
    where.push('c.memory = (SELECT key FROM nodes WHERE id = ?)');
    parameters.push(rule);
  }
  if (repo !== undefined) {
    where.push('c.repo = ?');
    parameters.push(repo);
  }
  const rows = await connection.all(
    `SELECT c.author, c.day - (c.day - ${since}) % ${days} AS first, ${SUMS}
     FROM rule_counts c WHERE ${where.join(' AND ')} GROUP BY first, c.author ORDER BY 2, 1`,
    parameters,
  );
  return rows.map((row) => ({
    author: String(row['author']),
    day: Number(row['first']),
    ...countsOf(row),
  }));
}

/** The newest day on which each of these rules applied to anything at all. */
export async function lastApplied(
  connection: Connection,
  rules: readonly string[],
): Promise<Map<string, number>> {
  const rows = await connection.all(
    `SELECT n.id, max(c.day) AS day FROM rule_counts c JOIN nodes n ON n.key = c.memory
     WHERE n.id IN (SELECT value FROM json_each(?)) AND c.kept + c.broken > 0 GROUP BY c.memory`,
    [listOf(rules)],
  );
  return new Map(rows.map((row) => [String(row['id']), Number(row['day'])]));
}

function countsOf(row: Readonly<Record<string, SqlValue>>): RuleCounts {
  return {
    kept: Number(row['kept']),
    broken: Number(row['broken']),
    overridden: Number(row['overridden']),
    fixed: Number(row['fixed']),
  };
}

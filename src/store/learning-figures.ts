import { z } from 'zod';
import { SEEN_AGAIN } from '../memory/journal';
import {
  DoorFigures,
  type LearningReport,
  Quarantined,
  Repeated,
  Spared,
} from '../memory/learning-report';
import type { Tally } from '../memory/receipt';
import type { Connection } from './connection';
import type { RowParser } from './row-parser';
import { SHOWING_VERDICT, TALLY, tallyIn } from './showing-verdict';

/** A stretch of time in milliseconds since 1970; the end is not in it. */
export interface Span {
  readonly since: number;
  readonly until: number;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** What the store alone can tell of a stretch of time. */
export type LearningFigures = Omit<LearningReport, 'rose' | 'sank'>;

/** Counts what was shown and learned in a stretch of time, and what the weeks up to its end came to. */
export async function learningFigures(
  connection: Connection,
  span: Span,
  weeks: number,
  parser: RowParser,
): Promise<LearningFigures> {
  const figures: LearningFigures = {
    ...span,
    doors: await doorFigures(connection, span, parser),
    weeks: [],
    quarantined: await quarantinedIn(connection, span, parser),
    spared: await sparedIn(connection, span, parser),
    repeated: await repeatedIn(connection, span, parser),
    tokens: await tokensIn(connection, span),
    learned: await learnedIn(connection, span),
  };
  for (let back = weeks; back > 0; back--) {
    const week = { since: span.until - back * WEEK, until: span.until - (back - 1) * WEEK };
    figures.weeks.push({ since: week.since, ...(await tallyOf(connection, week)) });
  }
  return figures;
}

/** Characters to a token, in English and in code; and about what an item's label takes. */
const CHARACTERS_PER_TOKEN = 4;
const LABEL_TOKENS = 30;

const NAMED = `n.id, m.kind, m.status, m.text`;
const MEMORY = (of: string): string =>
  `JOIN nodes n ON n.id = ${of} JOIN memories m ON m.key = n.key`;

/** What was shown in a stretch of time, by door, the busiest first. */
async function doorFigures(
  connection: Connection,
  { since, until }: Span,
  parser: RowParser,
): Promise<DoorFigures[]> {
  const rows = await connection.all(
    `SELECT door AS id, count(DISTINCT receipt) AS receipts, count(*) AS shown, ${TALLY}
     FROM (SELECT r.task ->> '$.door' AS door, x.receipt, ${SHOWING_VERDICT} AS verdict
           FROM exposures x JOIN receipts r ON r.id = x.receipt WHERE x.at >= ? AND x.at < ?)
     GROUP BY door ORDER BY shown DESC, door`,
    [since, until],
  );
  return parser.parse(DoorFigures, rows, (row) => ({
    door: row['id'],
    receipts: row['receipts'],
    shown: row['shown'],
    tally: tallyIn(row),
  }));
}

/** What showings in a stretch of time came to. */
async function tallyOf(
  connection: Connection,
  { since, until }: Span,
): Promise<{ shown: number; tally: Tally }> {
  const row = await connection.first(
    `SELECT count(*) AS shown, ${TALLY}
     FROM (SELECT ${SHOWING_VERDICT} AS verdict FROM exposures x WHERE x.at >= ? AND x.at < ?)`,
    [since, until],
  );
  return { shown: Number(row?.['shown'] ?? 0), tally: tallyIn(row) };
}

/** Memories with most outcomes in a stretch of time, by id. */
export async function judgedMemories(
  connection: Connection,
  { since, until }: Span,
  limit: number,
): Promise<string[]> {
  const rows = await connection.all(
    `SELECT memory FROM outcomes WHERE at >= ? AND at < ? AND verdict <> 'unknown'
     GROUP BY memory ORDER BY sum(weight) DESC LIMIT ?`,
    [since, until, limit],
  );
  return rows.map((row) => String(row['memory']));
}

/** What Mneme itself took out of use in a stretch of time, the newest first. */
async function quarantinedIn(
  connection: Connection,
  { since, until }: Span,
  parser: RowParser,
): Promise<Quarantined[]> {
  const rows = await connection.all(
    `SELECT ${NAMED}, max(j.at) AS at, j.summary AS reason FROM journal j ${MEMORY('j.memory')}
     WHERE j.at >= ? AND j.at < ? AND j.action = 'quarantine' AND j.actor = 'mneme'
     GROUP BY n.id ORDER BY at DESC`,
    [since, until],
  );
  return parser.parse(Quarantined, rows, (row) => row);
}

/**
 * Corrections that came again in a stretch of time, those most often first. The journal
 * tells of them, see `SEEN_AGAIN`.
 */
async function repeatedIn(
  connection: Connection,
  { since, until }: Span,
  parser: RowParser,
): Promise<Repeated[]> {
  const rows = await connection.all(
    `SELECT ${NAMED}, again.times,
       EXISTS (SELECT 1 FROM exposures x WHERE x.memory = n.id AND x.at < again.last) AS shown
     FROM (SELECT memory, count(*) AS times, max(at) AS last FROM journal
           WHERE at >= ? AND at < ? AND action = 'learn' AND summary = ? GROUP BY memory) again
     ${MEMORY('again.memory')}
     WHERE m.kind = 'correction' ORDER BY again.times DESC, n.id`,
    [since, until, SEEN_AGAIN],
  );
  return parser.parse(Repeated, rows, ({ shown, ...row }) => ({
    ...row,
    shownBefore: shown === 1,
  }));
}

/** Corrections that were shown in a stretch of time and did not come again after that. */
async function sparedIn(
  connection: Connection,
  { since, until }: Span,
  parser: RowParser,
): Promise<Spared[]> {
  const rows = await connection.all(
    `SELECT ${NAMED}, seen.shown, seen.followed
     FROM (SELECT memory, count(*) AS shown, min(at) AS first, max(verdict = 'helped') AS followed
           FROM (SELECT x.memory, x.at, ${SHOWING_VERDICT} AS verdict FROM exposures x
                 WHERE x.at >= ?1 AND x.at < ?2)
           GROUP BY memory) seen ${MEMORY('seen.memory')}
     WHERE m.kind = 'correction' AND NOT EXISTS (
       SELECT 1 FROM journal j WHERE j.memory = n.id AND j.at >= seen.first AND j.at < ?2
         AND j.action = 'learn' AND j.summary = ?3)
     ORDER BY seen.followed DESC, seen.shown DESC, n.id`,
    [since, until, SEEN_AGAIN],
  );
  return parser.parse(Spared, rows, ({ followed, ...row }) => ({
    ...row,
    followed: followed === 1,
  }));
}

const Tokens = z.object({ given: z.number(), receipts: z.number(), everything: z.number() });

/**
 * Tokens given in a stretch of time, and about what it would have cost to give all that holds in the
 * repository each time, as a file of instructions does. Looks at the length of every memory.
 */
async function tokensIn(
  connection: Connection,
  { since, until }: Span,
): Promise<z.infer<typeof Tokens>> {
  const row = await connection.first(
    `WITH sizes AS (
       SELECT repo, sum(${LABEL_TOKENS} + (length(text) + 3) / ${CHARACTERS_PER_TOKEN}) AS tokens
       FROM memories WHERE status IN ('active', 'candidate') GROUP BY repo),
     asked AS (
       SELECT r.task ->> '$.repo' AS repo, r.tokens
       FROM receipts r WHERE r.tokens IS NOT NULL AND r.id IN
         (SELECT receipt FROM exposures WHERE at >= ? AND at < ?))
     SELECT coalesce(sum(asked.tokens), 0) AS given, count(*) AS receipts,
       coalesce(sum(coalesce((SELECT tokens FROM sizes WHERE repo IS NULL), 0)
         + coalesce((SELECT tokens FROM sizes WHERE repo = asked.repo), 0)), 0) AS everything
     FROM asked`,
    [since, until],
  );
  return Tokens.parse(row);
}

/** Memories that came to be in a stretch of time, by kind. */
async function learnedIn(
  connection: Connection,
  { since, until }: Span,
): Promise<Record<string, number>> {
  const rows = await connection.all(
    'SELECT kind, count(*) AS n FROM memories WHERE created_at >= ? AND created_at < ? GROUP BY kind',
    [since, until],
  );
  return Object.fromEntries(rows.map((row) => [String(row['kind']), Number(row['n'])]));
}

import type { Tally } from '../memory/receipt';
import type { Row } from './connection';

/**
 * What a showing `x` came to, in SQL: the person's own newest word on it, else the verdict whose
 * outcomes weigh most together, else unknown. Outcomes from before their evidence was kept are a
 * person's own where they rest on no signal.
 */
export const SHOWING_VERDICT = `coalesce(
  (SELECT verdict FROM outcomes o
   WHERE o.exposure = x.id AND coalesce(o.evidence = 'verdict', o.signals = '[]')
   ORDER BY o.at DESC, o.key DESC LIMIT 1),
  (SELECT verdict FROM outcomes o
   WHERE o.exposure = x.id AND o.verdict <> 'unknown'
   GROUP BY verdict ORDER BY sum(o.weight) DESC, max(o.at) DESC LIMIT 1),
  'unknown')`;

/** Columns that count showings by what they came to, over rows with a column `verdict`. */
export const TALLY = `sum(verdict = 'helped') AS helped, sum(verdict = 'harmed') AS harmed,
  sum(verdict = 'ignored') AS ignored, sum(verdict = 'unknown') AS unknown`;

/** The counts of `TALLY` in a row; of no rows at all they are NULL, which is none. */
export function tallyIn(row: Row | undefined): Tally {
  const of = (name: keyof Tally): number => Number(row?.[name] ?? 0);
  return {
    helped: of('helped'),
    harmed: of('harmed'),
    ignored: of('ignored'),
    unknown: of('unknown'),
  };
}

import type { Compliance, ComplianceWeek } from '../../memory/compliance';
import { HUMAN } from './author';

const NONE: Compliance = { opportunities: 0, kept: 0, broken: 0, overridden: 0, fixed: 0 };

export function sumOf(parts: readonly Compliance[]): Compliance {
  return parts.reduce(
    (sum, one) => ({
      opportunities: sum.opportunities + one.opportunities,
      kept: sum.kept + one.kept,
      broken: sum.broken + one.broken,
      overridden: sum.overridden + one.overridden,
      fixed: sum.fixed + one.fixed,
    }),
    NONE,
  );
}

/** What each author kept and broke in all weeks together: people first, then who met it most. */
export function byAuthor(weeks: readonly ComplianceWeek[]): [author: string, sums: Compliance][] {
  const authors = [...new Set(weeks.map(({ author }) => author))];
  return authors
    .map((author): [string, Compliance] => [
      author,
      sumOf(weeks.filter((week) => week.author === author)),
    ])
    .filter(([, { opportunities }]) => opportunities > 0)
    .sort(
      ([a, one], [b, other]) =>
        Number(b === HUMAN) - Number(a === HUMAN) || other.opportunities - one.opportunities,
    );
}

/** The share kept in each of the weeks that end by `now`, the oldest first; undefined where not met. */
export function sharesByWeek(
  weeks: readonly ComplianceWeek[],
  now: number,
  count: number,
): (number | undefined)[] {
  const week = 7 * 24 * 60 * 60 * 1000;
  return Array.from({ length: count }, (_, at) => {
    const end = now - (count - 1 - at) * week;
    const sum = sumOf(weeks.filter(({ from }) => from > end - week && from <= end));
    return sum.opportunities === 0 ? undefined : sum.kept / sum.opportunities;
  });
}

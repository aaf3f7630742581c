/** Breaches and keeps that are looked back on, in days. */
export const NEGLECT_DAYS = 30;
/** A rule that was broken once is not neglected yet. */
const LEAST = 2;
/** Opportunities without a breach that are taken for granted, so that little evidence says little. */
const PRIOR = 4;

/**
 * How much a rule is neglected, 0 to below 1: the share of its opportunities lately in which it was
 * broken and nobody said that this is right, drawn towards 0 where there are few.
 */
export function neglect({
  kept,
  broken,
  overridden,
}: {
  readonly kept: number;
  readonly broken: number;
  readonly overridden: number;
}): number {
  const real = broken - overridden;
  return real < LEAST ? 0 : real / (kept + real + PRIOR);
}

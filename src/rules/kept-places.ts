/**
 * How many places more are to be counted as kept, in a file that was touched within one change.
 * Where a detector cannot tell places, a touched file without a breach is one; but not in the change
 * in which it was broken: that opportunity was counted as broken.
 *
 * @param before what is counted already for this file and change; undefined at its first look
 * @param told places in touched code that the detector says were kept; undefined where it cannot tell
 * @param breaches in touched code now
 * @param settled how many breaches were counted just now as new, and how many as fixed
 * @returns what to count now, and what is counted for the change from now on
 */
export function keptMore(
  before: number | undefined,
  told: number | undefined,
  breaches: number,
  { broken, fixed }: { broken: number; fixed: number },
): { more: number; total: number } {
  const counted = before ?? 0;
  if (told === undefined) {
    const clean = breaches === 0 && broken === 0 && fixed === 0;
    return { more: clean && counted === 0 ? 1 : 0, total: 1 };
  }
  // What was fixed is kept now, and its opportunity was counted when it was broken.
  return { more: Math.max(0, told - counted - fixed), total: Math.max(told, counted) };
}

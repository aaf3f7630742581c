/** Flagged places without a person's word that a rule starts with: nobody knows it yet. */
const PRIOR = 2;
/** A place where the rule is right and this code is an exception speaks half as much against it. */
const HERE = 0.5;

/**
 * Share of what a rule flags that is a breach, as far as people's words tell: what nobody objected to
 * counts for it.
 *
 * @param broken breaches that were counted
 * @param overruled the places at which a person overruled it
 */
export function precision(
  broken: number,
  overruled: readonly { readonly how: 'here' | 'wrong' }[],
): number {
  const against = overruled.reduce((sum, { how }) => sum + (how === 'wrong' ? 1 : HERE), 0);
  // A place of old code may be overruled though nothing was counted there.
  const flagged = Math.max(broken, overruled.length) + PRIOR;
  return (flagged - against) / flagged;
}

import type { Random } from '../memory/random';
import type { Folded } from './folding';
import { WEIGHTS } from './weights';

/** What is to be shown, and how probable each was at its place; 1 where it is not named. */
export interface Exploration {
  readonly order: readonly Folded[];
  readonly probability: ReadonlyMap<string, number>;
}

/** A memory must be drawn as helping more often than not to be tried out. */
const PROMISING = 0.5;

/**
 * Gives, now and then, one place of a pack to a memory that would not have come, so that what was
 * never tried, or was judged by mistake, can show whether it helps: Thompson's sampling (1933) over
 * the next best, bounded to one place in a tenth of the packs. What broke something is not tried out.
 *
 * The draws are made several times, and one of them is followed by chance: the share of those with
 * the same result is the probability with which it came, which makes outcomes comparable later
 * (inverse propensity; Horvitz & Thompson 1952).
 *
 * @param order the best first
 * @param heldBack what is known to mislead here; it may have been taken for that by mistake
 */
export function explore(
  order: readonly Folded[],
  heldBack: readonly Folded[],
  random: Random,
): Exploration {
  const { share, place, drawn } = WEIGHTS.exploration;
  const at = Math.min(place - 1, order.length);
  const triable = [...order.slice(at + 1), ...heldBack]
    .filter(({ ranked: { standing } }) => standing !== undefined && !standing.broke)
    .slice(0, drawn);
  if (triable.length === 0) return { order, probability: new Map() };
  const usual = order[at]?.ranked.memory.id;
  if (random() >= share) {
    return { order, probability: new Map(usual === undefined ? [] : [[usual, 1 - share]]) };
  }
  const winners = drawnOf(triable, random);
  const tried = winners[Math.floor(random() * winners.length)];
  if (tried === undefined) return { order, probability: new Map() };
  const often = winners.filter((one) => one === tried).length / winners.length;
  const rest = order.filter((one) => one !== tried);
  return {
    order: [...rest.slice(0, at), lifted(tried, rest[at - 1]), ...rest.slice(at)],
    probability: new Map([[tried.ranked.memory.id, share * often]]),
  };
}

/** Who would be tried out in each of several draws; `undefined` where nobody promises anything. */
function drawnOf(triable: readonly Folded[], random: Random): (Folded | undefined)[] {
  const { draws, worth } = WEIGHTS.exploration;
  const plain = triable.map(({ ranked }) =>
    ranked.reasons.reduce((sum, { part, value }) => (part === 'quality' ? sum : sum + value), 0),
  );
  return Array.from({ length: draws }, () => {
    let best: Folded | undefined;
    let most = -Infinity;
    for (const [at, one] of triable.entries()) {
      const chance = one.ranked.standing?.draw(random) ?? 0;
      const value = (plain[at] ?? 0) + worth * chance;
      if (chance >= PROMISING && value > most) [best, most] = [one, value];
    }
    return best;
  });
}

/** With a score that fits its place, so that a small budget does not pass it over. */
function lifted(one: Folded, before: Folded | undefined): Folded {
  const { ranked } = one;
  const value = Math.max(0, (before?.ranked.score ?? ranked.score) - ranked.score);
  const reason = { part: 'quality' as const, value, words: 'shown to find out whether it helps' };
  const reasons = [...ranked.reasons, reason];
  const score = reasons.reduce((sum, part) => sum + part.value, 0);
  return { ...one, ranked: { ...ranked, score, reasons } };
}

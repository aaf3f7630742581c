/** A smaller cosine is what rounding to int8 leaves of none. */
export const LEAST_COSINE = 0.001;

/** A document found, in whatever tier. */
export type Found = { id: string; type: string; score: number };

/** By words: the numbers of the query's words that it holds too. */
export type FoundByText = Found & { words: readonly number[] };

/** What is below this is not among the best: the last's score, when there are as many as wanted. */
export function leastOf(found: readonly { score: number }[], limit: number): number {
  return found.length < limit ? 0 : (found[limit - 1]?.score ?? 0);
}

/** The best of two tiers, each the best first; of equals those of the first. */
export function best<T extends Found>(
  first: readonly T[],
  second: readonly T[],
  limit: number,
): T[] {
  if (second.length === 0) return first.slice(0, limit);
  const found = new Map<string, T>();
  for (const one of [...first, ...second].sort((a, b) => b.score - a.score)) {
    if (!found.has(one.id)) found.set(one.id, one);
    if (found.size === limit) break;
  }
  return [...found.values()];
}

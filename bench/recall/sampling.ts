import type { Random } from '../../src/memory/random';
import type { Query } from './data-set';

export const SPLITS = ['odd', 'even', 'all'] as const;
export type Split = (typeof SPLITS)[number];

const SEED = 20_261_122;

/** One half of the queries by their place in the file, or all; of these at most so many, by chance. */
export function chosen(queries: readonly Query[], split: Split, most: number): Query[] {
  const half = queries.filter((_, at) => split === 'all' || (at % 2 === 0) === (split === 'odd'));
  if (half.length <= most) return half;
  const random = seeded(SEED);
  const drawn = new Set(
    half
      .map((query) => ({ query, key: random() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, most)
      .map(({ query }) => query),
  );
  return half.filter((query) => drawn.has(query));
}

/** Mulberry32: the same draws on every machine. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

import type { Memory } from '../memory/memory';
import type { Ranked } from './ranked';
import type { Readings } from './reading';
import { WEIGHTS } from './weights';

/** A memory that stands for others which say the same. */
export type Folded = { ranked: Ranked; same: Memory[] };

/** Folds memories that say the same into the first of them: the best, when they come best first. */
export function foldDuplicates(ranked: readonly Ranked[], readings: Readings): Folded[] {
  const kept = new Map<string, { folded: Folded; words: ReadonlySet<string> }[]>();
  const all: Folded[] = [];
  for (const one of ranked) {
    const { text, detail } = one.memory;
    const { words, turning } = readings.of(text);
    const kind = `${detail.directive?.force ?? ''} ${turning}`;
    const alike = kept.get(kind) ?? [];
    const known = alike.find((other) => sayTheSame(words, other.words));
    if (known) {
      known.folded.same.push(one.memory);
      continue;
    }
    const folded = { ranked: one, same: [] };
    all.push(folded);
    kept.set(kind, [...alike, { folded, words }]);
  }
  return all;
}

/** By Jaccard's measure, which the ratio of the sizes bounds. */
function sayTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const { duplicate } = WEIGHTS;
  if (Math.min(a.size, b.size) < duplicate * Math.max(a.size, b.size)) return false;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared) >= duplicate;
}

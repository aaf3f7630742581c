import type { Memory } from '../memory/memory';
import type { Ranked } from './ranked';
import { WEIGHTS } from './weights';

const WORDS = /[\p{L}\p{M}\p{N}_'’]+/gu;
/** A name in code: two memories that differ in one speak of two things. */
const NAME = /\p{Ll}\p{Lu}|_/u;
const CODE = /`[^`]+`/g;
/** One such word more or less turns a sentence round, however much else is the same. */
const TURNING = /^(?:no|not|never|none|without|avoid|cannot|instead|only|except|\w+n['’]t)$|\p{N}/u;

/** A memory that stands for others which say the same. */
export type Folded = { ranked: Ranked; same: Memory[] };

type Words = { all: ReadonlySet<string>; turning: string };

/** Folds memories that say the same into the first of them: the best, when they come best first. */
export function foldDuplicates(ranked: readonly Ranked[]): Folded[] {
  const kept = new Map<string, { folded: Folded; words: Words }[]>();
  const all: Folded[] = [];
  for (const one of ranked) {
    const words = wordsOf(one.memory);
    const alike = kept.get(words.turning) ?? [];
    const known = alike.find((other) => sayTheSame(words.all, other.words.all));
    if (known) {
      known.folded.same.push(one.memory);
      continue;
    }
    const folded = { ranked: one, same: [] };
    all.push(folded);
    kept.set(words.turning, [...alike, { folded, words }]);
  }
  return all;
}

function wordsOf({ text, detail }: Memory): Words {
  const words = text.match(WORDS) ?? [text];
  const all = new Set(words.map((word) => word.toLowerCase()));
  const turning = new Set([
    ...[...all].filter((word) => TURNING.test(word)),
    ...words.filter((word) => NAME.test(word)),
    ...(text.match(CODE) ?? []),
  ]);
  return { all, turning: [detail.directive?.force ?? '', ...[...turning].sort()].join(' ') };
}

/** By Jaccard's measure, which the ratio of the sizes bounds. */
function sayTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const { duplicate } = WEIGHTS;
  if (Math.min(a.size, b.size) < duplicate * Math.max(a.size, b.size)) return false;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared) >= duplicate;
}

import type { Memory } from '../memory/memory';
import type { Ranked } from './ranked';
import { WEIGHTS } from './weights';

const WORDS = /[\p{L}\p{M}\p{N}_'’]+/gu;
/** A name in code: two memories that differ in one speak of two things. */
const NAME = /\p{Ll}\p{Lu}|_/u;
const CODE = /`[^`]+`/g;
/** One such word more or less turns a sentence round, however much else is the same. */
const TURNING = /^(?:no|not|never|none|without|avoid|cannot|instead|only|except|\w+n['’]t)$|\p{N}/u;

type Words = { all: ReadonlySet<string>; turning: string };

/** Of memories that say the same, keeps the first: the best, when they come best first. */
export function withoutDuplicates(ranked: readonly Ranked[]): Ranked[] {
  const kept: { one: Ranked; words: Words }[] = [];
  for (const one of ranked) {
    const words = wordsOf(one.memory);
    if (!kept.some((other) => sayTheSame(words, other.words))) kept.push({ one, words });
  }
  return kept.map(({ one }) => one);
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

function sayTheSame(a: Words, b: Words): boolean {
  if (a.turning !== b.turning) return false;
  let shared = 0;
  for (const word of a.all) if (b.all.has(word)) shared++;
  return shared / (a.all.size + b.all.size - shared) >= WEIGHTS.duplicate;
}

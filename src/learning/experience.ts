import type { MemoryKind } from '../memory/memory';
import { kept } from './evidence-half-life';
import { joined, NONE, scaled, type Counts } from './quality';
import { likenessTo, type Situation } from './situation';

/** Situations that a memory keeps apart; of more, the oldest are given up. */
export const MOST_TRACES = 64;

/** What came of a memory in one situation, as of `at`. */
export interface Trace extends Counts {
  readonly situation: Situation;
  readonly at: number;
}

/** What came of a memory, situation by situation: it may help with one question and mislead in another. */
export type Experience = readonly Trace[];

/** The experience with what one more showing led to, `at` milliseconds since 1970. */
export function withTrace(
  experience: Experience,
  kind: MemoryKind,
  situation: Situation,
  moved: Counts,
  at: number,
): Experience {
  if (moved.helped + moved.harmed === 0) return experience;
  const known = experience.find((trace) => isSame(trace.situation, situation));
  if (known === undefined) return newest([...experience, { situation, ...moved, at }]);
  const latest = Math.max(known.at, at);
  const counts = joined(
    scaled(known, kept(kind, latest - known.at)),
    scaled(moved, kept(kind, latest - at)),
  );
  return experience.map((trace) =>
    trace === known ? { situation, ...counts, at: latest } : trace,
  );
}

/**
 * What came of a memory in situations like one, each as far as it is alike, faded to `now`.
 *
 * @param alike see `likenessTo`
 */
export function livedThrough(
  experience: Experience,
  kind: MemoryKind,
  alike: (then: Situation) => number,
  now: number,
): Counts {
  let lived = NONE;
  for (const trace of experience) {
    const share = alike(trace.situation);
    if (share > 0) lived = joined(lived, scaled(trace, share * kept(kind, now - trace.at)));
  }
  return lived;
}

/** Whether there is a situation in which the memory did more good than harm. */
export function helpsSomewhere(experience: Experience, kind: MemoryKind, now: number): boolean {
  return experience.some(({ situation }) => {
    const { helped, harmed } = livedThrough(
      experience,
      kind,
      likenessTo(situation, new Map()),
      now,
    );
    return helped > harmed;
  });
}

function newest(experience: Trace[]): Trace[] {
  if (experience.length <= MOST_TRACES) return experience;
  return experience.sort((one, other) => other.at - one.at).slice(0, MOST_TRACES);
}

function isSame(one: Situation, other: Situation): boolean {
  return (
    one.symbol === other.symbol &&
    one.file === other.file &&
    areSame(one.terms, other.terms) &&
    areSame(one.errors, other.errors)
  );
}

function areSame(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

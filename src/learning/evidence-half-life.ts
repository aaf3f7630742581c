import type { MemoryKind } from '../memory/memory';

const DAY = 24 * 60 * 60 * 1000;

/**
 * After how many milliseconds the evidence for and against a memory counts half. Evidence tells of the
 * code as it was then, so it lasts as long as what the memory speaks of usually does. The prior, which
 * is who said so, does not fade.
 */
export const EVIDENCE_HALF_LIFE: Readonly<Record<MemoryKind, number>> = {
  // Holds until the people who made it sit down again; reviewed about once a year.
  decision: 365 * DAY,
  // Written down on purpose, and changed on purpose.
  rule: 365 * DAY,
  // Taste changes slowly.
  preference: 270 * DAY,
  // A cure works for as long as the version of what was ill: majors come about twice a year.
  fix: 180 * DAY,
  // What one would not write again; the code around it goes on, and with it what is right.
  correction: 120 * DAY,
  // Commands change with the build's tools, more often than what they are for.
  workflow: 90 * DAY,
  // About the time in which a living code base changes what it calls true.
  fact: 60 * DAY,
  // Of one afternoon; a month later nobody is in the middle of it any more.
  episode: 14 * DAY,
};

/** What is left of evidence of a kind of memory after so many milliseconds: 1, and ever less. */
export function kept(kind: MemoryKind, milliseconds: number): number {
  return milliseconds <= 0 ? 1 : 2 ** (-milliseconds / EVIDENCE_HALF_LIFE[kind]);
}

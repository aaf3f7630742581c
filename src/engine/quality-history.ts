import { lowerBound, mean, type Rated, withOutcome } from '../learning/quality';
import { standing } from '../learning/reckoning';
import type { Memory } from '../memory/memory';
import type { MemoryRecord } from '../memory/memory-record';
import type { Outcome } from '../memory/outcome';
import type { Quality } from '../memory/quality';

type Point = MemoryRecord['curve'][number];

/** Points that a curve keeps: more than any drawing of it has room for. */
const KEPT = 120;

/**
 * A memory's quality over time, as its outcomes tell it: before the first, after each, and now, as it
 * stands in the store.
 *
 * @param outcomes the newest first
 */
export function qualityHistory(memory: Memory, outcomes: readonly Outcome[], now: number): Point[] {
  const ordered = standingAmong(outcomes);
  const start = Math.min(memory.createdAt, ordered[0]?.at ?? now);
  const { kind } = memory;
  let quality = withoutEvidence(memory.quality, start);
  const points = [pointOf({ kind, quality }, start)];
  for (const outcome of ordered) {
    quality = withOutcome({ kind, quality }, outcome, now);
    points.push(pointOf({ kind, quality }, Math.min(outcome.at, now)));
  }
  return [...thinned(points), pointOf(memory, now)];
}

/** The quality that the outcomes before a time give a memory, as it stood then. */
export function qualityAt(memory: Memory, outcomes: readonly Outcome[], at: number): Point {
  const before = outcomes.filter((outcome) => outcome.at < at);
  const quality = standingAmong(before).reduce(
    (quality, outcome) => withOutcome({ kind: memory.kind, quality }, outcome, at),
    withoutEvidence(memory.quality, Math.min(memory.createdAt, at)),
  );
  return pointOf({ kind: memory.kind, quality }, at);
}

/** The outcomes that move anything, in order: no word of a person's that a later one took back. */
function standingAmong(newestFirst: readonly Outcome[]): Outcome[] {
  const ordered = newestFirst.toReversed().sort((a, b) => a.at - b.at);
  return standing(ordered.map((outcome) => ({ outcome })))
    .map(({ outcome }) => outcome)
    .filter(({ verdict }) => verdict !== 'unknown');
}

function withoutEvidence(quality: Quality, at: number): Quality {
  return { ...quality, helped: 0, harmed: 0, at };
}

function pointOf(memory: Rated, at: number): Point {
  return { at, mean: mean(memory, at), lowerBound: lowerBound(memory, at) };
}

/** The first, the last, and others at even steps between. */
function thinned(points: readonly Point[]): Point[] {
  if (points.length <= KEPT) return [...points];
  const step = (points.length - 1) / (KEPT - 1);
  return Array.from({ length: KEPT }, (_, i) => points[Math.round(i * step)] ?? []).flat();
}

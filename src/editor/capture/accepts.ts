import type { Attribution } from './attribution';
import { hunksBetween } from './hunks';
import type { PendingChange } from './pending-changes';
import type { Accept } from './suggestion';
import type { AppliedChange } from './text-change';

/** Text that came from the disk is told late: a branch switch may yet explain it. Milliseconds. */
const DISK_HOLD = 6_000;
/** The editor cannot tell an agent from a formatter or a generator that writes to the disk. */
const DISK_DOUBT = 0.5;
/** Larger rewrites are followed in their first places only. */
const HUNKS_BOUND = 20;

/** What a change event put in that was an accepted suggestion. */
export function acceptsOf(
  { uri, at, acceptedAt }: PendingChange,
  language: string,
  applied: readonly AppliedChange[],
  { confidence, evidence }: Attribution,
): Accept[] {
  return applied.map((change, i) => ({
    uri,
    language,
    offset: change.offset + movedBy(applied.slice(i + 1), change.offset),
    text: change.text,
    original: change.removed,
    at,
    partial: acceptedAt === undefined && /^\s*\S+\s*$/.test(change.text),
    confidence,
    evidence,
  }));
}

/** How far later changes of an event move what stands at an offset. */
function movedBy(later: readonly AppliedChange[], offset: number): number {
  return later
    .filter((change) => change.offset <= offset)
    .reduce((total, change) => total + change.text.length - change.removed.length, 0);
}

/**
 * What a burst of an agent's changes came to. An agent writes in many small steps: their sum is what
 * is followed, place by place, not each step.
 */
export function acceptsBetween(
  {
    uri,
    language,
    before,
    after,
    at,
  }: Record<'uri' | 'language' | 'before' | 'after', string> & {
    at: number;
  },
  cause: 'agent' | 'disk',
  { confidence, evidence }: Pick<Attribution, 'confidence' | 'evidence'>,
): Accept[] {
  const onDisk = cause === 'disk';
  return hunksBetween(before, after)
    .slice(0, HUNKS_BOUND)
    .map((hunk) => ({
      uri,
      language,
      offset: hunk.offset,
      text: hunk.after,
      original: hunk.before,
      at,
      partial: false,
      confidence: confidence * (onDisk ? DISK_DOUBT : 1),
      evidence: [
        onDisk ? 'written on disk by another program' : 'written by an agent',
        ...evidence,
      ],
      ...(onDisk ? { hold: DISK_HOLD } : {}),
    }));
}

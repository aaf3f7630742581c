import { CodeTokenizer } from '../index/code-tokenizer';
import { experienceBytes } from '../learning/experience-bytes';
import { reckonedAnew } from '../learning/reckoning';
import type { Memory } from '../memory/memory';
import type { Writer } from '../store/store';

/**
 * A memory whose harm up to now a person has pardoned, by saying that it may be shown again: what
 * helped stays. Within a transaction, in which the caller puts the memory.
 */
export async function pardoned(tx: Writer, memory: Memory, now: number): Promise<Memory> {
  const forgiven = { ...memory, quality: { ...memory.quality, pardoned: now } };
  const judged = await tx.judgements([memory.id]);
  const { quality, experience } = reckonedAnew(forgiven, judged, new CodeTokenizer(), now);
  await tx.putExperiences(new Map([[memory.id, experienceBytes(experience)]]));
  return { ...forgiven, quality };
}

/** Whether a change brings a memory back from quarantine. */
export function restores(before: Pick<Memory, 'status'>, after: Pick<Memory, 'status'>): boolean {
  const shown = after.status === 'active' || after.status === 'candidate';
  return before.status === 'quarantined' && shown;
}

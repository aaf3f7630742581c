import { z } from 'zod';

export const EVIDENCE_KINDS = [
  'diff',
  'diagnostic',
  'commit',
  'file',
  'signal',
  'verdict',
  'statement',
] as const;

/** One thing that speaks for a memory, in a form that a person can check. */
export const Evidence = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  /** What was seen, in one or a few lines; a unified diff for `diff`. */
  text: z.string(),
  at: z.number(),
  /** Path within the repository, or absolute outside one. */
  file: z.string().optional(),
  /** Line in `file`, counted from 1. */
  line: z.number().int().positive().optional(),
  /** Id of the suggestion, signal or commit it came from: what comes of the same one counts once. */
  ref: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A memory keeps this many pieces of evidence: the first, and the newest of the others. */
const EVIDENCE_KEPT = 20;

/** Adds a piece of evidence, keeping the first and the newest within the limit. */
export function addEvidence(evidence: readonly Evidence[], added: Evidence): Evidence[] {
  const all = [...evidence, added];
  return all.length <= EVIDENCE_KEPT ? all : [...all.slice(0, 1), ...all.slice(1 - EVIDENCE_KEPT)];
}

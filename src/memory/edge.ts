import { z } from 'zod';

export const EDGE_TYPES = [
  'about',
  'fixes',
  'causes',
  'supersedes',
  'contradicts',
  'derived-from',
  'similar-to',
  'precedes',
  'used-with',
  'evidence-for',
] as const;
export type EdgeType = (typeof EDGE_TYPES)[number];

/** A typed, directed, weighted relation; one per (from, type, to). */
export const Edge = z.object({
  from: z.string(),
  type: z.enum(EDGE_TYPES),
  to: z.string(),
  /** Above 0, at most 1: how strongly it holds. */
  weight: z.number().positive().max(1),
});
export type Edge = z.infer<typeof Edge>;

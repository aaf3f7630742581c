import { z } from 'zod';

export const VERDICTS = ['helped', 'harmed', 'ignored', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What an exposure led to. `unknown` unless there is evidence. */
export const Outcome = z.object({
  exposure: z.string(),
  memory: z.string(),
  verdict: z.enum(VERDICTS),
  /** How much it counts, 0 to 1; an explicit verdict is 1. */
  weight: z.number().min(0).max(1),
  at: z.number(),
  /** Why, for a person to read. */
  reason: z.string(),
  /** The kind of evidence: a name of `EVIDENCE_WEIGHTS`, or `verdict`. Rows of old have none. */
  evidence: z.string().optional(),
  /** The signals it rests on. */
  signals: z.array(z.string()),
});
export type Outcome = z.infer<typeof Outcome>;

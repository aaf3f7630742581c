import { z } from 'zod';

const Counts = z.object({ helped: z.number(), harmed: z.number() });

/** How the qualities in the store compare with what the outcomes in it add up to. */
export const ReplayReport = z.object({
  /** Memories with outcomes or evidence, and the outcomes they have. */
  memories: z.number().int(),
  outcomes: z.number().int(),
  /** Memories whose evidence is not what their outcomes add up to, both faded to now. */
  differences: z.array(
    z.object({ memory: z.string(), text: z.string(), stored: Counts, replayed: Counts }),
  ),
  /** Whether what differed was written anew. */
  mended: z.boolean(),
});
export type ReplayReport = z.infer<typeof ReplayReport>;

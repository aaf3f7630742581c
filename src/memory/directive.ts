import { z } from 'zod';

export const FORCES = ['must', 'never', 'prefer', 'avoid'] as const;
export type Force = (typeof FORCES)[number];

/** What a rule demands: its force, and its words without the force. */
export const Directive = z.object({
  force: z.enum(FORCES),
  subject: z.string(),
  alternative: z.string().optional(),
});
export type Directive = z.infer<typeof Directive>;

import { z } from 'zod';

export const FORCES = ['must', 'never', 'prefer', 'avoid'] as const;
export type Force = (typeof FORCES)[number];

/** What a rule demands: its force, and its words without the force. */
export const Directive = z.object({
  force: z.enum(FORCES),
  subject: z.string(),
  /** What to do instead, or what the subject is preferred to. */
  alternative: z.string().optional(),
  /** When it is asked for: `before you commit`, `when adding a route`. */
  condition: z.string().optional(),
  /** Why, in the words of whoever asked. */
  reason: z.string().optional(),
});
export type Directive = z.infer<typeof Directive>;

/** Whether it says what is not to be done. */
export function isProhibition({ force }: Directive): boolean {
  return force === 'never' || force === 'avoid';
}

import { z } from 'zod';

/** The author of what no assistant wrote. */
export const HUMAN = 'human';

/**
 * How often a rule was kept where it applied to touched code. Each opportunity is kept or broken;
 * what was broken may later be overridden (a person said that it is right there) or fixed.
 */
export const Compliance = z.object({
  opportunities: z.number().int(),
  kept: z.number().int(),
  broken: z.number().int(),
  overridden: z.number().int(),
  fixed: z.number().int(),
});
export type Compliance = z.infer<typeof Compliance>;

/** The compliance of one author in the seven days from a time. */
export const ComplianceWeek = Compliance.extend({
  /** Milliseconds since 1970. */
  from: z.number(),
  /** `human`, or an assistant as in a task: `copilot`, `claude-code`. */
  author: z.string(),
});
export type ComplianceWeek = z.infer<typeof ComplianceWeek>;

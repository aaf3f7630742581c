import { z } from 'zod';
import { Compliance } from './compliance';
import { RuleDetector } from './detector';
import { Memory } from './memory';

/** How a rule rests: until a time, on a branch, or both; milliseconds since 1970. */
export const RulePause = z.object({
  until: z.number().optional(),
  branch: z.string().optional(),
});
export type RulePause = z.infer<typeof RulePause>;

/** What a rule asks a person for, and why, in words. */
export const RuleAsk = z.object({
  /** `settle`: it contradicts another rule, whose id is `other`. */
  what: z.enum(['narrow', 'retire', 'archive', 'settle']),
  why: z.string(),
  other: z.string().optional(),
});
export type RuleAsk = z.infer<typeof RuleAsk>;

/** A rule in a list: how it is checked, and how it has been kept. */
export const RuleRow = Compliance.extend({
  memory: Memory,
  /** Without one it is advisory: recalled, and never checked. */
  detector: RuleDetector.optional(),
  /** Share of what it flags that is a breach, as far as people's words on it tell; 0 to 1. */
  precision: z.number(),
  /** When it was broken last. */
  lastBroken: z.number().optional(),
  paused: RulePause.optional(),
  asks: RuleAsk.optional(),
});
export type RuleRow = z.infer<typeof RuleRow>;

import { z } from 'zod';
import { DetectorSpec } from './detector';
import { FORCES } from './directive';

/** Lines of a file, counted from 1, both ends included. */
export const LineSpan = z.object({
  first: z.number().int().positive(),
  last: z.number().int().positive(),
});
export type LineSpan = z.infer<typeof LineSpan>;

/** What mends a breach: edits whose offsets are into the text that was checked. */
export const Fix = z.object({
  /** What it does, in a few words (`Use const`). */
  title: z.string(),
  edits: z.array(z.object({ start: z.number().int(), end: z.number().int(), text: z.string() })),
});
export type Fix = z.infer<typeof Fix>;

/** A place that breaks a rule, with all that a person has to know of it. */
export const FoundBreach = z.object({
  /** Id of the memory that is the rule, and its words. */
  rule: z.string(),
  text: z.string(),
  force: z.enum(FORCES),
  kind: z.enum(DetectorSpec.options.map(({ shape }) => shape.kind.value)),
  /** From the repository's root, with forward slashes; of files alone. */
  path: z.string().optional(),
  /** UTF-16 units into the text that was checked; `end` is exclusive. */
  start: z.number().int(),
  end: z.number().int(),
  /** Counted from 1, columns in UTF-16 units; the end is exclusive. */
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  endLine: z.number().int().positive(),
  endColumn: z.number().int().positive(),
  /** What is wrong here, where it says more than the rule itself. */
  message: z.string().optional(),
  /** Why the rule is, and what to do instead, as its directive says. */
  reason: z.string().optional(),
  alternative: z.string().optional(),
  fixes: z.array(Fix),
});
export type FoundBreach = z.infer<typeof FoundBreach>;

import type { LintSpec } from '../../memory/detector';

/**
 * A lint rule, and how people ask for it: one saying a line, the first of them as the rule's own
 * documentation has it. A saying means what it says: "never use x" is not fitted by "use x".
 * `{n}` in sayings and options stands for the number that a sentence names; a sentence without one
 * gets the rule's own default.
 */
export interface LintEntry {
  rule: string;
  options?: LintSpec['options'];
  says: string;
}

/** In the place of a rule's name, for sayings that sound like a rule's and mean none. */
export const NO_RULE = '';

/** Lint rules on one subject. */
export type LintTopic = readonly LintEntry[];

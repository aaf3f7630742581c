import type { Stretch } from './linear-expression';

/** ast-grep's rule object: `{pattern: 'foo($A)'}`, `{kind: …, has: …}` (its guide, "Rule Config"). */
export type StructuralRule = Readonly<Record<string, unknown>>;

/** Code that matches a rule, with what stands in its holes by their names without `$`. */
export interface Structure extends Stretch {
  holes: Readonly<Record<string, Stretch>>;
}

/** Looks for code in one language. */
export interface Seeker {
  /** Where a rule matches, in the order of the text, at most some thousand places. */
  find(text: string, rule: StructuralRule, holes?: readonly string[]): Structure[];
}

import type { Cause } from '../../memory/cause';

/** The author of what a person did. */
export const HUMAN = 'human';

/** Milliseconds without a further edit of its kind after which a piece of work is counted. */
const REST: Readonly<Record<'human' | 'suggestion' | 'agent' | 'disk', number>> = {
  // Nobody is blamed for a statement that is half typed.
  human: 5_000,
  // It came in one piece.
  suggestion: 500,
  agent: 2_000,
  // A branch switch may yet explain it.
  disk: 6_000,
};

/** Whose work a change is, and how long after it the work counts as done. */
export function workOf(cause: Cause, assistant: () => string): { author: string; rest: number } {
  return cause === 'suggestion' || cause === 'agent' || cause === 'disk'
    ? { author: assistant(), rest: REST[cause] }
    : { author: HUMAN, rest: REST.human };
}

/** Who made a change, as far as the editor lets on. */
export const CAUSES = [
  'typed',
  'pasted',
  'suggestion',
  'agent',
  'disk',
  'undo',
  'redo',
  'formatter',
  'refactoring',
  'unknown',
] as const;
export type Cause = (typeof CAUSES)[number];

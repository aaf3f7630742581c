import type { PatternSpec } from '../../memory/detector';
import type { Said } from '../said';

const HOLE = /\${1,3}[A-Z]\d*/g;

/**
 * A correction in its general form as a pattern in the language that it was made in: what it was is
 * the breach, what it became is what keeps it and mends it.
 */
export function correctionSpec({ pattern, languages, examples }: Said): PatternSpec | undefined {
  if (pattern === undefined) return undefined;
  const language = examples[0]?.language ?? languages[0];
  const [before, after] = [pattern.before.trim(), pattern.after.trim()];
  if (language === undefined || before === '' || before === after) return undefined;
  const known = new Set(before.match(HOLE));
  const mends = (after.match(HOLE) ?? []).every((hole) => known.has(hole));
  return {
    kind: 'pattern',
    breach: { [language]: { pattern: named(before) } },
    ...(after !== '' && { kept: { [language]: { pattern: named(after) } } }),
    ...(mends && { fix: { [language]: named(after) } }),
  };
}

/** ast-grep's holes are of letters first, as these are; a statement's mark at the end is not asked for. */
function named(pattern: string): string {
  return pattern.replace(/;$/, '');
}

import type { StructuralRule } from '../../syntax/structural-rule';

const DOTTED = /^[`'"]?((?:[A-Za-z_$][\w$]*)(?:\.[A-Za-z_$][\w$]*)*)(\(\))?[`'"]?$/;

/**
 * What takes the place of a name for which another is asked for: only where one name stands for the
 * other as it is (`foo()` and `bar()`, `a.b` and `c.d`), so that arguments stay what they are.
 */
export function fixFor(
  thing: string,
  instead: string | undefined,
  rules: Readonly<Record<string, StructuralRule>>,
): Record<string, string> | undefined {
  const [, , isCall] = DOTTED.exec(thing) ?? [];
  const [, name, isCallInstead] = DOTTED.exec(instead ?? '') ?? [];
  if (name === undefined || (isCall === undefined) !== (isCallInstead === undefined))
    return undefined;
  const isMember = thing.includes('.');
  if (isMember !== name.includes('.')) return undefined;
  const fixes = Object.entries(rules).flatMap(([language, rule]) => {
    const { pattern } = rule;
    if (typeof pattern !== 'string' || pattern.startsWith('$')) return [];
    return [[language, pattern.endsWith('($$$A)') ? `${name}($$$A)` : name] as const];
  });
  return fixes.length === 0 ? undefined : Object.fromEntries(fixes);
}

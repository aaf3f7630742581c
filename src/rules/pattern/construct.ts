import type { StructuralRule } from '../../syntax/structural-rule';

/** A thing that code can hold and that people have a name for. */
export interface Construct {
  /** How it is called, in lower case and without marks of code; the whole phrase must match. */
  readonly called: RegExp;
  /** For each of VS Code's language ids, ast-grep's rule. */
  readonly rules: Readonly<Record<string, StructuralRule>>;
  /** Whether it is so ordinary that only a rule which names the language can mean it. */
  readonly onlyNamed?: boolean;
}

export const JAVASCRIPT = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];
export const TYPESCRIPT = ['typescript', 'typescriptreact'];
/** Languages with JSX. */
export const JSX = ['javascript', 'javascriptreact', 'typescriptreact'];

/** The same rule for several languages. */
export function each(
  languages: readonly string[],
  rule: StructuralRule,
): Record<string, StructuralRule> {
  return Object.fromEntries(languages.map((language) => [language, rule]));
}

/** A node of a kind, with a text where that is given. */
export function node(kind: string, regex?: string): StructuralRule {
  return { kind, ...(regex !== undefined && { regex }) };
}

export function any(...rules: readonly StructuralRule[]): StructuralRule {
  return { any: rules };
}

export function patterns(...all: readonly string[]): StructuralRule {
  return all.length === 1 && all[0] !== undefined
    ? { pattern: all[0] }
    : { any: all.map((pattern) => ({ pattern })) };
}

/** A call of what reads so in Go, where a pattern of one alone is taken for a conversion. */
export function called(regex: string): StructuralRule {
  return { kind: 'call_expression', has: { field: 'function', regex } };
}

import type { Linter, Rule } from 'eslint';

/** ESLint's own engine, which is loaded when first a lint rule is on. */
export async function loadEslint(): Promise<typeof Linter> {
  return (await import('eslint/universal')).Linter;
}

/** What reads TypeScript, and the rules that need no types: both come with TypeScript itself. */
export interface TypeScriptLint {
  parser: Linter.Parser;
  rules: Readonly<Record<string, Rule.RuleModule>>;
}

/** Loads TypeScript's parser: 4 MB, so only for rules and files that need it. */
export async function loadTypeScript(): Promise<TypeScriptLint> {
  const { parser, plugin } = await import('typescript-eslint');
  // Its declarations leave the rules out.
  const { rules } = plugin as unknown as Pick<TypeScriptLint, 'rules'>;
  const untyped = Object.entries(rules).filter(([, rule]) => !needsTypes(rule));
  return { parser: parser as Linter.Parser, rules: Object.fromEntries(untyped) };
}

function needsTypes({ meta }: Rule.RuleModule): boolean {
  const docs = meta?.docs;
  return docs !== undefined && 'requiresTypeChecking' in docs && docs.requiresTypeChecking === true;
}

/** As the rules of its plugin are named. */
export const TYPESCRIPT_PREFIX = '@typescript-eslint/';

/** Core rules in whose place typescript-eslint has one that knows TypeScript's syntax. */
export const EXTENDED: ReadonlySet<string> = new Set([
  'class-methods-use-this',
  'default-param-last',
  'init-declarations',
  'max-params',
  'no-array-constructor',
  'no-dupe-class-members',
  'no-empty-function',
  'no-invalid-this',
  'no-magic-numbers',
  'no-redeclare',
  'no-shadow',
  'no-unused-expressions',
  'no-unused-private-class-members',
  'no-unused-vars',
  'no-use-before-define',
  'no-useless-constructor',
]);

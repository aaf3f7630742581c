import type { Construct } from './construct';
import { IN_JAVASCRIPT } from './constructs/javascript';
import { MODULES } from './constructs/modules';
import { IN_JAVA_AND_CSHARP } from './constructs/objects';
import { IN_PAGES } from './constructs/pages';
import { IN_PYTHON } from './constructs/python';
import { IN_SEVERAL } from './constructs/several';
import { IN_RUST_AND_GO } from './constructs/systems';

/** All that people have a name for and that ast-grep can find. */
export const CONSTRUCTS: readonly Construct[] = [
  ...MODULES,
  ...IN_JAVASCRIPT,
  ...IN_SEVERAL,
  ...IN_PYTHON,
  ...IN_RUST_AND_GO,
  ...IN_JAVA_AND_CSHARP,
  ...IN_PAGES,
];

/**
 * What a phrase names (`default exports`), for the languages that are asked for; none asked for is
 * any. Where several bear the name (`as casts`), their rules are joined.
 */
export function constructCalled(
  phrase: string,
  languages: readonly string[],
): Construct['rules'] | undefined {
  const name = phrase.replace(/[`'"“”]/g, '').toLowerCase();
  const rules: Record<string, Construct['rules'][string]> = {};
  for (const construct of CONSTRUCTS) {
    if (!construct.called.test(name) || (construct.onlyNamed && languages.length === 0)) continue;
    for (const [language, rule] of Object.entries(construct.rules))
      if (languages.length === 0 || languages.includes(language)) rules[language] ??= rule;
  }
  return Object.keys(rules).length > 0 ? rules : undefined;
}

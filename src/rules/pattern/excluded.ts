const FOR_ALL = '(?: only| exclusively| everywhere)?';

/** Orders that name one of two ways to do a thing, and the way that they leave out by that. */
const EXCLUDED: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `^(?:only )?named exports?(?: (?:for|from) (?:all )?(?:components?|functions?|modules?|utilities|utils|hooks|and|,| )+)?${FOR_ALL}$`,
    ),
    'default exports',
  ],
  [
    new RegExp(
      `^(?:only )?(?:react )?(?:functional|function) components?(?: with (?:react )?hooks| and hooks)?(?: with typescript(?: interfaces)?)?${FOR_ALL}$`,
    ),
    'class components',
  ],
  [new RegExp(`^(?:only )?absolute imports?(?: paths?)?${FOR_ALL}$`), 'relative imports'],
  [
    new RegExp(
      `^(?:only )?(?:es modules?|esm|es6 modules?|es module (?:syntax|imports?))${FOR_ALL}$`,
    ),
    'require',
  ],
];

/** What "use named exports" forbids without a word of it; undefined where nothing is left out for sure. */
export function excludedBy(order: string): string | undefined {
  const words = order
    .replace(/[`'"]/g, '')
    .toLowerCase()
    .replace(/^(?:use|using|favou?r|prefer|write|always use) /, '')
    .trim();
  return EXCLUDED.find(([said]) => said.test(words))?.[1];
}

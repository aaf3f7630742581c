import { isProhibition, type Directive } from '../../memory/directive';

const PATH = String.raw`[\w.@*{},/[\]-]*[/*][\w.@*{},/[\]-]*|[\w-]+\.(?:test|spec)\.\w+`;
const THINGS = String.raw`(?:\s+(?:folders?|director(?:y|ies)|files?|modules?|packages?|paths?))?`;
const IN = String.raw`\b(?:in|under|within|inside|below|for)\s+(?:all\s+|any\s+|the\s+|files\s+(?:in|under|matching)\s+)*`;
const CODE = new RegExp(String.raw`\s*[,(]?\s*${IN}\`(${PATH})\`${THINGS}\)?`, 'i');
const BARE = new RegExp(
  String.raw`\s*[,(]?\s*${IN}((?:[\w.-]+/)+(?:\*[\w.*{},/-]*)?|\*[\w.*{},/-]+)${THINGS}(?=[\s,;:)]|$)\)?`,
  'i',
);
const ENDING =
  /\s*[,(]?\s*\b(?:in|for)\s+(?:all\s+|any\s+|the\s+)?`?\*?(\.[a-z]{1,6}(?:\.[a-z]{1,6})?)`?\s+files\b\)?/i;

/** Where in the repository a sentence says that it holds, and the words that say so. */
export interface SpokenPlace {
  glob: string;
  words: string;
}

/**
 * The place that a sentence limits itself to: `in src/api/**`, `in .tsx files`. "Put tests in
 * `test/`" demands the place instead; only what opens the sentence, or ends what is forbidden,
 * says where a demand holds.
 */
export function placeSaid(sentence: string, directive: Directive): SpokenPlace | undefined {
  const ending = ENDING.exec(sentence);
  if (ending?.[1] !== undefined) return { glob: `**/*${ending[1]}`, words: ending[0] };
  for (const pattern of [CODE, BARE]) {
    const match = pattern.exec(sentence);
    if (!match?.[1]) continue;
    const leads = /^(?:all\s+|any\s+|every\s+)?(?:\w+\s+)?$/i.test(sentence.slice(0, match.index));
    if (leads || isProhibition(directive)) return { glob: globOf(match[1]), words: match[0] };
  }
  return undefined;
}

/** A place as a glob from a folder that holds all of `within`; `src/api/` is all that is in it. */
export function globWithin(place: string, within: string | undefined): string {
  const folder = within === undefined ? undefined : /^([^*{}]+\/)\*\*$/.exec(within)?.[1];
  return folder === undefined || place.startsWith(folder) ? place : folder + place;
}

function globOf(path: string): string {
  const bare = path.replace(/^\.?\//, '');
  if (bare.endsWith('/')) return `${bare}**`;
  if (!bare.includes('/')) return `**/${bare}`;
  return /[*{]|\.\w+$/.test(bare) ? bare : `${bare}/**`;
}

/** Files that a sentence limits itself to, as globs from the repository's root. */
export interface Places {
  only: string[];
  except: string[];
}

const TESTS = [
  '**/*.{test,spec}.*',
  '**/{test,tests,__tests__,spec,testing}/**',
  '**/*_{test,spec}.*',
  '**/test_*.py',
  '**/*{Test,Tests}.{java,cs,kt}',
];

/** Places that have a name of their own: where files of such kinds lie by custom. */
const NAMED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:the )?(?:unit |test )?(?:tests?|specs?|test (?:files?|code|suites?))$/i, TESTS],
  [/^(?:the )?(?:react |ui |vue )?components?(?: files?| folders?)?$/i, ['**/components/**']],
  [/^(?:the )?(?:cli )?scripts?(?: folder)?$/i, ['**/scripts/**']],
  [/^(?:the )?(?:docs|documentation)(?: files?)?$/i, ['**/*.{md,mdx,rst,adoc}', '**/docs/**']],
  [/^(?:the )?examples?$/i, ['**/example/**', '**/examples/**']],
  [/^(?:the )?(?:stylesheets?|css files?)$/i, ['**/*.{css,scss,less}']],
  [/^(?:the )?(?:controllers?)$/i, ['**/controllers/**', '**/*[cC]ontroller.*']],
  [/^(?:the )?(?:migrations?)$/i, ['**/migrations/**']],
];
const PRODUCTION =
  /^(?:the )?(?:production|prod|production[- ]level|library|application|app|non-test|source|shipped)(?: code| builds?| files?)?$/i;
const PATH =
  /^(?:the )?`?((?:\.?\/)?[\w.@*{},[\]-]+(?:\/[\w.@*{},[\]-]*)+|[\w*-]*\*[\w.*-]*|[\w-]+\.\w{1,5})`?(?: (?:folder|directory|files?|module|package))?$/;

const ENDING =
  /^(.+?)[,\s]+(?:\(?)(outside(?: of)?|except(?: for)?(?: in)?|other than in|not in|in|inside(?: of)?|within|from)\s+([^()]+?)\)?$/i;

/**
 * Takes the place off the end of a phrase: "`unwrap()` outside tests". A place that has no known
 * files is left where it stands, so that whoever reads the phrase does not know it either.
 */
export function placesSaid(phrase: string): { words: string; files: Places | undefined } {
  const [, words, by, place] = ENDING.exec(phrase) ?? [];
  if (words === undefined || by === undefined || place === undefined)
    return { words: phrase, files: undefined };
  const isOutside = /^(?:outside|except|other|not)/i.test(by);
  if (PRODUCTION.test(place) && !isOutside)
    return { words, files: { only: [], except: [...TESTS] } };
  const parts = place.split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/);
  const globs = parts.map((part) => globsOf(part));
  if (globs.some((each) => each === undefined)) return { words: phrase, files: undefined };
  const all = globs.flatMap((each) => each ?? []);
  return { words, files: isOutside ? { only: [], except: all } : { only: all, except: [] } };
}

/** The files that a place's name stands for; undefined for a name that says nothing of files. */
export function globsOf(place: string): readonly string[] | undefined {
  const named = NAMED.find(([name]) => name.test(place));
  if (named) return named[1];
  const path = PATH.exec(place)?.[1];
  return path === undefined ? undefined : [globOf(path)];
}

/** A path as a glob of the files in it; a folder without slashes may lie anywhere. */
export function globOf(path: string): string {
  const bare = path.replace(/^\.?\//, '').replace(/\/$/, '');
  if (/[*]|\.\w{1,5}$/.test(bare)) return bare;
  return path.includes('/') ? `${bare}/**` : `**/${bare}/**`;
}

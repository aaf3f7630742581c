import { meaningful, tokenise } from './tokens';

/** Words of every language's grammar: sharing them says nothing about what code does. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  `abstract and any as assert async await begin bool boolean break byte case catch char class const
  continue def default del delete do double elif else elsif end enum except export extends extern
  false final finally float fn for foreach from func function global go goto if impl implements
  import in include instanceof int interface is lambda let long match mod module move mut namespace
  new nil none None not null number object of or override package pass private protected pub public
  raise readonly record ref return self short signed sizeof static str string struct super switch
  symbol template then this throw throws trait true True False try type typedef typeof undefined
  union unless unsigned until use using val var virtual void volatile when where while with yield`
    .split(/\s+/)
    .filter(Boolean),
);

/** English words too common to tie a memory to a piece of code. */
const COMMON = new Set(
  `about after all also always and any are avoid because been before being but can code could does
  each every file files for from had has have here how instead into its just like make more most must
  never not now only other our out over prefer rather repository same should since some such than
  that the their them then there these they this those through too typescript under use used uses
  using very was way were what when where which while who why will with without would write you your
  javascript python must never line lines new old add get set`
    .split(/\s+/)
    .filter(Boolean),
);

/** Identifiers of a piece of code, grammar's own words left out. */
export function identifiers(code: string, language?: string): Set<string> {
  const words = meaningful(tokenise(code, language)).filter((token) => token.kind === 'word');
  return new Set(words.map((token) => token.text).filter((word) => !KEYWORDS.has(word)));
}

/**
 * The words that look like code within a sentence: between backticks, or written in a way that plain
 * words are not (`camelCase`, `snake_case`, `a.b`, `call()`).
 */
export function codeWords(sentence: string): Set<string> {
  const found = new Set<string>();
  for (const [, code = ''] of sentence.matchAll(/`([^`\n]+)`/g)) {
    for (const word of identifiers(code)) found.add(word);
  }
  const plain = sentence.replace(/`[^`\n]+`/g, ' ');
  const codelike = /\b[\p{L}_$][\w$]*(?:[a-z][A-Z]|_|\.\w|\()[\w$.]*/gu;
  for (const [word] of plain.matchAll(codelike)) {
    for (const name of identifiers(word)) found.add(name);
  }
  return new Set([...found].filter((word) => word.length > 2));
}

/** The parts of a name, in small letters: `getUserById` → get, user, by, id. */
export function nameParts(name: string): string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The words of a text or the parts of its names that can tie it to another, in small letters. */
export function contentWords(text: string): Set<string> {
  const parts = nameParts(text).filter(
    (word) => word.length > 2 && !COMMON.has(word) && !KEYWORDS.has(word),
  );
  return new Set(parts);
}

/** The names that a message quotes, a line each. */
export function quotedIn(message: string): string {
  return [...message.matchAll(/['"`‘“]([^'"`’”]+)['"`’”]/g)]
    .map(([, name = '']) => name)
    .join('\n');
}

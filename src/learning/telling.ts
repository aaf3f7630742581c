import { isImport } from './correction-class';
import { isLanguageName } from './known-names';
import { sameWords } from './rename';
import type { Correction } from './idea';
import { holeOf, templateTokens } from './template';
import { meaningful, type Token, tokenise } from './tokens';
import { KEYWORDS } from './words';

/** What stands on one side only, once holes stand for what both sides share. */
interface Difference {
  readonly gone: readonly Token[];
  readonly come: readonly Token[];
  /** All that the old side names. */
  readonly before: readonly Token[];
}

/** Marks that only put things beside each other. */
const PLAIN = new Set('( ) [ ] { } . , ; : = +'.split(' '));

/**
 * Whether a correction says something beyond its place. A project's own names change as the project
 * does: that `refNode` became `patternNode` is its history. What tells how to write is one of these:
 *
 * - the language's own words and marks differ, and nothing else (`==` and `===`, a missing `await`);
 * - what stood there is the language's own throughout, whatever it became (`new Buffer(…)`);
 * - one library stands in another's place, with the same member (`axios.get` and `http.get`), one
 *   function in another's, with the same arguments, or an import comes from elsewhere;
 * - a name keeps its words and changes its convention.
 */
export function isTelling(correction: Correction, language: string | undefined): boolean {
  const { gone, come, before } = differenceOf(correction, language);
  const foreign = (tokens: readonly Token[]): Token[] =>
    tokens.filter((token) => token.kind === 'word' && !isLanguageName(token.text, language));
  const [old, now] = [foreign(gone), foreign(come)];
  const [was, is] = [old[0], now[0]];
  if (was && is && old.length === 1 && now.length === 1 && sameWords(was.text, is.text))
    return true;
  if (isLibrary(correction) || isOtherFunction(correction)) return true;
  if (isImport(correction)) return isOtherImport(correction);
  const ownWords = before.filter((token) => token.kind === 'word').length;
  const general = foreign(before).length === 0 && ownWords > 0;
  if (correction.after === '')
    return (
      general && before.some((token) => token.text === '(') && !DECLARES.has(before[0]?.text ?? '')
    );
  const changed = [...gone, ...come];
  if (old.length + now.length > 0)
    return general && before.length > 1 && gone.some(isTold) && come.length <= gone.length + FEW;
  if (general) return changed.some(isTold) || gone.length !== come.length;
  return changed.some(isTold) && changed.length <= FEW;
}

/** Where a project's own names stay, no more than this may differ for the change to be the language's. */
const FEW = 6;

/** What is declared goes when nobody needs it any more. */
const DECLARES = new Set(
  'function class const let var def func fn import export type interface'.split(' '),
);

const isTold = (token: Token): boolean =>
  token.kind === 'word' || (token.kind === 'mark' && !PLAIN.has(token.text));

/** Whether all that changed is the library that a member is called of: libraries have short names. */
function isLibrary({ removed, added, trailing }: Correction): boolean {
  return (
    removed.length === 1 &&
    added.length === 1 &&
    [...removed, ...added].every(({ text }) => /^[a-z\d]+$/.test(text) && !KEYWORDS.has(text)) &&
    trailing[0]?.text === '.' &&
    trailing[2]?.text === '('
  );
}

/** Whether nothing changed but which function is called, free of any object, with what it is given. */
function isOtherFunction({ removed, added, leading, trailing }: Correction): boolean {
  const names = [...removed, ...added];
  return (
    removed.length === 1 &&
    added.length === 1 &&
    names.every(({ kind, text }) => kind === 'word' && !KEYWORDS.has(text)) &&
    trailing[0]?.text === '(' &&
    !['.', '?.', 'function', 'new', 'def', 'func', 'fn'].includes(leading.at(-1)?.text ?? '')
  );
}

/** Whether an import names another source, at least one of them a package. */
function isOtherImport({ before, after, removed, added, leading }: Correction): boolean {
  const near = [...leading.slice(-3).map(({ text }) => text), after].join(' ');
  if (!/\b(?:import|from|require|use|using|include)\b/.test(near)) return false;
  const [old, now] = [removed, added].map((tokens) =>
    tokens.filter(({ kind }) => kind === 'string'),
  );
  if (removed.length !== 1 || added.length !== 1) return false;
  if (old?.length !== 1 || now?.length !== 1 || !before.includes(old[0]?.text ?? '')) return false;
  return [old[0], now[0]].some((token) => !/^.(?:[./~#]|@\/)/.test(token?.text ?? '..'));
}

function differenceOf(correction: Correction, language: string | undefined): Difference {
  const { template, removed, added } = correction;
  if (template === undefined)
    return { gone: removed, come: added, before: called(correction, language) };
  const [before = [], after = []] = [template.before, template.after].map((side) =>
    templateTokens(side, language).filter((token) => holeOf(token) === undefined),
  );
  return { gone: without(before, after), come: without(after, before), before };
}

/** What the old side would keep in a template, as far as that can be told without a grammar. */
function called({ before }: Correction, language: string | undefined): Token[] {
  const tokens = meaningful(tokenise(before, language));
  return tokens.filter(
    ({ kind, text }, i) =>
      kind !== 'word' ||
      isLanguageName(text, language) ||
      ['.', '?.'].includes(tokens[i - 1]?.text ?? '') ||
      tokens[i + 1]?.text === '(',
  );
}

function without(tokens: readonly Token[], others: readonly Token[]): Token[] {
  const left = others.map((token) => token.text);
  return tokens.filter((token) => {
    const at = left.indexOf(token.text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

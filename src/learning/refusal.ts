import { isFormatting } from './formatting';
import { type Region, takesWholeLines } from './token-diff';
import type { Token } from './tokens';

/** Why one change within a rewrite teaches nothing. */
export type Refused = 'rename' | 'formatting' | 'growth' | 'values' | 'cut down' | 'something else';

/** A rewrite as tokens. */
export interface Rewrite {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  /** Names that were renamed all through the text, and what they are called now. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Whether a diagnostic went away with it. */
  readonly cured: boolean;
}

/** More changed tokens than this are no single correction. */
const MOST_TOKENS = 24;
/** An insertion within a line longer than this is new code. */
const MOST_INSERTED = 8;
/** A statement taken out that is longer than this was given up, not corrected. */
const MOST_REMOVED = 12;

/** Looks at one change of a rewrite; `undefined` when it may be a correction. */
export function refusal(region: Region, rewrite: Rewrite): Refused | undefined {
  const { cured, after } = rewrite;
  const removed = rewrite.before.slice(region.before.from, region.before.to);
  const added = after.slice(region.after.from, region.after.to);
  if (isRename(removed, added, rewrite.renamed)) return 'rename';
  if (isFormatting(removed, added)) return 'formatting';
  if (removed.length + added.length > 2 * MOST_TOKENS) return 'something else';
  if (added.length > 3 * removed.length + MOST_INSERTED && removed.length > 0) return 'growth';
  if (removed.length === 0 && added.length > (cured ? MOST_TOKENS : MOST_INSERTED)) return 'growth';
  if (cured) return undefined;
  if (takesWholeLines(after, region.after) && stillHas(added, removed)) return 'growth';
  if (removed.length === 0) return isNewCode(region, added, after) ? 'growth' : undefined;
  if (added.length === 0) return isGivenUp(region, removed, rewrite) ? 'cut down' : undefined;
  return isValueChange(removed, added) ? 'values' : undefined;
}

function isRename(
  removed: readonly Token[],
  added: readonly Token[],
  renamed: ReadonlyMap<string, string>,
): boolean {
  return (
    removed.length === added.length &&
    removed.every(
      (token, i) => token.text === added[i]?.text || withNames(token, renamed) === added[i]?.text,
    )
  );
}

/** A name, or the names within a template text, as they are called now. */
function withNames(token: Token, renamed: ReadonlyMap<string, string>): string {
  if (token.kind === 'word') return renamed.get(token.text) ?? token.text;
  if (!token.text.startsWith('`')) return token.text;
  return token.text.replace(/[\p{L}_$][\p{L}\p{N}_$]*/gu, (name) => renamed.get(name) ?? name);
}

/** Whether nothing was taken out: all that was there stands in what was put in, in its order. */
function stillHas(added: readonly Token[], removed: readonly Token[]): boolean {
  let at = 0;
  for (const { text } of added) if (text === removed[at]?.text) at++;
  return at === removed.length;
}

/** Whether what was put in is more code rather than a change of the code that stood there. */
function isNewCode(region: Region, added: readonly Token[], after: readonly Token[]): boolean {
  const rest = after.slice(region.after.to);
  // `parseInt(x` `, 10` `)` goes into what was there; what follows the last bracket comes after it.
  const atEnd = rest.every((token) => token.kind === 'mark' && !'()'.includes(token.text));
  return (atEnd && region.keptLeft > 0) || isListItem(region, added, after);
}

/** One more member of an array, an object, an import or a parameter list; an argument is none. */
function isListItem(region: Region, added: readonly Token[], after: readonly Token[]): boolean {
  if (added[0]?.text !== ',' && added.at(-1)?.text !== ',') return false;
  let depth = 0;
  for (let at = region.after.from - 1; at >= 0; at--) {
    const text = after[at]?.text ?? '';
    if (')]}'.includes(text)) depth++;
    else if ('([{'.includes(text) && depth-- === 0) {
      if (text !== '(') return true;
      return ['function', 'def', 'func', 'fn', 'fun'].some(
        (word) => after[at - 1]?.text === word || after[at - 2]?.text === word,
      );
    }
  }
  return true;
}

/**
 * Whether what was taken out says nothing about how to write: declarations go when what they served
 * goes, members of lists and objects come and go. A short statement that did something was not wanted.
 */
function isGivenUp(region: Region, removed: readonly Token[], { before }: Rewrite): boolean {
  if (removed.length > MOST_REMOVED) return true;
  if (!takesWholeLines(before, region.before)) return false;
  const [first] = removed;
  const acts = removed.some((token) => token.text === '(') || removed.length <= 2;
  return first?.kind !== 'word' || DECLARES.has(first.text) || !acts;
}

const DECLARES = new Set(
  `const let var val import export from function class def func fn type interface module use using
  include require package public private protected static`.split(/\s+/),
);

/** Only numbers or texts for people were replaced: another value, not another way to say it. */
function isValueChange(removed: readonly Token[], added: readonly Token[]): boolean {
  const said = [...removed, ...added].filter((token) => token.kind !== 'mark');
  return (
    said.length > 0 &&
    said.every(
      (token) => token.kind === 'number' || (token.kind === 'string' && /\s/.test(token.text)),
    )
  );
}

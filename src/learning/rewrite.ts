import type { SignalOf } from '../memory/signal';
import { widen } from './bounds';
import { isFormatting } from './formatting';
import { renames } from './rename';
import { screen, type Screened } from './rewrite-screen';
import { differences, lengthOf, type Region, type Span } from './token-diff';
import { meaningful, type Token, tokenise } from './tokens';
import { identifiers, quotedIn } from './words';

/** Why a rewrite teaches nothing. */
export type NoCorrection =
  Screened | 'rename' | 'growth' | 'values' | 'cut down' | 'something else' | 'several things';

/** What a rewrite made of a part of an accepted suggestion, bounded to what has a meaning. */
export interface Correction {
  /** Source text, cut out at whole tokens. Empty where something was only taken out or put in. */
  readonly before: string;
  readonly after: string;
  /** The tokens that changed, without what was taken in around them. */
  readonly removed: readonly Token[];
  readonly added: readonly Token[];
  /** The tokens on its left and right, nearest last and first, for telling what kind it is. */
  readonly leading: readonly Token[];
  readonly trailing: readonly Token[];
  /** How often the same was done in this rewrite. */
  readonly times: number;
  /** Lines from the start of the accepted text to where it stands now, from 0. */
  readonly lineOffset: number;
}

export type Reading = { readonly correction: Correction } | { readonly none: NoCorrection };

/** More changed tokens than this are no single correction. */
const MOST_TOKENS = 24;
/** An insertion within a line longer than this is new code. */
const MOST_INSERTED = 8;
/** A statement taken out that is longer than this was given up, not corrected. */
const MOST_REMOVED = 12;

/**
 * Reads a rewrite of an accepted suggestion: a correction, or why there is none.
 *
 * Of several changes the one counts that cured a diagnostic, else the one made most often, else the
 * first. Where a diagnostic was cured the doubt is less, and larger changes count too.
 */
export function readRewrite(signal: SignalOf<'rewritten'>): Reading {
  const none = screen(signal);
  if (none !== undefined) return { none };
  const before = meaningful(tokenise(signal.before, signal.language));
  const after = meaningful(tokenise(signal.after, signal.language));
  const regions = differences(before, after);
  if (regions === undefined) return { none: 'something else' };

  const texts = { before, after, signal, renamed: renames(before, after) };
  const judged = regions.map((region) => ({ region, none: refusal(region, texts) }));
  const kept = judged.filter((one) => one.none === undefined);
  if (kept.length === 0) return { none: judged[0]?.none ?? 'unchanged' };

  const ideas = new Map<string, Region[]>();
  for (const { region } of kept) {
    const idea = [textOf(before, region.before), textOf(after, region.after)].join(' → ');
    ideas.set(idea, [...(ideas.get(idea) ?? []), region]);
  }
  const cured = curedIn(signal);
  const told = [...ideas.values()].map((same) => ({
    same,
    cured: same.filter((region) => cured(cutOut(region, 1, texts))).length,
  }));
  told.sort((one, other) => other.cured - one.cured || other.same.length - one.same.length);
  const same = told[0]?.same ?? [];
  const [first] = same;
  return first === undefined
    ? { none: 'unchanged' }
    : { correction: cutOut(first, same.length, texts) };
}

/** Tells a change that a cured diagnostic speaks of: by its line, or by the names it quotes. */
function curedIn(signal: SignalOf<'rewritten'>): (change: Correction) => boolean {
  const lines = new Set(signal.cured.map((problem) => problem.line - signal.line));
  const names = identifiers(signal.cured.map((problem) => quotedIn(problem.message)).join('\n'));
  return ({ removed, lineOffset }) =>
    lines.has(lineOffset) || removed.some((token) => names.has(token.text));
}

interface Texts {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly signal: SignalOf<'rewritten'>;
  readonly renamed: ReadonlyMap<string, string>;
}

function refusal(region: Region, texts: Texts): NoCorrection | undefined {
  const removed = texts.before.slice(region.before.from, region.before.to);
  const added = texts.after.slice(region.after.from, region.after.to);
  const cured = texts.signal.cured.length > 0;
  if (isRename(removed, added, texts.renamed)) return 'rename';
  if (isFormatting(removed, added)) return 'formatting';
  if (!cured && takesWholeLines(texts.after, region.after) && stillHas(added, removed))
    return 'growth';
  if (removed.length === 0) {
    if (!cured && isNewCode(region, added, texts)) return 'growth';
    if (added.length > (cured ? MOST_TOKENS : MOST_INSERTED)) return 'growth';
    return undefined;
  }
  if (added.length === 0)
    return removed.length > (cured ? MOST_TOKENS : MOST_REMOVED) ? 'cut down' : undefined;
  if (!cured && isValueChange(removed, added)) return 'values';
  if (added.length > 3 * removed.length + MOST_INSERTED) return 'growth';
  if (removed.length + added.length > 2 * MOST_TOKENS) return 'something else';
  return undefined;
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
function isNewCode(region: Region, added: readonly Token[], texts: Texts): boolean {
  const { after } = texts;
  const atEnd = after
    .slice(region.after.to)
    .every((token) => token.kind === 'mark' && token.text !== '(');
  if (atEnd && region.keptLeft > 0 && !closesInside(region, after)) return true;
  if (takesWholeLines(after, region.after)) return true;
  return isListItem(region, added, after);
}

function takesWholeLines(tokens: readonly Token[], span: Span): boolean {
  return (
    tokens[span.from]?.firstInLine === true &&
    (span.to === tokens.length || tokens[span.to]?.firstInLine === true)
  );
}

/** Whether an insertion that only marks follow stands within brackets that the suggestion opened. */
function closesInside(region: Region, after: readonly Token[]): boolean {
  return after.slice(region.after.to).some((token) => token.text === ')');
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

/** Only numbers or texts for people were replaced: another value, not another way to say it. */
function isValueChange(removed: readonly Token[], added: readonly Token[]): boolean {
  const values = [...removed, ...added].filter((token) => token.kind !== 'mark');
  return (
    values.length > 0 &&
    values.every(
      (token) => token.kind === 'number' || (token.kind === 'string' && /\s/.test(token.text)),
    )
  );
}

function cutOut(region: Region, times: number, texts: Texts): Correction {
  const { before, after, signal } = texts;
  const statement = lengthOf(region.after) === 0 && takesWholeLines(before, region.before);
  const { left, right } = statement ? { left: 0, right: 0 } : widen(after, region);
  const wide = (span: Span) => ({
    from: span.from - left,
    to: span.to + right,
  });
  const start = after[region.after.from]?.start ?? signal.after.length;
  return {
    before: sourceOf(signal.before, before, wide(region.before)),
    after: sourceOf(signal.after, after, wide(region.after)),
    removed: before.slice(region.before.from, region.before.to),
    added: after.slice(region.after.from, region.after.to),
    leading: after.slice(Math.max(0, region.after.from - region.keptLeft), region.after.from),
    trailing: after.slice(region.after.to, region.after.to + region.keptRight),
    times,
    lineOffset: signal.after.slice(0, start).split('\n').length - 1,
  };
}

function sourceOf(text: string, tokens: readonly Token[], span: Span) {
  if (lengthOf(span) <= 0) return '';
  const first = tokens[span.from];
  const last = tokens[span.to - 1];
  if (first === undefined || last === undefined) return '';
  return text.slice(first.start, last.start + last.text.length);
}

function textOf(tokens: readonly Token[], span: Span): string {
  return tokens
    .slice(span.from, span.to)
    .map((token) => token.text)
    .join(' ');
}

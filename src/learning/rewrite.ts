import type { SignalOf } from '../memory/signal';
import { widen } from './bounds';
import { renames } from './rename';
import { screen, type Screened } from './rewrite-screen';
import { differences, lengthOf, type Region } from './token-diff';
import { meaningful, type Token, tokenise } from './tokens';

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
/** Different changes in one rewrite; beyond this it is work going on. */
const MOST_IDEAS = 3;

/**
 * Reads a rewrite of an accepted suggestion: a correction, or why there is none.
 *
 * Without a diagnostic that it cured, a rewrite counts only when what changed is small, one idea, and
 * within the suggestion: all else looks like work going on. With one, the doubt is less, and larger
 * changes count too.
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
  const cured = signal.cured.length > 0;
  if (!cured && ideas.size > MOST_IDEAS) return { none: 'several things' };
  if (!cured && isMostlyGrowth(before, after)) return { none: 'growth' };
  const [most] = [...ideas.values()].sort((one, other) => other.length - one.length);
  const [first] = most ?? [];
  if (most === undefined || first === undefined) return { none: 'unchanged' };
  return { correction: cutOut(first, most.length, texts) };
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
      (token, i) =>
        token.text === added[i]?.text ||
        (renamed.has(token.text) && renamed.get(token.text) === added[i]?.text),
    )
  );
}

/** Whether what was put in is more code rather than a change of the code that stood there. */
function isNewCode(region: Region, added: readonly Token[], texts: Texts): boolean {
  const { after, signal } = texts;
  const atEnd = after
    .slice(region.after.to)
    .every((token) => token.kind === 'mark' && token.text !== '(');
  if (atEnd && region.keptLeft > 0 && !closesInside(region, after)) return true;
  const first = added[0];
  const last = added.at(-1);
  if (first === undefined || last === undefined) return true;
  const text = signal.after;
  const ownLines =
    /(?:^|\n)[^\S\n]*$/.test(text.slice(0, first.start)) &&
    /^[^\S\n]*(?:\n|$)/.test(text.slice(last.start + last.text.length));
  if (ownLines) return true;
  return isListItem(region, added, after);
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

function isMostlyGrowth(before: readonly Token[], after: readonly Token[]): boolean {
  return after.length > 2 * before.length + 2 * MOST_TOKENS;
}

function cutOut(region: Region, times: number, texts: Texts): Correction {
  const { before, after, signal } = texts;
  const { left, right } = widen(after, region);
  const wide = (span: { from: number; to: number }) => ({
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

function sourceOf(text: string, tokens: readonly Token[], span: { from: number; to: number }) {
  if (lengthOf(span) <= 0) return '';
  const first = tokens[span.from];
  const last = tokens[span.to - 1];
  if (first === undefined || last === undefined) return '';
  return text.slice(first.start, last.start + last.text.length);
}

function textOf(tokens: readonly Token[], span: { from: number; to: number }): string {
  return tokens
    .slice(span.from, span.to)
    .map((token) => token.text)
    .join(' ');
}

import type { SignalOf } from '../memory/signal';
import { widen, widenToLines } from './bounds';
import { refusal, type Refused, type Rewrite } from './refusal';
import { renames } from './rename';
import { screen, type Screened } from './rewrite-screen';
import {
  differences,
  lengthOf,
  opened,
  type Region,
  type Span,
  takesWholeLines,
} from './token-diff';
import { meaningful, type Token, tokenise } from './tokens';
import { identifiers, quotedIn } from './words';

/** Why a rewrite teaches nothing. */
export type NoCorrection = Screened | Refused;

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

/**
 * Reads a rewrite of an accepted suggestion: the correction in it, or why there is none.
 *
 * Of several changes the one counts that cured a diagnostic, else the one made most often, else the
 * first. Where a diagnostic was cured the doubt is less, and larger changes count too.
 */
export function readRewrite(signal: SignalOf<'rewritten'>): Reading {
  const screened = screen(signal);
  if (screened !== undefined) return { none: screened };
  const before = meaningful(tokenise(signal.before, signal.language));
  const after = meaningful(tokenise(signal.after, signal.language));
  const regions = differences(before, after);
  if (regions === undefined) return { none: 'something else' };
  const rewrite = {
    before,
    after,
    renamed: renames(before, after),
    cured: signal.cured.length > 0,
  };

  const refused: Refused[] = [];
  const ideas = new Map<string, Correction>();
  for (const region of regions) {
    const why = refusal(region, rewrite);
    const change = why === undefined ? cutOut(region, rewrite, signal) : undefined;
    if (change === undefined) {
      refused.push(why ?? 'something else');
      continue;
    }
    const idea = `${wordsOf(change.removed)} → ${wordsOf(change.added)}`;
    const met = ideas.get(idea);
    ideas.set(idea, met === undefined ? change : { ...met, times: met.times + 1 });
  }
  const cured = curedBy(signal);
  const [correction] = [...ideas.values()].sort(
    (one, other) => cured(other) - cured(one) || other.times - one.times,
  );
  if (correction !== undefined) return { correction };
  const none = refused.find((why) => why !== 'formatting') ?? 'formatting';
  return small(rewrite) && none !== 'formatting'
    ? { correction: wholeOf(rewrite, signal) }
    : { none };
}

/** Tokens up to which a rewrite that cured a diagnostic may be shown as a whole. */
const SMALL = 40;

/** Whether a rewrite that can not be narrowed down can stand as a whole: it cured something. */
function small({ before, after, cured }: Rewrite): boolean {
  return cured && before.length <= SMALL && after.length <= SMALL;
}

function wholeOf({ before, after }: Rewrite, signal: SignalOf<'rewritten'>): Correction {
  return {
    before: signal.before.trim(),
    after: signal.after.trim(),
    removed: before,
    added: after,
    leading: [],
    trailing: [],
    times: 1,
    lineOffset: 0,
  };
}

/** How surely a cured diagnostic speaks of a change: 2 by a name it quotes, 1 by its line alone. */
function curedBy(signal: SignalOf<'rewritten'>): (change: Correction) => number {
  const lines = new Set(signal.cured.map((problem) => problem.line - signal.line));
  const names = identifiers(signal.cured.map((problem) => quotedIn(problem.message)).join('\n'));
  return ({ removed, lineOffset }) => {
    if (removed.some((token) => names.has(token.text))) return 2;
    return lines.has(lineOffset) ? 1 : 0;
  };
}

/**
 * Cuts a change out, as narrow as it can be understood: widened to whole expressions, else to whole
 * lines; `undefined` when even those make no whole.
 */
function cutOut(
  region: Region,
  rewrite: Rewrite,
  signal: SignalOf<'rewritten'>,
): Correction | undefined {
  const { before, after } = rewrite;
  const statement = lengthOf(region.after) === 0 && takesWholeLines(before, region.before);
  const widenings = statement
    ? [{ left: 0, right: 0 }]
    : [widen(after, region), widenToLines(after, region)];
  const start = after[region.after.from]?.start ?? signal.after.length;
  for (const { left, right } of widenings) {
    const wide = (span: Span): Span => ({ from: span.from - left, to: span.to + right });
    const [was, is] = [wide(region.before), wide(region.after)];
    if (lengthOf(was) === 0 || !isWhole(before, was)) continue;
    if (!statement && !isWhole(after, is)) continue;
    return {
      before: sourceOf(signal.before, before, was),
      after: sourceOf(signal.after, after, is),
      removed: before.slice(region.before.from, region.before.to),
      added: after.slice(region.after.from, region.after.to),
      leading: after.slice(Math.max(0, region.after.from - region.keptLeft), region.after.from),
      trailing: after.slice(region.after.to, region.after.to + region.keptRight),
      times: 1,
      lineOffset: signal.after.slice(0, start).split('\n').length - 1,
    };
  }
  return undefined;
}

/**
 * Whether a span can be understood by itself: it names something, and closes no bracket that it did
 * not open. Only the head of a call, `http.get(`, may leave one open.
 */
function isWhole(tokens: readonly Token[], span: Span): boolean {
  const open = opened(tokens, span);
  const head = ['(', '['].includes(tokens[span.to - 1]?.text ?? '');
  return (
    tokens.slice(span.from, span.to).some((token) => token.kind !== 'mark') &&
    open.unmatched === 0 &&
    open.left === (head ? 1 : 0)
  );
}

/** Source text from the first token of a span to its last, as it was written. */
function sourceOf(text: string, tokens: readonly Token[], span: Span): string {
  const first = tokens[span.from];
  const last = tokens[span.to - 1];
  if (lengthOf(span) <= 0 || first === undefined || last === undefined) return '';
  return text.slice(first.start, last.start + last.text.length);
}

const wordsOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join(' ');

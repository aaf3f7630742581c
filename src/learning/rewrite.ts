import type { SignalOf } from '../memory/signal';
import { widen } from './bounds';
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
  const none = screen(signal);
  if (none !== undefined) return { none };
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
    const change = cutOut(region, rewrite, signal);
    const why =
      refusal(region, rewrite) ?? (isWhole(change, rewrite) ? undefined : 'something else');
    if (why !== undefined) {
      refused.push(why);
      continue;
    }
    const idea = `${wordsOf(change.removed)} → ${wordsOf(change.added)}`;
    const met = ideas.get(idea);
    ideas.set(idea, met === undefined ? change : { ...met, times: met.times + 1 });
  }
  const cured = curedBy(signal);
  const [correction] = [...ideas.values()].sort(
    (one, other) => Number(cured(other)) - Number(cured(one)) || other.times - one.times,
  );
  return correction === undefined ? { none: refused[0] ?? 'formatting' } : { correction };
}

/** Tells a change that a cured diagnostic speaks of: by its line, or by the names it quotes. */
function curedBy(signal: SignalOf<'rewritten'>): (change: Correction) => boolean {
  const lines = new Set(signal.cured.map((problem) => problem.line - signal.line));
  const names = identifiers(signal.cured.map((problem) => quotedIn(problem.message)).join('\n'));
  return ({ removed, lineOffset }) =>
    lines.has(lineOffset) || removed.some((token) => names.has(token.text));
}

/**
 * Whether what was cut out can be understood by itself: it names something, and closes no bracket
 * that it did not open. Only the head of a call, `http.get(`, may leave one open.
 */
function isWhole({ before, after }: Correction, { cured }: Rewrite): boolean {
  return [before, after].every((text) => {
    const tokens = meaningful(tokenise(text, undefined));
    const all = { from: 0, to: tokens.length };
    const open = opened(tokens, all);
    if (tokens.length > 0 && tokens.every((token) => token.kind === 'mark')) return false;
    if (cured) return true;
    return open.unmatched === 0 && (open.left === 0 || (open.left === 1 && /[([]$/.test(text)));
  });
}

function cutOut(region: Region, rewrite: Rewrite, signal: SignalOf<'rewritten'>): Correction {
  const { before, after } = rewrite;
  const statement = lengthOf(region.after) === 0 && takesWholeLines(before, region.before);
  const { left, right } = statement ? { left: 0, right: 0 } : widen(after, region);
  const wide = (span: Span): Span => ({ from: span.from - left, to: span.to + right });
  const start = after[region.after.from]?.start ?? signal.after.length;
  return {
    before: sourceOf(signal.before, before, wide(region.before)),
    after: sourceOf(signal.after, after, wide(region.after)),
    removed: before.slice(region.before.from, region.before.to),
    added: after.slice(region.after.from, region.after.to),
    leading: after.slice(Math.max(0, region.after.from - region.keptLeft), region.after.from),
    trailing: after.slice(region.after.to, region.after.to + region.keptRight),
    times: 1,
    lineOffset: signal.after.slice(0, start).split('\n').length - 1,
  };
}

/** Source text from the first token of a span to its last, as it was written. */
function sourceOf(text: string, tokens: readonly Token[], span: Span): string {
  const first = tokens[span.from];
  const last = tokens[span.to - 1];
  if (lengthOf(span) <= 0 || first === undefined || last === undefined) return '';
  return text.slice(first.start, last.start + last.text.length);
}

const wordsOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join(' ');

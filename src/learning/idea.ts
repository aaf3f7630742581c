import type { SignalOf } from '../memory/signal';
import { widen, widenToLines } from './bounds';
import { nodesAround, type Side } from './node-bounds';
import { isBroken, nodesOf } from './node-run';
import { refusal, type Refused, type Rewrite } from './refusal';
import { type Template, templateOf } from './template';
import { lengthOf, opened, type Region, type Span, takesWholeLines } from './token-diff';
import type { Token } from './tokens';

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
  /** Both sides generalised, where a grammar could read them. */
  readonly template?: Template;
  /** How often the same was done in this rewrite. */
  readonly times: number;
  /** Lines from the start of the accepted text to where it stands now, from 0. */
  readonly lineOffset: number;
}

/** Both sides of a rewrite as trees. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** What a rewrite may have in it. */
export interface Ideas {
  readonly ideas: Correction[];
  readonly refused: readonly Refused[];
}

/** The changes that may be corrections, each once, and why the others can not. */
export function ideasIn(
  regions: readonly Region[],
  rewrite: Rewrite,
  sides: Sides | undefined,
  signal: SignalOf<'rewritten'>,
): Ideas {
  const refused: Refused[] = [];
  const ideas = new Map<string, Correction>();
  for (const region of regions) {
    const why = refusal(region, rewrite);
    if (why !== undefined) {
      refused.push(why);
      continue;
    }
    const change = sides
      ? nodesOut(region, regions, sides, rewrite, signal)
      : cutOut(region, rewrite, signal);
    if (change === undefined) {
      refused.push('something else');
      continue;
    }
    const idea = change.template
      ? `${change.template.before} → ${change.template.after}`
      : `${wordsOf(change.removed)} → ${wordsOf(change.added)}`;
    const met = ideas.get(idea);
    ideas.set(idea, met === undefined ? change : { ...met, times: met.times + 1 });
  }
  return { ideas: [...ideas.values()], refused };
}

/** Cuts a change out as whole nodes on both sides; `undefined` where the grammar can not read it. */
function nodesOut(
  narrow: Region,
  regions: readonly Region[],
  sides: Sides,
  rewrite: Rewrite,
  signal: SignalOf<'rewritten'>,
): Correction | undefined {
  let region = narrow;
  let found = nodesAround(region, sides.before, sides.after);
  for (let joined = 0; typeof found === 'string' && joined < MOST_JOINED; joined++) {
    const next = joinedTo(region, regions, found);
    if (next === undefined) return undefined;
    region = next;
    found = nodesAround(region, sides.before, sides.after);
  }
  if (typeof found !== 'object' || lengthOf(found.before) === 0) return undefined;
  const parts = {
    before: { text: signal.before, nodes: nodesOf(found.beforeRun) },
    after: {
      text: signal.after,
      nodes: lengthOf(found.after) === 0 ? [] : nodesOf(found.afterRun),
    },
  };
  if (isBroken(parts.before.nodes) || isBroken(parts.after.nodes)) return undefined;
  if (!isClosed(rewrite.before, found.before) || !isClosed(rewrite.after, found.after))
    return undefined;
  const template = templateOf(parts.before, parts.after, signal.language);
  return {
    ...pieceOf(region, rewrite, signal),
    before: sourceOf(signal.before, rewrite.before, found.before),
    after: sourceOf(signal.after, rewrite.after, found.after),
    ...(template !== undefined && { template }),
  };
}

function isClosed(tokens: readonly Token[], span: Span): boolean {
  const { left, unmatched } = opened(tokens, span);
  return left === 0 && unmatched === 0;
}

/** Changes that one node holds count as one, up to so many. */
const MOST_JOINED = 4;

/** A change together with the one next to it. */
function joinedTo(
  region: Region,
  regions: readonly Region[],
  where: 'left' | 'right',
): Region | undefined {
  const next =
    where === 'left'
      ? regions.findLast(
          (one) =>
            one.before.to <= region.before.from &&
            one.after.to <= region.after.from &&
            one.before.from !== region.before.from,
        )
      : regions.find(
          (one) =>
            one.before.from >= region.before.to &&
            one.after.from >= region.after.to &&
            one.before.to !== region.before.to,
        );
  if (next === undefined) return undefined;
  const [first, last] = where === 'left' ? [next, region] : [region, next];
  return {
    before: { from: first.before.from, to: last.before.to },
    after: { from: first.after.from, to: last.after.to },
    keptLeft: first.keptLeft,
    keptRight: last.keptRight,
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
  for (const { left, right } of widenings) {
    const wide = (span: Span): Span => ({ from: span.from - left, to: span.to + right });
    const [was, is] = [wide(region.before), wide(region.after)];
    if (lengthOf(was) === 0 || !isWhole(before, was)) continue;
    if (!statement && !isWhole(after, is)) continue;
    return {
      before: sourceOf(signal.before, before, was),
      after: sourceOf(signal.after, after, is),
      ...pieceOf(region, rewrite, signal),
    };
  }
  return undefined;
}

/** What a change is, whatever is cut out around it. */
function pieceOf(
  { before: was, after: is, keptLeft, keptRight }: Region,
  { before, after }: Rewrite,
  signal: SignalOf<'rewritten'>,
): Omit<Correction, 'before' | 'after' | 'template'> {
  const start = after[is.from]?.start ?? signal.after.length;
  return {
    removed: before.slice(was.from, was.to),
    added: after.slice(is.from, is.to),
    leading: after.slice(Math.max(0, is.from - keptLeft), is.from),
    trailing: after.slice(is.to, is.to + keptRight),
    times: 1,
    lineOffset: signal.after.slice(0, start).split('\n').length - 1,
  };
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

import type { SignalOf } from '../memory/signal';
import type { Parse } from '../syntax/syntax-node';
import { widen, widenToLines } from './bounds';
import { isImport } from './correction-class';
import { cluesOf, LIKELY, likelihood } from './likelihood';
import { nodesAround, type Side } from './node-bounds';
import { isBroken, nodesOf } from './node-run';
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
import { isTelling } from './telling';
import { type Template, templateOf } from './template';
import { meaningful, type Token, tokenise } from './tokens';
import { identifiers, quotedIn } from './words';

/** Why a rewrite teaches nothing. */
export type NoCorrection = Screened | Refused | 'going on';

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

export type Reading = { readonly correction: Correction } | { readonly none: NoCorrection };

/**
 * Reads a rewrite of an accepted suggestion: the correction in it, or why there is none.
 *
 * Of several changes the one counts that cured a diagnostic, else the one made most often, else the
 * first. Where a diagnostic was cured the doubt is less, and larger changes count too. With `parse`,
 * the language's grammar, a correction is bounded to whole nodes and generalised; without one it is
 * bounded by tokens.
 */
export function readRewrite(signal: SignalOf<'rewritten'>, parse?: Parse): Reading {
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

  const sides = parse && {
    // Some grammars end a statement with its line.
    before: { tokens: before, root: parse(`${signal.before}\n`) },
    after: { tokens: after, root: parse(`${signal.after}\n`) },
  };

  const { ideas: all, refused } = ideasIn(regions, rewrite, sides, signal);
  const telling = (change: Correction): number => Number(isTelling(change, signal.language));
  // What a file imports changes with what it does; only where from may be put right.
  const isIdea = (one: Correction): boolean => rewrite.cured || !isImport(one) || telling(one) > 0;
  let ideas = all.filter(isIdea);
  const none = refused.find((why) => why !== 'formatting') ?? 'formatting';
  const told = ideas.some((change) => telling(change) > 0);
  if (!rewrite.cured) {
    const clues = cluesOf(rewrite, regions, signal.language, sides);
    if (told ? clues.whole === 0 : likelihood(clues) < LIKELY)
      return { none: all.length > 0 ? 'going on' : none };
    // One as likely as that is looked at again without the doubts that most rewrites deserve.
    if (all.length === 0 && DOUBTED.has(none))
      ideas = ideasIn(regions, { ...rewrite, cured: true }, sides, signal).ideas.filter(isIdea);
  }
  const cured = curedBy(signal);
  const [correction] = ideas.sort(
    (one, other) =>
      cured(other) - cured(one) || telling(other) - telling(one) || other.times - one.times,
  );
  if (correction !== undefined) return { correction };
  if (all.length > 0) return { none: 'going on' };
  return small(rewrite) && none !== 'formatting'
    ? { correction: wholeOf(rewrite, signal) }
    : { none };
}

/** Doubts that give way where a whole rewrite looks like a correction. */
const DOUBTED: ReadonlySet<NoCorrection> = new Set(['growth', 'cut down', 'something else']);

interface Read {
  readonly ideas: Correction[];
  readonly refused: readonly Refused[];
}

/** The changes that may be corrections, each once, and why the others can not. */
function ideasIn(
  regions: readonly Region[],
  rewrite: Rewrite,
  sides: { readonly before: Side; readonly after: Side } | undefined,
  signal: SignalOf<'rewritten'>,
): Read {
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

/** Cuts a change out as whole nodes on both sides; `undefined` where the grammar can not read it. */
function nodesOut(
  narrow: Region,
  regions: readonly Region[],
  sides: { readonly before: Side; readonly after: Side },
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

import type { Fault } from '../memory/fault';
import type { SignalOf } from '../memory/signal';
import type { Parse } from '../syntax/syntax-node';
import { isImport } from './correction-class';
import { type Cure, cureOf, type Faults } from './cure';
import { readFragment } from './fragment';
import { type Correction, ideasIn } from './idea';
import { type Clues, cluesOf, LIKELY, likelihood } from './likelihood';
import type { Refused, Rewrite } from './refusal';
import { renames } from './rename';
import { screen, type Screened } from './rewrite-screen';
import { isTelling } from './telling';
import { differences } from './token-diff';
import { meaningful, type Token, tokenise } from './tokens';
import { identifiers, quotedIn } from './words';

/** Why a rewrite teaches nothing. */
export type NoCorrection = Screened | Refused | 'going on';

export type Reading =
  | {
      readonly correction: Correction;
      /** What a linter finds fault with no more. */
      readonly cure: Cure;
    }
  | { readonly none: NoCorrection };

/** What helps to read a rewrite, where it can be had. */
export interface Aids {
  /** The language's grammar. */
  readonly parse?: Parse | undefined;
  /** What a linter finds in both texts. */
  readonly faults?: Faults | undefined;
}

/**
 * Reads a rewrite of an accepted suggestion: the correction in it, or why there is none.
 *
 * Whether it is a correction at all is weighed by all that is known of it (`likelihood`); where a
 * diagnostic was cured there is no doubt. Of several changes the one counts that cured something, else
 * one that says something beyond its place, else the one made most often, else the first. With a
 * grammar a correction is bounded to whole nodes and generalised; without one it is bounded by tokens.
 */
export function readRewrite(signal: SignalOf<'rewritten'>, aids: Aids = {}): Reading {
  const weighed = weigh(signal, aids);
  if ('none' in weighed) return weighed;
  const { rewrite, ideas, otherwise: none, clues, plain, cure } = weighed;
  const [correction] = ideas;
  if (!rewrite.cured && (plain ? clues.whole === 0 : likelihood(clues) < LIKELY)) return { none };
  if (correction !== undefined) return { correction, cure };
  const isCured = rewrite.cured || cure.length > 0;
  return isCured && none !== 'formatting' && small(rewrite)
    ? { correction: wholeOf(rewrite, signal), cure }
    : { none };
}

/** A rewrite with what speaks for and against a correction in it. */
export interface Weighed {
  readonly rewrite: Rewrite;
  /** What the correction may be, the likeliest first. */
  readonly ideas: readonly Correction[];
  /** Why there would be none. */
  readonly otherwise: NoCorrection;
  readonly clues: Clues;
  /**
   * Whether the likeliest says something beyond its place and stands all doubts; an import from
   * elsewhere only by itself, since work brings such.
   */
  readonly plain: boolean;
  /** What a linter finds fault with no more. */
  readonly cure: Cure;
}

/** Gathers what speaks for and against a correction in a rewrite; why there can be none. */
export function weigh(
  signal: SignalOf<'rewritten'>,
  { parse, faults }: Aids,
): Weighed | { readonly none: NoCorrection } {
  const screened = screen(signal);
  if (screened !== undefined) return { none: screened };
  const { language } = signal;
  const before = meaningful(tokenise(signal.before, language));
  const after = meaningful(tokenise(signal.after, language));
  const regions = differences(before, after);
  if (regions === undefined) return { none: 'something else' };
  const cured = signal.cured.length > 0;
  const rewrite = { before, after, renamed: renames(before, after), cured };
  const sides = parse && {
    before: { tokens: before, root: readFragment(signal.before, language, parse) },
    after: { tokens: after, root: readFragment(signal.after, language, parse) },
  };
  const cure = faults === undefined ? [] : cureOf(faults, regions, before);
  const curing = curedBy(signal, cure);

  const telling = (change: Correction): boolean => isTelling(change, language);
  // What a file imports changes with what it does; only where from may be put right.
  const isIdea = (one: Correction): boolean => cured || !isImport(one) || telling(one);
  const strict = ideasIn(regions, rewrite, sides, signal);
  const none =
    strict.ideas.length > 0
      ? 'going on'
      : (strict.refused.find((why) => why !== 'formatting') ?? 'formatting');
  // Where no change stands the doubts that most rewrites deserve, one may stand without them.
  const loose =
    !cured && DOUBTED.has(none)
      ? ideasIn(regions, { ...rewrite, cured: true }, sides, signal)
      : strict;
  const ideas = loose.ideas.filter(isIdea);
  const score = (change: Correction): number => 4 * curing(change) + 2 * Number(telling(change));
  ideas.sort((one, other) => score(other) - score(one) || other.times - one.times);
  const clues = cluesOf(rewrite, regions, language, sides, cure);
  const [likeliest] = ideas;
  const plain =
    strict.ideas.length > 0 &&
    likeliest !== undefined &&
    telling(likeliest) &&
    !(isImport(likeliest) && regions.length > 1);
  return { rewrite, ideas, otherwise: none, clues, plain, cure };
}

/** Doubts that give way where a whole rewrite looks like a correction. */
const DOUBTED: ReadonlySet<NoCorrection> = new Set(['growth', 'cut down', 'something else']);

/** Tokens up to which a rewrite that cured something may be shown as a whole. */
const SMALL = 60;

/** Whether a rewrite that can not be narrowed down can stand as a whole. */
function small({ before, after }: Rewrite): boolean {
  return before.length <= SMALL && after.length <= SMALL;
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

/** How surely what was cured speaks of a change: 2 by a name it quotes or its place, 1 by its line. */
function curedBy(
  signal: SignalOf<'rewritten'>,
  faults: readonly Fault[],
): (change: Correction) => number {
  const lines = new Set(signal.cured.map((problem) => problem.line - signal.line));
  const names = identifiers(signal.cured.map((problem) => quotedIn(problem.message)).join('\n'));
  return ({ removed, lineOffset }) => {
    if (removed.some((token) => names.has(token.text))) return 2;
    if (
      faults.some(({ start, end }) => removed.some((one) => one.start < end && endOf(one) > start))
    )
      return 2;
    return lines.has(lineOffset) ? 1 : 0;
  };
}

const endOf = (token: Token): number => token.start + token.text.length;

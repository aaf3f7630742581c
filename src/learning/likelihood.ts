import { isBroken } from './node-run';
import type { Cure } from './cure';
import type { Sides } from './idea';
import { isLanguageName } from './known-names';
import type { Rewrite } from './refusal';
import { lengthOf, opened, type Region } from './token-diff';
import type { Token } from './tokens';

/** What is looked at to tell a correction from work going on; shares are 0 to 1. */
export interface Clues {
  /** Both texts can be read as they stand: nothing is cut amid a statement. */
  readonly whole: number;
  /** The share of the tokens that stayed. */
  readonly kept: number;
  /** In how many places it was changed, as a logarithm. */
  readonly places: number;
  /** The share of its lines that were changed. */
  readonly touched: number;
  /** The language's own words and marks among what changed, as a logarithm. */
  readonly language: number;
  /** Names that nobody knew before, as a logarithm. */
  readonly strangers: number;
  /** How far the new text is from as long as the old one, as a logarithm. */
  readonly resized: number;
  /** Things were put in and nothing was taken out. */
  readonly added: number;
  /** A linter finds less fault with the new text (`cureOf`). */
  readonly cured: number;
}

/**
 * What each clue adds to the log-odds that a rewrite is a correction: a logistic regression, see
 * `docs/decisions/020-grammars.md`. That `cured` weighs so much was set beside it: where a linter reads
 * ordinary work, one rewrite in fifty cures anything.
 */
const WEIGHTS: Readonly<Record<keyof Clues, number>> = {
  whole: 3.96,
  kept: -3.15,
  places: 1.4,
  touched: 1.35,
  language: 0.32,
  strangers: -1.01,
  resized: -0.62,
  added: 0.04,
  cured: 3,
};
const BIAS = -3.64;
/** From here on it is taken for one: of ordinary work about two rewrites in a hundred come so far. */
export const LIKELY = 0.65;

/** The log-odds that a rewrite of a suggestion puts it right, rather than goes on from it. */
export function likelihood(clues: Clues): number {
  return Object.entries(WEIGHTS).reduce(
    (sum, [clue, weight]) => sum + weight * clues[clue as keyof Clues],
    BIAS,
  );
}

/** Gathers the clues of a rewrite. */
export function cluesOf(
  { before, after }: Rewrite,
  regions: readonly Region[],
  language: string | undefined,
  sides: Sides | undefined,
  cure: Cure,
): Clues {
  const removed = regions.flatMap((region) => before.slice(region.before.from, region.before.to));
  const added = regions.flatMap((region) => after.slice(region.after.from, region.after.to));
  const isForeign = (token: Token): boolean =>
    token.kind === 'word' && !isLanguageName(token.text, language);
  const known = new Set(before.map((token) => token.text));
  const strangers = new Set(
    after.filter((token) => isForeign(token) && !known.has(token.text)).map(({ text }) => text),
  );
  const own = [...removed, ...added].filter((token) =>
    token.kind === 'mark' ? !PLAIN.has(token.text) : token.kind === 'word' && !isForeign(token),
  );
  return {
    whole: Number(
      [before, after].every(isBalanced) &&
        (sides === undefined || ![sides.before, sides.after].some(({ root }) => isBroken([root]))),
    ),
    kept: (2 * (before.length - removed.length)) / (before.length + after.length),
    places: Math.log1p(regions.length),
    touched: shareOfLines(before, regions),
    language: Math.log1p(own.length),
    strangers: Math.log1p(strangers.size),
    resized: Math.abs(Math.log((after.length + 1) / (before.length + 1))),
    added: Number(regions.every((region) => lengthOf(region.before) === 0)),
    cured: Number(cure.length > 0),
  };
}

const PLAIN = new Set('( ) [ ] { } . , ; : ='.split(' '));

function isBalanced(tokens: readonly Token[]): boolean {
  const { left, unmatched } = opened(tokens, { from: 0, to: tokens.length });
  return left === 0 && unmatched === 0;
}

/** The share of lines with a change in them, or between it and the next. */
function shareOfLines(tokens: readonly Token[], regions: readonly Region[]): number {
  const starts = tokens.flatMap((token, i) => (token.firstInLine ? [i] : []));
  const hit = starts.filter((from, line) => {
    const to = starts[line + 1] ?? tokens.length;
    return regions.some(
      ({ before }) => before.from < to && Math.max(before.to, before.from + 1) > from,
    );
  });
  return starts.length === 0 ? 0 : hit.length / starts.length;
}

import type { Cure } from './cure';
import type { Correction, Sides } from './idea';
import { isLanguageName } from './known-names';
import { isBroken } from './node-run';
import type { Rewrite } from './refusal';
import { opened, type Region } from './token-diff';
import type { Token } from './tokens';

/** What is looked at to tell a correction from work going on; shares are 0 to 1, the rest 0 or 1. */
export interface Clues {
  /** Both texts can be read as they stand: nothing is cut amid a statement. */
  readonly whole: number;
  /** A linter could read both texts. */
  readonly linted: number;
  /** It finds less fault with the new one (`cureOf`). */
  readonly cured: number;
  /** A change stood all doubts (`refusal`). */
  readonly doubtless: number;
  /** The likeliest change says something beyond its place (`isTelling`), and stood all doubts. */
  readonly telling: number;
  /** It says something beyond its place, though there are doubts. */
  readonly doubtful: number;
  /** The share of the tokens that stayed. */
  readonly kept: number;
  /** The share of the lines that were changed. */
  readonly touched: number;
  /** In how many places it was changed, as a logarithm. */
  readonly places: number;
  /** The number of lines, as a logarithm; and whether it is the same. */
  readonly lines: number;
  readonly sameLines: number;
  /** How far the new text is from as long as the old one, as a logarithm. */
  readonly resized: number;
  /** The same names that are not the language's own stand in both; and each as often. */
  readonly sameNames: number;
  readonly sameTimes: number;
  /** The same numbers and texts stand in both. */
  readonly sameValues: number;
  /** Names that are not the language's own among what changed, as a logarithm. */
  readonly names: number;
  /** Such names that nobody knew before, as a logarithm. */
  readonly strangers: number;
  /** The language's own words among what came, as a logarithm. */
  readonly language: number;
  /** The share of numbers and texts in what changed. */
  readonly values: number;
}

/**
 * What each clue adds to the log-odds that a rewrite is a correction: a logistic regression, see
 * `docs/decisions/020-grammars.md`. Only `cured` has 2 more than that came to, over corrections most of
 * which no linter knows: of ordinary work one rewrite in a hundred cures something.
 */
const WEIGHTS: Readonly<Record<keyof Clues, number>> = {
  whole: 2.79,
  linted: 0.32,
  cured: 3.26,
  doubtless: 0.82,
  telling: 0.7,
  doubtful: 1.07,
  kept: -3.78,
  touched: 3.81,
  places: 0.7,
  lines: 0.46,
  sameLines: -0.45,
  resized: -1.19,
  sameNames: 1.31,
  sameTimes: -0.76,
  sameValues: 1.25,
  names: -0.81,
  strangers: -0.46,
  language: 0.46,
  values: -0.6,
};
const BIAS = -4.35;
/** From here on it is taken for one. */
export const LIKELY = 1.05;

/** The log-odds that a rewrite of a suggestion puts it right, rather than goes on from it. */
export function likelihood(clues: Clues): number {
  return Object.entries(WEIGHTS).reduce(
    (sum, [clue, weight]) => sum + weight * clues[clue as keyof Clues],
    BIAS,
  );
}

/** What a rewrite may have in it, as far as its clues go. */
export interface Found {
  /** The likeliest change, whether it stood all doubts, and whether it says something beyond its place. */
  readonly idea: Correction | undefined;
  readonly doubtless: boolean;
  readonly telling: boolean;
  /** `undefined` where no linter could read it. */
  readonly cure: Cure | undefined;
}

/** Gathers the clues of a rewrite. */
export function cluesOf(
  { before, after }: Rewrite,
  regions: readonly Region[],
  language: string | undefined,
  sides: Sides | undefined,
  { idea, doubtless, telling, cure }: Found,
): Clues {
  const removed = regions.flatMap((region) => before.slice(region.before.from, region.before.to));
  const added = regions.flatMap((region) => after.slice(region.after.from, region.after.to));
  const changed = [...removed, ...added];
  const isForeign = ({ kind, text }: Token): boolean =>
    kind === 'word' && !isLanguageName(text, language);
  const [was, is] = [textsOf(before.filter(isForeign)), textsOf(after.filter(isForeign))];
  const strangers = new Set(is.filter((text) => !before.some((token) => token.text === text)));
  const [oldLines, newLines] = [linesOf(before), linesOf(after)];
  return {
    whole: Number(
      [before, after].every(isBalanced) &&
        (sides === undefined || !isBroken([sides.before.root, sides.after.root])),
    ),
    linted: Number(cure !== undefined),
    cured: Number(cure !== undefined && cure.length > 0),
    doubtless: Number(idea !== undefined && doubtless),
    telling: Number(telling && doubtless),
    doubtful: Number(telling && !doubtless),
    kept: (2 * (before.length - removed.length)) / (before.length + after.length),
    touched: shareOfLines(before, regions),
    places: Math.log1p(regions.length),
    lines: Math.log1p(oldLines),
    sameLines: Number(oldLines === newLines),
    resized: Math.abs(Math.log((after.length + 1) / (before.length + 1))),
    sameNames: Number(areSame([...new Set(was)], [...new Set(is)])),
    sameTimes: Number(areSame(was, is)),
    sameValues: Number(areSame(...valuesOf(before, after))),
    names: Math.log1p(changed.filter(isForeign).length),
    strangers: Math.log1p(strangers.size),
    language: Math.log1p(added.filter((one) => one.kind === 'word' && !isForeign(one)).length),
    values: changed.filter(isValue).length / Math.max(1, changed.length),
  };
}

const isValue = ({ kind }: Token): boolean => kind === 'string' || kind === 'number';

const textsOf = (tokens: readonly Token[]): string[] => tokens.map((token) => token.text).sort();

function valuesOf(...sides: readonly [readonly Token[], readonly Token[]]): [string[], string[]] {
  const [was = [], is = []] = sides.map((side) => [...new Set(textsOf(side.filter(isValue)))]);
  return [was, is];
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}

function linesOf(tokens: readonly Token[]): number {
  return tokens.filter((token) => token.firstInLine).length;
}

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

import { quantile } from '../quantiles';
import { harmKey, type Answer, type Run } from './run';
import type { World } from './world';

const TENTHS = 10;
/** A memory has left the top five when it stays away so many times the question is asked. */
const STAYS_AWAY = 2;
/** A good memory is lost when the last so many answers to its question do without it … */
const LAST = 5;
/** … of which recall without learning would have shown it at least so often. */
const SHOWN_OTHERWISE = 3;

/** One policy's figures on one seed. */
export interface Measured {
  readonly success1: readonly number[];
  readonly success5: readonly number[];
  /** Questions for which another would have been right and this was not, less those for which it was. */
  readonly regret: number;
  /** Of each poisoned memory that was shown for its question: how often, until it left. */
  readonly poisonedExposures: readonly number[];
  /** And how often somebody told of harm by then. */
  readonly poisonedHarms: readonly number[];
  /** Of each question whose answer came half-way: how often it was asked until it was shown. */
  readonly lateExposures: readonly number[];
  readonly abstained: number;
  readonly good: number;
  readonly goodLost: number;
  readonly quarantinedGood: number;
  readonly quarantinedPoisoned: number;
}

export function measure(world: World, run: Run, none: Run, oracle: Run): Measured {
  const { answers } = run;
  const first = hits(world, answers, 1);
  const five = hits(world, answers, 5);
  const best = hits(world, oracle.answers, 1);
  const byQuestion = Map.groupBy(answers, ({ interaction }) => interaction.asked);
  const left = poisonsLeft(world, run, byQuestion);
  const good = goodOnes(world, none, byQuestion);
  const relevant = new Set(world.asked.flatMap((asked) => [...asked.relevant]));
  return {
    success1: tenths(first),
    success5: tenths(five),
    regret: sum(best) - sum(first),
    poisonedExposures: left.map(({ exposures }) => exposures),
    poisonedHarms: left.map(({ harms }) => harms),
    lateExposures: lateOnes(world, byQuestion, answers.length / 2),
    abstained: sum(answers.map(({ items }) => (items.length === 0 ? 1 : 0))) / answers.length,
    good: good.length,
    goodLost: good.filter((lost) => lost).length,
    quarantinedGood: run.quarantined.filter((item) => relevant.has(item)).length,
    quarantinedPoisoned: run.quarantined.filter((item) => item.startsWith('poison')).length,
  };
}

function hits(world: World, answers: readonly Answer[], within: number): number[] {
  return answers.map(({ interaction, items }) => {
    const relevant = world.asked[interaction.asked]?.relevant;
    return items.slice(0, within).some((item) => relevant?.has(item)) ? 1 : 0;
  });
}

/** Of each poisoned memory that came up for its question: showings, and harm told, until it left. */
function poisonsLeft(
  world: World,
  { harms }: Run,
  byQuestion: ReadonlyMap<number, readonly Answer[]>,
): { exposures: number; harms: number }[] {
  return world.early.flatMap(({ id, poisons }) => {
    if (poisons === undefined) return [];
    const answers = byQuestion.get(poisons) ?? [];
    let exposures = 0;
    let away = 0;
    let last = 0;
    for (const { interaction, items } of answers) {
      if (items.includes(id)) {
        exposures++;
        away = 0;
        last = interaction.at;
      } else if (exposures > 0 && ++away === STAYS_AWAY) break;
    }
    if (exposures === 0) return [];
    const told = harms.get(harmKey(poisons, id)) ?? [];
    return { exposures, harms: told.filter((due) => due <= last).length };
  });
}

function lateOnes(
  world: World,
  byQuestion: ReadonlyMap<number, readonly Answer[]>,
  halfWay: number,
): number[] {
  return world.asked.flatMap(({ late, relevant }, at) => {
    if (!late) return [];
    const since = (byQuestion.get(at) ?? []).filter(
      ({ interaction }) => interaction.at >= Math.floor(halfWay),
    );
    const found = since.findIndex(({ items }) => items.some((item) => relevant.has(item)));
    return since.length === 0 ? [] : found < 0 ? since.length : found;
  });
}

/** Of each right memory that recall without learning would show at the end: whether it is lost. */
function goodOnes(
  world: World,
  none: Run,
  byQuestion: ReadonlyMap<number, readonly Answer[]>,
): boolean[] {
  const otherwise = Map.groupBy(none.answers, ({ interaction }) => interaction.asked);
  return world.asked.flatMap(({ relevant }, at) => {
    const without = (otherwise.get(at) ?? []).slice(-LAST);
    const shown = (byQuestion.get(at) ?? []).slice(-LAST);
    return [...relevant].flatMap((item) =>
      without.filter(({ items }) => items.includes(item)).length < SHOWN_OTHERWISE
        ? []
        : !shown.some(({ items }) => items.includes(item)),
    );
  });
}

function tenths(values: readonly number[]): number[] {
  return Array.from({ length: TENTHS }, (_, tenth) => {
    const from = Math.floor((tenth * values.length) / TENTHS);
    const part = values.slice(from, Math.floor(((tenth + 1) * values.length) / TENTHS));
    return sum(part) / Math.max(1, part.length);
  });
}

/** The figures of all seeds in one line; `others`: those of the other policies but the oracle. */
export function summary(
  seeds: readonly Measured[],
  others: readonly (readonly Measured[])[],
): Record<string, unknown> {
  const end = (one: Measured | undefined): number => one?.success1.at(-1) ?? 0;
  const all = (of: (one: Measured) => readonly number[]): number[] => seeds.flatMap(of);
  const total = (of: (one: Measured) => number): number => sum(seeds.map(of));
  return {
    seeds: seeds.length,
    'success@1': averaged(seeds.map(({ success1 }) => success1)),
    'success@5': averaged(seeds.map(({ success5 }) => success5)),
    /** The end by the start, on the worst seed. */
    rise_least: round(Math.min(...seeds.map((one) => end(one) / (one.success1[0] || 0.001)))),
    /** Seeds on which no other policy but the oracle ends higher. */
    best_on: seeds.filter((one, at) => others.every((other) => end(other[at]) <= end(one))).length,
    regret: round(total(({ regret }) => regret) / seeds.length),
    poisoned_exposures_p90: quantile(
      all(({ poisonedExposures }) => poisonedExposures),
      0.9,
    ),
    poisoned_harms_p90: quantile(
      all(({ poisonedHarms }) => poisonedHarms),
      0.9,
    ),
    poisoned: all(({ poisonedExposures }) => poisonedExposures).length,
    late_better_exposures_p90: quantile(
      all(({ lateExposures }) => lateExposures),
      0.9,
    ),
    abstained: round(total(({ abstained }) => abstained) / seeds.length),
    good: total(({ good }) => good),
    good_lost: total(({ goodLost }) => goodLost),
    quarantined_good: total(({ quarantinedGood }) => quarantinedGood),
    quarantined_poisoned: total(({ quarantinedPoisoned }) => quarantinedPoisoned),
  };
}

function averaged(rows: readonly (readonly number[])[]): number[] {
  return Array.from({ length: TENTHS }, (_, at) =>
    round(sum(rows.map((row) => row[at] ?? 0)) / rows.length),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

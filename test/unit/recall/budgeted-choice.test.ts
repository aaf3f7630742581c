import { describe, expect, test } from 'vitest';
import { choose, type Choosable, type ChoiceWeights } from '../../../src/recall/budgeted-choice';
import { WEIGHTS } from '../../../src/recall/weights';
import { seeded } from '../learning/seeded';

type Item = Choosable & { tokens: number };

const random = seeded(7);
const upTo = (limit: number): number => Math.floor(random() * limit);

function item(value: number, tokens: number, terms: readonly string[] = []): Item {
  return {
    value,
    tokens,
    terms: new Map(terms.map((term) => [term, 1 / terms.length])),
    estimate: tokens * (0.7 + 0.6 * random()),
    cost: () => tokens,
  };
}

function someItems(count: number): Item[] {
  return Array.from({ length: count }, () => {
    const terms = new Set(Array.from({ length: 1 + upTo(6) }, () => `t${upTo(12)}`));
    return item(0.1 + random(), 5 + upTo(95), [...terms]);
  }).sort((a, b) => b.value - a.value);
}

/** The worth of a set as `choose` documents it, reckoned anew. */
function worth(chosen: readonly Item[], diversity: number): number {
  const said = new Map<string, number>();
  for (const { value, terms } of chosen) {
    for (const [term, share] of terms) {
      said.set(term, Math.max(said.get(term) ?? 0, value * share));
    }
  }
  const own = chosen.reduce((sum, { value }) => sum + value, 0);
  const distinct = [...said.values()].reduce((sum, value) => sum + value, 0);
  return (1 - diversity) * own + diversity * distinct;
}

const cost = (items: readonly Item[]): number => items.reduce((sum, one) => sum + one.tokens, 0);

function chosenOf(items: readonly Item[], budget: number, weights: ChoiceWeights): Item[] {
  return choose(items, budget, weights).flatMap((at) => items[at] ?? []);
}

/** What was done before: the best first, as long as they fit. */
function inOrder(items: readonly Item[], budget: number): Item[] {
  const taken: Item[] = [];
  for (const one of items) if (cost(taken) + one.tokens <= budget) taken.push(one);
  return taken;
}

describe('a choice within a budget', () => {
  const weights = { diversity: 0.5, costScales: [0, 0.5, 1] };

  test('keeps within it, and leaves out nothing that still fits', () => {
    for (let round = 0; round < 300; round++) {
      const items = someItems(upTo(40));
      const budget = upTo(400) - 20;
      const chosen = choose(items, budget, weights);
      expect(new Set(chosen).size).toBe(chosen.length);
      const left = budget - cost(chosen.flatMap((at) => items[at] ?? []));
      if (chosen.length > 0) expect(left).toBeGreaterThanOrEqual(0);
      const fitting = items.filter((one, at) => !chosen.includes(at) && one.tokens <= left);
      // A single item that is worth more than all that was picked together stands alone.
      if (chosen.length > 1) expect(fitting.filter((one) => one.estimate <= 2 * left)).toEqual([]);
    }
  });

  test('is worth at least 1 − 1/√e of the best there is', () => {
    for (let round = 0; round < 40; round++) {
      const items = someItems(10);
      const budget = 40 + upTo(200);
      let best = 0;
      for (let subset = 0; subset < 1 << items.length; subset++) {
        const set = items.filter((_, at) => (subset >> at) % 2 === 1);
        if (cost(set) <= budget) best = Math.max(best, worth(set, weights.diversity));
      }
      const found = worth(chosenOf(items, budget, weights), weights.diversity);
      expect(found).toBeGreaterThanOrEqual((1 - Math.exp(-0.5)) * best);
      expect(found).toBeLessThanOrEqual(best + 1e-9);
    }
  });

  test('is worth more on average than taking the best as they come', () => {
    const { diversity } = WEIGHTS.pack;
    let [before, now] = [0, 0];
    for (let round = 0; round < 200; round++) {
      const items = someItems(60);
      const budget = 100 + upTo(600);
      const [old, found] = [inOrder(items, budget), chosenOf(items, budget, WEIGHTS.pack)];
      before += worth(old, diversity);
      now += worth(found, diversity);
    }
    expect(now).toBeGreaterThan(before * 1.02);
  });

  test('takes two things before one thing twice', () => {
    const items = [item(1, 10, ['a', 'b']), item(0.9, 10, ['a', 'b']), item(0.8, 10, ['c', 'd'])];
    expect(choose(items, 20, weights)).toEqual([0, 2]);
    expect(choose(items, 20, { ...weights, diversity: 0 })).toEqual([0, 1]);
  });

  test('takes one that is worth more than all the small ones that fit together', () => {
    const items = [item(1, 100), item(0.2, 10), item(0.2, 10)];
    expect(choose(items, 100, { diversity: 0, costScales: [1] })).toEqual([0]);
    expect(choose(items, 99, { diversity: 0, costScales: [1] })).toEqual([1, 2]);
  });

  test('asks the exact cost only of what may be chosen', () => {
    let asked = 0;
    const items = Array.from({ length: 100 }, (_, at) => ({
      value: 1 - at / 1000,
      terms: new Map([[`t${at}`, 1]]),
      estimate: 50,
      cost: () => (asked++, 50),
    }));
    expect(choose(items, 200, { diversity: 0.5, costScales: [1] })).toEqual([0, 1, 2, 3]);
    expect(asked).toBeLessThan(10);
  });
});

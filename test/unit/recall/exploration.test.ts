import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../src/memory/standing';
import { explore } from '../../../src/recall/exploration';
import type { Folded } from '../../../src/recall/folding';
import { WEIGHTS } from '../../../src/recall/weights';
import { dice } from './dice';
import { memory } from './world';

const UNTRIED: Standing = {
  lowerBound: 0.4,
  here: { helped: 0, harmed: 0 },
  heldBack: false,
  broke: false,
  draw: (random) => random(),
};

function folded(at: number, standing: Partial<Standing> = {}): Folded {
  return {
    ranked: {
      memory: memory(`m${at}`, `text ${at}`),
      score: 1 - at / 10,
      reasons: [{ part: 'text', value: 1 - at / 10, words: '' }],
      way: undefined,
      standing: { ...UNTRIED, ...standing },
    },
    same: [],
  };
}

const named = (order: readonly Folded[]): string[] => order.map(({ ranked }) => ranked.memory.id);
const usual = Array.from({ length: 9 }, (_, at) => folded(at));

describe('trying out', () => {
  it('takes the fifth place in about a tenth of the packs, and says how probable that was', () => {
    const random = dice(7).next;
    const rounds = 4000;
    const came = new Map<string, number>();
    let told = 0;
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const { order, probability } = explore(usual, [], random);
      expect(named(order).slice(0, 4)).toEqual(['m0', 'm1', 'm2', 'm3']);
      expect(new Set(named(order)).size).toBe(usual.length);
      const fifth = order[4]?.ranked.memory.id ?? '';
      came.set(fifth, (came.get(fifth) ?? 0) + 1);
      if (fifth !== 'm4') {
        tried++;
        told += probability.get(fifth) ?? 1;
      } else if (probability.size > 0) expect(probability.get(fifth)).toBeCloseTo(0.9, 12);
    }
    expect(tried / rounds).toBeGreaterThan(WEIGHTS.exploration.share - 0.02);
    expect(tried / rounds).toBeLessThan(WEIGHTS.exploration.share + 0.02);
    expect(told / tried).toBeLessThan(WEIGHTS.exploration.share);
    expect(came.get('m5')).toBeGreaterThan(came.get('m8') ?? 0);
  });

  it('never takes what broke something, nor what promises nothing', () => {
    const always = (): number => 0.05;
    const broken = usual.map((one, at) => (at > 4 ? folded(at, { broke: true }) : one));
    expect(named(explore(broken, [], always).order)).toEqual(named(broken));
    const hopeless = usual.map((one, at) => (at > 4 ? folded(at, { draw: () => 0.3 }) : one));
    expect(named(explore(hopeless, [], always).order)).toEqual(named(hopeless));
  });

  it('gives what is held back another chance, behind fewer than five as well', () => {
    const heldBack = folded(20, { heldBack: true, draw: () => 0.7 });
    const { order, probability } = explore(usual.slice(0, 2), [heldBack], () => 0.05);
    expect(named(order)).toEqual(['m0', 'm1', 'm20']);
    expect(probability.get('m20')).toBe(WEIGHTS.exploration.share);
    const tried = order[2]?.ranked;
    expect(tried?.score).toBeCloseTo(usual[1]?.ranked.score ?? 0, 12);
    expect(tried?.reasons.reduce((sum, { value }) => sum + value, 0)).toBe(tried?.score);
  });

  it('changes nothing where there is nobody to try out', () => {
    const { order, probability } = explore(usual.slice(0, 5), [], () => 0.05);
    expect(named(order)).toEqual(named(usual.slice(0, 5)));
    expect(probability.size).toBe(0);
  });
});

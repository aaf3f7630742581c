import { describe, expect, it } from 'vitest';
import { inherited, pooled, poolOf } from '../../../src/learning/pools';
import { initialQuality, NONE, type Rated, withOutcome } from '../../../src/learning/quality';
import { standingOf } from '../../../src/learning/standing';
import { stratumOf } from '../../../src/learning/stratum';
import type { Verdict } from '../../../src/memory/outcome';
import { NOW } from './samples';

function mined(verdicts: readonly Verdict[] = [], stratum?: string): Rated {
  const provenance = { source: 'mined' as const, from: 'x', at: NOW, trust: 0.6, evidence: [] };
  const quality = verdicts.reduce(
    (sum, verdict) =>
      withOutcome({ kind: 'fact', quality: sum }, { verdict, weight: 1, at: NOW }, NOW, stratum),
    initialQuality(provenance, NOW),
  );
  return { kind: 'fact', quality };
}

function and(memory: Rated, verdicts: readonly Verdict[], stratum: string): Rated {
  const quality = verdicts.reduce(
    (sum, verdict) =>
      withOutcome({ kind: 'fact', quality: sum }, { verdict, weight: 1, at: NOW }, NOW, stratum),
    memory.quality,
  );
  return { kind: 'fact', quality };
}

const times = (verdict: Verdict, count: number): Verdict[] => Array<Verdict>(count).fill(verdict);

describe('how a memory stands', () => {
  it('follows its kind and language until it has evidence of its own', () => {
    const pool = poolOf('fact', 'go');
    const good = pooled([{ pool, evidence: { helped: 30, harmed: 2 } }]);
    const bad = pooled([{ pool, evidence: { helped: 2, harmed: 30 } }]);
    const bound = (memory: Rated, pools: typeof good): number =>
      standingOf(memory, inherited(pools, pool, NONE), undefined, NONE, NOW).lowerBound;
    const apart = (memory: Rated): number => bound(memory, good) - bound(memory, bad);
    expect(apart(mined())).toBeGreaterThan(0.2);
    expect(apart(mined(times('helped', 12)))).toBeLessThan(apart(mined()) / 2);
    expect(inherited(good, poolOf('fix', 'go'), NONE)).toEqual(NONE);
  });

  it('inherits nothing from itself', () => {
    const pool = poolOf('fact', undefined);
    const own = { helped: 4, harmed: 1 };
    expect(inherited(pooled([{ pool, evidence: own }]), pool, own)).toEqual(NONE);
  });

  it('differs by kind of work where the evidence does, and else does not', () => {
    const memory = and(
      mined(times('helped', 8), 'typescript'),
      times('harmed', 6),
      'typescript test',
    );
    const bound = (stratum: string | undefined): number =>
      standingOf(memory, NONE, stratum, NONE, NOW).lowerBound;
    expect(bound('typescript')).toBeGreaterThan(bound(undefined) + 0.1);
    expect(bound('typescript test')).toBeLessThan(bound(undefined) - 0.1);
    expect(bound('go')).toBe(bound(undefined));

    const even = and(mined(times('helped', 4), 'typescript'), times('helped', 3), 'python');
    expect(standingOf(even, NONE, 'python', NONE, NOW).lowerBound).toBe(
      standingOf(even, NONE, undefined, NONE, NOW).lowerBound,
    );
  });

  it('is held back where it misleads, however often it helped elsewhere, and not after one mishap', () => {
    const proven = mined([...times('helped', 9), ...times('harmed', 6)]);
    const heldBack = (memory: Rated, harmed: number): boolean =>
      standingOf(memory, NONE, undefined, { helped: 0, harmed }, NOW).heldBack;
    expect(heldBack(proven, 6)).toBe(true);
    expect(heldBack(mined(['harmed']), 1)).toBe(false);
    expect(heldBack(mined(times('harmed', 3)), 3)).toBe(true);
    expect(standingOf(proven, NONE, undefined, { helped: 9, harmed: 0 }, NOW).heldBack).toBe(false);
  });

  it('is no better for being popular', () => {
    const known = mined(['helped', 'harmed']);
    const popular = { kind: known.kind, quality: { ...known.quality, shown: 1000 } };
    const bound = (memory: Rated): number =>
      standingOf(memory, NONE, undefined, NONE, NOW).lowerBound;
    expect(bound(popular)).toBe(bound(known));
  });

  it('lets a late and better one pass an early one that was shown often', () => {
    const early = mined([...times('helped', 12), ...times('harmed', 8)]);
    const late = mined(times('helped', 3));
    const bound = (memory: Rated): number =>
      standingOf(memory, NONE, undefined, NONE, NOW).lowerBound;
    expect(bound(late)).toBeGreaterThan(bound(early));
  });

  it('is tried out as long as it broke nothing, by what is believed of it', () => {
    const broke = (memory: Rated): boolean => standingOf(memory, NONE, undefined, NONE, NOW).broke;
    expect(broke(mined())).toBe(false);
    expect(broke(mined(['harmed']))).toBe(true);
    expect(broke(mined(['harmed', 'helped']))).toBe(false);
    const median = (memory: Rated): number =>
      standingOf(memory, NONE, undefined, NONE, NOW).draw(() => 0.5);
    expect(median(mined(times('helped', 3)))).toBeGreaterThan(median(mined()));
  });
});

describe('the kind of work', () => {
  it.each([
    [{ file: 'src/a.ts' }, 'typescript'],
    [{ file: 'src/a.test.ts' }, 'typescript test'],
    [{ file: 'test/unit/a.ts' }, 'typescript test'],
    [{ file: 'pkg/a_test.go' }, 'go test'],
    [{ file: 'src/main/OrderTests.java' }, 'java test'],
    [{ file: 'src/latest.ts' }, 'typescript'],
    [{ language: 'python' }, 'python'],
    [{ language: 'python', file: 'tests\\test_a.py' }, 'python test'],
    [{}, undefined],
  ])('of %o is %s', (task, stratum) => {
    expect(stratumOf(task)).toBe(stratum);
  });
});

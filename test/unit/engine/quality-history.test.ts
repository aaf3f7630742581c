import { describe, expect, it } from 'vitest';
import { qualityAt, qualityHistory } from '../../../src/engine/quality-history';
import { initialQuality, mean, withOutcome } from '../../../src/learning/quality';
import type { Memory } from '../../../src/memory/memory';
import type { Outcome } from '../../../src/memory/outcome';
import { memory as aMemory, outcome } from '../store/words';

const NOW = 1000;

function tried(outcomes: readonly Outcome[]): Memory {
  const memory = aMemory('1', { createdAt: 0 });
  const quality = outcomes.reduce(
    (sum, one) => withOutcome({ kind: memory.kind, quality: sum }, one, NOW),
    initialQuality(memory.provenance, 0),
  );
  return { ...memory, quality };
}

const HARMED = outcome('1', '1', { verdict: 'harmed', at: 200 });
const HELPED = outcome('2', '1', { at: 500 });
const UNKNOWN = outcome('3', '1', { verdict: 'unknown', at: 600 });

describe('the quality of a memory over time', () => {
  it('begins with who said it, follows each outcome, and ends where the memory stands', () => {
    const memory = tried([HARMED, HELPED]);
    const points = qualityHistory(memory, [UNKNOWN, HELPED, HARMED], NOW);
    expect(points.map(({ at }) => at)).toEqual([0, 200, 500, NOW]);
    const [first, harmed, helped, now] = points.map((point) => point.mean);
    expect(first).toBeCloseTo(
      mean({ ...memory, quality: initialQuality(memory.provenance, 0) }, 0),
    );
    expect(harmed).toBeLessThan(first ?? 0);
    expect(helped).toBeGreaterThan(harmed ?? 1);
    expect(now).toBe(mean(memory, NOW));
    expect(now).toBeCloseTo(helped ?? 0);
  });

  it('passes by a word that the same person took back later', () => {
    const word = outcome('1', '1', { signals: [], verdict: 'harmed', at: 100 });
    const later = outcome('1', '1', { signals: [], verdict: 'helped', at: 300 });
    const points = qualityHistory(tried([later]), [later, word], NOW);
    expect(points.map(({ at }) => at)).toEqual([0, 300, NOW]);
    expect(qualityAt(tried([later]), [later, word], 200).mean).toBeLessThan(points[0]?.mean ?? 0);
  });

  it('is thinned where it is long, and keeps both ends', () => {
    const many = Array.from({ length: 500 }, (_, i) => outcome(`${i}`, '1', { at: 500 - i }));
    const points = qualityHistory(tried([]), many, NOW);
    expect(points.length).toBeLessThan(130);
    expect([points[0]?.at, points.at(-2)?.at, points.at(-1)?.at]).toEqual([0, 500, NOW]);
  });
});

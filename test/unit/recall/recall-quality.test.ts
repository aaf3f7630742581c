import { describe, expect, test } from 'vitest';
import { initialQuality, lowerBound, withOutcome } from '../../../src/learning/quality';
import type { Verdict } from '../../../src/memory/outcome';
import { TRUST, type Source } from '../../../src/memory/provenance';
import type { Quality } from '../../../src/memory/quality';
import { idsOf, memory, NOW, worldOf } from './world';

function qualityOf(source: Source, verdicts: readonly Verdict[]): Quality {
  const provenance = { source, from: 'a test', at: NOW, trust: TRUST[source], evidence: [] };
  return verdicts.reduce<Quality>(
    (quality, verdict) =>
      withOutcome({ kind: 'fact', quality }, { verdict, weight: 1, at: NOW }, NOW),
    initialQuality(provenance, NOW),
  );
}

function of(id: string, text: string, quality: Quality) {
  return memory(id, text, { quality });
}

/** The real quality of the learning part, through to the order in the pack. */
describe('outcomes move what is recalled', () => {
  const sentence = 'parse a price before it is formatted';
  const text = (which: number): string => `Parse a price before it is formatted, see note ${which}`;

  test.each<Source>(['user', 'mined', 'assistant', 'imported'])(
    'two harmful outcomes sink a memory below its equal (%s)',
    async (source) => {
      const world = await worldOf({
        memories: [
          of('a-misled', text(1), qualityOf(source, ['harmed', 'harmed'])),
          of('b-untried', text(2), qualityOf(source, [])),
          of('c-helped', text(3), qualityOf(source, ['helped', 'helped'])),
        ],
        lowerBound: (memory) => lowerBound(memory, NOW),
      });
      const pack = await world.recall({ sentence });
      expect(idsOf(pack).at(-1)).toBe('a-misled');
      const worth = (id: string): number =>
        pack.items
          .find((item) => item.memory.id === id)
          ?.reasons.find(({ part }) => part === 'quality')?.value ?? Number.NaN;
      expect(worth('c-helped')).toBeGreaterThan(worth('b-untried'));
      expect(worth('b-untried')).toBeGreaterThan(worth('a-misled') + 0.03);
      for (const { score, reasons } of pack.items) {
        expect(score).toBe(reasons.reduce((sum, { value }) => sum + value, 0));
      }
    },
  );

  test('however good, it does not pass one that is much nearer to the task', async () => {
    const world = await worldOf({
      memories: [
        of('near', text(1), qualityOf('mined', [])),
        of('good', 'A price list is sent each Monday', qualityOf('mined', ['helped', 'helped'])),
      ],
      lowerBound: (memory) => lowerBound(memory, NOW),
    });
    expect(idsOf(await world.recall({ sentence }))[0]).toBe('near');
  });
});

describe('hostile tasks', { timeout: 30_000 }, () => {
  test.each([
    { sentence: 'price '.repeat(200_000) },
    { sentence: 'p'.repeat(1_000_000) },
    { selection: 'import '.repeat(100_000) },
    { selection: ' '.repeat(500_000) },
    { sentence: '\ud800\0\u202e🎉', file: '\0', symbol: '__proto__', branch: '' },
  ])('are answered in time (%#)', async (task) => {
    const world = await worldOf({ memories: [memory('one', 'A price list')] });
    const pack = await world.recall(task);
    expect(pack.items.length).toBeLessThanOrEqual(1);
  });
});

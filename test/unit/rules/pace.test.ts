import { expect, test } from 'vitest';
import { Pace } from '../../../src/rules/pace';

function slowAfter(runs: readonly number[], characters = 1000): number | undefined {
  const pace = new Pace();
  for (const run of runs) pace.add(run, characters);
  return pace.tooSlow;
}

test('a detector is slow by the median of its newest runs, once it is warm', () => {
  expect(slowAfter([900, 900, 10, 10, 10, 10, 10])).toBeUndefined();
  expect(slowAfter([10, 10, 900, 10, 900, 10, 10])).toBeUndefined();
  expect(slowAfter([10, 10, 60, 60, 60, 60])).toBeUndefined();
  expect(slowAfter([10, 10, 10, 70, 60, 80, 10])).toBe(60);
  expect(slowAfter([900, 900, 900, 900, 900, 900, 900, 1, 1, 1])).toBeUndefined();
});

test('a long file may take longer', () => {
  const runs = [1, 1, 120, 120, 120, 120, 120];
  expect(slowAfter(runs, 300_000)).toBeUndefined();
  expect(slowAfter(runs, 200_000)).toBe(60);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptMore } from '../../../src/rules/kept-places';

const NONE = { broken: 0, fixed: 0 };

test('a touched file without a breach is one, once, and none where it was broken', () => {
  expect(keptMore(undefined, undefined, 0, NONE)).toEqual({ more: 1, total: 1 });
  expect(keptMore(1, undefined, 0, NONE)).toEqual({ more: 0, total: 1 });
  expect(keptMore(undefined, undefined, 1, { broken: 1, fixed: 0 })).toEqual({ more: 0, total: 1 });
  expect(keptMore(undefined, undefined, 0, { broken: 0, fixed: 1 })).toEqual({ more: 0, total: 1 });
});

test('places that are told count each once, and what was fixed is counted already', () => {
  expect(keptMore(undefined, 0, 0, NONE)).toEqual({ more: 0, total: 0 });
  expect(keptMore(undefined, 3, 1, NONE)).toEqual({ more: 3, total: 3 });
  expect(keptMore(3, 4, 0, { broken: 0, fixed: 1 })).toEqual({ more: 0, total: 4 });
  expect(keptMore(3, 2, 0, NONE)).toEqual({ more: 0, total: 3 });
});

test('however often a change is looked at, no more is counted than stood there at once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1 }), (looks) => {
      let before: number | undefined;
      let counted = 0;
      for (const told of looks) {
        const { more, total } = keptMore(before, told, 0, NONE);
        counted += more;
        before = total;
      }
      expect(counted).toBe(Math.max(...looks));
    }),
  );
});

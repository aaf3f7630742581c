import { expect, test } from 'vitest';
import { type Asking, askOf } from '../../../src/rules/asking';
import { neglect } from '../../../src/rules/neglect';
import { precision } from '../../../src/rules/precision';

const QUIET: Asking = { precision: 1, overruled: [], contradicts: undefined, days: undefined };
const [HERE, WRONG] = [{ how: 'here' }, { how: 'wrong' }] as const;

function asks(broken: number, overruled: { how: 'here' | 'wrong' }[]): string | undefined {
  return askOf({ ...QUIET, overruled, precision: precision(broken, overruled) })?.what;
}

test('a rule that is overruled again and again asks to be narrowed or retired', () => {
  expect(asks(0, [])).toBeUndefined();
  expect(asks(2, [WRONG, WRONG])).toBeUndefined();
  expect(asks(40, [WRONG, WRONG, WRONG])).toBeUndefined();
  expect(asks(3, [WRONG, WRONG, WRONG])).toBe('retire');
  expect(asks(5, [WRONG, HERE, WRONG])).toBe('narrow');
  expect(asks(5, [HERE, HERE, HERE, HERE, HERE])).toBe('narrow');
});

test('a rule that applied to nothing for a season is offered for archiving', () => {
  const what = (on: number, unused?: number) => askOf({ ...QUIET, days: { on, unused } })?.what;
  expect(what(89)).toBeUndefined();
  expect(what(90)).toBe('archive');
  expect(what(400, 12)).toBeUndefined();
  expect(what(400, 90)).toBe('archive');
  expect(what(10, 400)).toBeUndefined();
});

test('a contradiction comes before all else', () => {
  const contradicts = { other: 'm_2', why: 'One asks for what the other forbids: tabs.' };
  expect(askOf({ ...QUIET, contradicts, days: { on: 99, unused: undefined } })).toEqual({
    what: 'settle',
    ...contradicts,
  });
});

test('precision falls with what people say, more with wrong than with here', () => {
  expect(precision(0, [])).toBe(1);
  expect(precision(10, [WRONG])).toBeLessThan(precision(10, [HERE]));
  expect(precision(0, Array<{ how: 'wrong' }>(50).fill(WRONG))).toBeGreaterThanOrEqual(0);
});

test('a rule is neglected by the share of its opportunities that were broken', () => {
  const of = (kept: number, broken: number, overridden = 0) =>
    neglect({ kept, broken, overridden });
  expect(of(0, 1)).toBe(0);
  expect(of(0, 4)).toBe(0.5);
  expect(of(8, 4)).toBe(0.25);
  expect(of(0, 4, 4)).toBe(0);
  expect(of(0, 1e6)).toBeLessThan(1);
});

import { expect, test } from 'vitest';
import { isShownAlready, remembersSince } from '../../../src/recall/shown-before';
import { WEIGHTS } from '../../../src/recall/weights';
import { memory, NOW, taskOf } from './world';

const { remembered } = WEIGHTS.pack;

test('a conversation remembers for a while, and nothing from before it was compacted', () => {
  expect(remembersSince(taskOf({}), NOW)).toBe(NOW - remembered);
  expect(remembersSince(taskOf({ contextSince: NOW - 5 }), NOW)).toBe(NOW - 5);
  expect(remembersSince(taskOf({ contextSince: 5 }), NOW)).toBe(NOW - remembered);
});

test('who asks by hand, or asks for it again, is given everything', () => {
  expect(remembersSince(taskOf({ door: 'panel' }), NOW)).toBeUndefined();
  expect(remembersSince(taskOf({ again: true }), NOW)).toBeUndefined();
});

test('what was changed since it was shown has not been shown', () => {
  const known = memory('m', 'text', { updatedAt: 100 });
  expect(isShownAlready(known, new Map([['m', 100]]))).toBe(true);
  expect(isShownAlready(known, new Map([['m', 99]]))).toBe(false);
  expect(isShownAlready(known, new Map([['other', 200]]))).toBe(false);
});

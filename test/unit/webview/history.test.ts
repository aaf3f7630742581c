import { expect, test } from 'vitest';
import { NOWHERE, here, stepped, went, without } from '../../../webview/history';
import { readKept } from '../../../webview/kept-state';

const walked = ['a', 'b', 'c'].reduce(went, NOWHERE);

test('going on drops what lay ahead', () => {
  const back = stepped(walked, -1)!;
  expect(went(back, 'd')).toEqual({ places: ['a', 'b', 'd'], at: 2 });
});

test('staying is no step', () => {
  expect(went(walked, 'c')).toBe(walked);
});

test('there is an end on both sides', () => {
  expect(stepped(walked, 1)).toBeUndefined();
  expect(stepped(NOWHERE, -1)).toBeUndefined();
});

test('a place that is gone is taken out, and one stands at the place before it', () => {
  expect(here(without(walked, 'c'))).toBe('b');
  expect(without(stepped(walked, -1)!, 'b')).toEqual({ places: ['a', 'c'], at: 0 });
  expect(here(without(went(NOWHERE, 'a'), 'a'))).toBeUndefined();
});

test('only a sound kept state is taken up', () => {
  const sound = { places: ['a'], at: 0, hidden: [], closed: [] };
  expect(readKept(sound)).toEqual(sound);
  expect(readKept({ ...sound, at: 1 })).toBeUndefined();
  expect(readKept(undefined)).toBeUndefined();
  expect(readKept({ places: 'a' })).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Edge } from '../../../src/memory/edge';
import { surroundings } from '../../../src/recall/surroundings';
import { edge } from './world';

const CHAIN = ['a', 'b', 'c', 'd'].map((from, at) => edge(from, 'precedes', 'bcde'.charAt(at)));

function graphOf(edges: readonly Edge[]) {
  return {
    edgesOf: (ids: readonly string[], types: readonly Edge['type'][]) =>
      Promise.resolve(
        edges.filter(
          ({ from, to, type }) => types.includes(type) && (ids.includes(from) || ids.includes(to)),
        ),
      ),
  };
}

test('what stands beside a match gets more than what stands farther, on both sides', async () => {
  const around = await surroundings(graphOf(CHAIN), new Map([['c', 1]]));
  expect(around.get('b')).toBeCloseTo(around.get('d') ?? 0);
  expect(around.get('b')).toBeGreaterThan(around.get('a') ?? 0);
  expect(around.get('a')).toBeGreaterThan(0);
});

test('a match says nothing of itself', async () => {
  expect((await surroundings(graphOf(CHAIN), new Map([['c', 1]]))).has('c')).toBe(false);
});

test('one good match counts for more than two of half its worth', async () => {
  const one = await surroundings(graphOf(CHAIN), new Map([['a', 1]]));
  const two = await surroundings(
    graphOf(CHAIN),
    new Map([
      ['a', 0.5],
      ['c', 0.5],
    ]),
  );
  expect(one.get('b')).toBeGreaterThan(two.get('b') ?? 0);
});

test('other edges than those of order carry nothing', async () => {
  const around = await surroundings(graphOf([edge('a', 'about', 'b')]), new Map([['a', 1]]));
  expect(around.size).toBe(0);
});

import { expect, test } from 'vitest';
import type { Edge } from '../../../src/memory/edge';
import { Order } from '../../../src/recall/order';
import { contexts, sourcesOf, surroundings } from '../../../src/recall/surroundings';
import { edge } from './world';

const CHAIN = ['a', 'b', 'c', 'd'].map((from, at) => edge(from, 'precedes', 'bcde'.charAt(at)));

function orderOf(edges: readonly Edge[], from: readonly string[]): Promise<Order> {
  const graph = {
    edgesOf: (ids: readonly string[], types: readonly Edge['type'][]) =>
      Promise.resolve(
        edges.filter(
          ({ from, to, type }) => types.includes(type) && (ids.includes(from) || ids.includes(to)),
        ),
      ),
  };
  return Order.around(graph, from, 6);
}

async function around(edges: readonly Edge[], matches: Record<string, number>) {
  const sources = new Map(Object.entries(matches));
  return surroundings(await orderOf(edges, [...sources.keys()]), sources);
}

test('what stands beside a match gets more than what stands farther, on both sides', async () => {
  const found = await around(CHAIN, { c: 1 });
  expect(found.get('b')).toBeCloseTo(found.get('d') ?? 0);
  expect(found.get('b')).toBeGreaterThan(found.get('a') ?? 0);
  expect(found.get('a')).toBeGreaterThan(0);
});

test('a match says nothing of itself', async () => {
  expect((await around(CHAIN, { c: 1 })).has('c')).toBe(false);
});

test('one good match counts for more than two of half its worth', async () => {
  const one = await around(CHAIN, { a: 1 });
  const two = await around(CHAIN, { a: 0.5, c: 0.5 });
  expect(one.get('b')).toBeGreaterThan(two.get('b') ?? 0);
});

test('other edges than those of order carry nothing', async () => {
  const found = await around([edge('a', 'about', 'b')], { a: 1 });
  expect(found.size).toBe(0);
});

test('the strongest matches are looked around first', () => {
  const matches = new Map(Array.from({ length: 500 }, (_, at) => [`m${at}`, at / 500]));
  const sources = sourcesOf(matches);
  expect(sources.size).toBeLessThan(matches.size);
  expect([...sources.keys()][0]).toBe('m499');
});

test('what stands within two steps completes what a node holds itself', async () => {
  const words: Record<string, string[]> = { a: ['train'], b: ['oslo'], e: ['ticket'] };
  const order = await orderOf(CHAIN, Object.keys(words));
  const context = contexts(
    order,
    Object.keys(words),
    (id) => words[id] ?? [],
    (held) => new Set(held).size / 4,
  );
  expect(context.get('a')).toBe(0.25);
  expect(context.get('c')).toBe(0.75);
  expect(context.get('e')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { answering } from '../../../src/recall/answering';
import { Order } from '../../../src/recall/order';
import { graphOf } from './graph-of';
import { edge, memory, worldOf } from './world';

test('what follows a question gets its match, what stands before it nothing', async () => {
  const graph = graphOf([edge('a', 'precedes', 'b'), edge('b', 'precedes', 'c')]);
  const answers = answering(await Order.around(graph, ['b'], 2), new Map([['b', 0.7]]));
  expect([...answers]).toEqual([['c', 0.7]]);
});

test('an answer that repeats no word of the question comes before another that stands as near', async () => {
  const texts = ['Ann: Fine weather.', 'Ann: Which books about sailing did you read?'];
  const said = [...texts, 'Bob: Moby Dick.'].map((text, at) => memory(`m${at}`, text));
  const order = [edge('m0', 'precedes', 'm1'), edge('m1', 'precedes', 'm2')];
  const { rank } = await worldOf({ memories: said, edges: order });
  const ranked = await rank({ sentence: 'books about sailing that Bob read' });
  const places = ranked.map(({ memory: { id } }) => id);
  expect(places.indexOf('m2')).toBeLessThan(places.indexOf('m0'));
  const answer = ranked.find(({ memory: { id } }) => id === 'm2');
  expect(answer?.reasons.map(({ words }) => words)).toContain('follows a question like it');
});

test('of too many that follow one another no one stands near', async () => {
  const fan = ['b', 'c', 'd', 'e', 'f'].map((to) => edge('a', 'precedes', to));
  const order = await Order.around(graphOf(fan), ['a'], 2);
  expect(order.near('b', 2)).toEqual(new Set(['a']));
  expect(order.near('a', 2).size).toBe(0);
});

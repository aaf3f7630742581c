import { describe, expect, test } from 'vitest';
import type { Edge } from '../../../src/memory/edge';
import { spread } from '../../../src/recall/spreading';
import { WEIGHTS } from '../../../src/recall/weights';
import { edge } from './world';

const { decay, edges: through, hops, frontier, hubDamping } = WEIGHTS.spread;

function graphOf(edges: readonly Edge[]) {
  const asked: number[] = [];
  return {
    asked,
    edgesOf(ids: readonly string[]) {
      asked.push(ids.length);
      return Promise.resolve(
        edges.filter(({ from, to }) => ids.includes(from) || ids.includes(to)),
      );
    },
  };
}

describe('spreading activation', () => {
  test('what a type lets through, the weight and the decay multiply on each hop', async () => {
    const graph = graphOf([edge('a', 'about', 'b', 0.5), edge('c', 'fixes', 'b')]);
    const reached = await spread(graph, new Map([['a', 1]]));
    const toB = through.about.along * 0.5 * decay;
    expect(reached.get('b')?.energy).toBeCloseTo(toB, 10);
    const damping = 1 + hubDamping * Math.log(2);
    expect(reached.get('c')?.energy).toBeCloseTo(
      (toB * through.fixes.against * decay) / damping,
      10,
    );
    expect(reached.get('c')?.path).toEqual([
      { edge: 'about', reversed: false, to: 'b' },
      { edge: 'fixes', reversed: true, to: 'c' },
    ]);
    expect(reached.get('c')?.seed).toBe('a');
  });

  test('a hub passes less on to each than a node of few edges', async () => {
    const spokes = Array.from({ length: 30 }, (_, at) => edge(`m${at}`, 'about', 'hub'));
    const graph = graphOf([...spokes, edge('m', 'about', 'quiet')]);
    const reached = await spread(
      graph,
      new Map([
        ['hub', 1],
        ['quiet', 1],
      ]),
    );
    expect(reached.get('m0')?.energy).toBeLessThan((reached.get('m')?.energy ?? 0) / 2);
  });

  test('ways that meet add up, never above 1, and the stronger is told', async () => {
    const graph = graphOf([
      edge('m', 'about', 'a'),
      edge('m', 'about', 'b', 0.5),
      ...Array.from({ length: 9 }, (_, at) => edge('n', 'about', `s${at}`)),
    ]);
    const some = Array.from({ length: 9 }, (_, at): [string, number] => [`s${at}`, 1]);
    const reached = await spread(graph, new Map([['a', 1], ['b', 1], ...some]));
    expect(reached.get('m')?.energy).toBeCloseTo(1.5 * through.about.against * decay, 10);
    expect(reached.get('m')?.seed).toBe('a');
    expect(reached.get('n')?.energy).toBe(1);
  });

  test('energy does not come back by the way it went, and circles end', async () => {
    const graph = graphOf([edge('a', 'used-with', 'b'), edge('b', 'used-with', 'a')]);
    const reached = await spread(graph, new Map([['a', 1]]));
    expect(reached.has('a')).toBe(false);
    expect(graph.asked.length).toBeLessThanOrEqual(hops);
  });

  test('is bounded in hops and in width, however large the graph', async () => {
    const wide = Array.from({ length: 3000 }, (_, at) =>
      edge(`n${Math.floor(at / 30)}`, 'used-with', `n${at + 1}`),
    );
    const graph = graphOf(wide);
    await spread(graph, new Map([['n0', 1]]));
    expect(graph.asked.length).toBeLessThanOrEqual(hops);
    expect(Math.max(...graph.asked)).toBeLessThanOrEqual(frontier);
  });

  test('asks for nothing where there are no seeds', async () => {
    const graph = graphOf([edge('a', 'about', 'b')]);
    expect((await spread(graph, new Map())).size).toBe(0);
    expect(graph.asked).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Edge } from '../../../src/memory/edge';
import type { Flow } from '../../../src/recall/page-rank';
import { FLOW } from '../../../src/recall/spreading';
import { WEIGHTS } from '../../../src/recall/weights';
import { graphOf } from './graph-of';
import { edge } from './world';

const { decay, edges: through, hubDamping } = WEIGHTS.spread;
/** Weights are kept in 10 bits. */
const DIGITS = 3;
/** Without echoes: from the third step on energy comes back to where it passed. */
const TWO_HOPS = { ...FLOW, hops: 2 };

function spread(edges: readonly Edge[], seeds: Record<string, number>, flow: Flow = FLOW) {
  return graphOf(edges, undefined, flow).spread(new Map(Object.entries(seeds)), 1000);
}

describe('energy over the graph', () => {
  test('what a type lets through, the weight and the decay multiply on each hop', async () => {
    const edges = [edge('a', 'about', 'b', 0.5), edge('c', 'fixes', 'b')];
    const reached = await spread(edges, { a: 1 }, TWO_HOPS);
    const toB = through.about.along * 0.5 * decay;
    expect(reached.get('b')?.energy).toBeCloseTo(toB, DIGITS);
    const toC = (toB * through.fixes.against * decay) / 2 ** hubDamping;
    expect(reached.get('c')?.energy).toBeCloseTo(toC, DIGITS);
    expect(reached.get('c')?.path).toEqual([
      { edge: 'about', reversed: false, to: 'b' },
      { edge: 'fixes', reversed: true, to: 'c' },
    ]);
    expect(reached.get('c')?.seed).toBe('a');
  });

  test('a hub passes less on to each than a node of few edges', async () => {
    const spokes = Array.from({ length: 100 }, (_, at) => edge(`m${at}`, 'about', 'hub'));
    const edges = [...spokes, edge('m', 'about', 'quiet')];
    const reached = await spread(edges, { hub: 1, quiet: 1 }, TWO_HOPS);
    const quiet = reached.get('m')?.energy ?? 0;
    expect(reached.get('m0')?.energy).toBeCloseTo(quiet / 100 ** hubDamping, DIGITS);
  });

  test('ways that meet add up, never above 1, and the stronger is told', async () => {
    const many = Array.from({ length: 20 }, (_, at) => `s${at}`);
    const reached = await spread(
      [
        edge('m', 'about', 'a'),
        edge('m', 'about', 'b', 0.5),
        ...many.map((id) => edge('n', 'about', id)),
      ],
      { a: 1, b: 1, ...Object.fromEntries(many.map((id) => [id, 1])) },
      TWO_HOPS,
    );
    const toM = 1.5 * through.about.against * decay;
    expect(reached.get('m')?.energy).toBeCloseTo(toM, DIGITS);
    expect(reached.get('m')?.seed).toBe('a');
    expect(reached.get('n')?.energy).toBe(1);
  });

  test('seeds count only what other seeds send them', async () => {
    const pair = [edge('a', 'used-with', 'b'), edge('b', 'used-with', 'c')];
    expect((await spread(pair, { b: 1 })).has('b')).toBe(false);
    const both = await spread(pair, { a: 1, c: 0.5 });
    expect(both.get('a')?.seed).toBe('c');
    expect(both.get('c')?.seed).toBe('a');
  });

  test('goes no further than it may, and where there are no seeds nothing goes', async () => {
    const chain = Array.from({ length: 9 }, (_, at) => edge(`n${at}`, 'similar-to', `n${at + 1}`));
    const flow = { ...FLOW, least: 0, hops: 3 };
    expect([...(await spread(chain, { n0: 1 }, flow)).keys()]).toEqual(['n1', 'n2', 'n3']);
    expect((await spread(chain, {})).size).toBe(0);
    expect((await spread(chain, { stranger: 1 })).size).toBe(0);
  });

  test('tells the nodes with most, as many as are asked for', async () => {
    const edges = Array.from({ length: 50 }, (_, at) =>
      edge('a', 'similar-to', `n${at}`, (at + 1) / 50),
    );
    const reached = await graphOf(edges).spread(new Map([['a', 1]]), 3);
    expect([...reached.keys()]).toEqual(['n49', 'n48', 'n47']);
  });
});

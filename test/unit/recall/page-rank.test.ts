import { describe, expect, test } from 'vitest';
import { FULL_WEIGHT } from '../../../src/memory/edge-columns';
import { Adjacency, isReversed, KINDS, typeNumber, weightOf } from '../../../src/recall/adjacency';
import { KeySet } from '../../../src/recall/key-set';
import { EdgeList, LiveAdjacency } from '../../../src/recall/live-adjacency';
import { type Flow, PageRank } from '../../../src/recall/page-rank';
import { FLOW } from '../../../src/recall/spreading';
import { dice } from './dice';
import { columnsOf, type NumberedEdge } from './graph-of';

const NODES = 60;
const UNBOUNDED = { least: 0, frontier: Infinity, seeds: Infinity };

function randomEdges(seed: number): NumberedEdge[] {
  const { below, next } = dice(seed);
  // A few nodes are the ends of many edges, as files are of commits.
  const end = (): number => Math.floor(next() ** 2 * NODES);
  return Array.from({ length: 150 }, () => {
    return { source: end(), target: end(), type: below(10), weight: 1 + below(FULL_WEIGHT) };
  }).filter(({ source, target }) => source !== target);
}

/** The same by a dense matrix, applied step by step to the energy of each seed. */
function naive(edges: readonly NumberedEdge[], seeds: ReadonlyMap<number, number>, flow: Flow) {
  const degree = new Float64Array(NODES);
  for (const { source, target } of edges) {
    degree[source]!++;
    degree[target]!++;
  }
  const matrix = Array.from({ length: NODES }, () => new Float64Array(NODES));
  const tie = (from: number, to: number, through: number, weight: number): void => {
    const damping = degree[from]! ** flow.hubDamping;
    matrix[from]![to]! += (through * (weight / FULL_WEIGHT) * flow.decay) / damping;
  };
  for (const { source, target, type, weight } of edges) {
    tie(source, target, flow.through[type]!, weight);
    tie(target, source, flow.through[type + 32]!, weight);
  }
  const total = new Float64Array(NODES);
  for (const [seed, energy] of seeds) {
    let now = new Float64Array(NODES);
    now[seed] = energy;
    for (let hop = 0; hop < Math.min(flow.hops, 300); hop++) {
      const next = new Float64Array(NODES);
      for (let from = 0; from < NODES; from++) {
        for (let to = 0; to < NODES; to++) {
          if (to !== seed) next[to]! += now[from]! * matrix[from]![to]!;
        }
      }
      now = next;
      for (let node = 0; node < NODES; node++) total[node]! += now[node]!;
    }
  }
  return total;
}

function someSeeds(seed: number): Map<number, number> {
  const { below, next } = dice(1000 + seed);
  return new Map(Array.from({ length: 1 + below(6) }, () => [below(NODES), next()]));
}

function graphOf(edges: readonly NumberedEdge[]): LiveAdjacency {
  return new LiveAdjacency(Adjacency.of([columnsOf(edges)]));
}

const CASES = Array.from({ length: 20 }, (_, seed) => seed);

describe('personalised PageRank by push', () => {
  test.each(CASES)('agrees with powers of the matrix, up to some steps (graph %i)', (seed) => {
    const edges = randomEdges(seed);
    const seeds = someSeeds(seed);
    for (const hops of [1, 2, 3, 5]) {
      const flow = { ...FLOW, ...UNBOUNDED, hops };
      const expected = naive(edges, seeds, flow);
      const got = new PageRank(graphOf(edges), flow).spread(seeds, NODES);
      for (const { node, energy } of got) expect(energy).toBeCloseTo(expected[node]!, 10);
      expect(got).toHaveLength(expected.filter((energy) => energy > 0).length);
    }
  });

  test.each(CASES)(
    'with no end of steps comes as near as what it holds back (graph %i)',
    (seed) => {
      const edges = randomEdges(seed);
      const seeds = someSeeds(seed);
      // A random walk: what a node sends on is never more than what it has.
      const flow = {
        ...FLOW,
        ...UNBOUNDED,
        hubDamping: 1,

        hops: Infinity,
        least: 1e-7,
      };
      const expected = naive(edges, seeds, flow);
      const got = new PageRank(graphOf(edges), flow).spread(seeds, NODES);
      for (const { node, energy } of got) {
        expect(energy).toBeLessThanOrEqual(expected[node]! + 1e-9);
        // At most `least` waits at each node for each seed, and all that it sends on is 1 / (1 - decay).
        const heldBack = (seeds.size * NODES * flow.least) / (1 - flow.decay);
        expect(energy).toBeGreaterThan(expected[node]! - heldBack);
      }
    },
  );

  test.each(CASES)('each way is one of edges that are there, from a seed (graph %i)', (seed) => {
    const edges = randomEdges(seed);
    const graph = graphOf(edges);
    const seeds = someSeeds(seed);
    const list = new EdgeList();
    for (const arrival of new PageRank(graph, FLOW).spread(seeds, NODES)) {
      expect(seeds.has(arrival.seed)).toBe(true);
      expect(arrival.steps.at(-1)?.node).toBe(arrival.node);
      expect(arrival.steps.length).toBeLessThanOrEqual(FLOW.hops);
      let from = arrival.seed;
      for (const { label, node } of arrival.steps) {
        graph.tell(from, list);
        const there = Array.from({ length: list.count }, (_, at) => at).some(
          (at) => list.neighbours[at] === node && list.labels[at] === label,
        );
        expect(there).toBe(true);
        from = node;
      }
      expect(new Set([arrival.seed, ...arrival.steps.map(({ node }) => node)]).size).toBe(
        arrival.steps.length + 1,
      );
    }
  });

  test('the same question has the same answer, also after others', () => {
    const rank = new PageRank(graphOf(randomEdges(1)), FLOW);
    const first = rank.spread(someSeeds(1), 20);
    for (const other of CASES) rank.spread(someSeeds(other), 20);
    expect(rank.spread(someSeeds(1), 20)).toEqual(first);
  });

  test('tells of those nodes alone that are asked for, and no others take their room', () => {
    const rank = new PageRank(graphOf(randomEdges(2)), FLOW);
    const all = rank.spread(someSeeds(2), NODES);
    const even = (node: number) => node % 2 === 0;
    expect(rank.spread(someSeeds(2), 3, even)).toEqual(
      all.filter(({ node }) => even(node)).slice(0, 3),
    );
  });

  test('passes by what is hidden, as a seed, on the way and at the end', () => {
    const chain = [1, 2, 3].map((at) => ({ source: at, target: at + 1, type: 6, weight: 1000 }));
    const rank = new PageRank(graphOf(chain), { ...FLOW, least: 0 });
    const reached = (seed: number, ...hidden: number[]) =>
      rank
        .spread(new Map([[seed, 1]]), 9, undefined, KeySet.of(hidden))
        .map(({ node }) => node)
        .sort();
    expect(reached(1)).toEqual([2, 3, 4]);
    expect(reached(1, 3)).toEqual([2]);
    expect(reached(1, 4)).toEqual([2, 3]);
    expect(reached(1, 1)).toEqual([]);
  });

  test('is bounded by what it may look at, in a graph where everything is near', () => {
    const edges = Array.from({ length: 30_000 }, (_, at) => {
      return { source: at % 300, target: 300 + (at % 7919), type: 6, weight: FULL_WEIGHT };
    });
    const graph = graphOf(edges);
    let asked = 0;
    const counted = new Proxy(graph, {
      get(of, name) {
        if (name === 'tell') asked++;
        const value: unknown = Reflect.get(of, name, of);
        return typeof value === 'function' ? (value.bind(of) as unknown) : value;
      },
    });
    const flow = { ...FLOW, hubDamping: 0, least: 0 };
    const seeds = new Map(Array.from({ length: 300 }, (_, at) => [at, 1]));
    new PageRank(counted, flow).spread(seeds, 10);
    expect(asked).toBeLessThanOrEqual(flow.seeds * (1 + (flow.hops - 1) * flow.frontier));
    expect(asked).toBeGreaterThan(flow.seeds);
  });
});

test('labels keep what they are made of', () => {
  for (const kind of [0, 9, 32, 41]) {
    const label = (700 << 6) | kind;
    expect([typeNumber(label), isReversed(label), weightOf(label)]).toEqual([
      kind % 32,
      kind >= 32,
      700,
    ]);
    expect(label & (KINDS - 1)).toBe(kind);
  }
});

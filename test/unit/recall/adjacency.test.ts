import { describe, expect, test } from 'vitest';
import { FULL_WEIGHT } from '../../../src/memory/edge-columns';
import { Adjacency, isReversed, MOST_TOLD, typeOf, weightOf } from '../../../src/recall/adjacency';
import { EdgeList, LiveAdjacency } from '../../../src/recall/live-adjacency';
import { dice } from './dice';
import { columnsOf, type NumberedEdge } from './graph-of';

function told(graph: LiveAdjacency, node: number): string[] {
  const list = new EdgeList();
  graph.tell(node, list);
  return Array.from({ length: list.count }, (_, at) => {
    const label = list.labels[at]!;
    const arrow = isReversed(label) ? '<-' : '->';
    return `${arrow} ${list.neighbours[at]} ${typeOf(label)} ${weightOf(label)}`;
  });
}

function graph(edges: readonly NumberedEdge[]): LiveAdjacency {
  return new LiveAdjacency(Adjacency.of([columnsOf(edges)]));
}

describe('adjacency', () => {
  test('tells the edges of a node from both ends, whatever slices they come in', () => {
    const edges = [
      { source: 3, target: 1, type: 0, weight: 1 },
      { source: 1, target: 2, type: 9, weight: FULL_WEIGHT },
      { source: 2, target: 2, type: 1, weight: 5 },
    ];
    const live = new LiveAdjacency(Adjacency.of(edges.map((edge) => columnsOf([edge]))));
    expect(told(live, 1).sort()).toEqual(['-> 2 evidence-for 1023', '<- 3 about 1']);
    expect(told(live, 2)).toEqual(['<- 1 evidence-for 1023']);
    expect(told(live, 3)).toEqual(['-> 1 about 1']);
    for (const none of [0, 4, 4_000_000]) {
      expect(told(live, none)).toEqual([]);
      expect(live.degree(none)).toBe(0);
    }
    expect(told(new LiveAdjacency(Adjacency.of([])), 0)).toEqual([]);
  });

  test('of a hub tells the strongest, then the newest, with and without what lies over it', () => {
    const spokes = Array.from({ length: 3 * MOST_TOLD }, (_, at) => ({
      source: at + 1,
      target: 0,
      type: 0,
      weight: at % 3 === 0 ? 900 : 100,
    }));
    const live = graph(spokes);
    const strongest = spokes.filter(({ weight }) => weight === 900).map(({ source }) => source);
    expect(told(live, 0)).toEqual(strongest.reverse().map((node) => `<- ${node} about 900`));
    live.replace([5000], columnsOf([{ source: 5000, target: 0, type: 0, weight: 901 }]));
    expect(told(live, 0)).toHaveLength(MOST_TOLD);
    expect(told(live, 0)[0]).toBe('<- 5000 about 901');
    expect(live.degree(0)).toBe(spokes.length + 1);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'after any edits is what it would be if built from what is left (seed %i)',
    (seed) => {
      const { below, chance } = dice(seed);
      const nodes = 40;
      const key = ({ source, type, target }: NumberedEdge) => `${source} ${type} ${target}`;
      const edge = (source = below(nodes)): NumberedEdge => {
        return { source, target: below(nodes), type: below(10), weight: 1 + below(FULL_WEIGHT) };
      };
      let edges = new Map(Array.from({ length: 120 }, () => edge()).map((one) => [key(one), one]));
      const live = graph([...edges.values()]);
      for (let edit = 0; edit < 150; edit++) {
        const node = below(nodes + 5);
        if (chance(0.1)) {
          edges = new Map(
            [...edges].filter(([, { source, target }]) => ![source, target].includes(node)),
          );
          live.remove(node);
        } else {
          const kept = [...edges.values()].filter(({ source }) => source === node && chance(0.6));
          const out = [...kept, ...Array.from({ length: below(4) }, () => edge(node))];
          edges = new Map([
            ...[...edges].filter(([, { source }]) => source !== node),
            ...out.map((one) => [key(one), one] as const),
          ]);
          live.replace([node], columnsOf([...new Map(out.map((one) => [key(one), one])).values()]));
        }
        if (chance(0.03)) live.fold();
        if (edit % 10 > 0) continue;
        const rebuilt = graph([...edges.values()]);
        for (let one = 0; one < nodes + 5; one++) {
          expect(told(live, one).sort()).toEqual(told(rebuilt, one).sort());
          expect(live.degree(one)).toBe(rebuilt.degree(one));
        }
      }
    },
  );
});

import { EDGE_TYPES, type Edge, type EdgeType } from '../../../src/memory/edge';
import { type EdgeColumns, FULL_WEIGHT } from '../../../src/memory/edge-columns';
import { Adjacency } from '../../../src/recall/adjacency';
import type { GraphSource } from '../../../src/recall/graph-source';
import { LiveAdjacency } from '../../../src/recall/live-adjacency';
import { type Flow, PageRank } from '../../../src/recall/page-rank';
import { activationOf, FLOW } from '../../../src/recall/spreading';

/** An edge between nodes that go by number; the weight from 1 to `FULL_WEIGHT`. */
export type NumberedEdge = { source: number; target: number; type: number; weight: number };

export function columnsOf(edges: readonly NumberedEdge[]): EdgeColumns {
  return {
    source: Uint32Array.from(edges, ({ source }) => source),
    target: Uint32Array.from(edges, ({ target }) => target),
    type: Uint8Array.from(edges, ({ type }) => type),
    weight: Uint16Array.from(edges, ({ weight }) => weight),
  };
}

/** A graph in memory that recall can use. Without `told`, all nodes are told, not memories alone. */
export function graphOf(
  edges: readonly Edge[],
  told?: readonly string[],
  flow: Flow = FLOW,
): Pick<GraphSource, 'spread' | 'edgesOf'> {
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const ids = new Map(names.map((id, number) => [number, id]));
  const numbers = new Map(names.map((id, number) => [id, number]));
  const columns = columnsOf(
    edges.map(({ from, type, to, weight }) => ({
      source: numbers.get(from)!,
      target: numbers.get(to)!,
      type: EDGE_TYPES.indexOf(type),
      weight: Math.round(weight * FULL_WEIGHT),
    })),
  );
  const rank = new PageRank(new LiveAdjacency(Adjacency.of([columns])), flow);
  return {
    spread(seeds, limit) {
      const numbered = [...seeds].flatMap(([id, energy]): [number, number][] => {
        const number = numbers.get(id);
        return number === undefined ? [] : [[number, energy]];
      });
      const isTold = (node: number) => told?.includes(ids.get(node) ?? '') ?? true;
      const arrivals = rank.spread(new Map(numbered), limit, isTold);
      return Promise.resolve(
        new Map(arrivals.map((one) => [ids.get(one.node)!, activationOf(one, ids)!])),
      );
    },
    edgesOf: (asked, types: readonly EdgeType[]) =>
      Promise.resolve(
        edges.filter(
          ({ from, type, to }) =>
            types.includes(type) && (asked.includes(from) || asked.includes(to)),
        ),
      ),
  };
}

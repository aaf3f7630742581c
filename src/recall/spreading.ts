import type { Edge, EdgeType } from '../memory/edge';
import type { GraphSource } from './graph-source';
import { WEIGHTS } from './weights';

/** One edge as it was travelled. */
export type Step = { edge: EdgeType; reversed: boolean; to: string };

/** The energy that came to a node, and the way by which most of it came. */
export type Activation = { energy: number; seed: string; path: readonly Step[] };

/**
 * Spreads energy from seeds over typed edges (spreading activation: Collins and Loftus, 1975), hop
 * by hop: what a node receives is the sum over the edges that reach it of energy × what the type of
 * edge lets through × the edge's weight × decay, divided by the damping of the node it left. Energy
 * does not return to where it has been on the same path. Seeds count only what others send them.
 */
export async function spread(
  graph: Pick<GraphSource, 'edgesOf'>,
  seeds: ReadonlyMap<string, number>,
): Promise<Map<string, Activation>> {
  const { hops, frontier: widest, edgesPerNode, least } = WEIGHTS.spread;
  const reached = new Map<string, Activation>();
  let frontier = strongest(
    [...seeds].map(([id, energy]): [string, Activation] => [id, { energy, seed: id, path: [] }]),
    widest,
  );
  for (let hop = 0; hop < hops && frontier.size > 0; hop++) {
    const edges = await graph.edgesOf([...frontier.keys()], edgesPerNode);
    const arrived = oneHop(frontier, edges);
    for (const [id, activation] of arrived) receive(reached, id, activation);
    frontier = strongest(
      [...arrived].filter(([, { energy }]) => energy >= least),
      widest,
    );
  }
  return reached;
}

function oneHop(
  frontier: ReadonlyMap<string, Activation>,
  edges: readonly Edge[],
): Map<string, Activation> {
  const { decay, hubDamping, edges: through } = WEIGHTS.spread;
  const degrees = new Map<string, number>();
  for (const { from, to } of edges) {
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
    degrees.set(to, (degrees.get(to) ?? 0) + 1);
  }
  const arrived = new Map<string, Activation>();
  const travel = (edge: Edge, reversed: boolean): void => {
    const [left, to] = reversed ? [edge.to, edge.from] : [edge.from, edge.to];
    const source = frontier.get(left);
    if (!source || source.seed === to || source.path.some((step) => step.to === to)) return;
    const passes = through[edge.type][reversed ? 'against' : 'along'];
    const damping = 1 + hubDamping * Math.log(degrees.get(left) ?? 1);
    const energy = (source.energy * passes * edge.weight * decay) / damping;
    const path = [...source.path, { edge: edge.type, reversed, to }];
    receive(arrived, to, { energy, seed: source.seed, path });
  };
  for (const edge of edges) {
    travel(edge, false);
    travel(edge, true);
  }
  return arrived;
}

/** Adds energy up, at most to 1, and keeps the way of the greater part. */
function receive(into: Map<string, Activation>, id: string, added: Activation): void {
  const before = into.get(id);
  const energy = Math.min(1, (before?.energy ?? 0) + added.energy);
  const way = before && before.energy >= added.energy ? before : added;
  into.set(id, { ...way, energy });
}

function strongest(
  nodes: readonly (readonly [string, Activation])[],
  limit: number,
): Map<string, Activation> {
  return new Map([...nodes].sort(([, a], [, b]) => b.energy - a.energy).slice(0, limit));
}

import { EDGE_TYPES, type EdgeType } from '../memory/edge';
import { isReversed, KINDS, labelOf, typeOf } from './adjacency';
import type { Arrival, Flow } from './page-rank';
import { WEIGHTS } from './weights';

/** One edge as it was travelled. */
export type Step = { edge: EdgeType; reversed: boolean; to: string };

/** The energy that came to a node, and the way by which most of it came. */
export type Activation = { energy: number; seed: string; path: readonly Step[] };

/** How energy travels in recall, by `WEIGHTS.spread`. */
export const FLOW: Flow = { ...WEIGHTS.spread, through: throughOf(WEIGHTS.spread.edges) };

/**
 * What came to a node, told with ids; at most 1 counts. `undefined` when a node on the way has no
 * id: it was forgotten a moment ago.
 */
export function activationOf(
  { energy, seed, steps }: Arrival,
  ids: ReadonlyMap<number, string>,
): Activation | undefined {
  const from = ids.get(seed);
  const path: Step[] = [];
  for (const { label, node } of steps) {
    const to = ids.get(node);
    if (to === undefined) return undefined;
    path.push({ edge: typeOf(label), reversed: isReversed(label), to });
  }
  return from === undefined ? undefined : { energy: Math.min(1, energy), seed: from, path };
}

function throughOf(edges: Readonly<Record<EdgeType, { along: number; against: number }>>) {
  const through = new Float64Array(KINDS);
  for (const [number, type] of EDGE_TYPES.entries()) {
    through[labelOf(number, false, 0)] = edges[type].along;
    through[labelOf(number, true, 0)] = edges[type].against;
  }
  return through;
}

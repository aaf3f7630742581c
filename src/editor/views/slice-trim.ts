import type { Edge } from '../../memory/edge';
import type { PanelSlice } from '../../protocol/panel-messages';

/**
 * Entities that hang on by a single edge, two steps away, kept for each node they hang on: the
 * forty files that use one package tell no more than three do, and bury the memories.
 */
const LOOSE_ENDS = 3;

/**
 * Cuts a slice down to the nodes that tell most: the centre's own neighbours, the strongest first;
 * then memories further on; then entities that join several of those; then a few loose ends. With
 * `all`, loose ends fill what room there is. What falls out is counted in `more`.
 */
export function trimSlice(slice: PanelSlice, room: number, all: boolean): PanelSlice {
  const beside = neighbours(slice.edges);
  const near = beside.get(slice.centre) ?? new Map<string, number>();
  const memories = new Set(slice.memories.map(({ memory }) => memory.id));
  const others = [...memories, ...slice.entities.map(({ id }) => id)].filter(
    (id) => id !== slice.centre,
  );
  const rank = (id: string): number => {
    if (near.has(id)) return 0;
    if (memories.has(id)) return 1;
    return (beside.get(id)?.size ?? 0) > 1 ? 2 : 3;
  };
  const weight = (id: string) => near.get(id) ?? Math.max(0, ...(beside.get(id)?.values() ?? []));
  const ordered = others
    .map((id) => ({ id, rank: rank(id), weight: weight(id) }))
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const kept = new Set([slice.centre]);
  const hanging = new Map<string, number>();
  for (const node of ordered) {
    if (kept.size >= room) break;
    if (node.rank === 3 && !all) {
      const on = [...(beside.get(node.id)?.keys() ?? [])][0] ?? '';
      const count = hanging.get(on) ?? 0;
      if (count >= LOOSE_ENDS) continue;
      hanging.set(on, count + 1);
    }
    kept.add(node.id);
  }
  return {
    centre: slice.centre,
    memories: slice.memories.filter(({ memory }) => kept.has(memory.id)),
    entities: slice.entities.filter(({ id }) => kept.has(id)),
    edges: slice.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    more: slice.more + others.length + 1 - kept.size,
  };
}

/** For each node, the nodes it is joined to and the greatest weight of what joins them. */
function neighbours(edges: readonly Edge[]): Map<string, Map<string, number>> {
  const beside = new Map<string, Map<string, number>>();
  const join = (a: string, b: string, weight: number) => {
    const known = beside.get(a) ?? new Map<string, number>();
    known.set(b, Math.max(weight, known.get(b) ?? 0));
    beside.set(a, known);
  };
  for (const { from, to, weight } of edges) {
    join(from, to, weight);
    join(to, from, weight);
  }
  return beside;
}

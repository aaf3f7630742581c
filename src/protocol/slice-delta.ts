import type { Edge } from '../memory/edge';
import type { PanelSlice, SliceDelta } from './panel-messages';

/** Names an edge: one per (from, type, to). */
export function edgeKey(edge: Edge): string {
  return JSON.stringify([edge.from, edge.type, edge.to]);
}

/**
 * What turns `before` into `after`, or undefined when nothing does. Both have the same centre.
 * Things are compared by what they say, so a slice that was read again without change gives none.
 */
export function diffSlices(before: PanelSlice, after: PanelSlice): SliceDelta | undefined {
  const memories = altered(before.memories, after.memories, (row) => row.memory.id);
  const entities = altered(before.entities, after.entities, (entity) => entity.id);
  const edges = altered(before.edges, after.edges, edgeKey);
  const gone = {
    nodes: [...memories.gone, ...entities.gone],
    edges: edges.gone,
  };
  const put = { memories: memories.put, entities: entities.put, edges: edges.put };
  const count =
    put.memories.length +
    put.entities.length +
    put.edges.length +
    gone.nodes.length +
    gone.edges.length;
  return count === 0 && before.more === after.more ? undefined : { put, gone, more: after.more };
}

/** The slice with the delta applied; what the delta does not name keeps its place and identity. */
export function applyDelta(slice: PanelSlice, delta: SliceDelta): PanelSlice {
  const nodes = new Set(delta.gone.nodes);
  return {
    centre: slice.centre,
    memories: merged(slice.memories, delta.put.memories, nodes, (row) => row.memory.id),
    entities: merged(slice.entities, delta.put.entities, nodes, (entity) => entity.id),
    edges: merged(slice.edges, delta.put.edges, new Set(delta.gone.edges), edgeKey),
    more: delta.more,
  };
}

function altered<T>(before: readonly T[], after: readonly T[], key: (item: T) => string) {
  const old = new Map(before.map((item) => [key(item), JSON.stringify(item)]));
  const kept = new Set(after.map(key));
  return {
    put: after.filter((item) => old.get(key(item)) !== JSON.stringify(item)),
    gone: [...old.keys()].filter((id) => !kept.has(id)),
  };
}

function merged<T>(
  items: readonly T[],
  put: readonly T[],
  gone: ReadonlySet<string>,
  key: (item: T) => string,
): T[] {
  const fresh = new Map(put.map((item) => [key(item), item]));
  const kept = items.filter((item) => !gone.has(key(item)));
  const result = kept.map((item) => fresh.get(key(item)) ?? item);
  const held = new Set(kept.map(key));
  return [...result, ...put.filter((item) => !held.has(key(item)))];
}

import { MUTUAL, relation } from '../words/edge-words';
import type { Point, Positions } from './layout';
import type { Scene, SceneNode } from './scene';

/** Nodes that stand to the centre in the same way. */
export type NeighbourGroup = { readonly relation: string; readonly nodes: readonly SceneNode[] };

/** How the list calls what is not next to the centre. */
const FURTHER = 'further on';

/**
 * The scene as a list: the neighbours of the centre by how they relate to it, the strongest first,
 * then the rest. A node stands once, under its strongest relation.
 */
export function neighbourGroups(scene: Scene): NeighbourGroup[] {
  const byId = new Map(scene.nodes.map((node) => [node.id, node]));
  const groups = new Map<string, SceneNode[]>();
  const listed = new Set([scene.centre]);
  const put = (words: string, node: SceneNode | undefined) => {
    if (!node || listed.has(node.id)) return;
    listed.add(node.id);
    groups.set(words, [...(groups.get(words) ?? []), node]);
  };
  for (const edge of scene.edges.toSorted((a, b) => b.weight - a.weight)) {
    const outward = edge.from === scene.centre;
    if (!outward && edge.to !== scene.centre) continue;
    put(relation(edge.type, outward), byId.get(outward ? edge.to : edge.from));
  }
  for (const node of scene.nodes) put(FURTHER, node);
  return [...groups].map(([words, nodes]) => ({ relation: words, nodes }));
}

/** In words, how two nodes are joined: `fixes`, `changes with`; empty when they are not. */
export function relationBetween(scene: Scene, from: string, to: string): string[] {
  return scene.edges.flatMap((edge) => {
    if (edge.from === from && edge.to === to) return [relation(edge.type, true)];
    if (edge.from === to && edge.to === from) return [relation(edge.type, false)];
    return [];
  });
}

/** Whether an arrow is drawn at the end of the edge. */
export function hasArrow(edge: Scene['edges'][number]): boolean {
  return !MUTUAL.has(edge.type);
}

/** The node that lies nearest in a direction (a unit vector), as one expects of an arrow key. */
export function nextTowards(
  positions: Positions,
  from: string,
  direction: Point,
): string | undefined {
  const start = positions.get(from);
  if (!start) return undefined;
  let best: { id: string; cost: number } | undefined;
  for (const [id, { x, y }] of positions) {
    const along = (x - start.x) * direction.x + (y - start.y) * direction.y;
    const aside = Math.abs((x - start.x) * direction.y - (y - start.y) * direction.x);
    // Within 60 degrees of the direction, the nearest; what lies straight ahead goes first.
    if (id === from || along <= 0 || aside > along * 1.75) continue;
    const cost = along + 2 * aside;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}

import {
  type SimulationLinkDatum,
  type SimulationNodeDatum,
  forceCollide,
  forceLink,
  forceManyBody,
  forceRadial,
  forceSimulation,
} from 'd3-force';
import type { Scene, SceneNode } from './scene';

export type Point = { readonly x: number; readonly y: number };
export type Positions = ReadonlyMap<string, Point>;

type Body = SimulationNodeDatum & { id: string; node: SceneNode };

/** Between rings of nodes one and two steps from the centre, in pixels at a zoom of 1. */
const RING = 96;
const TICKS = 220;
/** Enough to make room for newcomers while the others hardly move. */
const TICKS_AGAIN = 60;

/**
 * Places the nodes of a scene by forces, the centre at (0, 0). The same scene always comes out the
 * same: the start is laid out by kind and name, and the simulation draws from a fixed generator.
 * Nodes that stood in `before` start from there, so that a change moves little. Runs to its end at
 * once (about 15 ms for 60 nodes) and touches nothing, so it can move to a worker.
 */
export function layout(scene: Scene, before?: Positions): Map<string, Point> {
  const known = scene.nodes.filter((node) => before?.has(node.id)).length;
  const again = known > scene.nodes.length / 2;
  const origin = before?.get(scene.centre) ?? { x: 0, y: 0 };
  const starts = seeded(scene);
  const bodies: Body[] = scene.nodes.map((node) => {
    const old = again ? before?.get(node.id) : undefined;
    const start = old ? { x: old.x - origin.x, y: old.y - origin.y } : starts.get(node.id);
    const fixed = node.id === scene.centre ? { fx: 0, fy: 0 } : {};
    return { id: node.id, node, x: start?.x ?? 0, y: start?.y ?? 0, ...fixed };
  });
  const links: SimulationLinkDatum<Body>[] = scene.edges.map((edge) => ({
    source: edge.from,
    target: edge.to,
  }));
  forceSimulation(bodies)
    .randomSource(fixedGenerator())
    .alpha(again ? 0.25 : 1)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id((body) => body.id)
        .distance(RING * 0.8)
        .strength(0.12),
    )
    .force('charge', forceManyBody<Body>().strength(-220).distanceMax(420))
    .force('radial', forceRadial<Body>((body) => ring(body.node), 0, 0).strength(0.35))
    .force('collide', forceCollide<Body>((body) => body.node.radius + 11).strength(0.9))
    .stop()
    .tick(again ? TICKS_AGAIN : TICKS);
  return new Map(bodies.map((body) => [body.id, { x: body.x ?? 0, y: body.y ?? 0 }]));
}

/** How far a layout is stretched at most; more would pull neighbours apart. */
const STRETCH = 1.8;

/** The layout, stretched towards the shape of what it is shown in. Only pulls apart: nothing meets. */
export function stretched(positions: Positions, aspect: number): Map<string, Point> {
  const across = Math.min(STRETCH, Math.max(1, aspect));
  const down = Math.min(STRETCH, Math.max(1, 1 / aspect));
  return new Map([...positions].map(([id, { x, y }]) => [id, { x: x * across, y: y * down }]));
}

function ring(node: SceneNode): number {
  return Math.min(node.hops, 3) * RING;
}

/** A start in which nodes of one kind lie side by side, in order of their ids. */
function seeded(scene: Scene): Map<string, Point> {
  const others = scene.nodes
    .filter((node) => node.id !== scene.centre)
    .toSorted((a, b) => a.hops - b.hops || compare(a.kind, b.kind) || compare(a.id, b.id));
  const perRing = new Map<number, SceneNode[]>();
  for (const node of others) {
    const at = ring(node);
    perRing.set(at, [...(perRing.get(at) ?? []), node]);
  }
  const starts = new Map<string, Point>([[scene.centre, { x: 0, y: 0 }]]);
  for (const [radius, nodes] of perRing) {
    nodes.forEach((node, at) => {
      const angle = ((at + 0.5) / nodes.length) * 2 * Math.PI - Math.PI / 2;
      starts.set(node.id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    });
  }
  return starts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A linear congruential generator with a fixed seed (Numerical Recipes' constants). */
function fixedGenerator(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

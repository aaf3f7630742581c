import { relation } from '../words/edge-words';
import { LabelRoom, type Placed } from './labels';
import type { Point, Positions } from './layout';
import { hasArrow } from './neighbours';
import type { Scene, SceneEdge, SceneNode } from './scene';
import { type Size, type Viewport, nodeScale, onScreen } from './viewport';

/** Where everything lies on the screen, ready to be drawn. */
export type Picture = {
  readonly scale: number;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly labels: readonly (Placed & { readonly id: string; readonly text: string })[];
  readonly relations: readonly (Placed & { readonly text: string })[];
};
export type DrawnNode = { readonly node: SceneNode; readonly at: Point; readonly lit: boolean };
export type DrawnEdge = {
  readonly edge: SceneEdge;
  readonly from: Point;
  readonly to: Point;
  /** The three corners of the arrow's head, as SVG has them. */
  readonly arrow: string | undefined;
  readonly lit: boolean;
};

/** The ring of quality stands this far off a node, so edges end outside it. */
const RING_ROOM = 6;
/** Average breadth of a letter in labels of 11 pixels; measuring each text costs a layout. */
const LETTER = 5.9;

/**
 * Composes the picture: what lies where, which labels find room, which relations are written out.
 * `lit` is the node that is pointed at: its edges and neighbours stand out.
 */
export function compose(
  scene: Scene,
  positions: Positions,
  view: Viewport,
  size: Size,
  lit: string,
): Picture {
  const scale = nodeScale(view.zoom);
  const near = new Set([lit]);
  for (const edge of scene.edges) {
    if (edge.from === lit) near.add(edge.to);
    if (edge.to === lit) near.add(edge.from);
  }
  const nodes = scene.nodes.flatMap((node) => {
    const at = positions.get(node.id);
    return at ? [{ node, at: onScreen(at, view), lit: near.has(node.id) }] : [];
  });
  const placed = new Map(nodes.map((drawn) => [drawn.node.id, drawn]));
  const edges = drawEdges(scene, placed, scale, lit);
  const bodies = nodes.map(({ node, at }) => ({
    ...at,
    radius: node.radius * scale + (node.mean === undefined ? 2 : 5),
    node,
  }));
  const room = new LabelRoom(size, [...bodies, ...tools(size)]);
  const labels: Picture['labels'][number][] = [];
  const label = (body: (typeof bodies)[number], must: boolean) => {
    const text = body.node.label;
    const place = room.beside(body, text.length * LETTER, must);
    if (place) labels.push({ ...place, id: body.node.id, text });
  };
  const isFirst = ({ node }: { node: SceneNode }) => node.id === scene.centre || node.id === lit;
  for (const body of bodies) if (isFirst(body)) label(body, true);
  const relations = writeRelations(edges, room, lit);
  const rest = bodies.filter((body) => !isFirst(body));
  for (const body of rest) if (near.has(body.node.id)) label(body, false);
  for (const body of rest) if (!near.has(body.node.id)) label(body, false);
  return { scale, nodes, edges, labels, relations };
}

/** The zoom buttons in the lower right corner, which labels keep clear of. */
function tools({ width, height }: Size): (Point & { radius: number })[] {
  return [17, 39, 61].map((inset) => ({ x: width - inset, y: height - 17, radius: 13 }));
}

function drawEdges(
  scene: Scene,
  placed: ReadonlyMap<string, DrawnNode>,
  scale: number,
  lit: string,
): DrawnEdge[] {
  const between = new Map<string, number>();
  return scene.edges.flatMap((edge) => {
    const [a, b] = [placed.get(edge.from), placed.get(edge.to)];
    if (!a || !b) return [];
    const pair = [edge.from, edge.to].sort().join(' ');
    const nth = between.get(pair) ?? 0;
    between.set(pair, nth + 1);
    const [dx, dy] = [b.at.x - a.at.x, b.at.y - a.at.y];
    const length = Math.hypot(dx, dy) || 1;
    const [ux, uy] = [dx / length, dy / length];
    // Further edges between the same two run beside the first.
    const aside = nth === 0 ? 0 : 7 * Math.ceil(nth / 2) * (nth % 2 === 0 ? -1 : 1);
    const end = (drawn: DrawnNode, sign: 1 | -1): Point => {
      const off = drawn.node.radius * scale + RING_ROOM;
      return {
        x: drawn.at.x + sign * ux * off - uy * aside,
        y: drawn.at.y + sign * uy * off + ux * aside,
      };
    };
    if (length < (a.node.radius + b.node.radius) * scale + 2 * RING_ROOM) return [];
    const [from, to] = [end(a, 1), end(b, -1)];
    const arrow = hasArrow(edge) ? arrowHead(to, ux, uy, Math.min(1, scale)) : undefined;
    return [{ edge, from, to, arrow, lit: edge.from === lit || edge.to === lit }];
  });
}

function arrowHead(tip: Point, ux: number, uy: number, scale: number): string {
  const [length, half] = [7 * scale, 3.2 * scale];
  const back = { x: tip.x - ux * length, y: tip.y - uy * length };
  const corners = [
    tip,
    { x: back.x - uy * half, y: back.y + ux * half },
    { x: back.x + uy * half, y: back.y - ux * half },
  ];
  return corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** Writes each relation of the lit node once, on the edge of that relation with room for it. */
function writeRelations(
  edges: readonly DrawnEdge[],
  room: LabelRoom,
  lit: string,
): Picture['relations'] {
  const groups = new Map<string, DrawnEdge[]>();
  for (const drawn of edges) {
    if (!drawn.lit) continue;
    const words = relation(drawn.edge.type, drawn.edge.from === lit);
    groups.set(words, [...(groups.get(words) ?? []), drawn]);
  }
  return [...groups].flatMap(([text, group]) => {
    const points = group.flatMap(({ edge, from, to }) =>
      [0.5, 0.62].map((share) => {
        const along = edge.from === lit ? share : 1 - share;
        return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along };
      }),
    );
    const place = room.at(points, text.length * LETTER);
    return place ? [{ ...place, text }] : [];
  });
}

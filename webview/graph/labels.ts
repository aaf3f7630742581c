import type { Point } from './layout';

export type Labelled = {
  readonly id: string;
  /** The node's middle on the screen, and half its breadth there. */
  readonly at: Point;
  readonly radius: number;
  /** The label's breadth on the screen. */
  readonly width: number;
};

export type Placed = { readonly x: number; readonly y: number; readonly anchor: Anchor };
type Anchor = 'middle' | 'start' | 'end';
type Box = { left: number; top: number; right: number; bottom: number };

/** Height of a line of label, in pixels. */
const LINE = 13;
const GAP = 4;

/**
 * Places labels so that none lies on another or on a node: those that come first get a place first,
 * below the node, else right, left or above. The ones with no free place stay out; zooming in makes
 * room for them. `must` names labels that are placed in any case.
 */
export function placeLabels(
  nodes: readonly Labelled[],
  size: { width: number; height: number },
  must: ReadonlySet<string>,
): Map<string, Placed> {
  const taken: Box[] = nodes.map(({ at, radius }) => around(at.x, at.y, radius, radius));
  const placed = new Map<string, Placed>();
  const order = [
    ...nodes.filter((node) => must.has(node.id)),
    ...nodes.filter((node) => !must.has(node.id)),
  ];
  for (const node of order) {
    const choices = candidates(node);
    const own = around(node.at.x, node.at.y, node.radius, node.radius);
    const free = choices.find(
      ({ box }) =>
        inside(box, size) && !taken.some((other) => overlaps(box, other) && !same(other, own)),
    );
    const chosen = free ?? (must.has(node.id) ? choices[0] : undefined);
    if (!chosen) continue;
    taken.push(chosen.box);
    placed.set(node.id, chosen.place);
  }
  return placed;
}

function candidates({ at, radius, width }: Labelled): { place: Placed; box: Box }[] {
  const below = at.y + radius + GAP + LINE / 2;
  const above = at.y - radius - GAP - LINE / 2;
  const right = at.x + radius + GAP;
  const left = at.x - radius - GAP;
  return [
    {
      place: { x: at.x, y: below, anchor: 'middle' },
      box: around(at.x, below, width / 2, LINE / 2),
    },
    {
      place: { x: right, y: at.y, anchor: 'start' },
      box: around(right + width / 2, at.y, width / 2, LINE / 2),
    },
    {
      place: { x: left, y: at.y, anchor: 'end' },
      box: around(left - width / 2, at.y, width / 2, LINE / 2),
    },
    {
      place: { x: at.x, y: above, anchor: 'middle' },
      box: around(at.x, above, width / 2, LINE / 2),
    },
  ];
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function inside(box: Box, size: { width: number; height: number }): boolean {
  return (
    box.left >= 2 && box.top >= 2 && box.right <= size.width - 2 && box.bottom <= size.height - 2
  );
}

function same(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}

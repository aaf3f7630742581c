import type { Point } from './layout';
import type { Size } from './viewport';

export type Placed = Point & { readonly anchor: 'middle' | 'start' | 'end' };

type Box = { left: number; top: number; right: number; bottom: number };
type Choice = { place: Placed; box: Box };

/** Height of a line of label, and its distance from the node, in pixels. */
const LINE = 13;
const GAP = 5;

/**
 * Finds places for labels so that none lies on another or on a node. Whoever asks first gets a
 * place first; what finds none stays out, and zooming in makes room for it.
 */
export class LabelRoom {
  readonly #size: Size;
  readonly #taken: Box[];

  /** `nodes` are the middles and half breadths, on the screen, of what labels must not cover. */
  constructor(size: Size, nodes: Iterable<Point & { radius: number }>) {
    this.#size = size;
    this.#taken = [...nodes].map(({ x, y, radius }) => around(x, y, radius, radius));
  }

  /** A place beside a node: below it, else right, left or above; with `must`, below in any case. */
  beside(node: Point & { radius: number }, width: number, must: boolean): Placed | undefined {
    const down = node.radius + GAP + LINE / 2;
    const across = node.radius + GAP;
    const half = width / 2;
    // A label that must be shown may not run out of the picture.
    const x = must
      ? Math.min(Math.max(node.x, half + 3), Math.max(half + 3, this.#size.width - half - 3))
      : node.x;
    const choices = [
      choice({ x, y: node.y + down, anchor: 'middle' }, width),
      choice({ x: node.x + across, y: node.y, anchor: 'start' }, width),
      choice({ x: node.x - across, y: node.y, anchor: 'end' }, width),
      choice({ x, y: node.y - down, anchor: 'middle' }, width),
    ];
    return this.#take(choices, must);
  }

  /** A place at one of the points, its middle there. */
  at(points: readonly Point[], width: number): Placed | undefined {
    const choices = points.map((point) =>
      choice({ x: point.x, y: point.y, anchor: 'middle' }, width),
    );
    return this.#take(choices, false);
  }

  #take(choices: readonly Choice[], must: boolean): Placed | undefined {
    const chosen = choices.find(({ box }) => this.#isFree(box)) ?? (must ? choices[0] : undefined);
    if (chosen) this.#taken.push(chosen.box);
    return chosen?.place;
  }

  #isFree(box: Box): boolean {
    const { width, height } = this.#size;
    const within =
      box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2;
    return within && !this.#taken.some((other) => overlaps(box, other));
  }
}

function choice(place: Placed, width: number): Choice {
  const shift = place.anchor === 'middle' ? 0 : place.anchor === 'start' ? width / 2 : -width / 2;
  return { place, box: around(place.x + shift, place.y, width / 2, LINE / 2) };
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

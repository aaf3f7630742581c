import type { Point } from './layout';

/** How the plane of the layout lies on the screen: `screen = plane * zoom + (x, y)`. */
export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number };

export type Size = { readonly width: number; readonly height: number };

const ZOOM_MIN = 0.15;
const ZOOM_MAX = 4;

/** Where a point of the plane is on the screen. */
export function onScreen(point: Point, view: Viewport): Point {
  return { x: point.x * view.zoom + view.x, y: point.y * view.zoom + view.y };
}

/** Zooms by a factor so that what is at `at` on the screen stays there. */
export function zoomed(view: Viewport, factor: number, at: Point): Viewport {
  const zoom = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, view.zoom * factor));
  const ratio = zoom / view.zoom;
  return { zoom, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

export function panned(view: Viewport, dx: number, dy: number): Viewport {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Shows all points within the size, with room at the edges; never larger than life. */
export function fitted(points: Iterable<Point>, size: Size, margin: number): Viewport {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  if (left === Infinity) return { x: size.width / 2, y: size.height / 2, zoom: 1 };
  const across = Math.max(1, size.width - 2 * margin) / Math.max(1, right - left);
  const down = Math.max(1, size.height - 2 * margin) / Math.max(1, bottom - top);
  const zoom = Math.max(ZOOM_MIN, Math.min(1.15, across, down));
  return {
    zoom,
    x: size.width / 2 - ((left + right) / 2) * zoom,
    y: size.height / 2 - ((top + bottom) / 2) * zoom,
  };
}

/** How large nodes are drawn at a zoom: they grow less than the distances between them. */
export function nodeScale(zoom: number): number {
  return Math.min(1.35, Math.max(0.62, Math.sqrt(zoom)));
}

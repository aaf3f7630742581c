import type { Point, Positions } from './layout';
import type { Viewport } from './viewport';

export type Stage = { readonly positions: Positions; readonly view: Viewport };

/** How long a change takes, in milliseconds. */
const LENGTH = 260;

/** Whether the user, or VS Code on their behalf, asked for less motion. */
function isMotionReduced(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

/**
 * Carries the picture from one stage to the next, frame by frame; at once where motion is reduced.
 * Nodes that are new grow out of the place where the new centre stood. Returns how to stop it.
 */
export function glide(
  from: Stage | undefined,
  to: Stage,
  centre: string,
  show: (stage: Stage) => void,
): () => void {
  if (!from || isMotionReduced()) {
    show(to);
    return () => undefined;
  }
  const source = from.positions.get(centre) ?? { x: 0, y: 0 };
  const begun = performance.now();
  let frame = requestAnimationFrame(step);
  function step(now: number): void {
    const time = Math.min(1, (now - begun) / LENGTH);
    const eased = 1 - (1 - time) ** 3;
    if (time < 1) frame = requestAnimationFrame(step);
    show(time < 1 ? between(from as Stage, to, source, eased) : to);
  }
  return () => cancelAnimationFrame(frame);
}

function between(from: Stage, to: Stage, source: Point, share: number): Stage {
  const mix = (a: number, b: number) => a + (b - a) * share;
  const positions = new Map(
    [...to.positions].map(([id, point]) => {
      const start = from.positions.get(id) ?? source;
      return [id, { x: mix(start.x, point.x), y: mix(start.y, point.y) }];
    }),
  );
  const view = {
    x: mix(from.view.x, to.view.x),
    y: mix(from.view.y, to.view.y),
    zoom: mix(from.view.zoom, to.view.zoom),
  };
  return { positions, view };
}

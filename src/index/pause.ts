/** How long the thread may be held before others get their turn, in milliseconds. */
const SLICE_MS = 8;

/** Lets others run whenever a slice is over. */
export function pauses(): () => Promise<void> | undefined {
  let until = performance.now() + SLICE_MS;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        until = performance.now() + SLICE_MS;
        resolve();
      });
    });
  };
}

/** Long work that stops here and there, so that it can be done in slices. */
export type Work<T = void> = Generator<void, T>;

/** Does work in slices between which others get their turn. */
export async function inSlices<T>(work: Work<T>): Promise<T> {
  const pause = pauses();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

/** Does work at once. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

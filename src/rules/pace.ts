/** Milliseconds that a detector may take on a file of up to `USUAL` characters. */
export const PACE_LIMIT = 50;
/** Longer files may take longer, in proportion. */
const USUAL = 100_000;
/** Runs that are not looked at: code is compiled and caches are filled. */
const WARMING = 2;
/** Runs that are looked at, the newest: the limit holds for their median, not for one pause. */
const LOOKED_AT = 5;

/**
 * How fast a detector is. It is slow when the median of its newest five runs is over the limit: a
 * collection of garbage or a busy machine now and then is no fault of its own.
 */
export class Pace {
  readonly #runs: number[] = [];
  #warming = WARMING;

  /** Notes a run: its milliseconds, and the characters that it looked at. */
  add(milliseconds: number, characters: number): void {
    if (this.#warming > 0) {
      this.#warming--;
      return;
    }
    this.#runs.push(milliseconds / Math.max(1, characters / USUAL));
    if (this.#runs.length > LOOKED_AT) this.#runs.shift();
  }

  /** The median of the newest runs, in milliseconds for a usual file; `undefined` when it is not slow. */
  get tooSlow(): number | undefined {
    if (this.#runs.length < LOOKED_AT) return undefined;
    const median = this.#runs.toSorted((a, b) => a - b)[LOOKED_AT >> 1] ?? 0;
    return median > PACE_LIMIT ? median : undefined;
  }
}

import type { Disposable } from 'vscode';

/**
 * Runs a piece of work soon after it was asked for, once for all who asked in between. Under a
 * steady stream of requests it still runs every `milliseconds`, so nothing starves.
 */
export class Delayed implements Disposable {
  readonly #work: () => void;
  readonly #milliseconds: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, work: () => void) {
    this.#milliseconds = milliseconds;
    this.#work = work;
  }

  ask(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#work();
    }, this.#milliseconds);
  }

  /** Takes back what was asked for and has not run. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Questions that wait for their answer, by number. Numbers are never used twice. */
export class Pending<T> {
  readonly #waiting = new Map<number, (answer: T) => void>();
  static #last = 0;

  /** Asks: `send` is given the number to ask under. */
  ask(send: (request: number) => void): Promise<T> {
    const request = ++Pending.#last;
    return new Promise((resolve) => {
      this.#waiting.set(request, resolve);
      send(request);
    });
  }

  /** Answers a question; false when nobody waits for it. */
  answer(request: number | undefined, answer: T): boolean {
    const resolve = request === undefined ? undefined : this.#waiting.get(request);
    if (request === undefined || !resolve) return false;
    this.#waiting.delete(request);
    resolve(answer);
    return true;
  }
}

/** A document's number within Orama, and its score. */
export type Scored = [id: number, score: number];

/** Keeps the best of many scores in a heap, so that the rest need not be sorted. */
export class TopScores {
  /** The worst that is kept stands first; children of `i` are `2i + 1` and `2i + 2`. */
  readonly #heap: Scored[] = [];

  constructor(readonly limit: number) {}

  offer(id: number, score: number): void {
    if (this.#heap.length < this.limit) {
      this.#heap.push([id, score]);
      this.#rise();
      return;
    }
    const worst = this.#heap[0];
    if (worst === undefined || score < worst[1] || (score === worst[1] && id > worst[0])) return;
    this.#heap[0] = [id, score];
    this.#sink();
  }

  /** The best first; of equals the one of the lower number. Empties it. */
  take(): Scored[] {
    return this.#heap.splice(0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  #rise(): void {
    let at = this.#heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfWorse(at, parent)) return;
      at = parent;
    }
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const child = this.#isWorse(right, left) ? right : left;
      if (!this.#swapIfWorse(child, at)) return;
      at = child;
    }
  }

  #swapIfWorse(below: number, above: number): boolean {
    if (!this.#isWorse(below, above)) return false;
    const [a, b] = [this.#heap[below], this.#heap[above]];
    if (a === undefined || b === undefined) return false;
    this.#heap[below] = b;
    this.#heap[above] = a;
    return true;
  }

  #isWorse(at: number, than: number): boolean {
    const a = this.#heap[at];
    const b = this.#heap[than];
    if (a === undefined || b === undefined) return false;
    return a[1] < b[1] || (a[1] === b[1] && a[0] > b[0]);
  }
}

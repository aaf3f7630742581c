/**
 * The best of many scores: a heap in two arrays, the worst that is kept first. Of equal scores the
 * lower row is the better.
 */
export class BestRows {
  /** What is not above this is not among the best; of what is as good only lower rows are. */
  least: number;
  #length = 0;
  readonly #rows: Uint32Array;
  readonly #scores: Float64Array;

  /** Keeps `limit`, none of them below `floor`. */
  constructor(
    readonly limit: number,
    floor = 0,
  ) {
    this.least = floor;
    this.#rows = new Uint32Array(limit);
    this.#scores = new Float64Array(limit);
  }

  offer(row: number, score: number): void {
    if (score < this.least) return;
    let at = 0;
    if (this.#length < this.limit) {
      at = this.#length++;
      for (let above = (at - 1) >> 1; at > 0 && this.#isWorse(row, score, above);) {
        this.#move(above, at);
        at = above;
        above = (at - 1) >> 1;
      }
    } else {
      if (this.#isWorse(row, score, 0)) return;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= this.#length) break;
        if (below + 1 < this.#length && this.#isWorseAt(below + 1, below)) below++;
        if (this.#isWorse(row, score, below)) break;
        this.#move(below, at);
        at = below;
      }
    }
    this.#rows[at] = row;
    this.#scores[at] = score;
    if (this.#length === this.limit) this.least = this.#scores[0] ?? 0;
  }

  /** The best first. */
  sorted(): { row: number; score: number }[] {
    return Array.from({ length: this.#length }, (_, at) => ({
      row: this.#rows[at] ?? 0,
      score: this.#scores[at] ?? 0,
    })).sort((a, b) => b.score - a.score || a.row - b.row);
  }

  #move(from: number, to: number): void {
    this.#rows[to] = this.#rows[from] ?? 0;
    this.#scores[to] = this.#scores[from] ?? 0;
  }

  #isWorse(row: number, score: number, than: number): boolean {
    const other = this.#scores[than] ?? 0;
    return score < other || (score === other && row > (this.#rows[than] ?? 0));
  }

  #isWorseAt(at: number, than: number): boolean {
    return this.#isWorse(this.#rows[at] ?? 0, this.#scores[at] ?? 0, than);
  }
}

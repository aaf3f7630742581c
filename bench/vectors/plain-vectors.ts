import { TopScores, type Scored } from '../../src/index/top-scores';

/** The peer: 32-bit floats, all compared in plain JavaScript. Exact. */
export class PlainVectors {
  readonly #values: Float32Array;
  readonly #dimensions: number;

  constructor(rows: number, dimensions: number) {
    this.#values = new Float32Array(rows * dimensions);
    this.#dimensions = dimensions;
  }

  get length(): number {
    return this.#values.length / this.#dimensions;
  }

  set(row: number, vector: Float32Array): void {
    this.#values.set(vector, row * this.#dimensions);
  }

  get(row: number): Float32Array {
    return this.#values.subarray(row * this.#dimensions, (row + 1) * this.#dimensions);
  }

  find(query: Float32Array, limit: number): Scored[] {
    const top = new TopScores(limit);
    for (let row = 0; row < this.length; row++) {
      const at = row * this.#dimensions;
      let dot = 0;
      for (let i = 0; i < query.length; i++) dot += query[i]! * this.#values[at + i]!;
      top.offer(row, dot);
    }
    return top.take();
  }
}

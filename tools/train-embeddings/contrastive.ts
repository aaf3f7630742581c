import type { Heap } from './heap';
import type { Pairs } from './pairs';

const MOST_TERMS = 96;
const EPSILON = 1e-8;

export type ContrastiveOptions = {
  batch: number;
  /** The temperature of the softmax. */
  temperature: number;
  /**
   * How likely a term that both texts share is left out of the second: text search finds what is
   * spelt the same, so the vectors are to learn what it cannot find.
   */
  masking: number;
};

/**
 * Learns a vector for each term so that the sums of two texts that belong together are nearer than
 * those of others in the batch (InfoNCE with in-batch negatives, both ways; van den Oord et al.,
 * 2018). A term's length is learned with it, and is its weight. Row-wise Adagrad.
 */
export class Contrastive {
  readonly #sums: Float32Array[] = [];
  readonly #scores: Float32Array;
  readonly #gradient: Float32Array;
  readonly #ids: Int32Array;
  readonly #factors: Float32Array;
  readonly #iota: Int32Array;
  readonly #squares: Float64Array;
  readonly #bytes: number;
  readonly #units: Float32Array[] = [];

  /** How much of a heap learning takes beside the table. */
  static bytes(dimensions: number, batch: number): number {
    return 4 * batch * (2 * dimensions + batch + 4 * MOST_TERMS + 4) + 4 * dimensions + 4096;
  }

  constructor(
    readonly heap: Heap,
    readonly table: Float32Array,
    readonly dimensions: number,
    readonly options: ContrastiveOptions,
    readonly random: () => number,
  ) {
    const { batch } = options;
    for (let side = 0; side < 2; side++) {
      this.#units.push(heap.floats(batch * dimensions));
      this.#sums.push(heap.floats(batch));
    }
    this.#scores = heap.floats(batch * batch);
    this.#gradient = heap.floats(dimensions);
    this.#ids = heap.ints(batch * 2 * MOST_TERMS);
    this.#factors = heap.floats(batch * 2 * MOST_TERMS);
    this.#iota = heap.ints(batch);
    this.#iota.forEach((_, i) => (this.#iota[i] = i));
    this.#squares = new Float64Array(table.length / dimensions).fill(0);
    this.#bytes = dimensions * 4;
  }

  /** One batch of pairs by their numbers. @returns the mean loss. */
  step(pairs: Pairs, numbers: Int32Array, rate: number): number {
    const { kernel } = this.heap;
    const { dimensions } = this;
    const n = numbers.length;
    const lengths = new Int32Array(2 * n);
    for (let i = 0; i < n; i++) {
      for (let side = 0; side < 2; side++) {
        const slot = 2 * i + side;
        const count = this.#load(
          pairs,
          2 * (numbers[i] ?? 0) + side,
          slot,
          side === 1 ? lengths[slot - 1] : 0,
        );
        lengths[slot] = count;
        const units = this.#units[side] as Float32Array;
        const unit = units.subarray(i * dimensions, (i + 1) * dimensions);
        kernel.gather(
          unit.byteOffset,
          this.#at(slot),
          this.#factorsAt(slot),
          count,
          this.table.byteOffset,
          this.#bytes,
        );
        let squares = EPSILON;
        for (let k = 0; k < dimensions; k++) squares += (unit[k] as number) ** 2;
        const norm = Math.sqrt(squares);
        (this.#sums[side] as Float32Array)[i] = norm;
        for (let k = 0; k < dimensions; k++) unit[k] = (unit[k] as number) / norm;
      }
    }
    const loss = this.#softmax(n);
    for (let side = 0; side < 2; side++) {
      const own = this.#units[side] as Float32Array;
      const other = this.#units[1 - side] as Float32Array;
      if (side === 1) this.#transpose(n);
      for (let i = 0; i < n; i++) {
        kernel.gather(
          this.#gradient.byteOffset,
          this.#iota.byteOffset,
          this.#scores.byteOffset + i * n * 4,
          n,
          other.byteOffset,
          this.#bytes,
        );
        this.#update(
          own.subarray(i * dimensions, (i + 1) * dimensions),
          (this.#sums[side] as Float32Array)[i] as number,
          2 * i + side,
          lengths[2 * i + side] as number,
          rate,
        );
      }
    }
    return loss;
  }

  /** Scores become their loss's gradient: both softmaxes less the pairs themselves. */
  #softmax(n: number): number {
    const { temperature } = this.options;
    const [left, right] = this.#units as [Float32Array, Float32Array];
    const scores = this.#scores;
    for (let i = 0; i < n; i++) {
      this.heap.kernel.dots(
        scores.byteOffset + i * n * 4,
        left.byteOffset + i * this.#bytes,
        n,
        right.byteOffset,
        this.#bytes,
      );
    }
    const rows = new Float64Array(n);
    const columns = new Float64Array(n);
    let loss = 0;
    for (let i = 0; i < n; i++) loss += (scores[i * n + i] as number) / temperature;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const e = Math.exp(((scores[i * n + j] as number) - 1) / temperature);
        scores[i * n + j] = e;
        rows[i] = (rows[i] as number) + e;
        columns[j] = (columns[j] as number) + e;
      }
    }
    let logs = 0;
    for (let i = 0; i < n; i++)
      logs += (Math.log(rows[i] as number) + Math.log(columns[i] as number)) / 2 + 1 / temperature;
    for (let i = 0; i < n; i++) {
      const row = 1 / (rows[i] as number);
      for (let j = 0; j < n; j++) {
        const both = (scores[i * n + j] as number) * (row + 1 / (columns[j] as number));
        scores[i * n + j] = (both - (i === j ? 2 : 0)) / (2 * temperature);
      }
    }
    return (logs - loss) / n;
  }

  #transpose(n: number): void {
    const s = this.#scores;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const a = s[i * n + j] as number;
        s[i * n + j] = s[j * n + i] as number;
        s[j * n + i] = a;
      }
    }
  }

  #update(unit: Float32Array, norm: number, slot: number, count: number, rate: number): void {
    const g = this.#gradient;
    const { dimensions } = this;
    let along = 0;
    for (let k = 0; k < dimensions; k++) along += (g[k] as number) * (unit[k] as number);
    let squares = 0;
    for (let k = 0; k < dimensions; k++) {
      const value = ((g[k] as number) - along * (unit[k] as number)) / norm;
      g[k] = value;
      squares += value * value;
    }
    squares /= dimensions;
    const from = slot * MOST_TERMS;
    for (let i = from; i < from + count; i++) {
      const row = this.#ids[i] as number;
      const factor = this.#factors[i] as number;
      const seen = (this.#squares[row] as number) + factor * factor * squares;
      this.#squares[row] = seen;
      this.#factors[i] = (-rate * factor) / Math.sqrt(seen + EPSILON);
    }
    this.heap.kernel.scatter(
      g.byteOffset,
      this.#at(slot),
      this.#factorsAt(slot),
      count,
      this.table.byteOffset,
      this.#bytes,
    );
  }

  /** Each term of a text once, counted by 1 + ln n. */
  #load(pairs: Pairs, text: number, slot: number, partner = 0): number {
    const { masking } = this.options;
    const masked = new Set<number>();
    if (masking > 0) {
      const before = (slot - 1) * MOST_TERMS;
      for (let i = 0; i < partner; i++) {
        if (this.random() < masking) masked.add(this.#ids[before + i] as number);
      }
    }
    const counts = new Map<number, number>();
    const end = pairs.starts[text + 1] as number;
    for (let at = pairs.starts[text] as number; at < end; at++) {
      const row = pairs.rows[at] as number;
      if (masked.has(row)) continue;
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    let to = slot * MOST_TERMS;
    for (const [row, count] of counts) {
      this.#ids[to] = row;
      this.#factors[to] = 1 + Math.log(count);
      to++;
      if (to === (slot + 1) * MOST_TERMS) break;
    }
    return to - slot * MOST_TERMS;
  }

  #at(slot: number): number {
    return this.#ids.byteOffset + slot * MOST_TERMS * 4;
  }

  #factorsAt(slot: number): number {
    return this.#factors.byteOffset + slot * MOST_TERMS * 4;
  }
}

import { BestProducts } from './best-products';
import { Estimate } from './estimate';
import type { Kernel } from './kernel';
import type { Coding } from './coding';
import { int8, scaleOf, type QuantisedQuery } from './quantiser';
import { Rows, type Marks } from './rows';
import { grown } from '../typed-arrays';

/** Rows that are looked at more closely, and the same for each that is wanted. */
const FEWEST_ESTIMATED = 1000;
const ESTIMATED = 2;

/** The binary codes of vectors, side by side, found by their Hamming distance. */
export class Codes {
  readonly rows: Rows;
  readonly #coding: Coding;
  readonly #centre: Float32Array;

  constructor(kernel: Kernel, coding: Coding, centre: Float32Array) {
    this.rows = new Rows(kernel, coding.codeLength, coding.codeLength);
    this.#coding = coding;
    this.#centre = centre;
  }

  /** How far the centre of these codes is from another. */
  drift(centre: Float32Array): number {
    const squares = centre.reduce(
      (sum, value, i) => sum + (value - (this.#centre[i] ?? 0)) ** 2,
      0,
    );
    // Further rotations count the same distance again.
    return Math.sqrt((squares * this.#coding.length) / this.#coding.bits);
  }

  /** Adds the code of a record. */
  push(record: Uint8Array): void {
    const code = this.rows.row(this.rows.push());
    this.#coding.encode(int8(record), scaleOf(record), this.#centre, code);
  }

  /**
   * The rows that are nearest to a query as far as codes tell, at most `limit`, in ascending order:
   * by the Hamming distance of all, then of those left by a finer estimate. Of equally near ones
   * the first. `share` says which part these are of all that are searched together.
   */
  nearest({ values, scale }: QuantisedQuery, limit: number, marks?: Marks, share = 1): Uint32Array {
    if (limit < 1) return new Uint32Array(0);
    const code = new Uint8Array(this.rows.stride);
    this.#coding.encode(values, scale, this.#centre, code);
    const estimated = Math.max(Math.ceil(FEWEST_ESTIMATED * share), limit * ESTIMATED);
    const found = new Nearest(this.#coding.bits, estimated);
    this.rows.scan(
      code,
      marks,
      (kernel, block) => {
        found.tighten();
        return kernel.hamming(block, found.below);
      },
      (row, pairs, at) => found.add(row, pairs.getInt32(at, true)),
    );
    const near = found.take();
    if (near.length <= limit) return near;
    const query = this.#coding.expand(values);
    const centred = this.#centre.map((centre, i) => (query[i] ?? 0) * scale - centre);
    const estimate = new Estimate(centred, code.length);
    const best = new BestProducts(limit, -Infinity, near.length);
    for (const row of near) best.add(row, estimate.of(this.rows.row(row)));
    return Uint32Array.from(best.take(), ([row]) => row).sort();
  }
}

/** Keeps those below a bound that falls as more come in: sorting by counting, as distances are few. */
class Nearest {
  /** What is this far or farther is not among the nearest, since rows come in ascending order. */
  below: number;
  readonly #limit: number;
  readonly #counts: Uint32Array;
  /** How many are at most as far as `below`. */
  #within = 0;
  #rows = new Uint32Array(1 << 12);
  #distances = new Uint16Array(1 << 12);
  #length = 0;

  constructor(bits: number, limit: number) {
    this.below = bits + 1;
    this.#limit = limit;
    this.#counts = new Uint32Array(bits + 2);
  }

  add(row: number, distance: number): void {
    if (this.#length === this.#rows.length) {
      this.#rows = grown(this.#rows, this.#length + 1);
      this.#distances = grown(this.#distances, this.#length + 1);
    }
    this.#rows[this.#length] = row;
    this.#distances[this.#length++] = distance;
    this.#counts[distance] = (this.#counts[distance] ?? 0) + 1;
    this.#within++;
  }

  tighten(): void {
    for (;;) {
      const farthest = this.#counts[this.below] ?? 0;
      if (this.#within - farthest < this.#limit) return;
      this.#within -= farthest;
      this.below--;
    }
  }

  take(): Uint32Array {
    this.tighten();
    const farthest = this.#counts[this.below] ?? 0;
    let atBound = this.#limit - (this.#within - farthest);
    let kept = 0;
    for (let at = 0; at < this.#length; at++) {
      const distance = this.#distances[at] ?? 0;
      if (distance < this.below || (distance === this.below && atBound-- > 0)) {
        this.#rows[kept++] = this.#rows[at] ?? 0;
      }
    }
    return this.#rows.subarray(0, kept);
  }
}

import type { Kernel } from './kernel';
import { int8, scaleOf, type QuantisedQuery } from './quantised';
import type { Rotation } from './rotation';
import { Rows, type Marks } from './rows';

/** The binary codes of vectors, side by side, found by their Hamming distance. */
export class Codes {
  readonly rows: Rows;
  readonly #rotation: Rotation;
  /** Turned. */
  readonly #centre: Float32Array;

  constructor(kernel: Kernel, rotation: Rotation, centre: Float32Array) {
    this.rows = new Rows(kernel, rotation.codeLength, rotation.codeLength);
    this.#rotation = rotation;
    this.#centre = centre;
  }

  /** Adds the code of a record. */
  push(record: Uint8Array): void {
    const code = this.rows.row(this.rows.push());
    this.#rotation.encode(int8(record), scaleOf(record), this.#centre, code);
  }

  /**
   * The rows whose codes are nearest to a query's, at most `limit`, in ascending order; of equally
   * near ones the first.
   */
  nearest({ values, scale }: QuantisedQuery, limit: number, marks?: Marks): Uint32Array {
    if (limit < 1) return new Uint32Array(0);
    const code = new Uint8Array(this.rows.stride);
    this.#rotation.encode(values, scale, this.#centre, code);
    const found = new Nearest(this.#rotation.bits, limit);
    this.rows.scan(
      code,
      marks,
      (kernel, block) => {
        found.tighten();
        return kernel.hamming(block, found.below);
      },
      (row, pairs, at) => found.add(row, pairs.getInt32(at, true)),
    );
    return found.take();
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
  readonly #rows: number[] = [];
  readonly #distances: number[] = [];

  constructor(bits: number, limit: number) {
    this.below = bits + 1;
    this.#limit = limit;
    this.#counts = new Uint32Array(bits + 2);
  }

  add(row: number, distance: number): void {
    this.#rows.push(row);
    this.#distances.push(distance);
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
    return Uint32Array.from(
      this.#rows.filter((_row, at) => {
        const distance = this.#distances[at] ?? 0;
        return distance < this.below || (distance === this.below && atBound-- > 0);
      }),
    );
  }
}

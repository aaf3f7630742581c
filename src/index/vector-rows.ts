/** The greatest value of a row at the finest. */
const MOST = 127;
/** Hash and scale. */
const BESIDE = 8;

/** What rows are made of: the first of those with the same hash is kept. */
export type Rows = {
  hashes: readonly number[];
  /** `dimensions` values a row, in the hashes' order. */
  values: Float32Array;
};

/**
 * Vectors as int8 with a scale each, found by 32 bits of a hash. In a file, little endian: the hashes
 * in order (u32), the scales (f32), the rows (int8).
 */
export class VectorRows {
  readonly #hashes: Uint32Array;
  readonly #scales: Float32Array;
  readonly #values: Int8Array;
  /** Of rows whose length was asked for; the others' are 0. */
  readonly #lengths: Float32Array;

  /** @param bytes of which `VectorRows.bytes` from `at` on are the rows'. */
  constructor(
    bytes: Uint8Array,
    at: number,
    readonly count: number,
    readonly dimensions: number,
  ) {
    // Copies, as typed arrays need whole offsets and the bytes may be a part of a larger buffer.
    const part = (from: number, length: number) =>
      bytes.buffer.slice(bytes.byteOffset + at + from, bytes.byteOffset + at + from + length);
    this.#hashes = new Uint32Array(part(0, count * 4));
    this.#scales = new Float32Array(part(count * 4, count * 4));
    this.#values = new Int8Array(part(count * BESIDE, count * dimensions));
    this.#lengths = new Float32Array(count);
  }

  /** How many bytes so many rows take. */
  static bytes(count: number, dimensions: number): number {
    return count * (BESIDE + dimensions);
  }

  /** The row with a hash, −1 for none. */
  find(hash: number): number {
    const hashes = this.#hashes;
    let low = 0;
    let high = hashes.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const there = hashes[middle] ?? 0;
      if (there === hash) return middle;
      if (there < hash) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** As they are, for writing them again. */
  rows(): Rows {
    const values = new Float32Array(this.count * this.dimensions);
    for (let row = 0; row < this.count; row++) {
      this.add(row, 1, values.subarray(row * this.dimensions, (row + 1) * this.dimensions));
    }
    return { hashes: [...this.#hashes], values };
  }

  /** Adds a row to a sum, `weight` times. */
  add(row: number, weight: number, sum: Float32Array): void {
    const factor = (this.#scales[row] ?? 0) * weight;
    const values = this.#values;
    const from = row * this.dimensions;
    for (let k = 0; k < sum.length; k++) {
      sum[k] = (sum[k] as number) + factor * (values[from + k] as number);
    }
  }

  /** A row brought to length 1. */
  unit(row: number): Float32Array {
    const factor = 1 / this.#length(row);
    const from = row * this.dimensions;
    const values = this.#values.subarray(from, from + this.dimensions);
    return Float32Array.from(values, (value) => value * factor);
  }

  /** The cosine of a row with a vector of length 1. */
  cosine(row: number, unit: Float32Array): number {
    const values = this.#values;
    const from = row * this.dimensions;
    let sum = 0;
    for (let k = 0; k < unit.length; k++) {
      sum += (unit[k] as number) * (values[from + k] as number);
    }
    return sum / this.#length(row);
  }

  /** The length of a row before it is scaled; above 0. */
  #length(row: number): number {
    const known = this.#lengths[row] ?? 0;
    if (known > 0) return known;
    const from = row * this.dimensions;
    let squares = 0;
    for (let k = from; k < from + this.dimensions; k++) squares += (this.#values[k] as number) ** 2;
    const length = Math.max(1, Math.sqrt(squares));
    this.#lengths[row] = length;
    return length;
  }
}

/**
 * Rows as `VectorRows` reads them.
 *
 * @param most the greatest value of a row, at most 127: with a lower one rows are coarser, and so are
 *   packed smaller by whatever packs the file
 */
export function encodeRows({ hashes, values }: Rows, dimensions: number, most = MOST): Uint8Array {
  const first = new Map<number, number>();
  hashes.forEach((hash, row) => {
    if (!first.has(hash)) first.set(hash, row);
  });
  const order = [...first].sort(([a], [b]) => a - b);
  const count = order.length;
  const bytes = Buffer.alloc(VectorRows.bytes(count, dimensions));
  order.forEach(([hash, row], at) => {
    const own = values.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = own.reduce((high, value) => Math.max(high, Math.abs(value)), 0) / most;
    bytes.writeUInt32LE(hash, 4 * at);
    bytes.writeFloatLE(scale, 4 * (count + at));
    const from = BESIDE * count + at * dimensions;
    own.forEach((value, k) => {
      bytes.writeInt8(scale === 0 ? 0 : Math.round(value / scale), from + k);
    });
  });
  return bytes;
}

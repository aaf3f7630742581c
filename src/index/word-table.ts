import { crc32 } from 'node:zlib';
import { termHash } from './term-hash';

const MAGIC = 'MNEMEWV1';
const HEADER = 32;
/** The checksum is of what stands after it. */
const CHECKED = 12;
const MOST = 127;

/** The table of word vectors is not what it should be: cut short, altered, or of another format. */
export class WordTableError extends Error {
  override name = 'WordTableError';
}

/** What a table is made of. */
export type WordVectors = {
  dimensions: number;
  /** The more frequent first. */
  terms: readonly string[];
  /** `dimensions` values a term, in the terms' order; a vector's length is the term's weight. */
  rows: Float32Array;
  /** The length of the vector of a term that is not there. */
  strange: number;
};

/**
 * Vectors of terms as int8 with a scale each. Terms are known by 32 bits of their hash, in order:
 * at 30,000 of them, one strange word in 140,000 is taken for another.
 *
 * The file, little endian: `MNEMEWV1`, CRC-32 of the rest, dimensions, terms (u32), the length of
 * strange terms' vectors (f32), 8 bytes of zeros, the terms' hashes (u32), the rows' scales (f32),
 * the rows (int8).
 */
export class WordTable {
  readonly dimensions: number;
  readonly checksum: number;
  readonly #hashes: Uint32Array;
  readonly #scales: Float32Array;
  readonly #rows: Int8Array;
  readonly #strange: number;

  /** @throws WordTableError for bytes that are no such table. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== MAGIC) {
      throw new WordTableError('This is no table of word vectors.');
    }
    const dimensions = view.getUint32(12, true);
    const terms = view.getUint32(16, true);
    if (bytes.length !== HEADER + terms * (8 + dimensions)) {
      throw new WordTableError(`The table of word vectors has ${bytes.length} bytes: it was cut.`);
    }
    this.checksum = view.getUint32(8, true);
    if (crc32(bytes.subarray(CHECKED)) !== this.checksum) {
      throw new WordTableError('The table of word vectors is torn: its checksum differs.');
    }
    // Copies, as typed arrays need whole offsets and the bytes may be a part of a larger buffer.
    const part = (at: number, length: number) =>
      bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + length);
    this.dimensions = dimensions;
    this.#strange = view.getFloat32(20, true);
    this.#hashes = new Uint32Array(part(HEADER, terms * 4));
    this.#scales = new Float32Array(part(HEADER + terms * 4, terms * 4));
    this.#rows = new Int8Array(part(HEADER + terms * 8, terms * dimensions));
  }

  /** Adds a term's vector to a sum, `weight` times. */
  add(term: string, weight: number, sum: Float32Array): void {
    const hash = termHash(term);
    const row = this.#find(hash);
    if (row < 0) {
      addStrange(hash, weight * this.#strange, sum);
      return;
    }
    const factor = (this.#scales[row] ?? 0) * weight;
    const values = this.#rows;
    const from = row * this.dimensions;
    for (let k = 0; k < sum.length; k++) {
      sum[k] = (sum[k] as number) + factor * (values[from + k] as number);
    }
  }

  #find(hash: number): number {
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
}

/**
 * A term of which nothing is known is like itself alone: a direction by chance, fixed by its hash
 * (random indexing: Kanerva et al., 2000), nearly at right angles to all others.
 */
export function addStrange(hash: number, length: number, sum: Float32Array): void {
  const share = length / Math.sqrt(sum.length);
  let bits = hash | 1;
  for (let k = 0; k < sum.length; k++) {
    if (k % 32 === 0) bits = xorshift(xorshift(bits));
    sum[k] = (sum[k] as number) + ((bits >>> (k % 32)) & 1 ? share : -share);
  }
}

/** Marsaglia, 2003. */
function xorshift(state: number): number {
  let next = state ^ (state << 13);
  next ^= next >>> 17;
  return next ^ (next << 5);
}

/** A table's bytes; of terms with the same hash, the first is kept. */
export function encodeWordTable({ dimensions, terms, rows, strange }: WordVectors): Uint8Array {
  const first = new Map<number, number>();
  terms.forEach((term, row) => {
    const hash = termHash(term);
    if (!first.has(hash)) first.set(hash, row);
  });
  const order = [...first].sort(([a], [b]) => a - b);
  const bytes = Buffer.alloc(HEADER + order.length * (8 + dimensions));
  bytes.write(MAGIC, 'latin1');
  bytes.writeUInt32LE(dimensions, 12);
  bytes.writeUInt32LE(order.length, 16);
  bytes.writeFloatLE(strange, 20);
  order.forEach(([hash, row], at) => {
    const values = rows.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST;
    bytes.writeUInt32LE(hash, HEADER + 4 * at);
    bytes.writeFloatLE(scale, HEADER + 4 * (order.length + at));
    const from = HEADER + 8 * order.length + at * dimensions;
    values.forEach((value, k) => {
      bytes.writeInt8(scale === 0 ? 0 : Math.round(value / scale), from + k);
    });
  });
  bytes.writeUInt32LE(crc32(bytes.subarray(CHECKED)), 8);
  return bytes;
}

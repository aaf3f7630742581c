import { crc32 } from 'node:zlib';
import type { Likeness } from './embedder';
import { subwordsOf } from './subwords';
import { termHash } from './term-hash';
import { encodeRows, VectorRows, type Rows } from './vector-rows';

const MAGIC = 'MNEMEWV2';
const HEADER = 32;
/** The checksum is of what stands after it. */
const CHECKED = 12;
/** How many strange terms' vectors are kept: a project's names come again and again. */
const MOST_KEPT = 2048;

/** The table of word vectors is not what it should be: cut short, altered, or of another format. */
export class WordTableError extends Error {
  override name = 'WordTableError';
}

/** What a table is made of. */
export type WordVectors = {
  dimensions: number;
  /** By `termHash`; a vector's length is the term's weight. */
  words: Rows;
  /** By `subwordsOf`. */
  subwords: Rows;
  /** The length of the vector of a term that is not there. */
  strange: number;
};

/**
 * Vectors of terms. A term that is not there is made of its subwords, as they were fitted to the terms
 * that are (a bag of subwords: Zhao et al., 2018), and of a direction of its own: what its subwords
 * leave of its length, so that a name is like itself before all. Terms are known by 32 bits of their
 * hash: at 30,000 of them, one strange word in 140,000 is taken for another.
 *
 * The file, little endian: `MNEMEWV2`, CRC-32 of the rest, dimensions, words (u32), the length of
 * strange terms' vectors (f32), subwords (u32), 4 bytes of zeros, the words' rows, the subwords' rows
 * (`VectorRows`).
 */
export class WordTable {
  readonly dimensions: number;
  readonly checksum: number;
  readonly #words: VectorRows;
  readonly #subwords: VectorRows;
  readonly #strange: number;
  readonly #kept = new Map<number, Float32Array>();

  /** @throws WordTableError for bytes that are no such table. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== MAGIC) {
      throw new WordTableError('This is no table of word vectors.');
    }
    const dimensions = view.getUint32(12, true);
    const words = view.getUint32(16, true);
    const subwords = view.getUint32(24, true);
    const second = HEADER + VectorRows.bytes(words, dimensions);
    if (bytes.length !== second + VectorRows.bytes(subwords, dimensions)) {
      throw new WordTableError(`The table of word vectors has ${bytes.length} bytes: it was cut.`);
    }
    this.checksum = view.getUint32(8, true);
    if (crc32(bytes.subarray(CHECKED)) !== this.checksum) {
      throw new WordTableError('The table of word vectors is torn: its checksum differs.');
    }
    this.dimensions = dimensions;
    this.#strange = view.getFloat32(20, true);
    this.#words = new VectorRows(bytes, HEADER, words, dimensions);
    this.#subwords = new VectorRows(bytes, second, subwords, dimensions);
  }

  /** What it is made of, for writing it again. */
  vectors(): WordVectors {
    return {
      dimensions: this.dimensions,
      words: this.#words.rows(),
      subwords: this.#subwords.rows(),
      strange: this.#strange,
    };
  }

  /** Adds a term's vector to a sum, `weight` times. */
  add(term: string, weight: number, sum: Float32Array): void {
    const hash = termHash(term);
    const row = this.#words.find(hash);
    if (row >= 0) {
      this.#words.add(row, weight, sum);
      return;
    }
    const vector = this.#strangeVector(term, hash);
    for (let k = 0; k < sum.length; k++) {
      sum[k] = (sum[k] as number) + weight * (vector[k] as number);
    }
  }

  /** The cosines of any term with each of these, each asked for once; see `Embedder.likeness`. */
  likeness(terms: readonly string[]): Likeness {
    const rows = this.#words;
    const units = terms.map((term) => {
      const row = rows.find(termHash(term));
      return row < 0 ? undefined : rows.unit(row);
    });
    const known = new Map<string, Float32Array>();
    return (term) => {
      let likeness = known.get(term);
      if (likeness) return likeness;
      likeness = new Float32Array(terms.length);
      known.set(term, likeness);
      const row = rows.find(termHash(term));
      if (row < 0) return likeness;
      for (const [at, unit] of units.entries()) if (unit) likeness[at] = rows.cosine(row, unit);
      return likeness;
    };
  }

  #strangeVector(term: string, hash: number): Float32Array {
    const kept = this.#kept.get(hash);
    if (kept) return kept;
    const vector = this.spelt(term);
    let squares = 0;
    for (const value of vector) squares += value * value;
    const own = Math.sqrt(Math.max(this.#strange ** 2 - squares, 0));
    addOwn(hash, own, vector);
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(hash, vector);
    return vector;
  }

  /** What a term's subwords tell of it, be it there or not; zeros when they tell nothing. */
  spelt(term: string): Float32Array {
    const vector = new Float32Array(this.dimensions);
    const rows: number[] = [];
    for (const hash of subwordsOf(term)) {
      const row = this.#subwords.find(hash);
      if (row >= 0) rows.push(row);
    }
    for (const row of rows) this.#subwords.add(row, 1 / Math.sqrt(rows.length), vector);
    return vector;
  }
}

/**
 * A direction by chance, fixed by a hash (random indexing: Kanerva et al., 2000), nearly at right
 * angles to all others: a term of which nothing is known is like itself alone.
 */
function addOwn(hash: number, length: number, sum: Float32Array): void {
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

/** A table's bytes; `most`: see `encodeRows`. */
export function encodeWordTable(vectors: WordVectors, most?: number): Uint8Array {
  const { dimensions, strange } = vectors;
  const [words, subwords] = [vectors.words, vectors.subwords].map((rows) =>
    encodeRows(rows, dimensions, most),
  ) as [Uint8Array, Uint8Array];
  const header = Buffer.alloc(HEADER);
  header.write(MAGIC, 'latin1');
  header.writeUInt32LE(dimensions, 12);
  header.writeUInt32LE(words.length / VectorRows.bytes(1, dimensions), 16);
  header.writeFloatLE(strange, 20);
  header.writeUInt32LE(subwords.length / VectorRows.bytes(1, dimensions), 24);
  const bytes = Buffer.concat([header, words, subwords]);
  bytes.writeUInt32LE(crc32(bytes.subarray(CHECKED)), 8);
  return bytes;
}

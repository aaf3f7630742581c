import type { Sections } from '../segment/sections';
import type { Scored } from '../top-scores';
import { Codes } from './codes';
import { openKernel, type Kernel } from './kernel';
import { cosine, Quantiser } from './quantiser';
import { Records } from './records';
import { readVectorHead, RECORDS, type ReadRecord, type VectorHead } from './vector-sections';

/** Of so many nearest codes, or of this many for each that is wanted, the records are read. */
const FEWEST_RESCORED = 400;
const RESCORED = 4;
/** Of several segments each reads so many times its share: the nearest may lie close together. */
const UNEVEN = 2;
/** Records that one read takes while all are read in order. */
const READ_AHEAD = 256;

/**
 * The vectors of a segment, which never change: codes resident, records read from disk for those
 * whose codes are nearest.
 */
export class FrozenVectors {
  readonly length: number;
  readonly #sections: Sections;
  readonly #quantiser: Quantiser;
  readonly #present: Uint8Array | undefined;
  readonly #codes: Codes;
  /** Room for the records of one search. */
  readonly #rescored: Records;

  constructor(sections: Sections, quantiser: Quantiser, head: VectorHead, kernels: () => Kernel) {
    this.length = head.count;
    this.#sections = sections;
    this.#quantiser = quantiser;
    this.#present = head.present;
    this.#codes = new Codes(kernels(), head.coding, head.centre);
    this.#codes.rows.append(head.codes);
    this.#rescored = new Records(kernels(), quantiser.recordLength);
  }

  /** Throws `SegmentError` when they are torn or of other dimensions. */
  static open(
    sections: Sections,
    dimensions: number,
    kernels: () => Kernel = openKernel,
  ): FrozenVectors {
    const quantiser = new Quantiser(dimensions);
    return new FrozenVectors(sections, quantiser, readVectorHead(sections, quantiser), kernels);
  }

  /**
   * The nearest rows by cosine, the best first, at most `limit`, of those at least as near as
   * `similarity`. `allows` holds a byte for each row, 1 where it may be found and 0 where not. `share`
   * says which part these are of all that are searched together.
   */
  find(
    query: ArrayLike<number>,
    limit: number,
    allows?: Uint8Array,
    similarity = -1,
    share = 1,
  ): Scored[] {
    const quantised = this.#quantiser.query(query);
    if (!quantised) return [];
    const ofAll = Math.max(FEWEST_RESCORED, limit * RESCORED);
    const part = Math.min(1, share * UNEVEN);
    const wanted = Math.ceil(ofAll * part);
    const candidates = this.#codes.nearest(quantised, wanted, this.#marks(allows), part);
    const { rows } = this.#rescored;
    rows.clear();
    for (const row of candidates) {
      const at = rows.push();
      this.#read(row, rows.row(at));
    }
    return this.#rescored.nearest(quantised, limit, similarity, (at) => candidates[at] ?? 0);
  }

  /** The cosine of a row; `undefined` when the row or the query has no vector. */
  similarity(row: number, query: ArrayLike<number>): number | undefined {
    return this.similarities([row], query)[0];
  }

  /** The cosines of rows, which are best given in ascending order. */
  similarities(rows: Iterable<number>, query: ArrayLike<number>): (number | undefined)[] {
    const quantised = this.#quantiser.query(query);
    const record = new Uint8Array(this.#quantiser.recordLength);
    return Array.from(rows, (row) => {
      if (!quantised || this.#present?.[row] === 0) return undefined;
      this.#read(row, record);
      return cosine(record, quantised);
    });
  }

  /** The vector of a row, as it was but for rounding, of length 1; all zeros where there is none. */
  vector(row: number): Float32Array {
    const record = new Uint8Array(this.#quantiser.recordLength);
    this.#read(row, record);
    return this.#quantiser.vector(record);
  }

  /** Reads records for `writeVectors`, quickly when rows are asked for in ascending order. */
  reader(): ReadRecord {
    const length = this.#quantiser.recordLength;
    const ahead = new Uint8Array(READ_AHEAD * length);
    let first = 0;
    let end = 0;
    return (row, record) => {
      if (row < first || row >= end) {
        first = row;
        end = Math.min(row + READ_AHEAD, this.length);
        this.#sections.read(RECORDS, first * length, (end - first) * length, ahead);
      }
      record.set(ahead.subarray((row - first) * length, (row - first + 1) * length));
    };
  }

  #read(row: number, record: Uint8Array): void {
    this.#sections.read(RECORDS, row * record.length, record.length, record);
  }

  #marks(allows: Uint8Array | undefined): ((first: number, into: Uint8Array) => void) | undefined {
    const present = this.#present;
    const all = allows ?? present;
    if (!all) return undefined;
    return (first, into) => {
      into.set(all.subarray(first, first + into.length));
      if (!present || all === present) return;
      for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & (present[first + i] ?? 0);
    };
  }
}

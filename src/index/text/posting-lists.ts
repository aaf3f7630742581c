import { grown } from '../typed-arrays';
import { decodePostings, encodePosting, postingLength, type Postings } from './postings';

/** The bytes at a slice's start that name the slice after it; 0: none yet. */
const LINK = 4;
/** How many bytes a term's first slice takes, and the longest that a later one takes. */
const FIRST_SLICE = 12;
const LONGEST_SLICE = 4096;

/**
 * Postings of many terms that all grow at once: each a chain of slices in one array, the next twice
 * as long as the last (as in Lucene's `ByteBlockPool`). Before the chain may stand postings that
 * were read from a segment as they were.
 */
export class PostingLists {
  #bytes = new Uint8Array(1 << 16);
  /** Zero names no slice. */
  #used = LINK;
  /** By term: its first slice, where its next posting goes, where its last slice ends. */
  #first = new Uint32Array(1024);
  #next = new Uint32Array(1024);
  #end = new Uint32Array(1024);
  /** By term: the row of its last posting + 1. */
  #last = new Uint32Array(1024);
  readonly #base: Base;

  /** With postings of a segment that has so many rows, and where those of each term begin in it. */
  constructor(base: Base = { bytes: new Uint8Array(0), starts: new Float64Array(0), rows: 0 }) {
    this.#base = base;
  }

  /** Rows of a term must come in their order. */
  append(term: number, row: number, count: number): void {
    if (term >= this.#first.length) {
      this.#first = grown(this.#first, term + 1);
      this.#next = grown(this.#next, term + 1);
      this.#end = grown(this.#end, term + 1);
      this.#last = grown(this.#last, term + 1);
    }
    const distance = row + 1 - (this.#last[term] || this.#base.rows);
    let next = this.#next[term] ?? 0;
    if (next + postingLength(distance, count) > (this.#end[term] ?? 0)) next = this.#lengthen(term);
    this.#next[term] = encodePosting(this.#bytes, next, distance, count);
    this.#last[term] = row + 1;
  }

  /** Unpacks the postings of a term, rows below `rows`. */
  decode(term: number, rows: number, into: Postings): void {
    into.length = 0;
    const { bytes, starts } = this.#base;
    if (term + 1 < starts.length) {
      decodePostings(bytes, starts[term] ?? 0, starts[term + 1] ?? 0, -1, rows, into);
    }
    let before = this.#base.rows - 1;
    let length = FIRST_SLICE;
    for (let slice = this.#first[term] ?? 0; slice !== 0; slice = this.#link(slice)) {
      before = decodePostings(this.#bytes, slice + LINK, slice + length, before, rows, into);
      length = Math.min(length * 2, LONGEST_SLICE);
    }
  }

  /** Gives the term a new slice, and says where in it the next posting goes. */
  #lengthen(term: number): number {
    let length = FIRST_SLICE;
    let last = this.#first[term] ?? 0;
    if (last === 0) this.#first[term] = this.#used;
    else {
      for (;;) {
        length = Math.min(length * 2, LONGEST_SLICE);
        const after = this.#link(last);
        if (after === 0) break;
        last = after;
      }
      this.#bytes[last] = this.#used & 0xff;
      this.#bytes[last + 1] = (this.#used >>> 8) & 0xff;
      this.#bytes[last + 2] = (this.#used >>> 16) & 0xff;
      this.#bytes[last + 3] = this.#used >>> 24;
    }
    const slice = this.#used;
    this.#used += length;
    this.#bytes = grown(this.#bytes, this.#used);
    this.#end[term] = slice + length;
    return slice + LINK;
  }

  #link(slice: number): number {
    const bytes = this.#bytes;
    return (
      ((bytes[slice] ?? 0) |
        ((bytes[slice + 1] ?? 0) << 8) |
        ((bytes[slice + 2] ?? 0) << 16) |
        ((bytes[slice + 3] ?? 0) << 24)) >>>
      0
    );
  }
}

/** Postings as a segment holds them; those of term `n` from `starts[n]` up to `starts[n + 1]`. */
export type Base = { bytes: Uint8Array; starts: Float64Array; rows: number };

import type { Block, Kernel } from './kernel';

/** Rows that a kernel's loop is given at once; bounds are tightened in between. */
export const BLOCK = 2048;

/** Sets a byte of `into` to 1 for each row from `first` on that may be found, to 0 for the rest. */
export type Marks = (first: number, into: Uint8Array) => void;

/** Rows of equal length in a kernel's memory, behind the room that its loops work in. */
export class Rows {
  readonly stride: number;
  readonly #kernel: Kernel;
  /** Where the query, the marks, the pairs that come out and the rows begin. */
  readonly #query: number;
  readonly #marks: number;
  readonly #out: number;
  readonly #rows: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #pairs: DataView<ArrayBuffer>;
  #length = 0;

  constructor(kernel: Kernel, stride: number, queryBytes: number) {
    this.#kernel = kernel;
    this.stride = stride;
    this.#query = 0;
    this.#marks = aligned(queryBytes);
    this.#out = this.#marks + BLOCK;
    this.#rows = this.#out + BLOCK * 8;
    kernel.grow(this.#rows);
    this.#bytes = kernel.memory;
    this.#pairs = new DataView(this.#bytes.buffer);
  }

  get length(): number {
    return this.#length;
  }

  /** Makes room for so many rows, with an eighth to spare when there was not enough. */
  reserve(rows: number): void {
    const bytes = this.#rows + rows * this.stride;
    if (bytes <= this.#bytes.length) return;
    this.#kernel.grow(Math.max(bytes, Math.ceil(this.#bytes.length * 1.125)));
    this.#bytes = this.#kernel.memory;
    this.#pairs = new DataView(this.#bytes.buffer);
  }

  /** Adds a row; `row(length - 1)` is to be filled. Views of other rows may have become empty. */
  push(): number {
    this.reserve(this.#length + 1);
    return this.#length++;
  }

  /** Adds many at once. */
  append(rows: Uint8Array): void {
    const count = rows.length / this.stride;
    this.reserve(this.#length + count);
    this.#bytes.set(rows, this.#rows + this.#length * this.stride);
    this.#length += count;
  }

  /** The bytes of a row, good until rows are added. */
  row(row: number): Uint8Array<ArrayBuffer> {
    const at = this.#rows + row * this.stride;
    return this.#bytes.subarray(at, at + this.stride);
  }

  /** The last row takes the place of this one. */
  remove(row: number): void {
    const from = this.#rows + --this.#length * this.stride;
    this.#bytes.copyWithin(this.#rows + row * this.stride, from, from + this.stride);
  }

  clear(): void {
    this.#length = 0;
  }

  /**
   * Runs a loop of the kernel over all rows, block by block, and hands on each row that comes out
   * with where its value lies in `pairs`. All rows may be found where there are no marks.
   */
  scan(
    query: Uint8Array,
    marks: Marks | undefined,
    loop: (kernel: Kernel, block: Block) => number,
    take: (row: number, pairs: DataView, at: number) => void,
  ): void {
    this.#bytes.set(query, this.#query);
    const marked = this.#bytes.subarray(this.#marks, this.#out).fill(1);
    for (let first = 0; first < this.#length; first += BLOCK) {
      const count = Math.min(BLOCK, this.#length - first);
      marks?.(first, marked.subarray(0, count));
      const pairs = loop(this.#kernel, this.#block(first, count));
      for (let at = this.#out; at < this.#out + pairs * 8; at += 8) {
        take(first + this.#pairs.getInt32(at, true), this.#pairs, at + 4);
      }
    }
  }

  #block(first: number, count: number): Block {
    return {
      query: this.#query,
      rows: this.#rows + first * this.stride,
      stride: this.stride,
      marks: this.#marks,
      count,
      out: this.#out,
    };
  }
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

import { JsKernel } from './js-kernel';
import { WasmKernel } from './wasm-kernel';

/**
 * The inner loops of vector search, over a memory of its own that grows in place. Addresses and
 * lengths are in bytes; a block's rows lie side by side. `kernel.wat` says what each loop does.
 */
export interface Kernel {
  /** All of its memory; growing makes a new array of it and empties the old one. */
  readonly memory: Uint8Array<ArrayBuffer>;
  /** Makes the memory at least so many bytes; what is new is zero. */
  grow(bytes: number): void;
  /**
   * Writes (row: i32, distance: i32) at `out` for each row that is marked 1 and whose Hamming
   * distance to the query's code is less than `below`; returns how many.
   */
  hamming(block: Block, below: number): number;
  /**
   * Writes (row: i32, product: f32) at `out` for each row that is marked 1 and whose dot product
   * with the query, times the row's scale, is at least `least`; returns how many.
   */
  dots(block: Block, least: number): number;
}

/** Where the parts of one call lie; `stride` is the length of a row. */
export type Block = {
  query: number;
  rows: number;
  stride: number;
  marks: number;
  count: number;
  out: number;
};

/** WebAssembly's where it has SIMD and may have memory, otherwise the same in plain JavaScript. */
export function openKernel(): Kernel {
  return WasmKernel.open() ?? new JsKernel();
}

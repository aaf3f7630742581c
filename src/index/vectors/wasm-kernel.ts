import { KERNEL } from './kernel-binary';
import type { Block, Kernel } from './kernel';

const PAGE = 65_536;

/**
 * The loops of `kernel.wat`. V8 sets the address space of a WebAssembly memory aside, so growth
 * copies nothing.
 */
export class WasmKernel implements Kernel {
  memory: Uint8Array<ArrayBuffer>;
  readonly #memory: WebAssembly.Memory;
  readonly #hamming: Loop;
  readonly #dots: Loop;

  constructor({ exports }: WebAssembly.Instance) {
    const { memory, hamming, dots } = exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('The kernel has no memory.');
    this.#memory = memory;
    this.#hamming = loop(hamming);
    this.#dots = loop(dots);
    this.memory = new Uint8Array(memory.buffer);
  }

  /** `undefined` where WebAssembly or its SIMD is missing, or no memory is to be had. */
  static open(): WasmKernel | undefined {
    try {
      return new WasmKernel(new WebAssembly.Instance(kernelModule()));
    } catch (error) {
      if (error instanceof TypeError) throw error;
      return undefined;
    }
  }

  grow(bytes: number): void {
    const missing = bytes - this.memory.length;
    if (missing <= 0) return;
    this.#memory.grow(Math.ceil(missing / PAGE));
    this.memory = new Uint8Array(this.#memory.buffer);
  }

  hamming({ query, rows, stride, marks, count, out }: Block, below: number): number {
    return this.#hamming(query, rows, stride, marks, count, below, out);
  }

  dots({ query, rows, stride, marks, count, out }: Block, least: number): number {
    return this.#dots(query, rows, stride, marks, count, least, out);
  }
}

type Loop = (
  query: number,
  rows: number,
  stride: number,
  marks: number,
  count: number,
  bound: number,
  out: number,
) => number;

function loop(exported: WebAssembly.ExportValue | undefined): Loop {
  if (typeof exported !== 'function') throw new TypeError('The kernel lacks a loop.');
  return exported as Loop;
}

let compiled: WebAssembly.Module | undefined;

/** Compiled once; a kernel is an instance of it. */
function kernelModule(): WebAssembly.Module {
  return (compiled ??= new WebAssembly.Module(Buffer.from(KERNEL, 'base64')));
}

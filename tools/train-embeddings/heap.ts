import { readFileSync } from 'node:fs';
import wabt from 'wabt';

const PAGE = 65_536;

type Kernel = {
  gather(out: number, rows: number, factors: number, n: number, table: number, bytes: number): void;
  scatter(of: number, rows: number, factors: number, n: number, table: number, bytes: number): void;
  dots(out: number, of: number, n: number, table: number, bytes: number): void;
};

/** Arrays in one WebAssembly memory, and the kernel that works on them by their addresses. */
export class Heap {
  readonly kernel: Kernel;
  readonly #memory: WebAssembly.Memory;
  #end = 0;

  /** @param bytes how much will be taken in all. */
  constructor(module: WebAssembly.Module, bytes: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) + 1 });
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.kernel = exports as Kernel;
  }

  /** @param wat the file of the kernel's text. */
  static async open(wat: string, bytes: number): Promise<Heap> {
    const tools = await wabt();
    const parsed = tools.parseWat('kernel.wat', readFileSync(wat, 'utf8'), {
      simd: true,
      bulk_memory: true,
    });
    const binary = Uint8Array.from(parsed.toBinary({}).buffer);
    return new Heap(new WebAssembly.Module(binary), bytes);
  }

  floats(length: number): Float32Array {
    const floats = new Float32Array(this.#memory.buffer, this.#end, length);
    this.#take(length);
    return floats;
  }

  ints(length: number): Int32Array {
    const ints = new Int32Array(this.#memory.buffer, this.#end, length);
    this.#take(length);
    return ints;
  }

  #take(length: number): void {
    this.#end += Math.ceil(length / 4) * 16;
  }
}

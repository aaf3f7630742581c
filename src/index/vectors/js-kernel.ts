import type { Block, Kernel } from './kernel';

/** What `kernel.wat` does, to the last bit, for where there is no WebAssembly with SIMD. */
export class JsKernel implements Kernel {
  memory = new Uint8Array(65_536);
  #view = new DataView(this.memory.buffer);

  grow(bytes: number): void {
    if (bytes <= this.memory.length) return;
    this.memory = new Uint8Array(this.memory.buffer.transfer(bytes));
    this.#view = new DataView(this.memory.buffer);
  }

  hamming({ query, rows, stride, marks, count, out }: Block, below: number): number {
    const view = this.#view;
    let pairs = 0;
    for (let row = 0; row < count; row++) {
      if (this.memory[marks + row] === 0) continue;
      const at = rows + row * stride;
      let distance = 0;
      for (let i = 0; i < stride; i += 4) {
        distance += ones(view.getInt32(query + i, true) ^ view.getInt32(at + i, true));
      }
      if (distance >= below) continue;
      view.setInt32(out + pairs * 8, row, true);
      view.setInt32(out + pairs * 8 + 4, distance, true);
      pairs++;
    }
    return pairs;
  }

  dots({ query, rows, stride, marks, count, out }: Block, least: number): number {
    const view = this.#view;
    const floor = Math.fround(least);
    let pairs = 0;
    for (let row = 0; row < count; row++) {
      if (this.memory[marks + row] === 0) continue;
      const at = rows + row * stride;
      let dot = 0;
      for (let i = 0; i < stride - 4; i++) {
        dot += view.getInt8(at + i) * view.getInt16(query + i * 2, true);
      }
      const product = Math.fround(view.getFloat32(at + stride - 4, true) * Math.fround(dot));
      // Said so that a product that is no number fails, as in WebAssembly.
      if (!(product >= floor)) continue;
      view.setInt32(out + pairs * 8, row, true);
      view.setFloat32(out + pairs * 8 + 4, product, true);
      pairs++;
    }
    return pairs;
  }
}

/** How many bits of a word are 1, added up in pairs, fours and bytes. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

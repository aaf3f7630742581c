import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { Dice } from '../../../../bench/dice';
import { kernelBinary } from '../../../../scripts/assemble.mjs';
import type { Block, Kernel } from '../../../../src/index/vectors/kernel';
import { JsKernel } from '../../../../src/index/vectors/js-kernel';
import { WasmKernel } from '../../../../src/index/vectors/wasm-kernel';

test('what is checked in is the source, assembled', async () => {
  const module = new URL('../../../../src/index/vectors/kernel-binary.ts', import.meta.url);
  expect(await readFile(module, 'utf8')).toBe(await kernelBinary());
});

const BLOCK: Block = { query: 0, marks: 4096, out: 8192, rows: 65_536, count: 500, stride: 0 };

/** Both kernels with the same bytes at random, of which some rows are marked. */
function filled(stride: number): [Kernel, Kernel] {
  const wasm = WasmKernel.open();
  if (!wasm) throw new Error('This Node has no WebAssembly with SIMD.');
  const kernels: [Kernel, Kernel] = [wasm, new JsKernel()];
  for (const kernel of kernels) {
    const dice = new Dice(7);
    const bytes = BLOCK.rows + BLOCK.count * stride;
    kernel.grow(bytes);
    for (let i = 0; i < bytes; i++) kernel.memory[i] = dice.below(256);
    for (let i = 0; i < BLOCK.count; i++) kernel.memory[BLOCK.marks + i] = dice.below(2);
  }
  return kernels;
}

function pairs(kernel: Kernel, count: number): number[] {
  return [...kernel.memory.subarray(BLOCK.out, BLOCK.out + count * 8)];
}

test.each([32, 64, 256])('both find the same codes of %i bytes', (stride) => {
  const [wasm, js] = filled(stride);
  for (const below of [0, stride * 4, stride * 8 + 1]) {
    const count = wasm.hamming({ ...BLOCK, stride }, below);
    expect(js.hamming({ ...BLOCK, stride }, below)).toBe(count);
    expect(pairs(js, count)).toEqual(pairs(wasm, count));
    expect(count === 0).toBe(below === 0);
  }
});

test.each([16, 128, 272, 1536])('both find the same records of %i values', (length) => {
  const stride = length + 4;
  const [wasm, js] = filled(stride);
  for (const kernel of [wasm, js]) {
    const view = new DataView(kernel.memory.buffer);
    const dice = new Dice(11);
    // The range that queries have; 32 bits hold their products.
    for (let i = 0; i < length; i++)
      view.setInt16(BLOCK.query + i * 2, dice.between(-2047, 2047), true);
    for (let row = 0; row < BLOCK.count; row++) {
      view.setFloat32(BLOCK.rows + row * stride + length, dice.next(), true);
    }
  }
  for (const least of [-Infinity, 0.1, 12_345.678, Infinity]) {
    const count = wasm.dots({ ...BLOCK, stride }, least);
    expect(js.dots({ ...BLOCK, stride }, least)).toBe(count);
    expect(pairs(js, count)).toEqual(pairs(wasm, count));
    expect(count === 0).toBe(least === Infinity);
  }
});

test('memory that grows keeps what it holds', () => {
  for (const kernel of filled(32)) {
    const before = kernel.memory.slice();
    kernel.grow(before.length + 1_000_000);
    expect(kernel.memory.length).toBeGreaterThanOrEqual(before.length + 1_000_000);
    expect(Buffer.compare(kernel.memory.subarray(0, before.length), before)).toBe(0);
  }
});

import { expect, test } from 'vitest';
import { Dice } from '../../../bench/dice';
import { Contrastive } from '../../../tools/train-embeddings/contrastive';
import { Heap } from '../../../tools/train-embeddings/heap';

const PAIRS = 16;
const DIMENSIONS = 32;

test('Terms that stand for each other come near, and those of other pairs stay apart', async () => {
  const heap = await Heap.open(
    'tools/train-embeddings/kernel.wat',
    2 * PAIRS * DIMENSIONS * 4 + Contrastive.bytes(DIMENSIONS, PAIRS),
  );
  const dice = new Dice(1);
  const table = heap.floats(2 * PAIRS * DIMENSIONS);
  for (let at = 0; at < table.length; at++) table[at] = dice.next() - 0.5;
  const trainer = new Contrastive(
    heap,
    table,
    DIMENSIONS,
    { batch: PAIRS, temperature: 0.1, masking: 0 },
    () => dice.next(),
  );
  // Term i asks for term i + PAIRS.
  const pairs = {
    starts: Int32Array.from({ length: 2 * PAIRS + 1 }, (_, text) => text),
    rows: Int32Array.from({ length: 2 * PAIRS }, (_, text) => (text >> 1) + (text & 1) * PAIRS),
    sources: new Uint16Array(PAIRS),
  };
  const numbers = Int32Array.from({ length: PAIRS }, (_, pair) => pair);
  const first = trainer.step(pairs, numbers, 0.05);
  let last = first;
  for (let step = 0; step < 200; step++) last = trainer.step(pairs, numbers, 0.05);
  expect(first).toBeGreaterThan(2);
  expect(last).toBeLessThan(0.2);

  const vector = (row: number) => table.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
  const cosine = (a: Float32Array, b: Float32Array) =>
    a.reduce((sum, value, at) => sum + value * b[at]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
  for (let pair = 0; pair < PAIRS; pair++) {
    const own = cosine(vector(pair), vector(pair + PAIRS));
    const other = cosine(vector(pair), vector(((pair + 1) % PAIRS) + PAIRS));
    expect(own).toBeGreaterThan(other + 0.3);
  }
});

import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GraphFile } from '../../../src/engine/graph-file';
import { FULL_WEIGHT } from '../../../src/memory/edge-columns';
import { Adjacency } from '../../../src/recall/adjacency';
import { KeySet } from '../../../src/recall/key-set';
import { temporaryFolder } from './open-test-engine';

async function written() {
  const path = join(await temporaryFolder(), 'mneme.graph');
  const edges = Adjacency.of([
    {
      source: Uint32Array.of(1, 2, 3),
      target: Uint32Array.of(2, 3, 70),
      type: Uint8Array.of(0, 4, 9),
      weight: Uint16Array.of(1, 500, FULL_WEIGHT),
    },
  ]);
  const memories = new KeySet();
  for (const key of [1, 70]) memories.add(key);
  const file = new GraphFile(path, 'n_1');
  file.write('store-1', { revision: 42, edges, memories });
  return { path, file, edges, memories };
}

test('reads what was written', async () => {
  const { file, edges, memories } = await written();
  const kept = file.read('store-1');
  expect(kept?.revision).toBe(42);
  expect(kept?.edges).toEqual(edges);
  expect([0, 1, 2, 70, 71].filter((key) => kept?.memories.has(key))).toEqual([1, 70]);
  expect(kept?.memories.greatest).toBe(memories.greatest);
});

test('takes nothing from the file of another store, from none, or from one that is torn', async () => {
  const { path, file } = await written();
  expect(file.read('store-2')).toBeUndefined();
  expect(new GraphFile(`${path}-none`, 'n_1').read('store-1')).toBeUndefined();
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at++) {
    const torn = Buffer.from(whole);
    torn[at] = (torn[at] ?? 0) ^ 0x55;
    writeFileSync(path, torn);
    expect(file.read('store-1')).toBeUndefined();
  }
  for (const length of [0, 10, whole.length / 2, whole.length - 1]) {
    writeFileSync(path, whole);
    truncateSync(path, Math.floor(length));
    expect(file.read('store-1')).toBeUndefined();
  }
  file.write('store-1', { revision: 43, edges: Adjacency.of([]), memories: new KeySet() });
  expect(file.read('store-1')?.revision).toBe(43);
});

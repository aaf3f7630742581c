import { expect, it } from 'vitest';
import { foundBy } from '../../../src/memory/found-by';
import { openStore } from './open-store';
import { LEARN, memory, REMEMBER } from './words';

const unit = (...values: number[]): Float32Array => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};
const cosine = (a: Float32Array, b: Float32Array | undefined): number =>
  a.reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0);

it('keeps vectors by embedder and text, nearly as they were', async () => {
  const store = await openStore();
  const vector = unit(0.3, -0.8, 0.01, 0.5);
  const other = unit(1, 0, 0, 0);
  expect(await store.embeddingDimensions('a')).toBeUndefined();
  await store.write(async (tx) => {
    await tx.addEmbeddings('a', [
      { text: 'one', vector },
      { text: 'says nothing', vector: new Float32Array(4) },
    ]);
    await tx.addEmbeddings('b', [{ text: 'one', vector: other }]);
  });
  const [one, two, nothing] = await store.embeddings('a', ['one', 'two', 'says nothing']);
  expect(cosine(vector, one)).toBeGreaterThan(0.9999);
  expect(Math.hypot(...(one ?? []))).toBeCloseTo(1, 6);
  expect(two).toBeUndefined();
  expect([...(nothing ?? [])]).toEqual([0, 0, 0, 0]);
  expect([...((await store.embeddings('b', ['one']))[0] ?? [])]).toEqual([...other]);
  expect(await store.embeddingDimensions('a')).toBe(4);
  await store.write((tx) => tx.addEmbeddings('a', [{ text: 'one', vector: other }]));
  expect(cosine(other, (await store.embeddings('a', ['one']))[0])).toBeCloseTo(1);
  expect(await store.revision()).toBe(0);
});

it('forgets with a memory the vectors of all that it was ever found by', async () => {
  const store = await openStore();
  const first = memory('1');
  const second = memory('1', { text: 'As it reads now' });
  const texts = [foundBy(first), foundBy(second), 'another'];
  await store.write(async (tx) => {
    await tx.addMemories([first], LEARN);
    await tx.putMemory(second, REMEMBER);
    await tx.addEmbeddings(
      'a',
      texts.map((text) => ({ text, vector: unit(1, 2) })),
    );
  });
  await store.write((tx) => tx.forgetMemory('m_1'));
  const left = await store.embeddings('a', texts);
  expect(left.map((vector) => vector !== undefined)).toEqual([false, false, true]);
});

it('lets go of embedders out of use and of the oldest beyond the room', async () => {
  let now = 1000;
  const store = await openStore(undefined, { clock: { now: () => now } });
  const put = (embedder: string, ...texts: string[]) =>
    store.write((tx) =>
      tx.addEmbeddings(
        embedder,
        texts.map((text) => ({ text, vector: unit(1, 2, 3) })),
      ),
    );
  const kept = async (embedder: string) =>
    (await store.embeddings(embedder, ['one', 'two', 'three'])).map(Boolean);
  await put('old', 'one');
  await put('new', 'one', 'two', 'three');
  now = 2000;
  await store.write((tx) => tx.pruneEmbeddings('new', { usedSince: 1500, bytes: 100 }));
  expect(await kept('old')).toEqual([false, false, false]);
  expect(await kept('new')).toEqual([true, true, true]);
  await store.write((tx) => tx.pruneEmbeddings('new', { usedSince: 1500, bytes: 6 }));
  expect(await kept('new')).toEqual([false, true, true]);
});

import { describe, expect, test } from 'vitest';
import { HashingEmbedder } from '../../../src/index/hashing-embedder';

const embedder = new HashingEmbedder();

async function cosine(a: string, b: string): Promise<number> {
  const [left, right] = await embedder.embed([a, b]);
  return left?.reduce((sum, value, at) => sum + value * (right?.[at] ?? 0), 0) ?? Number.NaN;
}

describe('HashingEmbedder', () => {
  test('gives the same vector for the same text, of length 1', async () => {
    expect(await cosine('retry the fetch', 'retry the fetch')).toBeCloseTo(1, 6);
    const [vector] = await new HashingEmbedder().embed(['retry the fetch']);
    expect([...(vector ?? [])].slice(0, 4).map((value) => value.toFixed(4))).toEqual(
      [...((await embedder.embed(['retry the fetch']))[0] ?? [])]
        .slice(0, 4)
        .map((value) => value.toFixed(4)),
    );
    expect(vector).toHaveLength(128);
  });

  test('sets near what shares stems or most letters, and far what shares nothing', async () => {
    const same = await cosine('configuration of the compiler', 'compiler configurations');
    const slip = await cosine('configuration', 'configuraton');
    const other = await cosine('configuration of the compiler', 'a walk on the beach');
    expect(same).toBeGreaterThan(0.9);
    expect(slip).toBeGreaterThan(0.25);
    expect(other).toBeLessThan(0.2);
  });

  test('gives zeros, not NaN, for a text that says nothing', async () => {
    const [vector] = await embedder.embed(['… the 🎉']);
    expect(vector?.every((value) => value === 0)).toBe(true);
  });
});

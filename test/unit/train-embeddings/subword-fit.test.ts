import { describe, expect, test } from 'vitest';
import { subwordsOf } from '../../../src/index/subwords';
import { Heap } from '../../../tools/train-embeddings/heap';
import { bytesOfFit, fitSubwords } from '../../../tools/train-embeddings/subword-fit';

const KERNEL = 'tools/train-embeddings/kernel.wat';

describe('fitSubwords', () => {
  test('finds the vectors that the terms were made of', async () => {
    const truth = [
      Float32Array.of(1, 0, 0, 2),
      Float32Array.of(0, 1, 0, 0),
      Float32Array.of(0, 0, 3, 1),
    ];
    const parts = [[0], [1], [2], [0, 1], [1, 2], [0, 1, 2]].map((rows) => Int32Array.from(rows));
    const spelling = {
      parts,
      targets: parts.map((rows) =>
        Float32Array.from({ length: 4 }, (_, k) =>
          rows.reduce((sum, row) => sum + truth[row]![k]! / Math.sqrt(rows.length), 0),
        ),
      ),
      weights: Float32Array.of(1, 1, 0.5, 1, 2, 1),
      subwords: 3,
      dimensions: 4,
    };
    const heap = await Heap.open(KERNEL, bytesOfFit(spelling));
    const found = fitSubwords(spelling, 1e-6, heap);
    truth.forEach((vector, row) =>
      vector.forEach((value, k) => expect(found[4 * row + k]).toBeCloseTo(value, 3)),
    );
  });

  test('gives the less, the larger the penalty', async () => {
    const spelling = {
      parts: [Int32Array.of(0)],
      targets: [Float32Array.of(1, 1, 1, 1)],
      weights: Float32Array.of(1),
      subwords: 1,
      dimensions: 4,
    };
    const heap = await Heap.open(KERNEL, bytesOfFit(spelling));
    // 1 / (1 + ridge)
    expect(fitSubwords(spelling, 3, heap)[0]).toBeCloseTo(0.25, 5);
  });
});

test('Subwords are the n-grams of a term with its ends marked', () => {
  const common = (a: string, b: string) => {
    const others = new Set(subwordsOf(b));
    return subwordsOf(a).filter((hash) => others.has(hash)).length;
  };
  expect(subwordsOf('go')).toHaveLength(3);
  expect(common('asynchron', 'asyncron')).toBeGreaterThan(8);
  // `at$`
  expect(common('at', 'cat')).toBe(1);
  expect(common('tea', 'cup')).toBe(0);
});

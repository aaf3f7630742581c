import { Dice } from '../../bench/dice';
import type { Corpus } from './corpus';
import { ppmi } from './cooccurrence';
import { Heap } from './heap';
import { bucketsOf } from './ngrams';
import { pairsOf } from './pairs';
import { skipGram } from './skip-gram';
import { embedSpectrum } from './svd';
import { trainOnPairs } from './training';
import type { Vocabulary } from './vocabulary';

const SEED = 12345;
const SPARE_BYTES = 1 << 22;
const BUCKETS = 50_000;
const SKIP_GRAM_RATE = 0.05;
/** What measured best; `docs/decisions/018-word-vectors.md` has the figures. */
const PAIRS = { batch: 512, temperature: 0.07, masking: 0.5, rate: 0.02, epochs: 1 };

export const METHODS = ['pairs', 'svd', 'skip-gram', 'fasttext'] as const;
export type Method = (typeof METHODS)[number];

/** What learning is done with. */
export type Lesson = {
  corpus: Corpus;
  vocabulary: Vocabulary;
  dimensions: number;
  /** The file of the kernel's text. */
  kernel: string;
  /** How many terms skip-gram reads. */
  terms: number;
  note: (line: string) => void;
};

/** A vector for each term, whose length is the term's weight. */
export async function learn(method: Method, lesson: Lesson): Promise<Float32Array> {
  if (method === 'pairs') {
    const { corpus, vocabulary, kernel, note } = lesson;
    const dice = new Dice(SEED);
    const values = vocabulary.terms.length * lesson.dimensions;
    const first = Float32Array.from({ length: values }, () => gaussian(dice));
    const pairs = pairsOf(corpus, vocabulary.rowOf, () => dice.next());
    note(`${pairs.sources.length} pairs`);
    return trainOnPairs(vocabulary, pairs, first, PAIRS, kernel, dice, note);
  }
  const plain = method === 'svd' ? await spectrum(lesson) : await skipGrams(method, lesson);
  return withoutCommonPart(weighted(plain, lesson), lesson);
}

/** PPMI, then its strongest eigenvectors (Levy et al., 2015). */
async function spectrum({ corpus, vocabulary, dimensions, kernel }: Lesson): Promise<Float32Array> {
  const matrix = ppmi(corpus, vocabulary.rowOf, vocabulary.terms.length);
  const dense = vocabulary.terms.length * (dimensions + 32);
  const heap = await Heap.open(kernel, (matrix.values.length + dense) * 8 + SPARE_BYTES);
  const dice = new Dice(SEED);
  return embedSpectrum(matrix, dimensions, heap, () => gaussian(dice));
}

async function skipGrams(method: Method, lesson: Lesson): Promise<Float32Array> {
  const { corpus, vocabulary, dimensions, kernel, terms } = lesson;
  const { length } = vocabulary.terms;
  const buckets = method === 'fasttext' ? BUCKETS : 0;
  const heap = await Heap.open(kernel, (2 * length + buckets) * dimensions * 4 + SPARE_BYTES);
  const parts = vocabulary.terms.map((term, row) => [
    row,
    ...(buckets === 0 ? [] : bucketsOf(term, buckets).map((bucket) => length + bucket)),
  ]);
  const dice = new Dice(SEED);
  return skipGram(
    corpus,
    vocabulary,
    {
      dimensions,
      terms,
      rate: SKIP_GRAM_RATE,
      partsOf: (row) => parts[row] ?? [],
      rows: length + buckets,
    },
    heap,
    () => dice.next(),
  );
}

/** Each vector made as long as its term's SIF weight. */
function weighted(vectors: Float32Array, { vocabulary, dimensions }: Lesson): Float32Array {
  vocabulary.terms.forEach((_, row) => {
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const factor = vocabulary.weight(row) / (Math.hypot(...vector) || 1);
    vector.forEach((value, k) => (vector[k] = value * factor));
  });
  return vectors;
}

/** Takes away what all texts have in common (Arora et al., 2017), already from each term. */
function withoutCommonPart(
  vectors: Float32Array,
  { vocabulary, dimensions }: Lesson,
): Float32Array {
  let common = new Float32Array(dimensions).fill(1);
  const along = (row: number) => {
    let sum = 0;
    for (let k = 0; k < dimensions; k++) {
      sum += (vectors[row * dimensions + k] ?? 0) * (common[k] ?? 0);
    }
    return sum;
  };
  for (let round = 0; round < 20; round++) {
    const next = new Float32Array(dimensions);
    vocabulary.counts.forEach((count, row) => {
      const factor = count * along(row);
      for (let k = 0; k < dimensions; k++) {
        next[k] = (next[k] ?? 0) + factor * (vectors[row * dimensions + k] ?? 0);
      }
    });
    const length = Math.hypot(...next);
    common = next.map((value) => value / length);
  }
  vocabulary.terms.forEach((_, row) => {
    const share = along(row);
    common.forEach((value, k) => {
      const at = row * dimensions + k;
      vectors[at] = (vectors[at] ?? 0) - share * value;
    });
  });
  return vectors;
}

/** Box and Muller. */
function gaussian(dice: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());
}

import type { Corpus } from './corpus';
import type { Heap } from './heap';
import { sectionsOf } from './pairs';
import type { Vocabulary } from './vocabulary';

const WINDOW = 5;
const NEGATIVES = 5;
/** Terms more frequent than this are skipped by chance, the more the more frequent. */
const FREQUENT = 1e-4;
const NOISE = 1 << 20;

export type SkipGramOptions = {
  dimensions: number;
  rate: number;
  /** How many terms are read, all in all. */
  terms: number;
  /** The rows that make up a term's vector: its own, and those of its n-grams (fastText). */
  partsOf(row: number): readonly number[];
  /** How many rows there are in all. */
  rows: number;
};

/** Skip-gram with negative sampling (Mikolov et al., 2013); with parts of words (Bojanowski et al., 2017). */
export function skipGram(
  corpus: Corpus,
  { rowOf, counts }: Vocabulary,
  options: SkipGramOptions,
  heap: Heap,
  random: () => number,
): Float32Array {
  const { dimensions, rows } = options;
  const n = counts.length;
  const total = counts.reduce((a, b) => a + b, 0);
  const noise = noiseOf(counts);
  const input = heap.floats(rows * dimensions);
  const output = heap.floats(n * dimensions);
  const hidden = heap.floats(dimensions);
  const error = heap.floats(dimensions);
  const ids = heap.ints(256);
  const ones = heap.floats(256);
  for (let i = 0; i < input.length; i++) input[i] = (random() - 0.5) / dimensions;
  let read = 0;
  for (;;) {
    for (const { title, sentences } of sectionsOf(corpus, rowOf)) {
      for (const whole of [title, ...sentences]) {
        read += whole.length;
        if (read >= options.terms) return whole_vectors();
        const rate = options.rate * (1 - 0.95 * (read / options.terms));
        const sentence = whole.filter((row) => {
          const share = (counts[row] as number) / total;
          return share < FREQUENT || random() < Math.sqrt(FREQUENT / share);
        });
        for (let i = 0; i < sentence.length; i++) {
          const reach = 1 + Math.floor(random() * WINDOW);
          const parts = options.partsOf(sentence[i] as number);
          const from = Math.max(0, i - reach);
          const to = Math.min(sentence.length - 1, i + reach);
          for (let j = from; j <= to; j++) if (j !== i) learn(parts, sentence[j] as number, rate);
        }
      }
    }
  }

  function learn(parts: readonly number[], context: number, rate: number): void {
    for (let k = 0; k < parts.length; k++) {
      ids[k] = parts[k] as number;
      ones[k] = 1 / parts.length;
    }
    heap.kernel.gather(
      hidden.byteOffset,
      ids.byteOffset,
      ones.byteOffset,
      parts.length,
      input.byteOffset,
      dimensions * 4,
    );
    error.fill(0);
    for (let sample = 0; sample <= NEGATIVES; sample++) {
      const row = sample === 0 ? context : (noise[Math.floor(random() * NOISE)] as number);
      if (sample > 0 && row === context) continue;
      const at = row * dimensions;
      let dot = 0;
      for (let k = 0; k < dimensions; k++)
        dot += (hidden[k] as number) * (output[at + k] as number);
      const step = rate * ((sample === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot)));
      for (let k = 0; k < dimensions; k++) {
        const value = output[at + k] as number;
        error[k] = (error[k] as number) + step * value;
        output[at + k] = value + step * (hidden[k] as number);
      }
    }
    ones.fill(1, 0, parts.length);
    heap.kernel.scatter(
      error.byteOffset,
      ids.byteOffset,
      ones.byteOffset,
      parts.length,
      input.byteOffset,
      dimensions * 4,
    );
  }

  function whole_vectors(): Float32Array {
    const vectors = new Float32Array(n * dimensions);
    for (let row = 0; row < n; row++) {
      const parts = options.partsOf(row);
      for (const part of parts) {
        for (let k = 0; k < dimensions; k++) {
          vectors[row * dimensions + k] =
            (vectors[row * dimensions + k] as number) +
            (input[part * dimensions + k] as number) / parts.length;
        }
      }
    }
    return vectors;
  }
}

/** Rows as often as their counts to the power ¾. */
function noiseOf(counts: Float64Array): Int32Array {
  const weights = counts.map((count) => count ** 0.75);
  const total = weights.reduce((a, b) => a + b, 0);
  const noise = new Int32Array(NOISE);
  let row = 0;
  let sum = weights[0] ?? 0;
  for (let i = 0; i < NOISE; i++) {
    while (sum / total < (i + 1) / NOISE && row < counts.length - 1) sum += weights[++row] ?? 0;
    noise[i] = row;
  }
  return noise;
}

import type { Corpus } from './corpus';
import { sectionsOf } from './pairs';

const WINDOW = 5;
/** Context counts are flattened by this power (Levy et al., 2015). */
const SMOOTHING = 0.75;
/** Pairs that came together less than this are chance. */
const FEWEST = 1;

/** A sparse symmetric matrix, row by row. */
export type Sparse = { starts: Int32Array; columns: Int32Array; values: Float32Array };

/** Counts in open addressing: keys are row · n + column, with row < column. */
class PairCounts {
  readonly keys = new Uint32Array(1 << 25);
  readonly counts = new Float32Array(1 << 25);
  size = 0;

  add(key: number, count: number): void {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 0) & (this.keys.length - 1);
    for (;;) {
      const there = this.keys[slot] as number;
      if (there === key + 1) break;
      if (there === 0) {
        if (this.size > this.keys.length * 0.8) return;
        this.keys[slot] = key + 1;
        this.size++;
        break;
      }
      slot = (slot + 1) & (this.keys.length - 1);
    }
    this.counts[slot] = (this.counts[slot] as number) + count;
  }
}

/** Positive pointwise mutual information of terms that stand near each other in a sentence. */
export function ppmi(corpus: Corpus, rowOf: Int32Array, n: number): Sparse {
  const pairs = new PairCounts();
  for (const { title, sentences } of sectionsOf(corpus, rowOf)) {
    for (const sentence of [title, ...sentences]) {
      for (let i = 0; i < sentence.length; i++) {
        const a = sentence[i] as number;
        for (let j = i + 1; j <= i + WINDOW && j < sentence.length; j++) {
          const b = sentence[j] as number;
          if (a !== b) pairs.add(a < b ? a * n + b : b * n + a, 1 / (j - i));
        }
      }
    }
  }
  const totals = new Float64Array(n);
  const kept: number[] = [];
  for (let slot = 0; slot < pairs.keys.length; slot++) {
    const key = (pairs.keys[slot] as number) - 1;
    const count = pairs.counts[slot] as number;
    if (key < 0 || count < FEWEST) continue;
    kept.push(slot);
    const row = Math.floor(key / n);
    totals[row] = (totals[row] as number) + count;
    totals[key % n] = (totals[key % n] as number) + count;
  }
  const smooth = totals.map((count) => count ** SMOOTHING);
  const smoothTotal = smooth.reduce((a, b) => a + b, 0);
  const value = (slot: number, of: number, context: number) =>
    Math.log(
      (pairs.counts[slot] as number) /
        (totals[of] as number) /
        ((smooth[context] as number) / smoothTotal),
    );
  const degree = new Int32Array(n + 1);
  const good: number[] = [];
  for (const slot of kept) {
    const key = (pairs.keys[slot] as number) - 1;
    const a = Math.floor(key / n);
    const b = key % n;
    if ((value(slot, a, b) + value(slot, b, a)) / 2 <= 0) continue;
    good.push(slot);
    degree[a + 1] = (degree[a + 1] as number) + 1;
    degree[b + 1] = (degree[b + 1] as number) + 1;
  }
  for (let i = 0; i < n; i++) degree[i + 1] = (degree[i + 1] as number) + (degree[i] as number);
  const columns = new Int32Array(degree[n] as number);
  const values = new Float32Array(columns.length);
  const at = degree.slice();
  for (const slot of good) {
    const key = (pairs.keys[slot] as number) - 1;
    const a = Math.floor(key / n);
    const b = key % n;
    const pmi = (value(slot, a, b) + value(slot, b, a)) / 2;
    for (const [row, column] of [
      [a, b],
      [b, a],
    ] as const) {
      const to = at[row] as number;
      at[row] = to + 1;
      columns[to] = column;
      values[to] = pmi;
    }
  }
  return { starts: degree, columns, values };
}

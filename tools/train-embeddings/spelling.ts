import { subwordsOf } from '../../src/index/subwords';
import { termHash } from '../../src/index/term-hash';
import type { Heap } from './heap';
import { bytesOfFit, fitSubwords, type Spelling } from './subword-fit';
import type { Rows } from '../../src/index/vector-rows';

/** Subwords of fewer terms say what those terms mean and no more. */
const FEWEST_TERMS = 3;
const RIDGE = 2;
/** What least squares foretell of a term is too little to count beside the terms that are known. */
const GAIN = 2;
/** A term seen so often counts half: what is rarer has hardly left the place where it began. */
const HALF_KNOWN = 20;
/** Every so many-th term is kept from the fit, to tell how well the others foretell it. */
const HELD_OUT = 50;
/** The most frequent words mean something else than they are spelt like. */
const FREQUENT = 2000;

/** Terms with their counts and their vectors, the more widespread first. */
export type Taught = {
  terms: readonly string[];
  counts: Float64Array;
  rows: Float32Array;
  dimensions: number;
};

/** Subwords of terms, with vectors that add up to these terms' as far as spelling tells them. */
export async function subwordsFor(
  taught: Taught,
  most: number,
  open: (bytes: number) => Promise<Heap>,
): Promise<Rows> {
  const { terms, counts, rows, dimensions } = taught;
  const learned = terms.flatMap((term, at) => (isHeldOut(term, at) ? [] : at));
  const hashes = widespread(
    learned.map((at) => terms[at] ?? ''),
    most,
  );
  const rowOf = new Map(hashes.map((hash, row) => [hash, row]));
  const spelt = learned
    .map((at) => ({
      at,
      parts: Int32Array.from(subwordsOf(terms[at] ?? '').flatMap((hash) => rowOf.get(hash) ?? [])),
    }))
    .filter(({ parts }) => parts.length > 0);
  const spelling: Spelling = {
    parts: spelt.map(({ parts }) => parts),
    targets: spelt.map(({ at }) => rows.subarray(at * dimensions, (at + 1) * dimensions)),
    weights: Float32Array.from(spelt, ({ at }) => {
      const count = counts[at] ?? 0;
      return count / (count + HALF_KNOWN);
    }),
    subwords: hashes.length,
    dimensions,
  };
  const heap = await open(bytesOfFit(spelling));
  return { hashes, values: fitSubwords(spelling, RIDGE, heap).map((value) => GAIN * value) };
}

/** The subwords of most terms, by hash. */
function widespread(terms: readonly string[], most: number): number[] {
  const seen = new Map<number, number>();
  for (const term of terms) {
    for (const hash of new Set(subwordsOf(term))) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  }
  return [...seen]
    .filter(([, count]) => count >= FEWEST_TERMS)
    .sort(([a, many], [b, more]) => more - many || a - b)
    .slice(0, most)
    .map(([hash]) => hash);
}

function isHeldOut(term: string, at: number): boolean {
  return at >= FREQUENT && termHash(`held${term}`) % HELD_OUT === 0;
}

/**
 * Of the terms kept from the fit: the mean cosine between what their subwords tell and their vectors,
 * and the share of the other terms kept that are less near than the term itself (½ is chance).
 */
export function foretold(
  { terms, rows, dimensions }: Taught,
  spelt: (term: string) => Float32Array,
): { terms: number; cosine: number; nearer: number } {
  const held = terms.flatMap((term, at) =>
    isHeldOut(term, at)
      ? { told: unit(spelt(term)), own: unit(rows.slice(at * dimensions, (at + 1) * dimensions)) }
      : [],
  );
  let cosine = 0;
  let nearer = 0;
  for (const { told, own } of held) {
    const right = dot(told, own);
    cosine += right;
    nearer += held.filter((other) => dot(told, other.own) < right).length / (held.length - 1);
  }
  return { terms: held.length, cosine: cosine / held.length, nearer: nearer / held.length };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

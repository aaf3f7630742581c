import type { Heap } from './heap';

/** Terms as the numbers of their subwords, and the vectors that these are to add up to. */
export type Spelling = {
  /** By term: the rows of its subwords. */
  parts: readonly Int32Array[];
  /** By term: its vector. */
  targets: readonly Float32Array[];
  /** By term: how much it counts. */
  weights: Float32Array;
  /** How many subwords there are. */
  subwords: number;
  dimensions: number;
};

const ROUNDS = 25;
const SPARE_BYTES = 1 << 12;

/** How much of a heap the fit takes, in bytes. */
export function bytesOfFit({ parts, subwords, dimensions }: Spelling): number {
  const values = dimensions * (2 * parts.length + 3 * subwords);
  return 4 * (values + 2 * entriesOf(parts)) + SPARE_BYTES;
}

function entriesOf(parts: readonly Int32Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/**
 * Vectors of subwords whose sums, over the root of how many there are, come nearest to the terms'
 * vectors by weighted least squares with a penalty on their squares (`ridge`). All dimensions at once
 * by conjugate gradients on the normal equations (CGLS: Björck, 1996).
 */
export function fitSubwords(spelling: Spelling, ridge: number, heap: Heap): Float32Array {
  const { parts, targets, weights, subwords, dimensions } = spelling;
  const bytes = dimensions * 4;
  const [found, steps, slopes] = [0, 1, 2].map(() => heap.floats(subwords * dimensions)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const [left, image] = [0, 1].map(() => heap.floats(parts.length * dimensions)) as [
    Float32Array,
    Float32Array,
  ];
  const entries = entriesOf(parts);
  const numbers = heap.ints(entries);
  const factors = heap.floats(entries);
  let end = 0;
  const lists = parts.map((rows, term) => {
    const from = end;
    end += rows.length;
    numbers.set(rows, from);
    factors.fill(Math.sqrt((weights[term] ?? 0) / rows.length), from, end);
    return {
      numbers: numbers.byteOffset + 4 * from,
      factors: factors.byteOffset + 4 * from,
      count: rows.length,
    };
  });
  targets.forEach((target, term) => {
    const root = Math.sqrt(weights[term] ?? 0);
    left.set(
      target.map((value) => value * root),
      term * dimensions,
    );
  });
  const slope = () => {
    for (let at = 0; at < slopes.length; at++) slopes[at] = -ridge * (found[at] as number);
    lists.forEach(({ numbers, factors, count }, term) => {
      const at = left.byteOffset + term * bytes;
      heap.kernel.scatter(at, numbers, factors, count, slopes.byteOffset, bytes);
    });
  };
  slope();
  steps.set(slopes);
  let steepness = squaresOf(slopes, dimensions);
  for (let round = 0; round < ROUNDS; round++) {
    lists.forEach(({ numbers, factors, count }, term) => {
      const at = image.byteOffset + term * bytes;
      heap.kernel.gather(at, numbers, factors, count, steps.byteOffset, bytes);
    });
    const images = squaresOf(image, dimensions);
    const sizes = squaresOf(steps, dimensions);
    const far = steepness.map((value, k) => {
      const bend = (images[k] as number) + ridge * (sizes[k] as number);
      return bend === 0 ? 0 : value / bend;
    });
    addTimes(found, far, steps);
    addTimes(
      left,
      far.map((value) => -value),
      image,
    );
    slope();
    const next = squaresOf(slopes, dimensions);
    const turn = next.map((value, k) =>
      steepness[k] === 0 ? 0 : value / (steepness[k] as number),
    );
    for (let at = 0; at < steps.length; at++) {
      const k = at % dimensions;
      steps[at] = (slopes[at] as number) + (turn[k] as number) * (steps[at] as number);
    }
    steepness = next;
  }
  return found.slice();
}

function squaresOf(values: Float32Array, dimensions: number): Float64Array {
  const sums = new Float64Array(dimensions);
  for (let at = 0; at < values.length; at++) {
    const k = at % dimensions;
    sums[k] = (sums[k] as number) + (values[at] as number) ** 2;
  }
  return sums;
}

function addTimes(to: Float32Array, factors: Float64Array, of: Float32Array): void {
  for (let at = 0; at < to.length; at++) {
    to[at] = (to[at] as number) + (factors[at % factors.length] as number) * (of[at] as number);
  }
}

import { termHash } from '../../src/index/term-hash';

const SHORTEST = 3;
const LONGEST = 5;

/** The buckets of a term's character n-grams (fastText: Bojanowski et al., 2017). */
export function bucketsOf(term: string, buckets: number): number[] {
  const framed = `^${term}$`;
  const found: number[] = [];
  for (let length = SHORTEST; length <= LONGEST; length++) {
    for (let at = 0; at + length <= framed.length; at++) {
      found.push(termHash(framed, at, at + length) % buckets);
    }
  }
  return found;
}

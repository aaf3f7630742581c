import { termHash } from './term-hash';

const SHORTEST = 3;
const LONGEST = 5;

/**
 * The hashes of a term's character n-grams with its ends marked (fastText: Bojanowski et al., 2017),
 * repeated as they are.
 */
export function subwordsOf(term: string): number[] {
  const framed = `^${term}$`;
  const found: number[] = [];
  for (let length = SHORTEST; length <= LONGEST; length++) {
    for (let at = 0; at + length <= framed.length; at++) {
      found.push(termHash(framed, at, at + length));
    }
  }
  return found;
}

import { subwordsOf } from '../../src/index/subwords';

/** The buckets of a term's subwords. */
export function bucketsOf(term: string, buckets: number): number[] {
  return subwordsOf(term).map((hash) => hash % buckets);
}

import type { Outline } from '../index/text/outline';

/** What recall asks of an index; `SearchIndex` answers to it. */
export interface WordSearch {
  search(query: {
    text: string;
    limit: number;
    types: ('memory' | 'entity')[];
    /** What is looked for by the same words, ranked apart. */
    beside?: { types: ('memory' | 'entity')[]; limit: number };
    /** That repository's and those of none; `''`: those of none. */
    repo: string;
    /** `false`: by words alone. */
    vectors: boolean;
    /** Of the nearest by vector at most so many. */
    nearest?: number;
    /** Only what was learned before that time, in milliseconds since 1970. */
    until?: number | undefined;
  }): Promise<FoundByWords[]>;
  /** How much each term tells, by how few documents hold it; above 0. */
  rarities(terms: readonly string[]): number[];
  /**
   * What texts are like, of every term its place among these and −1 of any other; the ids of which
   * that is not known are left out.
   */
  outlines?(ids: readonly string[], terms: readonly string[]): Map<string, Outline<number>>;
  /** How alike any term is used to each of these, -1 to 1; nothing where that is not known. */
  likeness?(terms: readonly string[]): ((term: string) => ArrayLike<number>) | undefined;
}

export type FoundByWords = {
  id: string;
  type: 'memory' | 'entity' | 'signal';
  text: { share: number; coverage: number; terms: string[] } | undefined;
  vector: { score: number } | undefined;
};

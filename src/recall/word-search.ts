/** What recall asks of an index; `SearchIndex` answers to it. */
export interface WordSearch {
  search(query: {
    text: string;
    limit: number;
    types: ('memory' | 'entity')[];
    /** That repository's and those of none; `''`: those of none. */
    repo: string;
    /** `false`: by words alone. */
    vectors: boolean;
    /** Only what was learned before that time, in milliseconds since 1970. */
    until?: number | undefined;
  }): Promise<FoundByWords[]>;
  /** How much each term tells, by how few documents hold it; above 0. */
  rarities(terms: readonly string[]): number[];
}

export type FoundByWords = {
  id: string;
  text: { share: number; coverage: number; terms: string[] } | undefined;
  vector: { score: number } | undefined;
};

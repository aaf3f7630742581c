import type { Likeness } from '../index/embedder';
import type { SearchIndex, SearchQuery } from '../index/search-index';
import { SegmentError } from '../index/segment/sections';
import type { Outline } from '../index/text/outline';
import type { FoundByWords } from '../recall/word-search';
import type { FallbackSearch } from './fallback-search';
import type { IndexFeed } from './index-feed';

/** What is asked; memories are all that the store's full text can tell. */
export type ReadyQuery = SearchQuery & { types: NonNullable<SearchQuery['types']> };

/** Answers from the index where every memory is in it, else from the full text of the store. */
export class ReadySearch {
  readonly #index: SearchIndex;
  readonly #feed: IndexFeed;
  readonly #fallback: FallbackSearch;

  constructor(index: SearchIndex, feed: IndexFeed, fallback: FallbackSearch) {
    this.#index = index;
    this.#feed = feed;
    this.#fallback = fallback;
  }

  /** The best first. */
  async search(query: ReadyQuery): Promise<FoundByWords[]> {
    if (!this.#feed.ready) return this.#fallback.search(query);
    try {
      return await this.#index.search(query);
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      this.#feed.renew(error);
      return this.#fallback.search(query);
    }
  }

  /** What documents are like; nothing of those that the index does not hold, or cannot read. */
  outlines(ids: readonly string[], terms: readonly string[]): Map<string, Outline<number>> {
    if (!this.#feed.ready) return new Map();
    try {
      return this.#index.outlines(ids, terms);
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      this.#feed.renew(error);
      return new Map();
    }
  }

  /** How alike words are used. */
  likeness(terms: readonly string[]): Likeness | undefined {
    return this.#index.likeness(terms);
  }

  /** How much each term tells; all the same while there is no index to say. */
  rarities(terms: readonly string[]): number[] {
    try {
      return this.#index.rarities(terms);
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      return this.#fallback.rarities(terms);
    }
  }
}

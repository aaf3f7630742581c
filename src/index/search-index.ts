import { CodeTokenizer, type Word } from './code-tokenizer';
import type { Where } from './columns';
import type { Embedder } from './embedder';
import { HotTier } from './hot-tier';
import { documentType, type DocumentType, type IndexDocument } from './index-document';
import { MOST_RESULTS } from './index-store';
import { pauses } from './pause';
import { TextQuery } from './text/text-query';

export type { DocumentType, IndexDocument } from './index-document';

/** Texts handed to the embedder at once. */
const EMBEDDED_AT_ONCE = 64;

export type SearchQuery = {
  text: string;
  /** At most 1,000 of the text's hits and as many of the vector's are joined. */
  limit: number;
  types?: readonly DocumentType[] | undefined;
  kinds?: readonly string[] | undefined;
  statuses?: readonly string[] | undefined;
  /** That repository's and those of none; every one where it is missing. */
  repo?: string | undefined;
  /** Nothing older. */
  since?: number | undefined;
  /** Only what is older than that. */
  until?: number | undefined;
  /** The last word is still being typed: it stands for each that begins so too. */
  typing?: boolean | undefined;
  /** `false`: by words alone, which is quicker. */
  vectors?: boolean | undefined;
};

export type TextMatch = {
  /** BM25; comparable within one query only. */
  score: number;
  /** Counted from 1. */
  rank: number;
  /** The query's words that it holds, as the query spells them. */
  terms: string[];
  /**
   * Which part of what the query says it holds: the inverse document frequencies of the shared
   * terms over those of all, 0 to 1. Comparable across queries; words that occur nowhere count.
   */
  coverage: number;
  /**
   * The score as a part of what a document of average length would get that holds each word of the
   * query as often as the query does; above 1 for short documents or repeated words. Comparable
   * across queries, and among a thousand documents or more in the order of the score.
   */
  share: number;
};

/** `score` is the cosine, at least 0.001. */
export type VectorMatch = { score: number; rank: number };

export type Hit = {
  id: string;
  type: DocumentType;
  text: TextMatch | undefined;
  vector: VectorMatch | undefined;
};

/**
 * Finds memories, entities and signals by words and by vector. It holds nothing that the store does
 * not, so it may be cleared and fed again at any time.
 */
export class SearchIndex {
  readonly #embedder: Embedder;
  readonly #tokenizer = new CodeTokenizer();
  #hot: HotTier;
  /** Writes follow one another, so that of two versions of a document the later stays. */
  #writes: Promise<unknown> = Promise.resolve();

  constructor({ embedder }: { embedder: Embedder }) {
    this.#embedder = embedder;
    this.#hot = new HotTier(embedder.dimensions, this.#tokenizer);
  }

  get size(): number {
    return this.#hot.size;
  }

  /**
   * Inserts documents, or replaces those of the same id, in slices between which others get their
   * turn. A document whose text cannot be embedded fails the call and leaves what stood there.
   */
  put(documents: readonly IndexDocument[]): Promise<void> {
    return this.#afterOthers(async (hot) => {
      const pause = pauses();
      for (let from = 0; from < documents.length; from += EMBEDDED_AT_ONCE) {
        const batch = documents.slice(from, from + EMBEDDED_AT_ONCE);
        const vectors = await this.#embedder.embed(batch.map((document) => document.text));
        for (const [at, document] of batch.entries()) {
          if (this.#hot !== hot) return;
          hot.put(document, this.#vector(vectors[at]));
          await pause();
        }
      }
    });
  }

  /** Ids that are not there are passed over. */
  remove(ids: readonly string[]): Promise<void> {
    return this.#afterOthers(async (hot) => {
      const pause = pauses();
      for (const id of ids) {
        if (this.#hot !== hot) return;
        hot.remove(id);
        await pause();
      }
    });
  }

  /** The best by words and the best by vector, joined; those found by words first. */
  async search(query: SearchQuery): Promise<Hit[]> {
    const limit = Math.min(query.limit, MOST_RESULTS);
    if (limit < 1 || this.size === 0) return [];
    const words = this.#tokenizer.words(query.text);
    if (words.length === 0) return [];
    const where = filters(query);
    const hot = this.#hot;
    const hits = new Map<string, Hit>();

    const typed = query.typing === true ? beingTyped(query.text, words) : undefined;
    const asked = new TextQuery(words, [hot.texts], { limit, typed });
    const byText = await hot.search(asked, query.text, where);
    for (const [at, found] of byText.entries()) {
      const text = { score: found.score, rank: at + 1, ...asked.shareOf(found) };
      hits.set(found.id, { id: found.id, type: documentType(found.type), text, vector: undefined });
    }

    if (query.vectors === false) return [...hits.values()];
    const [value] = await this.#embedder.embed([query.text]);
    const byVector = await hot.nearest(this.#vector(value), limit, where);
    for (const [at, { id, type, score }] of byVector.entries()) {
      const vector = { score, rank: at + 1 };
      const hit = hits.get(id);
      if (hit) hit.vector = vector;
      else hits.set(id, { id, type: documentType(type), text: undefined, vector });
    }
    return [...hits.values()];
  }

  /** Empties it at once; what is being put at that time is dropped. */
  clear(): void {
    this.#hot = new HotTier(this.#embedder.dimensions, this.#tokenizer);
  }

  #vector(vector: Float32Array | undefined): Float32Array {
    if (vector?.length === this.#embedder.dimensions) return vector;
    throw new Error(`${this.#embedder.name} gave a vector of length ${vector?.length}.`);
  }

  #afterOthers(work: (hot: HotTier) => Promise<void>): Promise<void> {
    const hot = this.#hot;
    const done = this.#writes.then(() => work(hot));
    this.#writes = done.catch(() => undefined);
    return done;
  }
}

/** The letters of the last word when the text ends with it. */
function beingTyped(text: string, words: readonly Word[]): string | undefined {
  const last = words.at(-1)?.surface;
  if (last === undefined || !text.normalize('NFKC').endsWith(last)) return undefined;
  return last.toLowerCase();
}

function filters(query: SearchQuery): Where {
  const { types, kinds, statuses, repo, since, until } = query;
  return {
    ...(types && { type: { in: [...types] } }),
    ...(kinds && { kind: { in: [...kinds] } }),
    ...(statuses && { status: { in: [...statuses] } }),
    ...(repo !== undefined && { repo: { in: [repo, ''] } }),
    ...((since !== undefined || until !== undefined) && { at: { gte: since, lt: until } }),
  };
}

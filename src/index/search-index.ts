import { CodeTokenizer, type Word } from './code-tokenizer';
import type { Where } from './columns';
import type { Embedder, Likeness } from './embedder';
import { documentType, type DocumentType, type IndexDocument } from './index-document';
import { MOST_RESULTS } from './index-store';
import { pauses } from './pause';
import type { SnapshotOf } from './snapshot';
import { idf } from './text/bm25';
import type { Outline } from './text/outline';
import { TextQuery } from './text/text-query';
import { Tiers, type IndexFiles } from './tiers';

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
  /** Of the nearest by vector at most so many; `limit` where it is missing. */
  nearest?: number | undefined;
  /**
   * What else is looked for by the same words in the same pass, ranked apart: the best that is met on
   * the way, none that only common words would bring.
   */
  beside?: { types: readonly DocumentType[]; limit: number } | undefined;
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

/** What an index was restored to, or why it was not. */
export type Restored = { restored: true; revision: number } | { restored: false; reason: string };

/**
 * Finds memories, entities and signals by words and by vector. It holds nothing that the store does
 * not, so it may be cleared and fed again at any time. With files it keeps but a working set in
 * memory, and can be saved and loaded.
 */
export class SearchIndex {
  readonly #embedder: Embedder;
  readonly #files: IndexFiles | undefined;
  readonly #tokenizer = new CodeTokenizer();
  #tiers: Tiers;
  /** How often it was cleared: what was to be written before is dropped. */
  #age = 0;
  /** Writes follow one another, so that of two versions of a document the later stays. */
  #writes: Promise<unknown> = Promise.resolve();

  constructor({ embedder, files }: { embedder: Embedder; files?: IndexFiles | undefined }) {
    this.#embedder = embedder;
    this.#files = files;
    this.#tiers = this.#empty();
  }

  get size(): number {
    return this.#tiers.size;
  }

  /**
   * Inserts documents, or replaces those of the same id, in slices between which others get their
   * turn. A document whose text cannot be embedded fails the call and leaves what stood there.
   */
  put(documents: readonly IndexDocument[]): Promise<void> {
    return this.#afterOthers(async (tiers) => {
      const pause = pauses();
      for (let from = 0; from < documents.length; from += EMBEDDED_AT_ONCE) {
        const batch = documents.slice(from, from + EMBEDDED_AT_ONCE);
        const vectors = await this.#embedder.embed(batch.map((document) => document.text));
        for (const [at, document] of batch.entries()) {
          if (this.#tiers !== tiers) return;
          tiers.put(document, this.#vector(vectors[at]));
          await pause();
        }
        await tiers.settle();
      }
    });
  }

  /** Ids that are not there are passed over. */
  remove(ids: readonly string[]): Promise<void> {
    return this.#afterOthers(async (tiers) => {
      const pause = pauses();
      for (const id of ids) {
        if (this.#tiers !== tiers) return;
        tiers.remove(id);
        await pause();
      }
    });
  }

  /**
   * Removes documents that somebody wants forgotten: after the next `save` no file tells of them, nor
   * of what they said before.
   */
  erase(ids: readonly string[]): Promise<void> {
    return this.#afterOthers(async (tiers) => {
      const pause = pauses();
      for (const id of ids) {
        if (this.#tiers !== tiers) return;
        tiers.erase(id);
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
    const tiers = this.#tiers;
    const hits = new Map<string, Hit>();

    const typed = query.typing === true ? beingTyped(query.text, words) : undefined;
    const line = query.text.indexOf('\n');
    const headline = line < 0 ? 0 : this.#tokenizer.words(query.text.slice(0, line)).length;
    const beside = query.beside?.limit;
    const asked = new TextQuery(words, tiers.texts, { limit, beside, typed, headline });
    const apart = query.beside && filters({ ...query, types: query.beside.types });
    const byText = tiers.search(asked, query.text, where, apart);
    for (const ranked of [byText.best, byText.beside]) {
      for (const [at, found] of ranked.entries()) {
        const text = { score: found.score, rank: at + 1, ...asked.shareOf(found) };
        const type = documentType(found.type);
        hits.set(found.id, { id: found.id, type, text, vector: undefined });
      }
    }

    if (query.vectors === false) return [...hits.values()];
    const near = Math.min(limit, query.nearest ?? limit);
    const byVector = await tiers.nearest(await this.#ofQuery(query.text), near, where);
    for (const [at, { id, type, score }] of byVector.entries()) {
      const vector = { score, rank: at + 1 };
      const hit = hits.get(id);
      if (hit) hit.vector = vector;
      else hits.set(id, { id, type: documentType(type), text: undefined, vector });
    }
    return [...hits.values()];
  }

  /** How much each term (see `CodeTokenizer`) tells: its inverse document frequency. */
  rarities(terms: readonly string[]): number[] {
    const { texts } = this.#tiers;
    const size = texts.reduce((total, tier) => total + tier.size, 0);
    return terms.map((term) =>
      idf(
        texts.reduce((total, tier) => total + tier.holders(term), 0),
        size,
      ),
    );
  }

  /**
   * What documents are like, each different id once, of every term its place among these (see
   * `CodeTokenizer`); ids that are not there are left out.
   */
  outlines(ids: readonly string[], terms: readonly string[]): Map<string, Outline<number>> {
    return this.#tiers.outlines(ids, terms);
  }

  /** How alike words are used, where the embedder can tell. */
  likeness(terms: readonly string[]): Likeness | undefined {
    return this.#embedder.likeness?.(terms);
  }

  /** Empties it at once; what is being put at that time is dropped. */
  clear(): void {
    this.#age++;
    this.#tiers.close();
    this.#tiers = this.#empty();
  }

  /**
   * Writes a snapshot of everything that was put before, in slices; without files it does nothing.
   * `revision` is the store's, up to which everything was put.
   */
  save({ store, revision }: { store: string; revision: number }): Promise<void> {
    return this.#afterOthers((tiers) => tiers.save({ ...this.#snapshotOf(store), revision }));
  }

  /** Restores the snapshot of that store; when there is no good one the index stays as it is. */
  async load({ store }: { store: string }): Promise<Restored> {
    let result: Restored = { restored: false, reason: 'It was cleared meanwhile.' };
    await this.#afterOthers((tiers) => {
      const restored = this.#empty();
      try {
        const revision = restored.load(this.#snapshotOf(store));
        tiers.close();
        this.#tiers = restored;
        result = { restored: true, revision };
      } catch (error) {
        // Whatever is wrong with a cache, it is made again.
        restored.close();
        result = {
          restored: false,
          reason: error instanceof Error ? error.message : String(error),
        };
      }
      return Promise.resolve();
    });
    return result;
  }

  /** Reads the files of the cold tier against their checksums. Rejects when one is torn. */
  check(): Promise<void> {
    return this.#tiers.check();
  }

  /** Resolves when all that was put can be found and no files are being merged. */
  async idle(): Promise<void> {
    await this.#writes;
    await this.#tiers.idle();
  }

  /** Lets go of its files. Nothing may be asked afterwards. */
  close(): void {
    this.#tiers.close();
  }

  #empty(): Tiers {
    return new Tiers(this.#embedder.dimensions, this.#tokenizer, this.#files);
  }

  #snapshotOf(store: string): SnapshotOf {
    const { name, dimensions } = this.#embedder;
    return { store, embedder: name, dimensions, tokenizer: CodeTokenizer.version };
  }

  async #ofQuery(text: string): Promise<Float32Array> {
    const own = await this.#embedder.embedQuery?.(text);
    return this.#vector(own ?? (await this.#embedder.embed([text]))[0]);
  }

  #vector(vector: Float32Array | undefined): Float32Array {
    if (vector?.length === this.#embedder.dimensions) return vector;
    throw new Error(`${this.#embedder.name} gave a vector of length ${vector?.length}.`);
  }

  #afterOthers(work: (tiers: Tiers) => Promise<void>): Promise<void> {
    const age = this.#age;
    const done = this.#writes.then(() => (this.#age === age ? work(this.#tiers) : undefined));
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

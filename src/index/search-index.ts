import { create, insert, remove, search, update } from '@orama/orama';
import { CodeTokenizer, type Word } from './code-tokenizer';
import type { Embedder } from './embedder';
import { indexComponent, MOST_RESULTS, schemaOf } from './index-component';
import { slimDocuments } from './slim-documents';

/** How long the thread may be held before others get their turn, in milliseconds. */
const SLICE_MS = 8;
/** A longer query is measured by so many of its rarest terms: nothing holds all of a stack trace. */
const TELLING_TERMS = 16;
/** Texts handed to the embedder at once. */
const EMBEDDED_AT_ONCE = 64;

const DOCUMENT_TYPES = ['memory', 'entity', 'signal'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export type IndexDocument = {
  id: string;
  type: DocumentType;
  /** All that it is to be found by. */
  text: string;
  kind: string;
  repo?: string | undefined;
  language?: string | undefined;
  status?: string | undefined;
  at: number;
};

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

/** `score` is the cosine, above 0. */
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
  #orama: Database;
  /** Writes follow one another, so that of two versions of a document the later stays. */
  #writes: Promise<unknown> = Promise.resolve();

  constructor({ embedder }: { embedder: Embedder }) {
    this.#embedder = embedder;
    this.#orama = database(embedder.dimensions, this.#tokenizer);
  }

  get size(): number {
    return this.#orama.data.index.text.size;
  }

  /**
   * Inserts documents, or replaces those of the same id, in slices between which others get their
   * turn. A document whose text cannot be embedded fails the call and leaves what stood there.
   */
  put(documents: readonly IndexDocument[]): Promise<void> {
    return this.#afterOthers(async (orama) => {
      const pause = pauses();
      for (let from = 0; from < documents.length; from += EMBEDDED_AT_ONCE) {
        const batch = documents.slice(from, from + EMBEDDED_AT_ONCE);
        const vectors = await this.#embedder.embed(batch.map((document) => document.text));
        for (const [at, document] of batch.entries()) {
          if (this.#orama !== orama) return;
          this.#putOne(document, vectors[at]);
          await pause();
        }
      }
    });
  }

  /** Ids that are not there are passed over. */
  remove(ids: readonly string[]): Promise<void> {
    return this.#afterOthers(async (orama) => {
      const pause = pauses();
      for (const id of ids) {
        if (this.#orama !== orama) return;
        if (this.#has(id)) await remove(orama, id);
        await pause();
      }
    });
  }

  /** The best by words and the best by vector, joined; those found by words first. */
  async search(query: SearchQuery): Promise<Hit[]> {
    const orama = this.#orama;
    const limit = Math.min(query.limit, MOST_RESULTS);
    if (limit < 1 || this.size === 0) return [];
    const where = filters(query);
    const hits = new Map<string, Hit>();
    const words = this.#tokenizer.words(query.text);
    if (words.length === 0) return [];

    const byText = await search(orama, { term: query.text, where, limit });
    const weigh = weigher(orama, words);
    for (const [at, { id, score, document }] of byText.hits.entries()) {
      const text = { score, rank: at + 1, ...weigh(id, score) };
      hits.set(id, { id, type: typeOf(document.type), text, vector: undefined });
    }

    if (query.vectors === false) return [...hits.values()];
    const [value] = await this.#embedder.embed([query.text]);
    if (value === undefined) throw new Error(`${this.#embedder.name} gave no vector.`);
    const byVector = await search(orama, {
      mode: 'vector',
      vector: { value: Array.from(value), property: 'vector' },
      similarity: Number.EPSILON,
      includeVectors: true,
      where,
      limit,
    });
    for (const [at, { id, score, document }] of byVector.hits.entries()) {
      const vector = { score, rank: at + 1 };
      const hit = hits.get(id);
      if (hit) hit.vector = vector;
      else hits.set(id, { id, type: typeOf(document.type), text: undefined, vector });
    }
    return [...hits.values()];
  }

  /** Empties it at once; what is being put at that time is dropped. */
  clear(): void {
    this.#orama = database(this.#embedder.dimensions, this.#tokenizer);
  }

  #putOne(document: IndexDocument, vector: Float32Array | undefined): void {
    if (vector?.length !== this.#embedder.dimensions) {
      throw new Error(`${this.#embedder.name} gave a vector of length ${vector?.length}.`);
    }
    const orama = this.#orama;
    const record = {
      id: document.id,
      text: document.text,
      type: document.type,
      kind: document.kind,
      status: document.status ?? '',
      repo: document.repo ?? '',
      language: document.language ?? '',
      at: document.at,
      vector: Array.from(vector),
    };
    // Orama's update removes before it looks at what it was given.
    const wrong = orama.validateSchema(record, orama.schema);
    if (wrong !== undefined) throw new TypeError(`A document's ${wrong} has the wrong type.`);
    if (this.#has(document.id)) void update(orama, document.id, record);
    else void insert(orama, record);
  }

  #has(id: string): boolean {
    const document = this.#orama.internalDocumentIDStore.idToInternalId.get(id);
    return document !== undefined && this.#orama.data.index.text.has(document);
  }

  #afterOthers(work: (orama: Database) => Promise<void>): Promise<void> {
    const orama = this.#orama;
    const done = this.#writes.then(() => work(orama));
    this.#writes = done.catch(() => undefined);
    return done;
  }
}

type Database = ReturnType<typeof database>;

function database(dimensions: number, tokenizer: CodeTokenizer) {
  return create({
    schema: schemaOf(dimensions),
    sort: { enabled: false },
    components: {
      index: indexComponent(dimensions),
      tokenizer,
      documentsStore: slimDocuments(),
    },
  });
}

/**
 * In a store of a few documents rarity tells next to nothing: what three of five hold is no common
 * word, and what none holds is not what the query is about. Parts of a query are measured as if the
 * words stood among this many documents.
 */
const FEW = 1000;

/** Says which words of a query a document shares, and what part of the query they make. */
function weigher(
  orama: Database,
  words: readonly Word[],
): (id: string, score: number) => Pick<TextMatch, 'terms' | 'coverage' | 'share'> {
  const { text } = orama.data.index;
  const ids = orama.internalDocumentIDStore.idToInternalId;
  const surfaces = new Map(words.map(({ term, surface }) => [term, surface]));
  const terms = new Set(surfaces.keys());
  const rarities = new Map([...terms].map((term) => [term, text.idf(term)]));
  const weights = new Map([...terms].map((term) => [term, text.idf(term, FEW)]));
  const distinct = heaviest([...weights.values()]);
  const repeated = heaviest(words.map(({ term }) => weights.get(term) ?? 0));
  return (id, score) => {
    const matched = text.matched(ids.get(id) ?? 0, terms);
    const sum = (of: ReadonlyMap<string, number>): number =>
      matched.reduce((total, term) => total + (of.get(term) ?? 0), 0);
    const shared = sum(weights);
    const named = new Set(matched.map((term) => surfaces.get(term) ?? term));
    return {
      terms: [...named],
      coverage: Math.min(1, shared / distinct),
      // The same as score over the whole query's, but for the few documents that FEW is about.
      share: shared === 0 ? 0 : (score / sum(rarities)) * (shared / repeated),
    };
  };
}

function heaviest(weights: readonly number[]): number {
  return [...weights]
    .sort((a, b) => b - a)
    .slice(0, TELLING_TERMS)
    .reduce((sum, weight) => sum + weight, 0);
}

function filters(query: SearchQuery): Record<string, unknown> {
  return {
    ...(query.types && { type: { in: query.types } }),
    ...(query.kinds && { kind: { in: query.kinds } }),
    ...(query.statuses && { status: { in: query.statuses } }),
    ...(query.repo !== undefined && { repo: { in: [query.repo, ''] } }),
    ...((query.since !== undefined || query.until !== undefined) && {
      at: {
        ...(query.since !== undefined && { gte: query.since }),
        ...(query.until !== undefined && { lt: query.until }),
      },
    }),
  };
}

function typeOf(value: unknown): DocumentType {
  const type = DOCUMENT_TYPES.find((known) => known === value);
  if (!type) throw new TypeError(`Not a type of document: ${String(value)}`);
  return type;
}

/** Lets others run whenever a slice is over. */
function pauses(): () => Promise<void> | undefined {
  let until = performance.now() + SLICE_MS;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        until = performance.now() + SLICE_MS;
        resolve();
      });
    });
  };
}

import type { Clock } from '../memory/clock';
import type { Log } from '../memory/log';
import type { Embedder } from './embedder';
import { type EmbeddingEndpoint, EndpointError } from './embedding-endpoint';

/** Keeps what an endpoint gave, by embedder and text; the store does. */
export interface EmbeddingCache {
  /** The length of the vectors kept of an embedder; `undefined` where none is known. */
  dimensions(embedder: string): Promise<number | undefined>;
  /** In the order of the texts; `undefined` for what is not kept. */
  find(embedder: string, texts: readonly string[]): Promise<(Float32Array | undefined)[]>;
  keep(embedder: string, texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>;
}

/** Milliseconds that a recall waits for the vector of its question. */
const PATIENCE = 1500;
/** Milliseconds without asking after the endpoint did not answer, or will not until it is set right. */
const AWAY = 30_000;
const WRONG = 300_000;
/** Questions whose vectors are remembered. */
const QUESTIONS = 256;

export interface EndpointEmbedderParts {
  readonly endpoint: EmbeddingEndpoint;
  readonly model: string;
  /** As the user set it; learned where it is not. */
  readonly dimensions?: number | undefined;
  readonly cache: EmbeddingCache;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds that a question may take; for tests. */
  readonly patience?: number | undefined;
}

/**
 * Vectors from an endpoint that the user named. Nothing waits for it: documents get what the cache
 * holds, else no vector for now (`fill` fetches what is missing, at leisure), and a question
 * is asked once and shortly. While the endpoint is away it is left alone, and all else goes on by
 * words and graph.
 */
export class EndpointEmbedder implements Embedder {
  readonly name: string;
  readonly dimensions: number;
  readonly #parts: EndpointEmbedderParts;
  readonly #questions = new Map<string, Float32Array>();
  #trouble: EndpointError | undefined;
  /** Not asked before this time. */
  #restsUntil = 0;

  /** Use `EndpointEmbedder.open`. */
  constructor(parts: EndpointEmbedderParts, name: string, dimensions: number) {
    this.#parts = parts;
    this.name = name;
    this.dimensions = dimensions;
  }

  /**
   * How long the vectors are is set, or known from before, or asked for once. Throws an
   * `EndpointError` when it must be asked for and is not told.
   */
  static async open(parts: EndpointEmbedderParts, signal?: AbortSignal): Promise<EndpointEmbedder> {
    const { endpoint, model, dimensions, cache, patience } = parts;
    const name = [`${model}@${endpoint.host}`, dimensions].filter(Boolean).join('/');
    const known = dimensions ?? (await cache.dimensions(name));
    if (known !== undefined) return new EndpointEmbedder(parts, name, known);
    const options = { signal, patience: patience ?? 2 * PATIENCE };
    const [probe] = await endpoint.embed(['dimensions'], options);
    return new EndpointEmbedder(parts, name, probe?.length ?? 0);
  }

  /** Why there are no vectors from the endpoint at the moment. */
  get trouble(): EndpointError | undefined {
    return this.#trouble;
  }

  /** What is kept for each text, and zeros for the others. Never asks the endpoint. */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const kept = await this.#parts.cache.find(this.name, texts);
    return kept.map((vector) => (this.#fits(vector) ? vector : this.#nothing()));
  }

  /** The vector of a question; zeros when the endpoint does not give it soon. */
  async embedQuery(text: string): Promise<Float32Array> {
    const known = this.#questions.get(text);
    if (known) return known;
    if (this.#resting()) return this.#nothing();
    try {
      const patience = this.#parts.patience ?? PATIENCE;
      const [vector] = await this.#asked([text], { patience });
      if (vector === undefined) return this.#nothing();
      this.#questions.set(text, vector);
      for (const oldest of this.#questions.keys()) {
        if (this.#questions.size <= QUESTIONS) break;
        this.#questions.delete(oldest);
      }
      return vector;
    } catch (error) {
      if (error instanceof EndpointError) return this.#nothing();
      throw error;
    }
  }

  /**
   * Fetches and keeps the vectors of those texts that have none yet; an `EndpointError` when the
   * endpoint does not give them. Returns which of the texts were missing.
   */
  async fill(texts: readonly string[], signal?: AbortSignal): Promise<boolean[]> {
    const kept = await this.#parts.cache.find(this.name, texts);
    const missing = kept.map((vector) => !this.#fits(vector));
    const wanted = [...new Set(texts.filter((_, at) => missing[at]))];
    if (wanted.length === 0) return missing;
    const vectors = await this.#asked(wanted, { signal });
    await this.#parts.cache.keep(this.name, wanted, vectors);
    return missing;
  }

  async #asked(
    texts: readonly string[],
    options: { signal?: AbortSignal | undefined; patience?: number },
  ): Promise<Float32Array[]> {
    try {
      const vectors = await this.#parts.endpoint.embed(texts, options);
      for (const { length } of vectors) if (length !== this.dimensions) throw this.#misfit(length);
      this.#works();
      return vectors;
    } catch (error) {
      if (error instanceof EndpointError) this.#fails(error);
      throw error;
    }
  }

  #works(): void {
    if (this.#trouble) this.#parts.log.info('The embedding endpoint answers again.');
    this.#trouble = undefined;
    this.#restsUntil = 0;
  }

  #fails(error: EndpointError): void {
    // Once for each trouble: it comes again with every question.
    if (this.#trouble?.happened !== error.happened) this.#parts.log.warn(error.message);
    this.#trouble = error;
    const rest = Math.max(error.wait, error.passing ? AWAY : WRONG);
    this.#restsUntil = this.#parts.clock.now() + rest;
  }

  #resting(): boolean {
    return this.#parts.clock.now() < this.#restsUntil;
  }

  #fits(vector: Float32Array | undefined): vector is Float32Array {
    return vector?.length === this.dimensions;
  }

  #nothing(): Float32Array {
    return new Float32Array(this.dimensions);
  }

  #misfit(length: number): EndpointError {
    return new EndpointError(
      `The embedding endpoint gave vectors of length ${length} instead of ${this.dimensions}.`,
      'Set “mneme.embeddings.dimensions” to what the model gives, or name another model.',
      false,
    );
  }
}
